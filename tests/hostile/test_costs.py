"""One bad item costs at most two seconds: texts made to be slow are refused or read in time."""

import time

import pytest

from khlang.cli.report import FORMATS
from tests.archive import Archive
from tests.hostile.fuzz import SECONDS

PUBLISHED = ["2025-06-02 submitted", "2025-06-05 selected", "2025-06-12 published"]
ROOM = 400_000  # characters of a body, within what a file may hold
LINE = 15_000


def lines(piece: str, size: int = ROOM) -> str:
    """A piece over and over, in long lines."""
    text = piece * (size // len(piece))
    return "\n".join(text[at : at + LINE] for at in range(0, len(text), LINE))


# Below the cap of marks, so that they are read; and above it, so that they are not.
TEXTS = {
    "headings": "## a\n" * 9_500,
    "headings of level one": "# a\n" * 19_000,
    "headings without space": "##a\n" * 9_500,
    "nested divisions": "<div>\n" * 9_500,
    "nested lists in HTML": "<ul><li>\n" * 4_800,
    "nested quotes": ("> " * 7_000 + "a\n") * 2,
    "nested lists": "\n".join("  " * depth + "- a" for depth in range(130)),
    "footnotes": "[^1] " * 6_500 + "\n\n[^1]: a",
    "many footnotes": "\n\n".join(f"[^{at}]\n\n[^{at}]: a" for at in range(2_400)),
    "links": "[a](b)\n" * 9_000,
    "pictures": "![a](b)\n" * 6_000,
    "anchors": "## a\n" * 500 + "[a](#b)\n" * 6_000,
    "bare links": "http://a.b " * 1_300 + "\n",
    "stars": lines("*a ", 50_000),
    "tags": lines("<b>", 28_000),
    "tags without end": "<div>\n" + ('<a "' * 4_000 + "\n") * 4,
    "links of HTML": ("<a href=x>" * 1_900 + "\n") * 3,
    "links of HTML in disguise": ("<a href=&#x78;>" * 1_200 + "\n") * 3,
    "links with a position of their own": ('<a data-sourcepos="1:1-1:1">' * 600 + "\n") * 9,
    "pictures of HTML": "<img src=x>\n" * 6_000,
    "tables": "|a|b|c|d|\n|-|-|-|-|\n" + "|1|2|3|4|\n" * 3_900,
    "code": "`a` " * 4_900,
    "blank lines": "\n" * ROOM,
    "spaces": lines(" "),
    "entities": "&#x202e;\n" * 9_500,
    "unseen": lines("น\u200b", 60_000),
    "digits": lines("1 "),
    "digits like phones": lines("08 "),
    "digits in any order": lines("3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2 3 8 4 6 "),
    "digits, one a line": "3\n1\n4\n1\n5\n" * (ROOM // 10),
    "citizen IDs": lines("1-1111-11111-11-9 "),
    "phones": lines("081-000-0012 "),
    "brackets beyond the cap": lines("["),
    "tags beyond the cap": lines("<a "),
    "stars beyond the cap": lines("**a"),
    "footnotes beyond the cap": lines("[^1] "),
    "ampersands beyond the cap": lines("&"),
}
KEYS = {
    "topics": "\n".join(f"  - coastal-fishin{at}" for at in range(2_400)),
    "tags": "\n".join("  - {a: b}" for _ in range(4_000)),
    "attachments": "\n".join(f"  - {{fil: {at}.png, titl: b}}" for at in range(2_000)),
    "history": "\n".join("  - 2025-06-02 x" for _ in range(3_000)),
    "aliases": "\n".join("  - \u0430" for _ in range(5_000)),
}


def bear(archive: Archive, path: str) -> None:
    begun = time.process_time()
    workspace = archive.check()
    assert workspace.archive is not None
    for item in workspace.archive.corpus.items:
        assert workspace.archive.body(item).html is not None
    for form in FORMATS.values():
        assert form(workspace, workspace.diagnostics)
    assert time.process_time() - begun < SECONDS, path


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_made_to_be_slow(archive: Archive, name: str) -> None:
    """Quadratic anywhere on the way would show here."""
    bear(archive, archive.item(body=TEXTS[name], history=PUBLISHED))


@pytest.mark.parametrize("key", KEYS)
def test_front_matter_that_is_made_to_be_slow(archive: Archive, key: str) -> None:
    """Thousands of faults in one list, each with a hint."""
    path = archive.item(**{key: None})
    archive.edit(path, 'origin: "new"\n', f'origin: "new"\n{key}:\n{KEYS[key]}\n')
    bear(archive, path)


def test_a_file_that_is_too_large_is_not_even_read(archive: Archive) -> None:
    """A disk image called .md costs nothing."""
    path = archive.item()
    with (archive.root / path).open("r+b") as file:
        file.truncate(8 * 1024**3)  # a hole: takes no room on the disk
    bear(archive, path)
    assert [each.code.id for each in archive.check().diagnostics].count("KH-Y005") == 1
