"""Contributor keys. No message prints one: in an office of three, a key is a person."""

from collections import defaultdict
from collections.abc import Iterator

from khlang.model.codes import contributors as codes
from khlang.model.diagnostic import Diagnostic, report
from khlang.model.item import Item
from khlang.progress.count import unit_of_key
from khlang.rules.context import Context


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """The maker is of the item's unit; joint makers are of some unit, each listed once."""
    key = item.front.contributor
    units = context.corpus.targets.unit_by_slug
    if key and unit_of_key(key) != item.front.unit:
        yield report(codes.OTHER_UNIT, item.place("contributor"), unit=unit_of_key(key))
    for index, joint in enumerate(item.front.with_):
        place = item.place(f"with.{index}")
        if unit_of_key(joint) not in units:
            yield report(codes.UNKNOWN_UNIT, place)
        elif joint == key:
            yield report(codes.LISTED_TWICE, place)


def check_archive(context: Context) -> Iterator[Diagnostic]:
    """More makers than staff is a mistyped key or an outdated register."""
    for year, progress in context.progress.years.items():
        keys: defaultdict[str, set[str]] = defaultdict(set)
        for item in context.corpus.items:
            if item.front.fiscal_year == year:
                for key in item.contributors:
                    keys[unit_of_key(key)].add(key)
        for each in progress.units:
            unit, staff = each.unit, each.contributors.target
            if len(keys[unit.slug]) > staff:
                yield report(
                    codes.MORE_THAN_STAFF,
                    context.place("targets.yml", f"years.{year}.units.{unit.slug}"),
                    unit=unit.slug,
                    unit_th=unit.full_th,
                    contributors=len(keys[unit.slug]),
                    staff=staff,
                )
