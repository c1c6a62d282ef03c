"""What the allow-list lets through, word by word: an entry that is lost would pass every attack test."""

import pytest

from khlang.body import Heading, clean, render
from khlang.body.document import Span


def html(text: str) -> str:
    return render(text).html.strip()


INLINE = (
    "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "strong", "sub",
    "sup", "u",
)  # fmt: skip
BLOCKS = ("blockquote", "details", "div", "dl", "ol", "p", "pre", "section", "ul")
INSIDE = {
    "caption": "<table><caption>น้ำ</caption></table>",
    "dd": "<dl><dt>ดิน</dt><dd>น้ำ</dd></dl>",
    "dt": "<dl><dt>น้ำ</dt></dl>",
    "li": "<ul><li>น้ำ</li></ul>",
    "summary": "<details><summary>น้ำ</summary></details>",
    "thead, tbody, tr, th, td": (
        "<table><thead><tr><th>ก</th></tr></thead><tbody><tr><td>น้ำ</td></tr></tbody></table>"
    ),
    "br": "<p>น้ำ<br>ดิน</p>",
    "hr": "<hr>",
}
ATTRIBUTES = (
    '<p><a href="a.pdf" title="น้ำ">ก</a></p>',
    '<p><img src="a.png" alt="น้ำ" title="ดิน"></p>',
    '<ol start="3"><li>ก</li></ol>',
    '<p><abbr title="น้ำ">น</abbr></p>',
    '<table><tbody><tr><td colspan="2" rowspan="3">ก</td></tr></tbody></table>',
    '<table><tbody><tr><th colspan="2" rowspan="3" scope="row">ก</th></tr></tbody></table>',
    '<p><a href="http://example.org/">ก</a></p>',
    '<p><a href="https://example.org/">ก</a></p>',
)


@pytest.mark.parametrize("name", INLINE)
def test_an_element_within_a_line_stays(name: str) -> None:
    assert html(f"<p>ก <{name}>น้ำ</{name}></p>") == f"<p>ก <{name}>น้ำ</{name}></p>"


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_stays(name: str) -> None:
    assert html(f"<{name}>น้ำ</{name}>") == f"<{name}>น้ำ</{name}>"


@pytest.mark.parametrize("level", range(2, 7))
def test_a_heading_of_every_level_stays(level: int) -> None:
    assert html(f"<h{level}>น้ำ</h{level}>") == f'<h{level} id="น้ำ">น้ำ</h{level}>'


@pytest.mark.parametrize("text", [*INSIDE.values(), *ATTRIBUTES])
def test_what_stands_inside_others_and_what_they_may_say_stays(text: str) -> None:
    """The same attributes, in whatever order the sanitiser writes them."""
    assert sorted(html(text).replace(">", " >").split()) == sorted(text.replace(">", " >").split())


@pytest.mark.parametrize("typed", ["<input>", '<input type="text" value="x">', "<input type=file>"])
def test_an_input_is_a_box_that_nobody_can_tick(typed: str) -> None:
    """Also on a page whose boxes comrak did not make."""
    expected = '<input aria-label="ยังไม่ทำ" type="checkbox" disabled="">'
    assert html(f"<p>{typed}</p>") == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("note", "หมายเหตุ"),
        ("tip", "เคล็ดลับ"),
        ("important", "สำคัญ"),
        ("warning", "ระวัง"),
        ("caution", "ข้อควรระวัง"),
    ],
)
def test_every_alert_keeps_its_class_and_has_a_thai_title(kind: str, title: str) -> None:
    shown = html(f"> [!{kind.upper()}]\n> น้ำลึก")
    assert f'<div class="markdown-alert markdown-alert-{kind}">' in shown
    assert f'<p class="markdown-alert-title">{title}</p>' in shown


def test_a_page_written_by_hand_may_name_places_and_ways_to_reach_somebody() -> None:
    for address in ("http://example.org/", "mailto:office@example.go.th", "tel:1567"):
        assert f'href="{address}"' in clean(f'<p><a href="{address}">ก</a></p>')
    assert clean('<p><span class="a" id="b" lang="en">x</span></p>').count("=") == 3
    figure = (
        '<figure><img src="a.png" alt="ก" height="1" width="2"><figcaption>ก</figcaption></figure>'
    )
    shown = clean(figure)
    assert all(word in shown for word in ("<figure>", "<figcaption>", 'height="1"', 'width="2"'))


def test_ids_of_headings_clash_with_nothing() -> None:
    """Neither with the page's own, nor with footnotes, nor with each other, however they are typed."""
    typed = "## main\n\n## fn-1\n\n## fnref-1\n\n## ก\n\n## ก\n\n## ก\n\n## ก-1\n\n## !\n\n## ?\n"
    assert [heading.id for heading in render(typed).headings] == [
        "main-1", "หัวข้อ-fn-1", "หัวข้อ-fnref-1", "ก", "ก-1", "ก-2", "ก-1-1", "หัวข้อ", "หัวข้อ-1",
    ]  # fmt: skip


def test_the_words_of_a_heading_are_told_as_they_were_typed() -> None:
    heading = render('## ก < ข > ค & "ง"\u00a0จ\n').headings[0]
    assert heading == Heading(2, 'ก < ข > ค & "ง"\u00a0จ', "ก--ข--ค--ง-จ")


def test_a_link_that_shows_a_picture_says_so() -> None:
    body = render("[![ภาพ](a.png)](b.pdf) [ข้อ ![x](a.png)](c.pdf) [](d.pdf) [จ](e.pdf)\n")
    assert [link.text for link in body.links] == ["ภาพ", "ข้อ", "", "จ"]


def test_a_heading_of_level_one_is_told_with_its_place() -> None:
    """For the rule that asks for level two, and a link over two lines has no end in its line."""
    body = render("# ก\n\n## ข\n\n[ค\nง](a.pdf)\n")
    assert body.top_headings == (Span(1, 1, 4),)
    assert [link.span for link in body.links] == [Span(5, 1, 0)]
