"""What the pages make of the source's figures: shown as printed, measured only where they agree."""

from datetime import date

import pytest

from khlang.app import Archive
from khlang.progress import YearProgress
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


def test_an_indicator_without_a_figure_is_not_stated(shown: plan_view.PlanView) -> None:
    """Trap 7: kpi-1-09 alone, and never as 0."""
    targets = [kpi.target for issue in shown.issues for kpi in issue.kpis]
    assert [place for place, target in enumerate(targets) if target == "ไม่ได้ระบุ"] == [8]
    assert targets[0] == "12,900,000 ครัวเรือน"
    assert targets[-1] == "ไม่น้อยกว่าร้อยละ 86"


def test_968_stands_as_printed_with_its_reason_and_without_percent(
    shown: plan_view.PlanView,
) -> None:
    """Trap 2: in the source's own digits; the other rows say nothing of a dispute."""
    rows = [row for step in shown.steps for row in step.rows]
    disputed = [row for row in rows if row.disputed]
    assert [(row.number, row.percent) for row in disputed] == [("4.2", "")]
    assert "๙๖๘" in disputed[0].printed_target
    assert "968" in disputed[0].disputed


def test_periods_of_months_are_said_in_months(shown: plan_view.PlanView) -> None:
    """The training has days, the other rows months."""
    periods = {row.number: row.period for step in shown.steps for row in step.rows}
    assert periods["1.1"] == "23–25 มี.ค. 2564"
    assert periods["1.2"] == "เมษายน 2564"
    assert periods["2.2"] == "พ.ค.–มิ.ย. 2564"


def test_the_22_items_of_the_country_are_an_output_and_no_row(
    shown: plan_view.PlanView, year: YearProgress
) -> None:
    """Trap 21: printed as the Department's, measured against nothing."""
    assert [each.target for each in shown.outputs].count("ไม่น้อยกว่า 22 เรื่อง") == 1
    assert not any("22" in row.printed_target for step in shown.steps for row in step.rows)
    assert len(year.plan_rows) == 12


def test_each_district_is_due_on_5_july_and_the_office_on_no_day(year: YearProgress) -> None:
    """Trap 4: and the day after, the districts have one day less than none."""
    due = {each.unit.slug: each.deadline and each.deadline.date for each in year.units}
    assert due.pop("province-office") is None
    assert list(due.values()) == [date(2021, 7, 5)] * 11
    assert {each.days_left for each in year.units if each.unit.is_district} == {-1}
    assert [each.unit.seq for each in year.units] == list(range(12))  # the order of the register
