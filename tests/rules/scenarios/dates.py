"""KH-D: dates of the data files, and histories beyond the catalogue's examples."""

from collections.abc import Iterator
from datetime import date

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
PLAN = "content/plan/2568.yml"


@breaks("KH-D012")
def sent_to_the_department_tomorrow(archive: Archive) -> Iterator[str]:
    path = archive.item(sent_to_department="2025-06-21")
    yield archive.at(path, '«"2025-06-21"')
    archive.item(sent_to_department="2025-06-20")


@breaks("KH-D010")
def withdrawn_before_it_was_published(archive: Archive) -> Iterator[str]:
    steps = ["2025-06-02 submitted", "2025-06-03 withdrawn ซ้ำกับเรื่องเดิม"]
    path = archive.item(history=steps)
    yield archive.at(path, '«"2025-06-03 withdrawn')
    archive.item(history=[steps[0]])


@breaks("KH-D010")
def a_history_that_begins_in_the_middle(archive: Archive) -> Iterator[str]:
    path = archive.item(history=["2025-06-02 published"])
    yield archive.at(path, '«"2025-06-02 published"')
    archive.item()


@breaks("KH-D014", as_of=date(2025, 10, 2))
def received_on_the_first_day_of_the_next_year(archive: Archive) -> Iterator[str]:
    path = archive.item(history=["2025-10-01 submitted"])
    yield archive.at(path, "history: «[")
    archive.item(history=["2025-09-30 submitted"])


@breaks("KH-D016")
def a_row_that_ends_before_it_begins(archive: Archive) -> Iterator[str]:
    right = 'period: {start: "2025-01-01", end: "2025-01-31"}'
    wrong = 'period: {start: "2025-01-31", end: "2025-01-01"}'
    archive.edit(PLAN, right, wrong)
    yield archive.at(PLAN, wrong.replace("{", "«{"))
    archive.edit(PLAN, wrong, right)


@breaks("KH-D017")
def a_deadline_on_another_weekday(archive: Archive) -> Iterator[str]:
    archive.edit("targets.yml", "weekday: Friday", "weekday: Sunday")
    yield archive.at("targets.yml", 'date: «"2025-07-04"')
    archive.edit("targets.yml", "weekday: Sunday", "weekday: Friday")


@breaks("KH-D017")
def a_market_day_on_another_weekday(archive: Archive) -> Iterator[str]:
    archive.edit(PLAN, "weekday: Thursday", "weekday: Friday")
    yield archive.at(PLAN, 'market-day, start: «"2025-08-14"')
    archive.edit(PLAN, "weekday: Friday", "weekday: Thursday")


@breaks("KH-D018")
def a_quota_that_changes_in_another_year(archive: Archive) -> Iterator[str]:
    plain = "kathu: {staff: 2, quota: 2, staff_source: register, quota_source: register"
    change = ', changes: [{from: "2026-06-01", staff: 2, where_th: หนังสือจังหวัด}]'
    archive.edit("targets.yml", plain, f"{plain}{change}")
    yield archive.at("targets.yml", 'changes: [{from: «"2026-06-01"')
    archive.edit("targets.yml", "2026-06-01", "2025-06-01")


@breaks("KH-D018")
def a_row_beyond_the_fiscal_year(archive: Archive) -> Iterator[str]:
    right = 'period: {start: "2025-01-01", end: "2025-01-31"}'
    wrong = 'period: {start: "2025-01-01", end: "2026-01-31"}'
    archive.edit(PLAN, right, wrong)
    yield archive.at(PLAN, wrong.replace("{", "«{"))
    archive.edit(PLAN, wrong, right)


@breaks("KH-D016")
def an_event_that_ends_before_it_begins(archive: Archive) -> Iterator[str]:
    archive.edit(PLAN, 'end: "2025-08-14"', 'end: "2025-08-13"')
    yield archive.at(PLAN, 'end: «"2025-08-13"')
    archive.edit(PLAN, 'end: "2025-08-13"', 'end: "2025-08-14"')
