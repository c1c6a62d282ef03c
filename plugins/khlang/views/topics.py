"""All required knowledge at a glance: which topics have items, and which nobody has written about."""

from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.views.common import ARCHIVE, HOME, Meta, Tally


@dataclass(frozen=True, slots=True)
class IssueTopics:
    """A development issue with its topics. `gaps` counts the topics without an item."""

    number: int
    name: str
    url: str
    objective: str
    topics: tuple[Tally, ...]
    gaps: int


@dataclass(frozen=True, slots=True)
class TopicsView:
    meta: Meta
    issues: tuple[IssueTopics, ...]
    total: int
    gaps: int


def build(corpus: Corpus, year: int) -> TopicsView:
    """The topics of a fiscal year. Counts are of public items, as the lists behind the links show."""
    issues = []
    for issue in corpus.taxonomy.issues:
        tallies = tuple(
            Tally(
                topic.slug,
                topic.short_th,
                f"topics/{topic.slug}/",
                sum(topic.slug in item.front.topics for item in corpus.public),
            )
            for topic in issue.topics
            if topic.holds_in(year)
        )
        issues.append(
            IssueTopics(
                number=issue.number,
                name=issue.name_th,
                url=f"issues/{issue.slug}/",
                objective=issue.objective_th or "",
                topics=tallies,
                gaps=sum(not each.count for each in tallies),
            )
        )
    total = sum(len(each.topics) for each in issues)
    return TopicsView(
        meta=Meta(
            "topics/",
            "องค์ความรู้ที่จำเป็น",
            f"องค์ความรู้ที่จำเป็น {total} หัวข้อ ใน {len(issues)} ประเด็นการพัฒนา",
            "archive",
            (HOME, ARCHIVE),
        ),
        issues=tuple(issues),
        total=total,
        gaps=sum(each.gaps for each in issues),
    )
