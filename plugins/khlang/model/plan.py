"""content/plan/<year>.yml: the KM plan (forms 1 and 2), the project's activities and calendar.

`as_printed_th` and `status` are the source's words and never change; what the archive computes
stands beside them (traps 5, 7, 10, 12, 21).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

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
from khlang.model.targets import RegisterSummary

NAME = Text(max_length=400)
PROSE = Text(max_length=1000, multiline=True)
KEY = Text(
    max_length=60, pattern="[a-z][a-z0-9_-]*", shape_th="ตัวอักษรอังกฤษเล็ก", shape_en="a-z, _ and -"
)
COMPARISON = OneOf(("at-least",))
SCOPE = OneOf(("national", "province"))


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day; `precision` says whether the source gave days or whole months."""

    start: datetime.date = column(Day(), "เริ่ม", "Start", required=True)
    end: datetime.date = column(Day(), "สิ้นสุด", "End", required=True)
    precision: str = column(OneOf(("day", "month")), "ความละเอียด", "Precision", default="day")
    as_printed_th: str | None = column(NAME, "ตามเอกสาร", "As printed")


@dataclass(frozen=True, slots=True)
class Target:
    """A row's target. `value` is None where the source states words only (trap 12)."""

    value: int | None = column(Integer(), "ค่า", "Value")
    unit: str | None = column(
        OneOf(("items", "persons", "exists", "model", "percent")), "หน่วยนับ", "Unit"
    )
    comparison: str | None = column(COMPARISON, "การเทียบ", "Comparison")
    as_printed_th: str | None = column(NAME, "ตามเอกสาร", "As printed")
    disputed: str | None = column(SLUG, "จุดที่ไม่ตรงกัน", "Known difference", help_th="ไม่คิดร้อยละจากค่านี้")


@dataclass(frozen=True, slots=True)
class Compute:
    """Where a row's present value comes from: the archive, a related number, or a person."""

    by: str = column(OneOf(("archive", "proxy", "manual")), "วิธี", "By", required=True)
    measure: str | None = column(
        OneOf(
            (
                "activity-media",
                "contributors",
                "counted-items",
                "counted-items-by-category",
                "selected-items",
                "published-items",
                "published-in-category",
            )
        ),
        "สิ่งที่นับ",
        "Measure",
    )
    argument: str | None = column(SLUG, "รหัสประกอบ", "Argument of the measure")
    expression: str | None = column(PROSE, "คำอธิบาย", "In words")
    expression_th: str | None = column(PROSE, "คำอธิบายไทย", "In Thai words")
    note: str | None = column(PROSE, "หมายเหตุ", "Note")
    value: int | None = column(Integer(), "ค่าที่บันทึก", "Value entered by hand")
    date: datetime.date | None = column(Day(), "วันที่บันทึก", "Date of the value")
    evidence_th: str | None = column(PROSE, "หลักฐาน", "Evidence")
    register: str | None = column(
        Choice("registers"),
        "ทะเบียนที่ให้ค่า",
        "Register that gives the value",
        help_th="ใช้จำนวนคนที่ khlang register summary บันทึกไว้ จนกว่าจะใส่ value เอง",
    )

    def filled(self, registers: Mapping[str, RegisterSummary]) -> "Compute":
        """With what is known of its register, where no value was entered."""
        summary = registers.get(self.register or "")
        if summary is None or self.value is not None:
            return self
        return replace(
            self, value=summary.named, date=summary.date, evidence_th="ยอดรวมทั้งจังหวัดของทะเบียน"
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A row of form 2."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    activity_th: str = column(NAME, "กิจกรรม", "Activity", required=True)
    activity_en: str = column(NAME, "กิจกรรมอังกฤษ", "Activity, in English", required=True)
    period: Period = column(Record(Period), "ระยะเวลา", "Period", required=True)
    indicator_th: str = column(NAME, "ตัวชี้วัด", "Indicator", required=True)
    indicator_en: str = column(NAME, "ตัวชี้วัดอังกฤษ", "Indicator, in English", required=True)
    target: Target = column(Record(Target), "เป้าหมาย", "Target", required=True)
    group_th: str = column(NAME, "กลุ่มเป้าหมาย", "Target group", required=True)
    group: Mapping[str, int] = column(Table(Integer(), KEY), "จำนวนกลุ่ม", "Group counts")
    status: str = column(
        OneOf(("done", "in-progress", "not-stated")), "สถานะตามเอกสาร", "Status", required=True
    )
    compute: Compute = column(Record(Compute), "การคำนวณ", "Computing", required=True)

    @property
    def number(self) -> str:
        """`2.2` of `plan-2.2`."""
        return self.slug.removeprefix("plan-")


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One of the six steps of form 2."""

    number: int = column(Integer(1, 99), "ลำดับ", "Number", required=True)
    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    rows: tuple[Row, ...] = column(Many(Record(Row)), "รายการ", "Rows", required=True)


@dataclass(frozen=True, slots=True)
class Status:
    """A printed status and its spellings in the source (trap 10)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    as_printed_th: tuple[str, ...] = column(
        Many(Text(max_length=60)), "ตามเอกสาร", "As printed", required=True
    )
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a national target: a number of bodies, and how many each."""

    count: int = column(Integer(), "จำนวนหน่วย", "Count", required=True)
    each: int = column(Integer(), "หน่วยละ", "Each", required=True)


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of the project. `scope: national` is never the province's target (trap 21)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    parent: str | None = column(SLUG, "กิจกรรมหลัก", "Parent")
    number: str = column(Text(max_length=10), "เลขที่", "Number", required=True)
    number_in_supplement: str | None = column(
        Text(max_length=10), "เลขที่ในแนวทางเพิ่มเติม", "Number in the supplement"
    )
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    alias_th: str | None = column(NAME, "ชื่ออื่น", "Alias")
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    target: Mapping[str, int] = column(Table(Integer(), KEY), "เป้าหมาย", "Target")
    target_th: str | None = column(NAME, "เป้าหมายตามเอกสาร", "Target as printed")
    parts: Mapping[str, int] = column(Table(Integer(), KEY), "องค์ประกอบ", "Parts")
    parts_each: Mapping[str, Part] = column(
        Table(Record(Part), KEY), "องค์ประกอบต่อหน่วย", "Parts by body"
    )
    scope: str = column(SCOPE, "ขอบเขต", "Scope", required=True)


@dataclass(frozen=True, slots=True)
class StudyCentre:
    """A study and community-development centre (ศูนย์ศึกษาและพัฒนาชุมชน)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event of the project; deadlines are in targets.yml."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    kind: str = column(
        OneOf(("training", "centre-visit", "regional-forum", "market-day", "other")),
        "ประเภท",
        "Kind",
        required=True,
    )
    start: datetime.date = column(Day(), "เริ่ม", "Start", required=True)
    end: datetime.date = column(Day(), "สิ้นสุด", "End", required=True)
    weekday: str | None = column(
        OneOf(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
        "วันในสัปดาห์",
        "Weekday",
    )
    activity: str | None = column(Choice("activities"), "กิจกรรม", "Activity")
    place: str | None = column(SLUG, "สถานที่", "Place")
    name_th: str | None = column(NAME, "ชื่อ", "Name", help_th="ถ้าไม่ใส่ ใช้ชื่อของกิจกรรม")
    mode_th: str | None = column(NAME, "วิธีจัด", "Mode", example="ออนไลน์")
    persons: int | None = column(Integer(), "จำนวนคน", "Persons")


@dataclass(frozen=True, slots=True)
class Output:
    """An output or outcome of the guideline, section 8: national (trap 21)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    where: str = column(NAME, "ที่มา", "Where", required=True)
    text_th: str = column(PROSE, "ข้อความ", "Text", required=True)
    text_en: str = column(PROSE, "ข้อความอังกฤษ", "Text, in English", required=True)
    target: Target | None = column(Record(Target), "เป้าหมาย", "Target")
    compute: Compute = column(Record(Compute), "การคำนวณ", "Computing", required=True)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as the source prints it: historical text, never followed (trap 9)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    where: str = column(NAME, "ที่มา", "Where", required=True)
    as_printed: str = column(NAME, "ตามเอกสาร", "As printed", required=True)
    note: str | None = column(PROSE, "หมายเหตุ", "Note")


@dataclass(frozen=True, slots=True)
class Kpi:
    """A national KPI of form 1; `target` None is "not stated", never 0 (trap 7)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    number: int = column(Integer(1, 99), "ลำดับ", "Number", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    target: int | None = column(Integer(), "เป้าหมาย", "Target")
    unit_th: str | None = column(Text(max_length=60), "หน่วยนับ", "Unit in Thai")
    unit: str | None = column(Text(max_length=60), "หน่วยนับอังกฤษ", "Unit")
    comparison: str | None = column(COMPARISON, "การเทียบ", "Comparison")
    as_printed_th: str | None = column(NAME, "ตามเอกสาร", "As printed")


@dataclass(frozen=True)
class Plan:
    """Everything in a year's plan file."""

    schema: int = column(Integer(1, 1), "รุ่นของรูปแบบไฟล์", "Schema version", required=True)
    fiscal_year: int = column(Year(), "ปีงบประมาณ", "Fiscal year", required=True)
    owner: str = column(Choice("units"), "ผู้รับผิดชอบ", "Owner of every row", required=True)
    statuses: tuple[Status, ...] = column(Many(Record(Status)), "สถานะ", "Statuses", required=True)
    steps: tuple[PlanStep, ...] = column(Many(Record(PlanStep)), "ขั้นตอน", "Steps", required=True)
    activities: tuple[Activity, ...] = column(Many(Record(Activity)), "กิจกรรม", "Activities")
    project_period: Period | None = column(Record(Period), "ระยะโครงการ", "Project period")
    places: Mapping[str, int] = column(Table(Integer(), KEY), "สถานที่ดำเนินการ", "Places")
    study_centres: tuple[StudyCentre, ...] = column(
        Many(Record(StudyCentre)), "ศูนย์ศึกษาฯ", "Study centres"
    )
    calendar: tuple[Event, ...] = column(Many(Record(Event)), "ปฏิทิน", "Calendar")
    outputs: tuple[Output, ...] = column(Many(Record(Output)), "ผลผลิต", "Outputs")
    outcomes: tuple[Output, ...] = column(Many(Record(Output)), "ผลลัพธ์", "Outcomes")
    channels: tuple[Channel, ...] = column(Many(Record(Channel)), "ช่องทาง", "Channels")
    kpis: Mapping[str, tuple[Kpi, ...]] = column(
        Table(Many(Record(Kpi)), Choice("issues")), "ตัวชี้วัด", "KPIs by issue"
    )

    @cached_property
    def activity_by_slug(self) -> Mapping[str, Activity]:
        return {each.slug: each for each in self.activities}

    @cached_property
    def centre_by_slug(self) -> Mapping[str, StudyCentre]:
        return {each.slug: each for each in self.study_centres}

    @cached_property
    def status_by_slug(self) -> Mapping[str, Status]:
        return {each.slug: each for each in self.statuses}

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of form 2 in order."""
        return tuple(row for step in self.steps for row in step.rows)
