"""content/closed/<year>.yml: the figures of a fiscal year as they stood when it was closed.

Written once by `khlang close-year`; whatever happens to items, quotas or settings afterwards, these
are the figures that the year is shown with from that day on (decision 0060).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from khlang.model.columns import (
    SLUG,
    Choice,
    Day,
    Integer,
    Many,
    OneOf,
    Record,
    Table,
    Text,
    Year,
    column,
)

KEY = Text(max_length=60, pattern=r"[a-z][a-z0-9.-]*", shape_th="รหัส", shape_en="a slug")
MONTH = Text(
    max_length=7,
    pattern=r"\d{4}-(?:0[1-9]|1[0-2])",
    shape_th="เดือนแบบ ปี-เดือน เช่น 2021-06",
    shape_en="a month such as 2021-06",
)
COUNTS = Table(Integer(), KEY)


@dataclass(frozen=True, slots=True)
class ClosedStep:
    """The number of counted items at the end of a day on which it changed."""

    date: datetime.date = column(Day(), "วันที่", "Date", required=True)
    items: int = column(Integer(), "เรื่องที่นับได้", "Counted items", required=True)


@dataclass(frozen=True, slots=True)
class ClosedUnit:
    """A unit's figures: what it owed, what it delivered."""

    staff: int = column(Integer(), "จำนวนเจ้าหน้าที่", "Staff", required=True)
    quota: int = column(Integer(), "เป้าหมายองค์ความรู้", "Quota of items", required=True)
    items: int = column(Integer(), "เรื่องที่นับได้", "Counted items", required=True)
    contributors: int = column(Integer(), "เจ้าหน้าที่ที่มีเรื่อง", "Contributors", required=True)
    by_origin: Mapping[str, int] = column(COUNTS, "ตามที่มา", "By origin", required=True)
    by_category: Mapping[str, int] = column(COUNTS, "ตามหมวดหมู่", "By category", required=True)
    by_format: Mapping[str, int] = column(COUNTS, "ตามรูปแบบ", "By format", required=True)
    by_state: Mapping[str, int] = column(COUNTS, "ตามสถานะ", "By state", required=True)
    topics: Mapping[str, int] = column(COUNTS, "ตามหัวข้อ", "By topic", required=True)
    months: Mapping[str, Mapping[str, int]] = column(
        Table(COUNTS, MONTH), "ตามเดือนและหมวดหมู่", "By month and category", required=True
    )
    late_by_category: Mapping[str, int] = column(
        COUNTS, "ส่งหลังกำหนด", "Received late", required=True
    )
    waiting: Mapping[str, int] = column(COUNTS, "รอนานที่สุด (วัน)", "Days waited", required=True)
    timeline: tuple[ClosedStep, ...] = column(
        Many(Record(ClosedStep)), "เรื่องสะสม", "Cumulative items", required=True
    )


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """The computed side of a row of form 2."""

    by: str = column(OneOf(("archive", "proxy", "manual")), "วิธี", "By", required=True)
    value: int | None = column(Integer(), "ค่า", "Value")
    percent: int | None = column(Integer(), "ร้อยละ", "Percent")
    beside: Mapping[str, int] = column(COUNTS, "ค่าประกอบ", "Beside")
    entered: int | None = column(Integer(), "ค่าที่บันทึก", "Entered by hand")


@dataclass(frozen=True)
class ClosedYear:
    """Everything in the file of a closed year."""

    schema: int = column(Integer(1, 1), "รุ่นของรูปแบบไฟล์", "Schema version", required=True)
    fiscal_year: int = column(Year(), "ปีงบประมาณ", "Fiscal year", required=True)
    as_of: datetime.date = column(Day(), "ปิด ณ วันที่", "Closed on", required=True)
    sent_to_department: int = column(Integer(), "ส่งกรมแล้ว", "Sent on", required=True)
    units: Mapping[str, ClosedUnit] = column(
        Table(Record(ClosedUnit), Choice("units")), "รายหน่วยงาน", "By unit", required=True
    )
    plan_rows: Mapping[str, ClosedRow] = column(
        Table(Record(ClosedRow), SLUG), "แผน", "Plan rows", required=True
    )
