"""What changed between two readings of an archive, at one date."""

from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.targets import Unit
from khlang.progress.figures import Progress, UnitProgress, YearProgress
from khlang.progress.standing import days_late, deadline_of, standing


@dataclass(frozen=True, slots=True)
class LateItem:
    """A counted item that was received after the deadline."""

    id: str
    unit: Unit
    days: int


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit before and after; `before` is None where the unit owed nothing then."""

    before: UnitProgress | None
    after: UnitProgress

    @property
    def items(self) -> int:
        return self.after.items.done - (self.before.items.done if self.before else 0)

    @property
    def contributors(self) -> int:
        return self.after.contributors.done - (self.before.contributors.done if self.before else 0)


@dataclass(frozen=True, slots=True)
class Change:
    """A year before and after. `covered` and `lost` are topics that the year asks for."""

    before: YearProgress | None
    after: YearProgress
    units: tuple[UnitChange, ...]
    covered: tuple[str, ...]
    lost: tuple[str, ...]
    late: tuple[LateItem, ...]

    @property
    def items(self) -> int:
        return sum(each.items for each in self.units)

    @property
    def contributors(self) -> int:
        return sum(each.contributors for each in self.units)


def compare(
    before: tuple[Corpus, Progress] | None, after: tuple[Corpus, Progress], year: int
) -> Change:
    """Two archives with their figures at the same date; `before` None where there was none."""
    then = before[1].years.get(year) if before else None
    now = after[1].years[year]
    gaps = set(then.gaps) if then else set(now.topics_asked)
    known = {item.id for item in late_items(before[0], year, before[1].as_of)} if before else set()
    return Change(
        before=then,
        after=now,
        units=tuple(
            UnitChange(then.by_unit.get(each.unit.slug) if then else None, each)
            for each in now.units
        ),
        covered=tuple(slug for slug in now.topics_asked if slug in gaps and now.topics[slug]),
        lost=tuple(slug for slug in now.gaps if then and then.topics.get(slug)),
        late=tuple(each for each in late_items(after[0], year, now.as_of) if each.id not in known),
    )


def late_items(corpus: Corpus, year: int, as_of: date) -> tuple[LateItem, ...]:
    """The counted items of a year that came after the deadline of their unit."""
    targets = corpus.targets.years.get(year)
    if targets is None:
        return ()
    found = []
    for item in corpus.items:
        unit = corpus.targets.unit_by_slug.get(item.front.unit)
        if unit is None or item.front.fiscal_year != year or unit.slug not in targets.units:
            continue
        days = days_late(item, deadline_of(unit, corpus, targets))
        if days and standing(item, corpus.targets.counting, as_of).counted:
            found.append(LateItem(item.id, unit, days))
    return tuple(found)
