"""Dates as a Thai office writes them: Buddhist era, Thai months, the fiscal year from 1 October."""

from datetime import date

BE_OFFSET = 543  # BE year = Gregorian year + 543, for every date since 1 January BE 2484 (1941)

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def be_year(day: date) -> int:
    """2021-07-05 -> 2564."""
    return day.year + BE_OFFSET


def short_date(day: date) -> str:
    """2021-07-05 -> `5 ก.ค. 2564`."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {be_year(day)}"


def long_date(day: date, *, weekday: bool = False) -> str:
    """2021-07-05 -> `5 กรกฎาคม 2564`, with weekday `วันจันทร์ที่ 5 กรกฎาคม 2564`."""
    plain = f"{day.day} {MONTHS[day.month - 1]} {be_year(day)}"
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {plain}" if weekday else plain


def month_name(day: date, *, short: bool = False) -> str:
    """2021-07-05 -> `กรกฎาคม 2564`."""
    return f"{(MONTHS_SHORT if short else MONTHS)[day.month - 1]} {be_year(day)}"


def period(start: date, end: date, *, whole_months: bool = False) -> str:
    """A period as the forms print it, saying month and year once where they are equal.

    `23–25 มี.ค. 2564`; with `whole_months` `พ.ค.–มิ.ย. 2564`.
    """
    if start == end:
        return short_date(start)
    if whole_months:
        if (start.year, start.month) == (end.year, end.month):
            return month_name(start)
        if start.year == end.year:
            return f"{MONTHS_SHORT[start.month - 1]}–{month_name(end, short=True)}"
        return f"{month_name(start, short=True)} – {month_name(end, short=True)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{short_date(end)}"
    return f"{short_date(start)} – {short_date(end)}"


def long_period(start: date, end: date, *, whole_months: bool = False) -> str:
    """A period in full, as papers write it: `23 - 25 มีนาคม 2564`, `พฤษภาคม - มิถุนายน 2564`."""
    same_month = (start.year, start.month) == (end.year, end.month)
    if whole_months:
        first = MONTHS[start.month - 1] if start.year == end.year else month_name(start)
        return month_name(end) if same_month else f"{first} - {month_name(end)}"
    if start == end:
        return long_date(start)
    if same_month:
        return f"{start.day} - {long_date(end)}"
    first = f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else long_date(start)
    return f"{first} - {long_date(end)}"


def fiscal_year(day: date) -> int:
    """The fiscal year (BE) that holds `day`: 2020-10-01 to 2021-09-30 is 2564."""
    return be_year(day) + (day.month >= 10)


def fiscal_year_span(year: int) -> tuple[date, date]:
    """First and last day of the fiscal year `year` (BE), both included."""
    gregorian = year - BE_OFFSET
    return date(gregorian - 1, 10, 1), date(gregorian, 9, 30)
