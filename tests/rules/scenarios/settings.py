"""KH-A: settings of the archive."""

from collections.abc import Iterator
from datetime import date

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
PLAN = "content/plan/2568.yml"


@breaks("KH-A001")
def a_date_that_stands_still_over_real_items(archive: Archive) -> Iterator[str]:
    archive.edit("targets.yml", "schema: 1\n", 'schema: 1\nas_of: "2025-06-20"\n')
    yield archive.at("targets.yml", 'as_of: «"2025')
    archive.item(sample=True)


@breaks("KH-A002")
def a_sample_among_real_items(archive: Archive) -> Iterator[str]:
    path = archive.item("kathu-bbbbb", contributor="kathu-02", sample=True)
    yield archive.at(path, "sample: «true")
    archive.item("kathu-bbbbb", contributor="kathu-02")


@breaks("KH-A004", also=("KH-S002",))
def two_districts_of_one_slug(archive: Archive) -> Iterator[str]:
    unit = (
        '  - {slug: kathu, kind: district, code: "8399", seq: 3, name_th: ป่าตอง, name_en: Patong}\n'
    )
    archive.edit("targets.yml", "parties:\n", f"{unit}parties:\n")
    yield archive.at("targets.yml", '{slug: «kathu, kind: district, code: "8399"')
    archive.edit("targets.yml", unit, "")


@breaks("KH-A004")
def two_topics_of_one_slug(archive: Archive) -> Iterator[str]:
    archive.edit("categories.yml", "slug: savings-group", "slug: batik")
    yield archive.at("categories.yml", "{slug: «batik, number: 1")
    archive.edit("categories.yml", "{slug: batik, number: 1", "{slug: savings-group, number: 1")


@breaks("KH-A005")
def a_severity_of_no_code(archive: Archive) -> Iterator[str]:
    text = archive.read("targets.yml")
    archive.write("targets.yml", f"{text}severities: {{KH-Q999: {{severity: off, reason: ลอง}}}}\n")
    yield archive.at("targets.yml", "KH-Q999: «{")
    archive.write("targets.yml", text)


@breaks("KH-A006")
def an_error_switched_off(archive: Archive) -> Iterator[str]:
    text = archive.read("targets.yml")
    archive.write("targets.yml", f"{text}severities: {{KH-Y001: {{severity: off, reason: ลอง}}}}\n")
    yield archive.at("targets.yml", "KH-Y001: «{")
    archive.write("targets.yml", text)


@breaks("KH-A007", as_of=date(2025, 10, 1))
def the_first_of_october(archive: Archive) -> Iterator[str]:
    yield archive.at("targets.yml", 'years:\n  «"2568"')
    text = archive.read("targets.yml")
    start, end = text.index('  "2568":'), text.index("registers:")
    year = text[start:end].replace("2025", "2026").replace("2024", "2025").replace("2568", "2569")
    year = year.replace("Friday", "Saturday").replace("quota: 3", "quota: 0")
    year = year.replace("quota: 2", "quota: 0").replace("total: 7", "total: 0")
    year = year.replace("staff: 3", "staff: 0").replace("staff: 2", "staff: 0")
    archive.write("targets.yml", text[:end] + year + text[end:])


@breaks("KH-A009")
def figures_of_a_year_without_targets(archive: Archive) -> Iterator[str]:
    text = 'schema: 1\nfiscal_year: 2567\nas_of: "2024-09-30"\nsent_to_department: 0\nunits: {}\nplan_rows: {}\n'
    archive.write("content/closed/2567.yml", text)
    yield archive.at("content/closed/2567.yml", "fiscal_year: «2567")
    archive.remove("content/closed/2567.yml")


@breaks("KH-A008")
def a_plan_in_the_file_of_another_year(archive: Archive) -> Iterator[str]:
    text = archive.read(PLAN)
    archive.remove(PLAN)
    archive.write("content/plan/2569.yml", text)
    yield archive.at("content/plan/2569.yml", "fiscal_year: «2568")
    archive.remove("content/plan/2569.yml")
    archive.write(PLAN, text)


@breaks("KH-A010")
def a_status_that_the_plan_does_not_explain(archive: Archive) -> Iterator[str]:
    right = "group_th: คณะทำงาน, status: not-stated, compute: {by: manual"
    wrong = right.replace("not-stated", "done")
    archive.edit(PLAN, right, wrong)
    yield archive.at(PLAN, "status: «done")
    archive.edit(PLAN, wrong, right)


@breaks("KH-A011")
def a_value_by_hand_that_nobody_can_check(archive: Archive) -> Iterator[str]:
    archive.edit(PLAN, ", evidence_th: คำสั่งจังหวัด", "")
    yield archive.at(PLAN, "value: «1, date")
    archive.edit(PLAN, 'date: "2025-05-15"', 'date: "2025-05-15", evidence_th: คำสั่งจังหวัด')


@breaks("KH-A012")
def a_row_that_does_not_say_what_is_counted(archive: Archive) -> Iterator[str]:
    archive.edit(PLAN, "by: archive, measure: published-items", "by: archive")
    yield archive.at(PLAN, "compute: {by: «archive}")
    archive.edit(PLAN, "compute: {by: archive}", "compute: {by: archive, measure: published-items}")


@breaks("KH-A013")
def an_event_at_a_place_that_nobody_knows(archive: Archive) -> Iterator[str]:
    archive.edit(PLAN, "weekday: Thursday}", "weekday: Thursday, place: katu}")
    yield archive.at(PLAN, "place: «katu")
    archive.edit(PLAN, "place: katu", "place: kathu")
