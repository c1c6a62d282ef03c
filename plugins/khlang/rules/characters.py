"""Characters nobody sees that an author wrote as entities: `&#x202e;` stands in no text as itself.

Those that do stand in it are told by `source.text`, as those of YAML escapes are by its reader.
"""

import re
from collections.abc import Iterator
from html import unescape

from khlang.model.diagnostic import Diagnostic, report
from khlang.model.item import Item
from khlang.rules.context import Context, span
from khlang.source.text import UNWANTED
from khlang.thai.characters import point

_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});")


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Each such character that the page would show, at its first entity outside code."""
    if "&" not in item.body:
        return
    told: set[str] = set()
    for number, line in enumerate(item.body.split("\n"), start=1):
        for match in _ENTITY.finditer(line) if "&" in line else ():
            char = _char(match)
            in_code = line.count("`", 0, match.start()) % 2
            if char in told or in_code:
                continue
            for code, pattern in UNWANTED:
                if pattern.fullmatch(char) and char in context.body(item).html:
                    told.add(char)
                    place = span(item, number, match.start() + 1, match.end() + 1)
                    yield report(code, place, point=point(char), count=1)


def _char(entity: re.Match[str]) -> str:
    """What comrak makes of it: numbers as they are, where HTML would put other characters."""
    decimal, hexadecimal = entity.groups()
    number = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else -1
    return chr(number) if 0 <= number <= 0x10FFFF else unescape(entity[0])
