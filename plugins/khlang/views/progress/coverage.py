"""Required topics: how many items are about each, by unit, and which nobody has written about."""

from collections.abc import Mapping
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.progress import YearProgress
from khlang.views.common import Tally


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A topic, and the number of items about it in each unit and in all."""

    name: str
    url: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CoverageIssue:
    """A development issue with the topics of the year."""

    number: int
    name: str
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Topic by unit. An item about two topics stands in two rows, so columns are not summed."""

    sentence: str
    units: tuple[str, ...]
    issues: tuple[CoverageIssue, ...]


def coverage(corpus: Corpus, year: YearProgress) -> Coverage:
    asked, gaps = len(year.topics_asked), len(year.gaps)
    topics = corpus.taxonomy.topic_by_slug
    issues = []
    for issue in corpus.taxonomy.issues:
        rows = tuple(
            CoverageRow(
                name=topics[slug].short_th,
                url=f"topics/{slug}/",
                counts=tuple(each.topics[slug] for each in year.units),
                total=year.topics[slug],
            )
            for slug in year.topics_asked
            if corpus.taxonomy.issue_of_topic[slug] is issue
        )
        if rows:
            issues.append(CoverageIssue(issue.number, issue.name_th, rows))
    rest = f"อีก {gaps} หัวข้อยังไม่มีเรื่อง" if gaps else "ครบทุกหัวข้อ"
    return Coverage(
        sentence=f"มีเรื่องแล้ว {year.topics_covered} จาก {asked} หัวข้อ {rest}",
        units=tuple(each.unit.short_th for each in year.units),
        issues=tuple(issues),
    )


def gaps(corpus: Corpus, topics: Mapping[str, int], year: YearProgress) -> tuple[Tally, ...]:
    """Topics of the year that no counted item is about."""
    names = corpus.taxonomy.topic_by_slug
    return tuple(
        Tally(slug, names[slug].short_th, f"topics/{slug}/", 0)
        for slug in year.topics_asked
        if not topics[slug]
    )
