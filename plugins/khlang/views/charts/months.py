"""Items by category and month: columns of stacked blocks, each category with its own pattern."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khlang.thai.dates import MONTHS_SHORT, month_name
from khlang.views.charts.scale import Linear, Tick, months
from khlang.views.tables import Table, table

_WIDE = (560, 300)
_NARROW = (344, 260)
_TOP, _BOTTOM, _LEFT, _RIGHT = 24, 26, 26, 4
_LABELS = 8  # months that can be named side by side in the narrow drawing


@dataclass(frozen=True, slots=True)
class Block:
    """The items of one category in one month; `hue` is the category's number."""

    x: float
    y: float
    width: float
    height: float
    hue: int


@dataclass(frozen=True, slots=True)
class MonthsDrawing:
    """One drawing, in a width of its own."""

    kind: str
    width: int
    height: int
    left: float
    right: float
    base: float
    blocks: tuple[Block, ...]
    totals: tuple[tuple[float, float, int], ...]
    grid: tuple[Tick, ...]
    months: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class MonthsChart:
    """Both drawings, the categories that they show, and the same in words and in cells."""

    summary: str
    table: Table
    categories: tuple[tuple[str, int], ...]
    drawings: tuple[MonthsDrawing, ...]


def build(
    counts: Mapping[str, Mapping[str, int]],
    categories: Sequence[tuple[str, str]],
    first: date,
    last: date,
) -> MonthsChart:
    """`counts` by month (`2021-06`) and category; `categories` as (slug, name), in their order.

    Every month from `first` to `last` has a column, and any other month that has items.
    """
    shown = sorted({*counts, *(f"{month:%Y-%m}" for month in months(first, last))})
    rows = {
        month: [counts.get(month, {}).get(slug, 0) for slug, _ in categories] for month in shown
    }
    sums = [sum(row[at] for row in rows.values()) for at in range(len(categories))]
    busiest = max(rows, key=lambda month: sum(rows[month]))
    total = sum(sums)
    words = " ".join(f"{name} {number}" for (_, name), number in zip(categories, sums, strict=True))
    summary = f"เรื่องที่นับได้ {total} เรื่อง แยกหมวด: {words}"
    if total:
        summary += f" เดือนที่ได้มากที่สุดคือ{_name(busiest)} {sum(rows[busiest])} เรื่อง"
    return MonthsChart(
        summary=summary,
        table=table(
            "เรื่องที่นับได้ แยกตามเดือนที่รับและหมวดหมู่",
            "เดือนที่รับ",
            [*(name for _, name in categories), "รวม"],
            [(_name(month), *row, sum(row)) for month, row in rows.items() if any(row)],
            ("รวม", *sums, total),
        ),
        categories=tuple((name, at) for at, (_, name) in enumerate(categories, start=1)),
        drawings=tuple(
            _drawing(kind, size, rows) for kind, size in (("wide", _WIDE), ("narrow", _NARROW))
        ),
    )


def _name(month: str) -> str:
    return month_name(date.fromisoformat(f"{month}-01"))


def _drawing(kind: str, size: tuple[int, int], rows: Mapping[str, Sequence[int]]) -> MonthsDrawing:
    width, height = size
    base, right = height - _BOTTOM, width - _RIGHT
    room = (right - _LEFT) / len(rows)
    thick = round(min(room * 0.72, 44), 1)
    y = Linear(max(1, *(sum(row) for row in rows.values())), base, _TOP)
    blocks, totals, labels = [], [], []
    every = 1 if kind == "wide" or len(rows) <= _LABELS else 2
    for at, (month, row) in enumerate(rows.items()):
        middle = round(_LEFT + room * (at + 0.5), 1)
        left, below = round(middle - thick / 2, 1), 0
        for hue, number in enumerate(row, start=1):
            if number:
                top = y(below + number)
                blocks.append(Block(left, top, thick, round(y(below) - top, 1), hue))
                below += number
        if below:
            totals.append((middle, y(below), below))
        if at % every == 0:
            labels.append(Tick(middle, MONTHS_SHORT[int(month[5:]) - 1]))
    return MonthsDrawing(
        kind,
        width,
        height,
        _LEFT,
        right,
        base,
        tuple(blocks),
        tuple(totals),
        y.ticks(),
        tuple(labels),
    )
