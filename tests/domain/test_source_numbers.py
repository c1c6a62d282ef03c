"""The figures of the source, asserted from the data files: who edits one must mean it.

[L] the province's letter, [T] its register of targets, [F1] and [F2] the forms of the KM plan,
[G] the Department's guideline, [S] its supplement.
"""

from datetime import date
from pathlib import Path

import pytest

from khlang.app import Archive, open_workspace
from khlang.model.plan import Kpi, Plan, Row
from khlang.model.targets import YearTargets
from khlang.progress import YearProgress, measure_year

QUOTAS = {
    "province-office": 12,
    "mueang-chachoengsao": 9,
    "ban-pho": 4,
    "bang-pakong": 5,
    "bang-nam-priao": 5,
    "khlong-khuean": 3,
    "bang-khla": 4,
    "ratchasan": 3,
    "phanom-sarakham": 5,
    "sanam-chai-khet": 5,
    "plaeng-yao": 3,
    "tha-takiap": 3,
}


@pytest.fixture(scope="session")
def targets(first: Archive) -> YearTargets:
    return first.corpus.targets.years[2564]


@pytest.fixture(scope="session")
def year(first: Archive) -> YearProgress:
    return measure_year(first.corpus, 2564, date(2021, 7, 6))


@pytest.fixture(scope="session")
def plan(first: Archive) -> Plan:
    return first.corpus.plans[2564]


@pytest.fixture(scope="session")
def rows(plan: Plan) -> dict[str, Row]:
    return {row.number: row for row in plan.rows}


def test_trap_23_the_register_keeps_its_own_order(first: Archive) -> None:
    """[T] in the order of the register, which is not that of the codes (trap 23)."""
    units = sorted(first.corpus.targets.units, key=lambda unit: unit.seq)
    assert [unit.slug for unit in units] == list(QUOTAS)
    assert sum(unit.is_district for unit in units) == 11
    districts = [unit.code for unit in units if unit.is_district]
    assert sorted(districts) == [f"24{number:02}" for number in range(1, 12)]
    assert districts != sorted(districts)


def test_every_unit_owes_one_item_a_member_of_staff(targets: YearTargets) -> None:
    """[T], and for the office [F2 2.1]: 12 persons, its quota derived."""
    assert {slug: quota.quota for slug, quota in targets.units.items()} == QUOTAS
    assert all(quota.staff == quota.quota for quota in targets.units.values())
    office = targets.units["province-office"]
    assert (office.staff_source, office.quota_source) == ("plan-2.1", "derived")


def test_trap_01_the_districts_sum_to_49_and_all_units_to_61(year: YearProgress) -> None:
    """Trap 1: our sums; nobody's quota is scaled."""
    assert year.district_quota == year.district_staff == 49
    assert year.items.target == year.contributors.target == 61


def test_trap_01_the_plan_states_48_and_60(targets: YearTargets) -> None:
    """Trap 1: [F2 2.1, 2.2] as printed; the register prints no total."""
    totals = targets.stated_totals
    assert totals is not None
    assert totals.plan is not None
    assert totals.register is not None
    stated = (totals.plan.province_office, totals.plan.districts, totals.plan.total)
    assert stated == (12, 48, 60)
    assert (totals.register.districts, totals.register.total) == (None, None)


def test_the_network_has_one_member_a_unit(targets: YearTargets) -> None:
    """[F2 2.3]: 12 in the province."""
    assert sum(quota.network_quota for quota in targets.units.values()) == 12


def test_the_known_differences_quote_both_sides(targets: YearTargets) -> None:
    """Traps 1, 2, 3, 4 and 6: each figure with its place, none repaired."""
    assert {
        each.slug: [value.value for value in each.values] for each in targets.known_differences
    } == {
        "districts-48-49": [48, 49],
        "items-60-968": [968, 60],
        "network-26-27-april": ["2021-04-27", "2021-04-26"],
        "items-june-5-july": ["2021-07-05", "2021-06-30"],
        "trainees-3-4": [4, 3],
    }


def test_districts_are_late_after_5_july_and_nothing_else_is_moved(targets: YearTargets) -> None:
    """Traps 3 and 4: [L3] for items; [L2] and [S] for names, each with its sender."""
    assert (targets.due.date, targets.due.from_) == (date(2021, 7, 5), "district")
    days = {each.slug: (each.date, each.from_) for each in targets.deadlines}
    assert days["network-to-province"] == (date(2021, 4, 27), "district")
    assert days["network-to-department"] == (date(2021, 4, 26), "province-office")
    assert len(days) == 10


def test_trap_15_there_are_three_categories(first: Archive) -> None:
    """[F2 3.1], trap 15."""
    assert [(each.number, each.name_th) for each in first.corpus.taxonomy.categories] == [
        (1, "การพัฒนาพื้นที่ต้นแบบฯ"),
        (2, "ภารกิจนโยบายสำคัญ"),
        (3, "ระเบียบ/กฎหมาย"),
    ]


def test_there_are_23_topics_in_four_issues(first: Archive) -> None:
    """[F1]: 9, 7, 3 and 4, numbered from 1 in each issue (trap 7)."""
    issues = first.corpus.taxonomy.issues
    assert [len(issue.topics) for issue in issues] == [9, 7, 3, 4]
    assert len(first.corpus.taxonomy.topic_by_slug) == 23
    for issue in issues:
        numbers = [topic.number for topic in issue.topics]
        assert numbers == list(range(1, len(numbers) + 1))


def test_one_topic_asks_for_contact_details(first: Archive) -> None:
    """Trap 26: [F1 topic 1.4]."""
    private = [each.slug for each in first.corpus.taxonomy.topic_by_slug.values() if each.privacy]
    assert private == ["livelihood-expert"]


def test_trap_07_the_ninth_indicator_has_no_target(plan: Plan) -> None:
    """[F1]: 12, 8, 2 and 2; KPI 9 prints no number: not stated, never 0 (trap 7)."""
    kpis = [kpi for several in plan.kpis.values() for kpi in several]
    assert [len(several) for several in plan.kpis.values()] == [12, 8, 2, 2]
    assert len({kpi.slug for kpi in kpis}) == 24
    unstated: list[Kpi] = [kpi for kpi in kpis if kpi.target is None]
    assert [kpi.slug for kpi in unstated] == ["kpi-1-09"]
    assert [kpi.slug for kpi in kpis if kpi.comparison] == ["kpi-4-02"]
    by_slug = {kpi.slug: kpi.target for kpi in kpis}
    assert (by_slug["kpi-1-01"], by_slug["kpi-2-06"], by_slug["kpi-4-02"]) == (
        12_900_000,
        80_016,
        86,
    )


def test_the_plan_has_six_steps_and_twelve_rows(plan: Plan) -> None:
    """[F2]: 2, 4, 1, 3, 1 and 1."""
    assert [len(step.rows) for step in plan.steps] == [2, 4, 1, 3, 1, 1]
    assert [row.number for row in plan.rows] == [
        "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "4.1", "4.2", "4.3", "5.1", "6.1",
    ]  # fmt: skip


def test_the_targets_of_the_rows_are_those_printed(rows: dict[str, Row]) -> None:
    """[F2]: three rows have no number (trap 12), and 968 is printed as stated (trap 2)."""
    assert {number: row.target.value for number, row in rows.items()} == {
        "1.1": 4,
        "1.2": None,
        "2.1": 60,
        "2.2": 60,
        "2.3": 12,
        "2.4": 12,
        "3.1": 60,
        "4.1": None,
        "4.2": 968,
        "4.3": 60,
        "5.1": 60,
        "6.1": None,
    }
    assert "๙๖๘" in (rows["4.2"].target.as_printed_th or "")


def test_trap_02_968_takes_part_in_no_percentage(
    year: YearProgress, rows: dict[str, Row], targets: YearTargets
) -> None:
    """Trap 2: it names the difference that it belongs to."""
    assert rows["4.2"].target.disputed in {each.slug for each in targets.known_differences}
    assert year.plan_rows["plan-4.2"].percent is None
    assert year.plan_rows["plan-4.3"].percent is not None


def test_trap_12_rows_that_nobody_can_count_have_no_percentage(year: YearProgress) -> None:
    """Proxies and manual rows (traps 12, 21): a number at most, never a tick."""
    without = {slug for slug, row in year.plan_rows.items() if row.percent is None}
    assert without == {
        f"plan-{n}" for n in ("1.2", "2.1", "2.3", "2.4", "4.1", "4.2", "5.1", "6.1")
    }


def test_trap_10_four_statuses_were_left_empty(rows: dict[str, Row], plan: Plan) -> None:
    """Trap 10: empty is "not stated", and "in progress" has two spellings."""
    assert {number for number, row in rows.items() if row.status == "not-stated"} == {
        "2.4",
        "4.2",
        "5.1",
        "6.1",
    }
    assert len(plan.status_by_slug["in-progress"].as_printed_th) == 2


def test_trap_06_four_are_trained_here_and_268_in_the_country(
    rows: dict[str, Row], plan: Plan
) -> None:
    """Trap 6: 1 + 3 of this province; 76 × 3 + 11 × 2 + 13 + 5 of all."""
    assert rows["1.1"].group == {"province-office": 1, "districts": 3, "total": 4}
    training = next(each for each in plan.activities if each.slug == "act-1.2")
    each = sum(part.count * part.each for part in training.parts_each.values())
    assert training.target["persons"] == 268 == each + sum(training.parts.values())


def test_trap_21_national_figures_are_marked_national(plan: Plan) -> None:
    """Trap 21: 22 items, 400 copies, 80 persons are no target of a province."""
    assert {each.scope for each in plan.activities} == {"national"}
    targets = {each.slug: each.target for each in plan.activities}
    assert targets["act-2.1"]["points"] == 22 == 11 * targets["act-2.1"]["points_each"]
    assert targets["act-2.2"]["persons"] == 80 == 4 * targets["act-2.2"]["persons_each"]
    assert targets["act-3.1"]["book_copies"] == 400
    outputs = {each.slug: each.target.value for each in plan.outputs if each.target}
    assert outputs == {"output-model": 1, "output-staff-80": 80, "output-22": 22}


def test_eleven_centres_are_visited_once_each_and_four_hold_a_forum(plan: Plan) -> None:
    """[G]: one visit a centre; four regional forums of 20; one market day."""
    centres = [centre.slug for centre in plan.study_centres]
    visits = [event.place for event in plan.calendar if event.kind == "centre-visit"]
    forums = [event for event in plan.calendar if event.kind == "regional-forum"]
    assert len(centres) == 11
    assert visits == centres
    assert [event.persons for event in forums] == [20, 20, 20, 20]
    assert {event.place for event in forums} < set(centres)
    assert [event.slug for event in plan.calendar if event.kind == "market-day"] == ["market-day"]


def test_printed_weekdays_agree_with_the_calendar(first: Archive, repository: Path) -> None:
    """[L], [G], [S]: Monday 5 July, Tuesday 27 April, Thursday 22 July 2021 and all the others."""
    told = open_workspace(repository, today=date(2021, 7, 6)).diagnostics
    assert "KH-D017" not in {each.code.id for each in told}
    stated = [each.weekday for each in first.corpus.targets.years[2564].deadlines]
    assert stated == ["Monday"] * 8 + ["Tuesday", "Monday"]
    events = {event.slug: event.weekday for event in first.corpus.plans[2564].calendar}
    assert events["market-day"] == "Thursday"


def test_trap_05_rows_lie_outside_the_projects_period(
    rows: dict[str, Row], plan: Plan, targets: YearTargets
) -> None:
    """Trap 5: the project ends in August as printed, rows 4.3 and 6.1 in September."""
    period = plan.project_period
    assert period is not None
    assert (period.start, period.end) == (date(2021, 3, 1), date(2021, 8, 31))
    beyond = {number for number, row in rows.items() if row.period.end > period.end}
    assert beyond == {"4.3", "6.1"}
    assert all(row.period.end <= targets.end for row in rows.values())


def test_the_map_shows_the_districts_of_the_register(first: Archive) -> None:
    """Joined by the official code; the office has no area of its own."""
    assert first.corpus.map is not None
    codes = {boundary.code: boundary.name_th for boundary in first.corpus.map.boundaries}
    assert codes == {
        unit.code: unit.name_th for unit in first.corpus.targets.units if unit.is_district
    }


def test_trap_26_columns_of_private_registers_are_refused_in_items(first: Archive) -> None:
    """Trap 26: names, telephones and awards stay outside the repository."""
    assert {"full_name", "phone", "awards", "position"} <= first.corpus.targets.personal_keys
    assert not {"number", "office", "district", "quota"} & first.corpus.targets.personal_keys
