"""Markdown for pages of a host: what anybody typed is never markup there."""

import re

from khlang.views.tables import Table

_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#|!~&@:]")


def cell(text: str) -> str:
    """Text of one line, such as a cell of a table."""
    return _MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(text.split()))


def table(found: Table) -> list[str]:
    """The lines of a table; the sum is its last row, in bold."""
    lines = [
        f"| {' | '.join(cell(each.title) for each in found.columns)} |",
        f"| {' | '.join('---:' if each.is_number else '---' for each in found.columns)} |",
    ]
    lines += [f"| {' | '.join(cell(str(each)) for each in row)} |" for row in found.rows]
    if found.total:
        bold = (f"**{cell(str(each))}**" if str(each) else "" for each in found.total)
        lines.append(f"| {' | '.join(bold)} |")
    return lines
