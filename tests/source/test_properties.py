"""Whatever is in a file, opening the archive tells it and never raises."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from khlang.cli.report import FORMATS
from tests.archive import ITEM, Archive
from tests.source.places import assert_inside

# Pieces that break YAML, Markdown, dates or encodings in one way or another.
PIECES = st.sampled_from(
    [
        "---\n", "\n", "\r\n", "\r", " ", "  ", "\t", ": ", ":", "- ", "? ", "[", "]", "{", "}", ",",
        '"', "'", "|\n", ">\n", "#", "# ", "##", "&a", "*a", "!t", "!!str ", "%", "@", "`", "```\n",
        "~~~\n", "**", "*", "_", "![", "](x.png)", "](#ก)", "<b>", "<iframe>", "</b>", "<img src=x>",
        "<a href='x'>", "|a|b|\n|-|-|\n", "[^1]", "[^1]: ", "> ", "> [!NOTE]\n", "1. ", "๑. ", "- [ ] ",
        "title", "unit", "kathu", "history", "- 2025-06-02 submitted\n", "2025-06-31", "2568-06-02",
        "fiscal_year: 2568\n", "attachments:\n", "  - {file: x.png, title: ก}\n", "no", "null", "~",
        "010", "12:30", "ก", "น้ำ", "น\u0e49\u0e4d\u0e32", "เ", "ไก่", "๒๕๖๘", "\u200b", "\u2028",
        "\ufeff", "e\u0301", "😀", "\x07", "https://a.go.thครับ", "<https://ก.ไทย>", "…", "“", "\\",
        "\u0e33", "\u0e4d", "9" * 30,
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
BYTES = st.one_of(
    st.binary(max_size=300),
    TEXTS.map(str.encode),
    TEXTS.map(lambda text: text.encode("cp874", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16")),
)
BODY_AT = st.integers(min_value=0, max_value=400)


def _told_inside(archive: Archive) -> None:
    workspace = archive.check()
    for each in workspace.diagnostics:
        assert_inside(archive.root, each)
    for form in FORMATS.values():
        assert form(workspace, workspace.diagnostics) is not None


@given(BYTES)
@example(b"")
@example(b"---\n---")
@example("---\ntitle: ก\n---".encode())
def test_an_item_of_any_bytes_is_told_inside_the_file(tmp_path: Path, data: bytes) -> None:
    """An item file may hold anything: every fault has a place in it, in every format of the report."""
    archive = Archive(tmp_path)
    archive.write(archive.item(), data)
    _told_inside(archive)


@given(TEXTS, BODY_AT)
def test_an_item_with_anything_typed_into_it_is_told_inside_the_file(
    tmp_path: Path, typed: str, at: int
) -> None:
    """A slip of the keyboard anywhere in a sound item."""
    archive = Archive(tmp_path)
    path = archive.item(
        topics=["coastal-fishing"], tags=["คลื่น"], video="https://youtu.be/khlangsmp05"
    )
    text = archive.read(path)
    archive.write(path, text[:at] + typed + text[at:])
    _told_inside(archive)


@given(TEXTS)
def test_a_text_of_any_markdown_is_told_inside_the_file(tmp_path: Path, body: str) -> None:
    """The body may be any Markdown, HTML or nonsense."""
    archive = Archive(tmp_path)
    archive.item(body=body)
    _told_inside(archive)


@given(BYTES)
def test_targets_of_any_bytes_are_told_inside_the_file(tmp_path: Path, data: bytes) -> None:
    """targets.yml may hold anything, too."""
    archive = Archive(tmp_path)
    archive.write("targets.yml", data)
    _told_inside(archive)


@given(
    TEXTS, st.sampled_from(["targets.yml", "categories.yml", "content/plan/2568.yml"]), st.data()
)
def test_a_data_file_with_anything_typed_into_it_is_told_inside_the_file(
    tmp_path: Path, typed: str, path: str, data: st.DataObject
) -> None:
    """A slip of the keyboard anywhere in a sound data file."""
    archive = Archive(tmp_path)
    text = archive.read(path)
    at = data.draw(st.integers(min_value=0, max_value=len(text)))
    archive.write(path, text[:at] + typed + text[at:])
    _told_inside(archive)


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=40
    )
)
@example("1")
@example("99999")
@example("²")
@example(ITEM)
def test_folders_and_files_of_any_name_are_read(tmp_path: Path, name: str) -> None:
    """Years, units and ids come from names that anybody may type."""
    archive = Archive(tmp_path)
    text = archive.read(archive.item()).replace("fiscal_year: 2568\n", "")
    for number, path in enumerate(
        (f"content/items/{name}/kathu/kathu-bbbbb.md", f"content/items/2568/{name}/{name}.md")
    ):
        if name in {".", ".."} or len(name.encode()) > 200:
            continue
        archive.write(path, text)
        archive.check()
        (archive.root / path).rename(archive.root / f"gone{number}")


@given(TEXTS)
def test_a_map_of_any_text_is_told_inside_the_file(tmp_path: Path, text: str) -> None:
    """The map may be cut off or made by hand."""
    archive = Archive(tmp_path)
    archive.write("content/map.geojson", text)
    _told_inside(archive)
