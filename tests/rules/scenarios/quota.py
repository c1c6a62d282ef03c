"""KH-Q: quotas before and after the deadline, and units without one."""

from collections.abc import Iterator
from datetime import timedelta

from tests.archive import DEADLINE, Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks


@breaks("KH-Q001", as_of=DEADLINE)
def one_missing_on_the_day_of_the_deadline(archive: Archive) -> Iterator[str]:
    yield archive.at("targets.yml", "kathu: «{")
    archive.item("kathu-bbbbb", contributor="kathu-02")


@breaks("KH-Q002", as_of=DEADLINE + timedelta(days=1))
def one_missing_on_the_day_after(archive: Archive) -> Iterator[str]:
    yield archive.at("targets.yml", "kathu: «{")
    archive.item("kathu-bbbbb", contributor="kathu-02")


@breaks("KH-Q003")
def enough_items_by_one_of_two(archive: Archive) -> Iterator[str]:
    path = archive.item("kathu-bbbbb")
    yield archive.at("targets.yml", "kathu: «{")
    archive.edit(path, '"kathu-01"', '"kathu-02"')


@breaks("KH-Q004", as_of=DEADLINE + timedelta(days=1))
def the_office_has_no_deadline(archive: Archive) -> Iterator[str]:
    yield archive.at("targets.yml", "phuket-office: «{staff")
    archive.item("phuket-office-aaaaa")
    archive.item("phuket-office-bbbbb", contributor="phuket-office-02")
