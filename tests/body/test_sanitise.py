"""Nothing that an author writes can act, load or clash."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.body import render
from khlang.body.sanitise import TAGS

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<https://x.th/'onmouseover=alert(1)>",
    '[x](https://a.th "a\\" onmouseover=alert(1) \\"")',
    '![a"><script>alert(1)</script>](https://x.th/y.png)',
    "![a><img src=x onerror=alert(1)>](https://x.th/y.png)",
    "## <img src=x onerror=alert(1)>",
    '<a href="https://x.th" title="<h2>a onmouseover=alert(1) b</h2>">x</a>',
    '<a title="</a><script>alert(1)</script>">x</a>',
    "<style>*{display:none}</style>",
    "<div style='position:fixed'>x</div>",
    "<form action=https://x.th><input name=p></form>",
    "<base href=https://x.th>",
    "<meta http-equiv=refresh content=0>",
    "<object data=x></object><embed src=x>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<h2 id=__palette name=location>x</h2>",
    "<p class='md-search'>x</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    '<td align="left" onclick=alert(1)>',
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "> [!NOTE]<script>alert(1)</script>\n> x",
]


class Reader(HTMLParser):
    """Collects the tags and attributes of a fragment as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, {name: value or "" for name, value in attrs}))


ALLOWED = {
    "href", "title", "src", "alt", "start", "class", "id", "colspan", "rowspan", "scope", "type",
    "checked", "disabled", "aria-label",
}  # fmt: skip
CLASS = re.compile(
    r"(?:markdown-alert(?:-\w+)?|footnote(?:s|-ref|-backref)|to-(?:left|right|center))(?: |$)"
)
SAFE_ADDRESS = re.compile(r"(?:https?:|#|[^:]*$)")


def assert_harmless(text: str) -> None:
    reader = Reader()
    reader.feed(render(text).html)
    for tag, attributes in reader.seen:
        assert tag in TAGS, tag
        assert set(attributes) <= ALLOWED, attributes
        assert SAFE_ADDRESS.match(attributes.get("href", ""))
        assert not re.match(r"\w*:|//", attributes.get("src", ""))
        assert not attributes.get("class") or CLASS.match(attributes["class"])


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_comes_to_nothing(text: str) -> None:
    """Only listed tags and attributes, addresses that cannot run, classes of our own."""
    assert_harmless(text)


@given(st.lists(st.sampled_from([*ATTACKS, *"<>\"'=`[]()!#*\n ", "<b ", "ก", "</a>"]), max_size=8))
def test_attacks_mixed_with_each_other_come_to_nothing(parts: list[str]) -> None:
    """Neither do their pieces, in any order."""
    assert_harmless("".join(parts))


@given(st.text(max_size=80) | st.text("<>/ab =\"'`[]()!#*|-:^~&;\\\n\t ก่ำ", max_size=80))
def test_any_text_becomes_a_harmless_body(text: str) -> None:
    """Whatever is typed: no error, nothing that runs, and no id but those of headings and notes."""
    assert_harmless(text)
    body = render(text)
    assert "<script" not in body.html.lower()
    given_ids = re.findall(r'<[^>]* id="([^"]*)"', body.html)
    headings = {heading.id for heading in body.headings}
    assert all(id in headings or id.startswith(("fn-", "fnref-")) for id in given_ids)


def test_code_that_shows_a_script_is_shown_unchanged() -> None:
    """A lesson about HTML can be written."""
    shown = render("```html\n<script onclick=x>1</script>\n```\n").html
    assert "&lt;script onclick=x&gt;1&lt;/script&gt;" in shown


@pytest.mark.parametrize("name", ["id", "name", "style", "onclick", "data-sourcepos"])
def test_attributes_of_the_author_are_dropped(name: str) -> None:
    """The words stay."""
    assert render(f'<p {name}="1:1-1:2">น้ำ</p>').html.strip() == "<p>น้ำ</p>"


def test_an_id_of_the_author_is_dropped() -> None:
    """So that none clashes with the page's own."""
    assert render("<h2 id=header>น้ำ</h2>").html.strip() == '<h2 id="น้ำ">น้ำ</h2>'


def test_what_is_dropped_is_named() -> None:
    """For the rule that tells the author; tags inside code are shown and not dropped."""
    body = render(
        "<iframe src=x></iframe>\n\n`<script>` <FONT color=red>ก</FONT>\n\n```\n<form>\n```\n"
    )
    assert body.removed_tags == ("iframe", "font")


@pytest.mark.parametrize(
    "spoof",
    [
        '<a data-sourcepos="99:1-99:2" href="x.pdf">ก</a>',
        '<img data-sourcepos="1:999-1:9999" src="x.png">',
        f'<a data-sourcepos="{"9" * 5000}:1-1:1" href="x.pdf">ก</a>',
        '<a data-sourcepos="0:0-0:0" href="x.pdf">ก</a>',
    ],
)
def test_a_place_that_the_author_makes_up_is_none(spoof: str) -> None:
    """`data-sourcepos` is the renderer's; typed by hand it moves nothing."""
    body = render(f"น้ำ\n\n{spoof}\n")
    assert [each.span.line for each in (*body.links, *body.images)] == [3]
