"""Scales: from figures and days to places in a drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis, and the word at it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Linear:
    """Figures from 0 to `top`, drawn from `low` to `high`."""

    top: float
    low: float
    high: float

    def __call__(self, value: float) -> float:
        return round(self.low + (self.high - self.low) * value / self.top, 1)

    def ticks(self, most: int = 4) -> tuple[Tick, ...]:
        """Round figures from 0, at most so many steps."""
        step = _round_step(self.top, most)
        return tuple(Tick(self(n), str(n)) for n in range(0, int(self.top) + 1, step))


@dataclass(frozen=True, slots=True)
class Days:
    """Days from the first to the last, drawn from `low` to `high`."""

    first: date
    last: date
    low: float
    high: float

    def __call__(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(self.low + (self.high - self.low) * share, 1)

    def months(self) -> Iterator[date]:
        """The first day of every month that is drawn."""
        return months(self.first, self.last)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month from that of `first` to that of `last`."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = next_month(day)


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _round_step(top: float, most: int) -> int:
    scale = 1
    while True:
        for step in _STEPS:
            if top / (step * scale) <= most:
                return step * scale
        scale *= 10
