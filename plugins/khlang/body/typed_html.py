"""Links and pictures that an author typed as HTML, for the rules: as the sanitiser reads them.

comrak hands HTML on as it stands, without a position; where it stands is looked up in the Markdown.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

import nh3

# comrak puts the position first, and writes those of footnotes without one.
_TYPED = re.compile(r'<(?:a|img)\b(?! data-sourcepos="| href="#fn)', re.IGNORECASE)
_TAG = re.compile(r"<(?:(a|img)\b([^>]*)|/a)>")
_ATTRIBUTE = re.compile(r'\b(href|src|alt|data-sourcepos)="([^"]*)"')
_CODE = re.compile(r'<(?:pre|code) data-sourcepos="(\d{1,6}):(\d{1,6})-(\d{1,6}):(\d{1,6})"')
_ADDRESSES = {"a": "href", "img": "src"}
_LONGEST = 4_000  # characters of a tag that is looked up
_LOOKED_AT = 20  # tags that may stand between: in comments, or in elements that are dropped
# Of others the words are left, and no link: that is told as a link without an address.
_SCHEMES = {"http", "https", "javascript", "data", "vbscript", "file", "ftp", "mailto", "tel"}

_READER = nh3.Cleaner(
    tags={"a", "img"},
    attributes={"a": {"href", "data-sourcepos"}, "img": {"src", "alt", "data-sourcepos"}},
    url_schemes=_SCHEMES,
    link_rel=None,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A link or picture typed as HTML. `words` are what a link shows or a picture stands for."""

    is_picture: bool
    address: str
    words: str
    line: int
    col: int
    end: int


def typed_html(raw: str, text: str, known: Counter[str]) -> Iterator[Typed]:
    """What of the links and pictures in `raw` has no position among `known` (of comrak's own)."""
    if not (_TYPED.search(raw) or "sourcepos" in text.lower()):  # or an author claims a position
        return
    html = _READER.clean(raw)
    text = _without_code(raw, text)
    left = known.copy()
    at = 0
    for match in _TAG.finditer(html):
        name = match[1]
        if name is None:
            continue
        attributes = {key: unescape(value) for key, value in _ATTRIBUTE.findall(match[2])}
        address = attributes.get(_ADDRESSES[name], "")
        position = attributes.get("data-sourcepos", "")
        if left[position]:
            left[position] -= 1
            continue
        if address.startswith(("#fn-", "#fnref-")):
            continue
        words = attributes.get("alt", "") if name == "img" else _words(html, match.end())
        start, end = _place(text, name, address, at)
        at = end
        line_start = text.rfind("\n", 0, start) + 1
        yield Typed(
            name == "img",
            address,
            words,
            text.count("\n", 0, start) + 1,
            start - line_start + 1,
            end - line_start + 1 if "\n" not in text[start:end] else 0,
        )


def _without_code(raw: str, text: str) -> str:
    """The text with blanks in place of code, where a tag is only shown."""
    lines = text.split("\n")
    for match in _CODE.finditer(raw):
        line, col, last, last_col = map(int, match.groups())
        for number in range(line, min(last, len(lines)) + 1):
            typed = lines[number - 1]
            start = col - 1 if number == line else 0
            end = last_col if number == last else len(typed)
            lines[number - 1] = typed[:start] + " " * len(typed[start:end]) + typed[end:]
    return "\n".join(lines)


def _words(html: str, start: int) -> str:
    """What stands in a link, up to its end; a picture counts as a word."""
    end = html.find("</a>", start)
    inner = html[start : end if end >= 0 else len(html)]
    return unescape(_TAG.sub("", inner)).strip() or ("ภาพ" if "<img" in inner else "")


def _place(text: str, name: str, address: str, at: int) -> tuple[int, int]:
    """The next tag of this name behind `at`, or one of those behind it that holds the address."""
    first = None
    tags = re.compile(rf"<{name}\b", re.IGNORECASE).finditer(text, at)
    for match in islice(tags, _LOOKED_AT):
        end = text.find(">", match.end(), match.end() + _LONGEST) + 1 or match.end()
        first = first or (match.start(), end)
        if address in unescape(text[match.start() : end]):
            return match.start(), end
    return first or (at, at)
