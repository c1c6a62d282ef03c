"""Links and pictures that an author typed as HTML: what the rules are told of them, and where."""

import pytest

from khlang.body import render

Told = tuple[str, str, int, int, int]


def links(text: str) -> list[Told]:
    return [
        (each.href, each.text, each.span.line, each.span.col, each.span.end)
        for each in render(text).links
    ]


def pictures(text: str) -> list[Told]:
    return [
        (each.src, each.alt, each.span.line, each.span.col, each.span.end)
        for each in render(text).images
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('ดู <a href="ก.pdf">คู่มือ</a>', ("ก.pdf", "คู่มือ", 1, 4, 20)),
        ("ดู <A class=x HREF='a.pdf'>**ก**</A>", ("a.pdf", "ก", 1, 4, 28)),
        ("<div>\n\nก <a href=a.pdf>ก</a>", ("a.pdf", "ก", 3, 3, 17)),
        ("<p>\n<a\n href=a.pdf>ก &amp; ข</a></p>", ("a.pdf", "ก & ข", 2, 1, 0)),
        ("`<a href=a.pdf>` <a href=a.pdf>ก</a>", ("a.pdf", "ก", 1, 18, 32)),
        ("```\n<a href=a.pdf>\n```\n\n<a href=a.pdf>ก</a>", ("a.pdf", "ก", 5, 1, 15)),
        ("<!-- <a href=b.pdf>ก</a> -->ก <a href=a.pdf>ก</a>", ("a.pdf", "ก", 1, 31, 45)),
        ("<a href=java&#115;cript:x>ก</a>", ("javascript:x", "ก", 1, 1, 27)),
        ("<a href=skype:x>ก</a>", ("", "ก", 1, 1, 17)),
        ("<a href=file:///x>ก</a>", ("file:///x", "ก", 1, 1, 19)),
        ("<a href=tel:x>ก</a>", ("tel:x", "ก", 1, 1, 15)),
        ("```\nก\nข\n```\n\nก\n<a href=a.pdf>ก</a>", ("a.pdf", "ก", 7, 1, 15)),
        ("<a>ก</a>", ("", "ก", 1, 1, 4)),
        ("<a href=a.pdf></a>", ("a.pdf", "", 1, 1, 15)),
        ("<a href=a.pdf><img src=a.png alt=ก></a>", ("a.pdf", "ภาพ", 1, 1, 15)),
    ],
)
def test_a_link_is_told_where_it_stands(text: str, told: Told) -> None:
    """Its address, its words, line, column and end, or 0 where it runs over the end of the line."""
    assert links(text) == [told]


def test_a_picture_is_told_where_it_stands() -> None:
    assert pictures("ก <img src=a.png alt='น้ำ &quot;ใส&quot;'>") == [("a.png", 'น้ำ "ใส"', 1, 3, 43)]
    assert pictures("<img src=a.png>\n<img src=b.png>") == [
        ("a.png", "", 1, 1, 16),
        ("b.png", "", 2, 1, 16),
    ]


def test_those_of_markdown_are_told_once() -> None:
    """Also beside others in HTML, and footnotes are nobody's links."""
    text = "[ก](a.pdf) ![ข](b.png) <a href=a.pdf>ค</a>[^1]\n\n[^1]: ง\n"
    assert [each[:2] for each in links(text)] == [("a.pdf", "ก"), ("a.pdf", "ค")]
    assert [each[:2] for each in pictures(text)] == [("b.png", "ข")]


def test_a_position_that_an_author_claims_hides_nothing() -> None:
    """Whether it is a place of the text, or the place of another link."""
    claimed = [
        '[ก](a.pdf) <a data-sourcepos="1:1-1:10" href="b.pdf">ข</a>',
        '[ก](a.pdf) <a DATA-SOURCEPOS="9:9-9:9" href="b.pdf">ข</a>',
        "[ก](a.pdf) <a data-sourcepos='1&#58;1-1:10' href='b.pdf'>ข</a>",
    ]
    for text in claimed:
        assert sorted(each[0] for each in links(text)) == ["a.pdf", "b.pdf"]


def test_what_is_not_found_in_the_text_has_a_place_all_the_same() -> None:
    """The browser reads an address otherwise than it was typed."""
    assert links("ก <a href=' a.pdf\t'>ก</a>")[0][2:4] == (1, 3)
