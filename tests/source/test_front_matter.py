"""The fences of an item, and where its parts begin."""

import pytest

from khlang.source.front_matter import MAX_FRONT_MATTER, Document, parse
from khlang.source.reporter import Reporter


def read(text: str) -> tuple[Document | None, list[str]]:
    reporter = Reporter()
    document = parse(text, "x.md", reporter)
    return document, [each.code.id for each in reporter.diagnostics]


def test_front_matter_and_body_are_kept_as_typed() -> None:
    """The body begins on the line behind the second fence, with its blank lines."""
    document, told = read("---\ntitle: ก\n---\n\n  ข้อความ  \n\n")
    assert told == []
    assert document is not None
    assert document.front.pairs["title"][1].place.line == 2
    assert (document.body, document.body_line) == ("\n  ข้อความ  \n\n", 4)


@pytest.mark.parametrize("fence", ["---", "--- ", "---\t"])
def test_blanks_behind_a_fence_do_no_harm(fence: str) -> None:
    """Nobody sees them."""
    assert read(f"{fence}\ntitle: ก\n{fence}\nข")[1] == []


@pytest.mark.parametrize("fence", ["----", " ---", "---x", "***", "--"])
def test_what_looks_like_a_fence_is_none(fence: str) -> None:
    """The first line is exactly three hyphens."""
    assert read(f"{fence}\ntitle: ก\n---\nข") == (None, ["KH-Y010"])


def test_a_rule_in_the_body_closes_nothing() -> None:
    """The second fence ends the front matter; later ones are Markdown."""
    document, told = read("---\ntitle: ก\n---\nข\n\n---\n\nค\n")
    assert told == []
    assert document is not None
    assert document.body == "ข\n\n---\n\nค\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "KH-Y010"),
        ("\n---\ntitle: ก\n---\n", "KH-Y010"),
        ("---\ntitle: ก\n", "KH-Y011"),
        ("---\n---\n", "KH-Y012"),
        ("---\n# ข้อสังเกต\n---\n", "KH-Y012"),
        ("---\nเนื้อหา\n---\n", "KH-Y014"),
        ("---\n- ก\n---\n", "KH-Y014"),
        ("---\nsummary: " + "ก" * MAX_FRONT_MATTER + "\n---\n", "KH-Y013"),
    ],
)
def test_every_way_to_have_no_front_matter_has_its_word(text: str, code: str) -> None:
    """One code each, and no item."""
    assert read(text) == (None, [code])
