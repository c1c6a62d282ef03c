"""KH-C: words of a vocabulary in the wrong file or the wrong year."""

from collections.abc import Iterator

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
PLAN = "content/plan/2568.yml"


@breaks("KH-C012")
def a_unit_that_the_register_does_not_know(archive: Archive) -> Iterator[str]:
    path = archive.item(id="kathu-aaaaa")
    archive.edit(path, 'unit: "kathu"', "unit: kathuu")
    yield archive.at(path, "unit: «kathuu")
    archive.item()


@breaks("KH-C018")
def indicators_of_no_issue(archive: Archive) -> Iterator[str]:
    text = archive.read(PLAN)
    archive.write(PLAN, text + "kpis: {lifelihood: []}\n")
    yield archive.at(PLAN, "kpis: {«lifelihood")
    archive.write(PLAN, text + "kpis: {livelihood: []}\n")


@breaks("KH-C019")
def a_deadline_to_nobody(archive: Archive) -> Iterator[str]:
    archive.edit("targets.yml", "to: department", "to: departement")
    yield archive.at("targets.yml", "to: «departement")
    archive.edit("targets.yml", "to: departement", "to: department")


@breaks("KH-C024")
def a_row_that_asks_an_unknown_register(archive: Archive) -> Iterator[str]:
    right = "compute: {by: manual, value: 1"
    archive.edit(PLAN, right, "compute: {by: manual, register: netwrk, value: 1")
    yield archive.at(PLAN, "register: «netwrk")
    archive.edit(PLAN, "register: netwrk", "register: network")


@breaks("KH-C021")
def a_topic_of_last_year(archive: Archive) -> Iterator[str]:
    path = archive.item(topics=["coastal-fishing", "batik"])
    yield archive.at(path, '«"batik"')
    archive.item(topics=["coastal-fishing"])


@breaks("KH-C022")
def a_year_that_has_no_targets(archive: Archive) -> Iterator[str]:
    path = archive.item("kathu-bbbbb", fiscal_year=2567, history=["2024-06-03 submitted"])
    yield archive.at(path, "fiscal_year: «2567")
    archive.remove(path)


@breaks("KH-C023")
def a_unit_without_targets_in_its_year(archive: Archive) -> Iterator[str]:
    unit = '  - {slug: patong, kind: district, code: "8399", seq: 3, name_th: ป่าตอง, name_en: Patong}\n'
    archive.edit("targets.yml", "parties:\n", f"{unit}parties:\n")
    path = archive.item("patong-aaaaa")
    yield archive.at(path, 'unit: «"patong"')
    archive.remove(path)
