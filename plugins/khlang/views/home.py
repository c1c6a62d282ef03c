"""The home page: the categories, what is new, how far the year is."""

from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.progress import Progress
from khlang.thai.dates import long_date
from khlang.views.common import Card, Covers, Crumb, Meta, Tally, as_of_label, card
from khlang.views.listing import facets
from khlang.views.progress import Bar, bar, honest_sentence

NEWEST = 6


@dataclass(frozen=True, slots=True)
class CategoryEntry:
    """A category as the home page offers it."""

    name: str
    description: str
    url: str
    hue: int
    count: int


@dataclass(frozen=True, slots=True)
class YearSummary:
    """The year in one look."""

    done: int
    target: int
    persons: int
    staff: int
    bar: Bar
    sentence: str
    units_met: int
    units_total: int
    as_of: str


@dataclass(frozen=True, slots=True)
class HomeView:
    meta: Meta
    categories: tuple[CategoryEntry, ...]
    newest: tuple[Card, ...]
    total: int
    issues: tuple[Tally, ...]
    units: tuple[Tally, ...]
    topics_total: int
    year: int
    summary: YearSummary | None
    next_date: Crumb | None
    province: str


def build(corpus: Corpus, progress: Progress, covers: Covers) -> HomeView:
    """`next_date` is the next deadline on or after the day of the figures, if there is one."""
    groups = {group.key: group.tallies for group in facets(corpus)}
    return HomeView(
        meta=Meta(
            "",
            "หน้าแรก",
            f"คลังความรู้งานพัฒนาชุมชน{corpus.targets.province.name_th}",
            "home",
        ),
        categories=tuple(
            CategoryEntry(
                name=each.name_th,
                description=each.description_th or each.name_full_th or "",
                url=f"categories/{each.slug}/",
                hue=number,
                count=sum(item.front.category == each.slug for item in corpus.public),
            )
            for number, each in enumerate(corpus.taxonomy.categories, start=1)
        ),
        newest=tuple(card(corpus, item, covers.get(item.id)) for item in corpus.newest[:NEWEST]),
        total=len(corpus.public),
        issues=groups["issues"],
        units=groups["units"],
        topics_total=sum(topic.holds_in(progress.current) for _, topic in corpus.taxonomy.topics()),
        year=progress.current,
        summary=_summary(progress),
        next_date=_next_date(progress),
        province=corpus.targets.province.short_th,
    )


def _summary(progress: Progress) -> YearSummary | None:
    now = progress.now
    if now is None:
        return None
    return YearSummary(
        done=now.items.done,
        target=now.items.target,
        persons=now.contributors.done,
        staff=now.contributors.target,
        bar=bar(now.items),
        sentence=honest_sentence(now),
        units_met=now.units_met,
        units_total=len(now.units),
        as_of=as_of_label(progress.as_of),
    )


def _next_date(progress: Progress) -> Crumb | None:
    """The next item deadline of the units; what it is, and when."""
    if progress.now is None:
        return None
    due = progress.now.targets.due
    if due.date < progress.as_of:
        return None
    return Crumb(f"{due.what_th} ภายใน{long_date(due.date, weekday=True)}", "progress/")
