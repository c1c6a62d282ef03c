"""The pace that is needed: an even line from the start of the work to each deadline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.targets import YearTargets


@dataclass(frozen=True, slots=True)
class Pace:
    """How many items are to be in, and by which day; `dues` in the order of their days."""

    start: date
    dues: tuple[tuple[date, int], ...]

    @classmethod
    def together(cls, start: date, several: Iterable["Pace"]) -> "Pace":
        """The pace of several units: what is due on the same day is one number."""
        paces = tuple(several)
        dues: dict[date, int] = {}
        for pace in paces:
            for day, number in pace.dues:
                dues[day] = dues.get(day, 0) + number
        return cls(min((pace.start for pace in paces), default=start), tuple(sorted(dues.items())))

    def needed(self, day: date) -> int:
        """Whole items that the even line has reached at the end of `day`; all of them on the last."""
        return sum(self._part(number, due, day) for due, number in self.dues)

    def behind(self, filled: int, day: date) -> int:
        """Items that are wanting at the end of `day`; what lies beyond a quota does not count."""
        return max(0, self.needed(day) - filled)

    def _part(self, number: int, due: date, day: date) -> int:
        span = (due - self.start).days
        elapsed = min((day - self.start).days, span)
        if span <= 0:
            return number if day >= due else 0
        return number * max(elapsed, 0) // span


def start_of_work(corpus: Corpus, year: int, targets: YearTargets) -> date:
    """The day from which the plan has items made (row 2.2), or else the first day of the year."""
    plan = corpus.plans.get(year)
    starts = [
        row.period.start
        for row in (plan.rows if plan else ())
        if row.compute.measure == "counted-items" and row.period.start < targets.due.date
    ]
    return min(starts, default=targets.start)
