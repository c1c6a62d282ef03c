"""Values that are words of their vocabulary but do not fit the item's year."""

from collections.abc import Iterator

from khlang.model.codes import values as codes
from khlang.model.diagnostic import Diagnostic, report
from khlang.model.item import Item
from khlang.rules.context import Context


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Topics of the year, a year with targets, a unit of that year."""
    year = item.front.fiscal_year
    topics = context.corpus.taxonomy.topic_by_slug
    for index, slug in enumerate(item.front.topics):
        if slug in topics and not topics[slug].holds_in(year):
            place = item.place(f"topics.{index}")
            yield report(codes.TOPIC_OUT_OF_YEAR, place, topic=slug, year=year)
    targets = context.corpus.targets.years.get(year)
    if targets is None:
        yield report(codes.YEAR_WITHOUT_TARGETS, item.place("fiscal_year"), year=year)
    elif (
        item.front.unit not in targets.units
        and item.front.unit in context.corpus.targets.unit_by_slug
    ):
        yield report(codes.UNIT_NOT_IN_YEAR, item.place("unit"), unit=item.front.unit, year=year)
