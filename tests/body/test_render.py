"""GitHub-flavoured Markdown as the archive shows it."""

import pytest

from khlang.body import Heading, render


def html(text: str) -> str:
    return render(text).html.strip()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**หนา** *เอน* ~~ลบ~~", "<p><strong>หนา</strong> <em>เอน</em> <del>ลบ</del></p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("3. ค", '<ol start="3">\n<li>ค</li>\n</ol>'),
        (
            "- [x] ก",
            '<ul>\n<li><input aria-label="ทำแล้ว" type="checkbox" checked="" disabled=""> ก</li>\n</ul>',
        ),
        ("<https://a.go.th>", '<p><a href="https://a.go.th">https://a.go.th</a></p>'),
        ("https://a.go.th ครับ", '<p><a href="https://a.go.th">https://a.go.th</a> ครับ</p>'),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("<b>หนา</b>", "<p><b>หนา</b></p>"),
    ],
)
def test_what_github_shows_is_what_the_archive_shows(markdown: str, expected: str) -> None:
    """The fragments that items are made of."""
    assert html(markdown) == expected


def test_a_table_keeps_the_alignment_of_its_columns_as_a_class() -> None:
    """Without the obsolete attribute and without inline style."""
    shown = html("| ก | ข |\n| --- | ---: |\n| 1 | 2 |")
    assert '<td class="to-right">2</td>' in shown
    assert "<td>1</td>" in shown
    assert "align" not in shown


def test_alerts_have_thai_titles() -> None:
    """comrak knows only English ones."""
    shown = html("> [!WARNING]\n> น้ำลึก")
    assert 'class="markdown-alert markdown-alert-warning"' in shown
    assert '<p class="markdown-alert-title">ระวัง</p>' in shown
    assert "Warning" not in shown


def test_footnotes_lead_there_and_back() -> None:
    """Every link of a footnote has a place that it leads to, also for a second reference."""
    shown = html("ก[^น้ำ] ข[^น้ำ] ค[^b]\n\n[^น้ำ]: หนึ่ง\n\n    - รายการ\n\n[^b]: สอง\n")
    targets = [part.partition('"')[0] for part in shown.split(' href="#')[1:]]
    ids = [part.partition('"')[0] for part in shown.split(' id="')[1:]]
    assert len(targets) == 6
    assert set(targets) == set(ids)
    assert len(ids) == len(set(ids))
    assert "Back to reference" not in shown


def test_trap_29_a_thai_list_that_begins_at_three_keeps_its_numbers() -> None:
    """Trap 29: no list is made of it, so that no digit is lost; the rule asks for line breaks."""
    assert html("๓. ขุด\\\n๔. ปลูก") == "<p>๓. ขุด<br>\n๔. ปลูก</p>"


def test_headings_begin_at_two_and_have_thai_ids() -> None:
    """Vowels and tones stay in the id; equal headings are numbered."""
    body = render("# กัน\n\n## กิน น้ำ\n\n## กิน น้ำ\n\n### **ข้อ 1:** “ดิน”\n\n## !\n")
    assert body.headings == (
        Heading(2, "กัน", "กัน"),
        Heading(2, "กิน น้ำ", "กิน-น้ำ"),
        Heading(2, "กิน น้ำ", "กิน-น้ำ-1"),
        Heading(3, "ข้อ 1: “ดิน”", "ข้อ-1-ดิน"),
        Heading(2, "!", "หัวข้อ"),
    )
    assert '<h2 id="กิน-น้ำ-1">' in body.html
    assert "<h1" not in body.html


def test_links_and_images_are_found_with_their_places() -> None:
    """Columns count characters, behind Thai marks, too."""
    body = render("น้ำ [คู่มือ](guide.pdf) และ\n\nภาพ ![หนอง](poster%20one.png) <https://a.go.th>\n")
    assert [(link.href, link.text, link.span.line, link.span.col) for link in body.links] == [
        ("guide.pdf", "คู่มือ", 1, 5),
        ("https://a.go.th", "https://a.go.th", 3, 31),
    ]
    (image,) = body.images
    assert (image.src, image.alt) == ("poster one.png", "หนอง")
    assert (image.span.line, image.span.col, image.span.end) == (3, 5, 30)


def test_a_picture_of_another_site_becomes_a_link() -> None:
    """No page loads anything from elsewhere."""
    assert html("![แผนที่](https://example.org/x.png)") == (
        '<p><a href="https://example.org/x.png">แผนที่</a></p>'
    )
    assert "<img" not in html('<img src="//example.org/x.png">')


def test_an_empty_text_is_an_empty_body() -> None:
    """Nothing comes of nothing."""
    body = render("")
    assert (body.html.strip(), body.headings, body.links, body.removed_tags) == ("", (), (), ())
