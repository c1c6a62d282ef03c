"""Buddhist-era dates, periods and fiscal years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.thai.dates import (
    be_year,
    fiscal_year,
    fiscal_year_span,
    long_date,
    month_name,
    period,
    short_date,
)

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


def test_dates_read_as_an_office_writes_them() -> None:
    """Short in tables, long in sentences, with the weekday in letters."""
    day = date(2021, 7, 5)
    assert short_date(day) == "5 ก.ค. 2564"
    assert long_date(day) == "5 กรกฎาคม 2564"
    assert long_date(day, weekday=True) == "วันจันทร์ที่ 5 กรกฎาคม 2564"
    assert month_name(day) == "กรกฎาคม 2564"
    assert month_name(day, short=True) == "ก.ค. 2564"


@pytest.mark.parametrize(
    ("start", "end", "whole_months", "shown"),
    [
        ((2021, 6, 18), (2021, 6, 18), False, "18 มิ.ย. 2564"),
        ((2021, 3, 23), (2021, 3, 25), False, "23–25 มี.ค. 2564"),
        ((2021, 5, 30), (2021, 6, 2), False, "30 พ.ค. 2564 – 2 มิ.ย. 2564"),
        ((2021, 4, 1), (2021, 4, 30), True, "เมษายน 2564"),
        ((2021, 5, 1), (2021, 6, 30), True, "พ.ค.–มิ.ย. 2564"),
        ((2020, 12, 1), (2021, 1, 31), True, "ธ.ค. 2563 – ม.ค. 2564"),
    ],
)
def test_a_period_says_month_and_year_once(
    start: tuple[int, int, int], end: tuple[int, int, int], whole_months: bool, shown: str
) -> None:
    """As the forms print it, by days or by whole months."""
    assert period(date(*start), date(*end), whole_months=whole_months) == shown


def test_the_fiscal_year_turns_on_the_first_of_october() -> None:
    """30 September belongs to the old year, 1 October to the new one."""
    assert fiscal_year(date(2021, 9, 30)) == 2564
    assert fiscal_year(date(2021, 10, 1)) == 2565
    assert fiscal_year_span(2564) == (date(2020, 10, 1), date(2021, 9, 30))


@given(DAYS)
def test_every_day_lies_in_its_fiscal_year(day: date) -> None:
    """The span of a day's fiscal year holds it, and the day after its end opens the next."""
    start, end = fiscal_year_span(fiscal_year(day))
    assert start <= day <= end
    assert fiscal_year(end + timedelta(days=1)) == fiscal_year(day) + 1
    assert be_year(day) - be_year(start) in (0, 1)
