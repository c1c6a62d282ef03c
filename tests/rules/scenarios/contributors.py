"""KH-K: contributor keys."""

from collections.abc import Iterator

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks


@breaks("KH-K002")
def a_joint_maker_of_no_unit(archive: Archive) -> Iterator[str]:
    path = archive.item(with_=["thalang-01", "katu-02"])
    yield archive.at(path, '«"katu-02"')
    archive.item(with_=["thalang-01", "kathu-02"])


@breaks("KH-K004")
def three_makers_in_an_office_of_two(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb", contributor="kathu-02")
    path = archive.item("kathu-ccccc", contributor="kathu-03")
    yield archive.at("targets.yml", "kathu: «{")
    archive.edit(path, '"kathu-03"', '"kathu-02"')
