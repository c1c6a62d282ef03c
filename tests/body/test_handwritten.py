"""Hand-written pages: what they need stays, what could act or load from elsewhere goes."""

import pytest

from khlang.body import clean
from khlang.body.pictures import sized


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="น้ำ">น้ำ</h2>',
        '<p class="lead" lang="en">Water</p>',
        '<p><a href="mailto:office@example.go.th">เขียนถึงเรา</a> <a href="tel:1199">1199</a></p>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
        '<figure><img alt="หนอง" height="20" src="a.png" width="30"><figcaption>หนอง</figcaption></figure>',
    ],
)
def test_what_pages_are_made_of_stays(html: str) -> None:
    """Ids, classes, languages, contact addresses, footnotes and sizes of pictures."""
    assert sorted(clean(html)) == sorted(html)
    assert clean(clean(html)) == clean(html)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<script>alert(1)</script>น้ำ", "น้ำ"),
        ('<p onclick="alert(1)" style="color: red">น้ำ</p>', "<p>น้ำ</p>"),
        ('<a href="javascript:alert(1)">น้ำ</a>', "<a>น้ำ</a>"),
        ('<a href="mailto:a\u202eb@c.d">น้ำ</a>', "<a>น้ำ</a>"),
        ('<img src="tel:1199" alt="น้ำ">', "น้ำ"),
        ('<form action="https://e.example"><input name="a"></form>', ""),
        ('<iframe src="https://e.example"></iframe>', ""),
        (
            '<img src="https://e.example/x.png" alt="น้ำ">',
            '<a href="https://e.example/x.png">น้ำ</a>',
        ),
        ('<td style="text-align: right" align="right">1</td>', "1"),
    ],
)
def test_what_could_act_goes(html: str, left: str) -> None:
    """The words stay."""
    assert clean(html) == left


def test_pictures_keep_their_place_free() -> None:
    """Width and height come from the file, unless the writer gave them; all are loaded when near."""
    sizes = {"a.png": (3, 2)}.get
    assert sized('<p><img alt="ก" src="a.png"></p>', sizes) == (
        '<p><img loading="lazy" width="3" height="2" alt="ก" src="a.png"></p>'
    )
    assert sized('<img src="b.png">', sizes) == '<img loading="lazy" src="b.png">'
    assert (
        sized('<img src="a.png" width="30">', sizes)
        == '<img loading="lazy" src="a.png" width="30">'
    )
