"""What the pages make of the source's figures: shown as printed, measured only where they agree."""

from datetime import date

import pytest

from khlang.app import Archive
from khlang.progress import YearProgress
from khlang.views import activities, registers
from khlang.views import plan as plan_view


@pytest.fixture(scope="module")
def shown(first: Archive) -> plan_view.PlanView:
    """The page of the plan."""
    (page,) = plan_view.build(first.corpus, first.progress)
    assert isinstance(page, plan_view.PlanView)
    return page


@pytest.fixture(scope="module")
def year(first: Archive) -> YearProgress:
    return first.progress.years[2564]


def test_every_row_and_every_indicator_is_on_the_page(shown: plan_view.PlanView) -> None:
    """Six steps of 2, 4, 1, 3, 1 and 1 rows; four issues of 12, 8, 2 and 2 KPIs."""
    assert [len(step.rows) for step in shown.steps] == [2, 4, 1, 3, 1, 1]
    assert [len(issue.kpis) for issue in shown.issues] == [12, 8, 2, 2]
    assert [len(issue.topics) for issue in shown.issues] == [9, 7, 3, 4]
    assert (shown.row_count, shown.kpi_count) == (12, 24)


def test_trap_07_an_indicator_without_a_figure_is_not_stated(shown: plan_view.PlanView) -> None:
    """Trap 7: kpi-1-09 alone, and never as 0."""
    targets = [kpi.target.words for issue in shown.issues for kpi in issue.kpis]
    assert [place for place, target in enumerate(targets) if target == "ไม่ได้ระบุ"] == [8]
    assert targets[0] == "12,900,000 ครัวเรือน"
    assert targets[-1] == "ไม่น้อยกว่าร้อยละ 86"


def test_trap_02_968_stands_as_printed_with_its_reason(
    shown: plan_view.PlanView,
) -> None:
    """Trap 2: in the source's own digits; the other rows say nothing of a dispute."""
    rows = [row for step in shown.steps for row in step.rows]
    disputed = [row for row in rows if row.disputed]
    assert [(row.number, row.result.percent) for row in disputed] == [("4.2", None)]
    assert "๙๖๘" in disputed[0].target
    assert "968" in disputed[0].disputed


def test_periods_of_months_are_said_in_months(shown: plan_view.PlanView) -> None:
    """The training has days, the other rows months."""
    periods = {row.number: row.when for step in shown.steps for row in step.rows}
    assert periods["1.1"] == "23–25 มี.ค. 2564"
    assert periods["1.2"] == "เมษายน 2564"
    assert periods["2.2"] == "พ.ค.–มิ.ย. 2564"


def test_trap_21_the_22_items_of_the_country_are_an_output_and_no_row(
    shown: plan_view.PlanView, year: YearProgress
) -> None:
    """Trap 21: printed as the Department's, measured against nothing."""
    assert [each.target for each in shown.outputs].count("ไม่น้อยกว่า 22 เรื่อง") == 1
    assert not any("22" in row.target for step in shown.steps for row in step.rows)
    assert len(year.plan_rows) == 12


def test_trap_04_each_district_is_due_on_5_july_and_the_office_on_no_day(
    year: YearProgress,
) -> None:
    """Trap 4: and the day after, the districts have one day less than none."""
    due = {each.unit.slug: each.deadline and each.deadline.date for each in year.units}
    assert due.pop("province-office") is None
    assert list(due.values()) == [date(2021, 7, 5)] * 11
    assert {each.days_left for each in year.units if each.unit.is_district} == {-1}
    assert [each.unit.seq for each in year.units] == list(range(12))  # the order of the register


def test_trap_10_a_printed_status_stays_and_the_result_stands_apart(
    shown: plan_view.PlanView,
) -> None:
    """Four cells of the source are empty: not stated, which is not "not started"."""
    rows = {row.number: row for step in shown.steps for row in step.rows}
    empty = [number for number, row in rows.items() if row.status == "ไม่ได้ระบุ"]
    assert empty == ["2.4", "4.2", "5.1", "6.1"]
    assert rows["1.1"].status == "ดำเนินการแล้ว"
    assert rows["2.2"].result.amount.value == 38
    assert rows["2.2"].result.percent == 63


def test_trap_21_a_proxy_says_that_it_is_one_and_has_no_percent(shown: plan_view.PlanView) -> None:
    """Rows 2.1 and 6.1; rows entered by hand wait for a value, a day and evidence."""
    rows = [row for step in shown.steps for row in step.rows]
    proxies = [row.number for row in rows if "ใกล้เคียง" in row.result.by]
    assert proxies == ["2.1", "6.1"]
    assert [row.number for row in rows if row.result.percent is not None] == [
        "1.1",
        "2.2",
        "3.1",
        "4.3",
    ]
    by_hand = [row for row in rows if row.result.by == "บันทึกด้วยมือ"]
    assert [row.number for row in by_hand] == ["1.2", "2.3", "2.4", "4.1", "5.1"]
    assert {row.result.amount.words for row in by_hand} == {"ยังไม่ได้บันทึก"}


def test_activities_have_their_dates_and_places(first: Archive) -> None:
    """[G3, S]: the training, 11 visits, 4 forums and the market day, each under its activity."""
    (page,) = activities.build(first.corpus, first.progress)
    assert page.others == ()
    dated = {each.number: each.dates for each in page.activities if each.dates}
    places = {number: sum(len(each.places) for each in dates) for number, dates in dated.items()}
    assert places == {"1.2": 1, "2.1": 11, "2.2": 4, "2.3": 1}
    assert {each.scope for each in page.activities} == {"ระดับประเทศ"}
    assert dated["2.3"][0].when == "22 ก.ค. 2564"


def test_trap_01_the_register_has_our_sum_and_the_plan_its_own(first: Archive) -> None:
    """49 by the register, 61 with the office, 60 as the plan states: three lines, none adjusted."""
    (page,) = registers.build(first.corpus, first.progress)
    assert (page.total.staff, page.total.quota, page.total.name) == (49, 49, registers.OUR_SUM)
    assert [row.seq for row in page.rows] == list(range(1, 12))
    office, ours, stated = page.beyond
    assert (office.quota, ours.quota, stated.quota) == (12, 61, 60)
    assert "+1" in stated.note


def test_trap_26_of_lists_of_persons_only_their_columns_are_known(first: Archive) -> None:
    """Nothing is recorded yet: the page names the columns, and which of them stay private."""
    (page,) = registers.build(first.corpus, first.progress)
    network = page.private[0]
    assert network.totals == ()
    private = [each.name for each in network.columns if each.stays_private]
    assert len(private) == 6
    assert not {"ที่", "สังกัด"} & set(private)
