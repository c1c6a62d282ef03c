"""Thai text that GitHub-flavoured Markdown shows otherwise than its author meant (design 6).

Looks at the lines of the Markdown outside code, with the eyes of the author, not of the parser:
what is reported is what they typed, at the place where they typed it.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from khlang.model.codes import gfm as codes
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.model.item import Item
from khlang.rules.context import Context, span

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
# Delimiters that CommonMark cannot close or open: punctuation inside, a letter outside.
_CLOSING = re.compile(rf"\*\*[^*\s][^*]*[^\w\s*{_THAI}]\*\*(?=[\w{_THAI}])")
_OPENING = re.compile(rf"(?<=[\w{_THAI}])\*\*[^\w\s*{_THAI}][^*]*\*\*")
THAI_NUMBER = re.compile(r"^\s{0,3}[๐-๙]+[.)]\s?\S")
_HASH = re.compile(r"^(#{1,6})([^#\s].*)")
_THAI_LETTER = re.compile(f"[{_THAI}]")


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Bold, bare links, Thai-digit lists, headings and raw HTML."""
    body = context.body(item)
    yield from _lines(item, asterisks="**" in body.raw)
    lines = item.body.split("\n")
    for link in body.links:
        href = unquote(link.href)
        typed = href in (link.text, f"http://{link.text}")  # GFM links a bare `www.` too
        bare = typed and not lines[link.span.line - 1].startswith("<", link.span.col - 1)
        if bare and (thai := _THAI_LETTER.search(href)):
            place = span(item, link.span.line, link.span.col, link.span.end)
            yield report(codes.THAI_IN_LINK, place, href=href, cure=href[: thai.start()])
    for top in body.top_headings:
        yield report(codes.HEADING_LEVEL_ONE, span(item, top.line, top.col, top.end))
    for tag in body.removed_tags:
        yield report(codes.RAW_HTML, _first_tag(item, tag), tag=tag)


def _lines(item: Item, *, asterisks: bool) -> Iterator[Diagnostic]:
    """`asterisks`: whether the page shows any, without which no bold has failed."""
    previous = ""
    lines = item.body.split("\n")
    for number, (line, in_code) in enumerate(zip(lines, fenced(lines), strict=True), start=1):
        if not in_code:
            text = code_masked(line)
            if asterisks:
                yield from _bold(item, number, text)
            yield from _line(item, number, text, previous)
        previous = line


def fenced(lines: Sequence[str]) -> list[bool]:
    """Which lines are code between fences, or a fence."""
    inside: list[bool] = []
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        inside.append(bool(fence or match))
        if match:
            fence = "" if fence and match[1].startswith(fence) else fence or match[1][:3]
    return inside


def code_masked(line: str) -> str:
    """A line whose code is blanks: the same places, and nothing to be taken for marks."""
    return _CODE_SPAN.sub(lambda code: " " * len(code[0]), line) if "`" in line else line


def _bold(item: Item, number: int, text: str) -> Iterator[Diagnostic]:
    for pattern in (_CLOSING, _OPENING):
        if match := pattern.search(text):
            place = span(item, number, match.start() + 1, match.end() + 1)
            yield report(codes.BOLD_NOT_CLOSED, place)
            break


def _line(item: Item, number: int, text: str, previous: str) -> Iterator[Diagnostic]:
    numbered = THAI_NUMBER.match(text) and THAI_NUMBER.match(previous)
    if numbered and not previous.rstrip().endswith("\\") and not previous.endswith("  "):
        yield report(codes.THAI_NUMBERS_RUN_ON, span(item, number, 1, len(text) + 1))
    if text.startswith("#") and (match := _HASH.match(text)):
        place = span(item, number, 1, len(text) + 1)
        yield report(codes.HASH_WITHOUT_SPACE, place, cure=f"{match[1]} {match[2]}")


def _first_tag(item: Item, tag: str) -> Place:
    for number, line in enumerate(item.body.split("\n"), start=1):
        if match := re.search(f"<{tag}", line, re.IGNORECASE):
            return span(item, number, match.start() + 1, match.end() + 1)
    return span(item, 1, 1)
