"""Cumulative items against the pace that is needed: a line of steps, an even line, the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from khlang.progress.pace import Pace
from khlang.thai.dates import MONTHS_SHORT, short_date
from khlang.views.charts.scale import Days, Linear, Tick, next_month
from khlang.views.tables import Table, table

_WIDE = (880, 320)
_NARROW = (344, 280)
_TOP, _BOTTOM, _LEFT, _RIGHT = 40, 26, 30, 10
_LABEL = 64  # room that the word at the last point needs


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with a line across; its word stands to the left of the line where `before`."""

    at: float
    label: str
    before: bool


@dataclass(frozen=True, slots=True)
class PaceDrawing:
    """One drawing, in a width of its own so that words never shrink. Paths are SVG."""

    kind: str
    width: int
    height: int
    left: float
    right: float
    base: float
    steps: str
    area: str
    needed: str
    target: Tick
    grid: tuple[Tick, ...]
    months: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    now: Mark
    now_at: float
    now_word: float


@dataclass(frozen=True, slots=True)
class PaceChart:
    """Both drawings, and the same in words and in cells."""

    summary: str
    table: Table
    drawings: tuple[PaceDrawing, ...]


@dataclass(frozen=True, slots=True)
class PaceFigures:
    """What is drawn: counted items by day, the target, and the pace."""

    timeline: tuple[tuple[date, int], ...]
    done: int
    target: int
    pace: Pace
    as_of: date
    end: date
    target_label: str


def build(figures: PaceFigures, sentence: str) -> PaceChart:
    """`sentence` says how the figures stand against the pace."""
    until = min(figures.as_of, figures.end)
    return PaceChart(
        summary=f"จำนวนเรื่องสะสมถึง {short_date(until)} {figures.done} เรื่อง จากเป้าหมาย "
        f"{figures.target} เรื่อง {sentence}",
        table=_table(figures, until),
        drawings=(
            _drawing("wide", _WIDE, figures, until),
            _drawing("narrow", _NARROW, figures, until),
        ),
    )


def number_at(timeline: Sequence[tuple[date, int]], day: date) -> int:
    """The number of counted items at the end of a day."""
    return next((number for at, number in reversed(timeline) if at <= day), 0)


def _table(figures: PaceFigures, until: date) -> Table:
    """The end of every month, and the last day."""
    ends = []
    month = _first(figures)
    while next_month(month) - timedelta(days=1) < until:
        ends.append(next_month(month) - timedelta(days=1))
        month = next_month(month)
    rows = [
        (short_date(day), number_at(figures.timeline, day), figures.pace.needed(day))
        for day in (*ends, until)
    ]
    return table("เรื่องสะสมเทียบจังหวะที่ควรได้", "ณ สิ้นวันที่", ("ได้แล้ว", "ควรได้"), rows)


def _first(figures: PaceFigures) -> date:
    days = [figures.pace.start, min(figures.as_of, figures.end)]
    days += [day for day, _ in figures.timeline[:1]]
    return min(days).replace(day=1)


def _last(figures: PaceFigures, until: date) -> date:
    """The end of the month in which the last deadline or the day of the figures lies."""
    dues = [due for due, number in figures.pace.dues if number]
    last = max([until, *dues])
    return next_month(last) - timedelta(days=1)


def _drawing(kind: str, size: tuple[int, int], figures: PaceFigures, until: date) -> PaceDrawing:
    width, height = size
    right, base = width - _RIGHT, height - _BOTTOM
    x = Days(_first(figures), _last(figures, until), _LEFT, right)
    y = Linear(max(figures.target, figures.done, 1), base, _TOP)
    steps, drawn = f"M{x(x.first)} {y(0)}", 0
    for day, number in figures.timeline:
        if day <= until:
            steps += f"H{x(day)}V{y(number)}"
            drawn = number
    steps += f"H{x(until)}"
    dues = [figures.pace.start, *(due for due, number in figures.pace.dues if number)]
    line = " ".join(f"{x(day)} {y(figures.pace.needed(day))}" for day in dues)
    months = list(x.months())
    every = 1 if kind == "wide" or len(months) <= 6 else 2
    now = x(until)
    return PaceDrawing(
        kind=kind,
        width=width,
        height=height,
        left=_LEFT,
        right=right,
        base=base,
        steps=steps,
        area=f"{steps}V{base}H{x(x.first)}z",
        needed=f"M{line}H{right}",
        target=Tick(y(figures.target), figures.target_label),
        grid=tuple(tick for tick in y.ticks() if tick.label != str(figures.target)),
        months=tuple(
            Tick(x(month), MONTHS_SHORT[month.month - 1])
            for at, month in enumerate(months)
            if at % every == 0
        ),
        marks=tuple(
            Mark(x(due), f"กำหนดส่ง {due.day} {MONTHS_SHORT[due.month - 1]}", x(due) > width / 2)
            for due, number in figures.pace.dues
            if number and due < figures.end
        ),
        now=Mark(now, f"{drawn} เรื่อง", now + _LABEL > right),
        now_at=y(drawn),
        now_word=y(drawn) + (16 if y(drawn) < base - 24 else -10),
    )
