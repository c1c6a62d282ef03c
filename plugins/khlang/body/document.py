"""The one way from an item's Markdown to its body."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from khlang.body.anchors import Heading, add_footnote_ids, add_heading_ids, name_alerts, name_tasks
from khlang.body.markdown import to_html
from khlang.body.pictures import off_site_to_links
from khlang.body.sanitise import TAGS, sanitise
from khlang.body.typed_html import typed_html

# comrak puts the position first, and no bracket into an attribute.
_POSITIONED = re.compile(
    r'<(a|img|h1) data-sourcepos="(\d{1,6}):(\d{1,6})-(\d{1,6}):(\d{1,6})"([^<>]*)>'
)
_ATTRIBUTE = re.compile(r'\b(href|src|alt)="([^"]*)"')
_RAW_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?![A-Za-z0-9-]| data-sourcepos)")
_ANY_TAG = re.compile(r"<[^>]*>")
_ALIGNED_CELL = re.compile(r'<(t[dh]) align="(left|right|center)">')


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the Markdown: line and column from 1, end column exclusive."""

    line: int
    col: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link, written in Markdown or typed as HTML."""

    href: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """An image, written in Markdown or typed as HTML."""

    src: str
    alt: str
    span: Span


@dataclass(frozen=True)
class Body:
    """What a page and the rules need to know of an item's text. `raw` is not yet safe.

    HTML and headings are made when they are asked for: checking an archive needs neither.
    """

    raw: str
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    top_headings: tuple[Span, ...]
    removed_tags: tuple[str, ...]

    @property
    def html(self) -> str:
        """Safe HTML."""
        return self._safe[0]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self._safe[1]

    @cached_property
    def _safe(self) -> tuple[str, tuple[Heading, ...]]:
        html, headings = add_heading_ids(name_tasks(name_alerts(sanitise(self.raw))))
        return align_by_class(off_site_to_links(add_footnote_ids(html))), headings


def render(text: str) -> Body:
    """A folded Markdown text as a body, with what stands in it and where."""
    raw = to_html(text)
    links: list[Link] = []
    images: list[Image] = []
    tops: list[Span] = []
    lines = text.split("\n")
    known = Counter[str]()
    for match in _POSITIONED.finditer(raw):
        tag, line, col, last_line, last_col, more = match.groups()
        if not (0 < int(line) <= len(lines) and 0 < int(col) <= len(lines[int(line) - 1])):
            continue  # no place of the text: typed by the author, in HTML of their own
        end = int(last_col) + 1 if line == last_line else 0
        span = Span(int(line), int(col), end)
        if tag != "h1":
            known[f"{line}:{col}-{last_line}:{last_col}"] += 1
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(more)}
        if tag == "h1":
            tops.append(span)
        elif tag == "img":
            images.append(
                Image(unquote(attributes.get("src", "")), attributes.get("alt", ""), span)
            )
        else:
            inner = raw[match.end() : max(match.end(), raw.find("</a>", match.end()))]
            shown = unescape(_ANY_TAG.sub("", inner)).strip()
            if not shown and "<img" in inner:
                shown = "ภาพ"
            links.append(Link(attributes.get("href", ""), shown, span))
    for each in typed_html(raw, text, known):
        span = Span(each.line, each.col, each.end)
        if each.is_picture:
            images.append(Image(unquote(each.address), each.words, span))
        else:
            links.append(Link(each.address, each.words, span))
    return Body(raw, tuple(links), tuple(images), tuple(tops), _removed_tags(raw))


def _removed_tags(raw: str) -> tuple[str, ...]:
    """Names of the tags an author wrote that the allow-list drops, in their order."""
    if "<" not in raw:
        return ()
    names = (name.lower() for name in _RAW_TAG.findall(raw))
    return tuple(dict.fromkeys(name for name in names if name not in TAGS))


def align_by_class(html: str) -> str:
    """GFM's column alignment as a class: the attribute is obsolete in HTML."""
    return _ALIGNED_CELL.sub(r'<\1 class="to-\2">', html)
