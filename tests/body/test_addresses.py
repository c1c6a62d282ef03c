"""An address leads where it seems to, or it is dropped and the words stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.body import is_safe, render
from khlang.body.sanitise import sanitise

GOOD = [
    "https://www.cdd.go.th",
    "HTTPS://WWW.CDD.GO.TH/",
    "http://a.th:8080/a/b?c=d:e@f&g=//h#i@j",
    "https://a.th/%E0%B8%81%20%E0%B8%82",
    "https://a.th/ก ข",
    "https://ก.ไทย/ข",
    "คู่มือ%20(1).pdf",
    "./a.pdf",
    "../x/",
    "a/b:c",
    "?q=a:b",
    "#ก",
    "",
]
BAD = [
    "javascript:alert(1)", "JaVaScRiPt:1", "data:,x", "mailto:a@b.c", "tel:1", "ftp://a.th", "a.b+c:x",
    "//a.th", "///a.th", "/\\a.th", "\\\\a.th", "a\\b", "https:a.th", "https:/a.th", "https:///a.th",
    "https://", "https://?a", "https://a@b.th", "https://a:b@c.th", "https://@c.th",
    " https://a.th", "https://a.th ", "ja\tva", "a\nb", "a\x00b", "a%00b", "a%0ab", "a%09b", "a\x7fb",
    "a\u200bb", "a%E2%80%8Bb", "a\u202eb", "a%E2%80%AEb", "a\u00adb", "a\ufeffb", "a\u2028b", "a\u00a0b",
    "a%C2%A0b", "a\u3000b", "https://a.th/\u2066", "#a\u200d",
]  # fmt: skip


@pytest.mark.parametrize("address", GOOD)
def test_what_leads_where_it_seems_to_is_kept(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize("address", BAD)
def test_what_deceives_is_refused(address: str) -> None:
    assert not is_safe(address)


@pytest.mark.parametrize("address", [each for each in BAD if not re.search("[\t\n\x00]", each)])
@pytest.mark.parametrize("form", ['<a href="{}">น้ำ</a>', '<img src="{}" alt="น้ำ">'])
def test_the_words_stay(address: str, form: str) -> None:
    """Typed in HTML, as it is and with every character as an entity."""
    entities = "".join(f"&#{ord(char)};" for char in address)
    for written in (address, entities):
        html = render(f"<b>x</b> {form.format(written)}").html
        assert re.search(r"(?:>| )น้ำ", html)
        assert "href" not in html
        assert "src" not in html


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=30),
    st.sampled_from(["a", "img"]),
    st.sampled_from(["title", "alt", "href", "src"]),
)
def test_attributes_come_out_with_their_brackets_escaped(text: str, tag: str, name: str) -> None:
    """What follows the sanitiser finds whole tags by their brackets: the library must keep to it."""
    value = text.replace("&", "&amp;").replace('"', "&quot;")
    html = sanitise(f'<{tag} {name}="{value}<>">x')
    assert re.fullmatch(r'(?:<(?:a|img)(?: [a-z]+="[^"<>]*")*>|</a>|x)*', html), html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![น้ำ](https://a.th/x.png)", '<p><a href="https://a.th/x.png">น้ำ</a></p>'),
        ("![](https://a.th/x.png)", '<p><a href="https://a.th/x.png">ภาพจากเว็บอื่น</a></p>'),
        ("[![น้ำ](https://a.th/x.png)](https://b.th)", '<p><a href="https://b.th">น้ำ</a></p>'),
        (
            "[ก](#ก) ![น้ำ](https://a.th/x.png)",
            '<p><a href="#%E0%B8%81">ก</a> <a href="https://a.th/x.png">น้ำ</a></p>',
        ),
        ("![น้ำ](//a.th/x.png)", "<p>น้ำ</p>"),
        ("![น้ำ](data:image/png,x)", "<p>น้ำ</p>"),
        ("ก <img> ข", "<p>ก  ข</p>"),
        ("![น้ำ](x.png)", '<p><img src="x.png" alt="น้ำ"></p>'),
        (
            '![a"b<c>](https://a.th/x.png)',
            '<p><a href="https://a.th/x.png">a&quot;b&lt;c&gt;</a></p>',
        ),
    ],
)
def test_no_picture_of_another_site_is_loaded(text: str, html: str) -> None:
    """It becomes a link; where that cannot be, its words."""
    assert render(text).html.strip() == html
