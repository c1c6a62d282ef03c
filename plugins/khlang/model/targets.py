"""targets.yml: who has to deliver what, by when, and every setting that changes a verdict."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from khlang.model.columns import (
    SLUG,
    Choice,
    Day,
    Flag,
    Integer,
    Many,
    OneOf,
    Record,
    Scalar,
    Table,
    Text,
    Year,
    column,
)
from khlang.model.history import State

NAME = Text(max_length=300)
PROSE = Text(max_length=1000, multiline=True)
CODE = Text(
    max_length=10,
    pattern="[0-9]{2,6}",
    shape_th='รหัสทางการในเครื่องหมายคำพูด เช่น "2405"',
    shape_en='an official code in quotes, such as "2405"',
)
UNIT_SLUG = Text(  # narrower than SLUG: ids and contributor keys begin with it and end in a number
    max_length=40,
    pattern=r"[a-z]+(?:-[a-z]+)*",
    shape_th="ตัวอักษรอังกฤษเล็กและขีดกลาง เช่น mueang หรือ nong-sua",
    shape_en="lower-case letters and hyphens, such as mueang or nong-sua",
)
COLUMN_KEY = Text(
    max_length=60, pattern="[a-z][a-z0-9_]*", shape_th="ตัวอักษรอังกฤษเล็กและ _", shape_en="a-z and _"
)
PHONE = Text(
    max_length=40,
    pattern=r"(?:\+66|[0๐])[0-9๐-๙ ()–-]{7,20}(?: ?(?:ต่อ|ถึง) ?[0-9๐-๙]{1,5})?",
    shape_th="หมายเลขโทรศัพท์เต็มรวมรหัสพื้นที่ เช่น 0-2xxx-xxxx",
    shape_en="a whole telephone number with its area code, such as 0-2xxx-xxxx",
)
EMAIL = Text(
    max_length=120,
    pattern=r"[^\s@]+@[^\s@]+\.[^\s@.]+",
    shape_th="อีเมล เช่น office@example.go.th",
    shape_en="an e-mail address, such as office@example.go.th",
)
ACCOUNT = Text(
    max_length=80,
    pattern=r"@[A-Za-z0-9][A-Za-z0-9/_.-]*",
    shape_th="บัญชีหรือทีมใน GitHub หรือ GitLab ขึ้นต้นด้วย @ เช่น @office/review",
    shape_en="an account or team that begins with @, such as @office/review",
)


@dataclass(frozen=True, slots=True)
class Province:
    """The province (or other area) whose archive this is."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    code: str = column(CODE, "รหัสจังหวัด", "Code", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True, example="จังหวัดนครนายก")
    short_th: str = column(NAME, "ชื่อสั้น", "Short name", required=True, example="นครนายก")
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    project_th: str | None = column(NAME, "ชื่อโครงการ", "Project")


@dataclass(frozen=True, slots=True)
class Unit:
    """An office that delivers items: the provincial office or a district office."""

    slug: str = column(UNIT_SLUG, "รหัส", "Slug", required=True, help_th="ไม่เปลี่ยน ไม่ใช้ซ้ำ")
    kind: str = column(OneOf(("province-office", "district")), "ประเภท", "Kind", required=True)
    code: str = column(CODE, "รหัสทางการ", "Code", required=True)
    seq: int = column(
        Integer(0, 999),
        "ลำดับในทะเบียนเป้าหมาย",
        "Order in the target register",
        required=True,
        help_th="ไม่ใช่ลำดับของรหัส",
    )
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    aliases_th: tuple[str, ...] = column(Many(NAME), "ชื่ออื่น", "Aliases")
    reviewers: tuple[str, ...] = column(
        Many(ACCOUNT), "ผู้เห็นชอบของหน่วยงาน", "Reviewers of the unit", help_th="เขียนลง CODEOWNERS"
    )
    from_: datetime.date | None = column(Day(), "ตั้งแต่วันที่", "From")
    to: datetime.date | None = column(Day(), "ถึงวันที่", "To")

    @property
    def is_district(self) -> bool:
        return self.kind == "district"

    @property
    def full_th(self) -> str:
        """`อำเภอเมือง`; the provincial office has its full name already."""
        return f"อำเภอ{self.name_th}" if self.is_district else self.name_th

    @property
    def short_th(self) -> str:
        """`เมือง`, `สำนักงานจังหวัด`: for tables and breadcrumbs."""
        return self.name_th if self.is_district else "สำนักงานจังหวัด"


@dataclass(frozen=True, slots=True)
class QuotaChange:
    """What a unit owes from a day within the year on: staff came or went, a quota was set anew."""

    from_: datetime.date = column(Day(), "ตั้งแต่วันที่", "From", required=True, example="2021-06-01")
    staff: int | None = column(Integer(0, 9999), "จำนวนเจ้าหน้าที่", "Staff")
    quota: int | None = column(Integer(0, 9999), "เป้าหมายองค์ความรู้", "Quota of items")
    where_th: str = column(
        NAME, "ที่มา", "Source", required=True, example="หนังสือจังหวัดแจ้งการปรับเป้าหมาย"
    )


@dataclass(frozen=True, slots=True)
class Quota:
    """What one unit owes in one year (target register; the office's row is derived, trap 1)."""

    staff: int = column(Integer(0, 9999), "จำนวนเจ้าหน้าที่", "Staff", required=True)
    quota: int = column(Integer(0, 9999), "เป้าหมายองค์ความรู้", "Quota of items", required=True)
    staff_source: str = column(SLUG, "ที่มาของจำนวนคน", "Source of the staff", required=True)
    quota_source: str = column(SLUG, "ที่มาของเป้าหมาย", "Source of the quota", required=True)
    network_quota: int = column(Integer(0, 99), "เครือข่าย (คน)", "Network members", default=0)
    changes: tuple[QuotaChange, ...] = column(
        Many(Record(QuotaChange)),
        "การเปลี่ยนระหว่างปี",
        "Changes within the year",
        help_th="จำนวนคนหรือเป้าหมายที่เปลี่ยนระหว่างปี ตั้งแต่วันที่ใด ตัวเลขเดิมคงไว้สำหรับวันก่อนหน้า",
    )

    def at(self, day: datetime.date) -> "Quota":
        """What the unit owes at the end of `day`."""
        staff, quota = self.staff, self.quota
        for change in sorted(self.changes, key=lambda each: each.from_):
            if change.from_ <= day:
                staff = staff if change.staff is None else change.staff
                quota = quota if change.quota is None else change.quota
        return replace(self, staff=staff, quota=quota)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which one party sends something to another; inclusive."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    date: datetime.date = column(Day(), "วันที่", "Date", required=True)
    weekday: str | None = column(
        OneOf(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
        "วันในสัปดาห์",
        "Weekday",
    )
    from_: str = column(Choice("parties"), "ผู้ส่ง", "From", required=True)
    to: str = column(Choice("parties"), "ผู้รับ", "To", required=True)
    what_th: str = column(NAME, "สิ่งที่ส่ง", "What", required=True)
    what_en: str = column(NAME, "สิ่งที่ส่ง (อังกฤษ)", "What, in English", required=True)
    format: str | None = column(Text(max_length=20), "รูปแบบไฟล์", "Format")
    via: str | None = column(Text(max_length=20), "ช่องทาง", "Via")
    where: str = column(NAME, "ที่มาในเอกสาร", "Where in the source", required=True)
    where_th: str | None = column(NAME, "ที่มาในเอกสาร (ไทย)", "Where in the source, in Thai")


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A figure as the source states it, and where."""

    value: int | str = column(Scalar(), "ค่า", "Value", required=True)
    where: str = column(NAME, "ที่มา", "Where", required=True)
    where_th: str | None = column(NAME, "ที่มา (ไทย)", "Where, in Thai")


@dataclass(frozen=True, slots=True)
class KnownDifference:
    """Two places of the source that do not agree: shown beside each other, never repaired."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    title_th: str = column(NAME, "เรื่อง", "Title", required=True)
    values: tuple[StatedValue, ...] = column(
        Many(Record(StatedValue)), "ค่าที่ต่างกัน", "Values", required=True
    )
    effect: str = column(PROSE, "ผล", "Effect", required=True)
    effect_th: str = column(PROSE, "ผล (ไทย)", "Effect, in Thai", required=True)
    show: str = column(PROSE, "วิธีแสดง", "How it is shown", required=True)
    show_th: str = column(PROSE, "วิธีแสดง (ไทย)", "How it is shown, in Thai", required=True)


@dataclass(frozen=True, slots=True)
class RegisterTotals:
    """Totals printed in the target register (the source of 2564 prints none: trap 1)."""

    districts: int | None = column(Integer(), "รวมอำเภอ", "Districts")
    total: int | None = column(Integer(), "รวมทั้งหมด", "Total")


@dataclass(frozen=True, slots=True)
class PlanTotals:
    """Totals printed in the KM plan, rows 2.1 and 2.2."""

    province_office: int | None = column(Integer(), "สำนักงานจังหวัด", "Provincial office")
    districts: int | None = column(Integer(), "อำเภอ", "Districts")
    total: int | None = column(Integer(), "รวม", "Total")


@dataclass(frozen=True, slots=True)
class StatedTotals:
    """Totals as the source states them; ours are computed beside them."""

    register: RegisterTotals | None = column(Record(RegisterTotals), "ทะเบียน", "Register")
    plan: PlanTotals | None = column(Record(PlanTotals), "แผน", "Plan")


@dataclass(frozen=True, slots=True)
class RegisterSummary:
    """What may be known of a private register: totals of the province, and of which day."""

    named: int = column(Integer(), "มีรายชื่อ (คน)", "Persons named", required=True)
    trained: int | None = column(Integer(), "ผ่านอบรม (คน)", "Persons trained")
    date: datetime.date = column(Day(), "วันที่", "Date", required=True)


@dataclass(frozen=True, slots=True)
class YearTargets:
    """The targets of one fiscal year."""

    start: datetime.date = column(Day(), "วันเริ่มปีงบประมาณ", "Start", required=True)
    end: datetime.date = column(Day(), "วันสิ้นปีงบประมาณ", "End", required=True)
    units: Mapping[str, Quota] = column(
        Table(Record(Quota), Choice("units")), "เป้าหมายรายหน่วย", "Targets by unit", required=True
    )
    item_deadline: str = column(
        SLUG, "กำหนดส่งที่ใช้วัด", "Deadline that `late` is measured by", required=True
    )
    deadlines: tuple[Deadline, ...] = column(
        Many(Record(Deadline)), "กำหนดส่ง", "Deadlines", required=True
    )
    stated_totals: StatedTotals | None = column(
        Record(StatedTotals), "ยอดรวมที่เอกสารระบุ", "Stated totals"
    )
    known_differences: tuple[KnownDifference, ...] = column(
        Many(Record(KnownDifference)), "จุดที่เอกสารไม่ตรงกัน", "Known differences"
    )
    registers: Mapping[str, RegisterSummary] = column(
        Table(Record(RegisterSummary), SLUG),
        "ยอดรวมของทะเบียน",
        "Totals of private registers",
        help_th="เขียนด้วย khlang register summary ไม่มีข้อมูลของบุคคลหรือรายหน่วย",
    )

    @property
    def due(self) -> Deadline:
        """The deadline for items; `rules.data` reports a slug that names none."""
        return next(each for each in self.deadlines if each.slug == self.item_deadline)


@dataclass(frozen=True, slots=True)
class Counting:
    """What counts: the project's choices, to be confirmed by the province (traps 13, 14)."""

    per_person_min_items: int = column(
        Integer(1, 99), "อย่างน้อยคนละ (เรื่อง)", "Items a person, at least", default=1
    )
    quota_is_minimum: bool = column(
        Flag(),
        "เป้าหมายเป็นขั้นต่ำ",
        "The quota is a minimum",
        default=True,
        help_th="ตามเอกสาร (อย่างน้อย) บันทึกไว้เป็นที่มา ไม่เปลี่ยนการนับ",
    )
    measures: tuple[str, ...] = column(
        Many(OneOf(("items", "contributors"))),
        "สิ่งที่วัด",
        "Measures",
        default=("items", "contributors"),
    )
    counted_statuses: tuple[str, ...] = column(
        Many(OneOf(tuple(State))),
        "สถานะที่นับ",
        "States that count",
        default=(State.SUBMITTED, State.SELECTED, State.PUBLISHED),
    )
    counted_origins: tuple[str, ...] = column(
        Many(Choice("origins")), "ที่มาที่นับ", "Origins that count", default=("new", "existing")
    )


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or receiver of deadlines."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    unit_kind: str | None = column(
        OneOf(("province-office", "district")),
        "ประเภทหน่วยงานในคลังนี้",
        "Kind of unit of this archive",
    )


@dataclass(frozen=True, slots=True)
class SeverityChange:
    """A rule's severity, changed by the province, with its reason."""

    severity: str = column(
        OneOf(("error", "warning", "notice", "off")), "ระดับ", "Severity", required=True
    )
    reason: str = column(PROSE, "เหตุผล", "Reason", required=True)


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column of a register, and whether it may ever be published."""

    key: str = column(COLUMN_KEY, "รหัส", "Key", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    personal: bool = column(Flag(), "ข้อมูลส่วนบุคคล", "Personal", required=True)
    publish: str | None = column(OneOf(("never", "province-total")), "การเผยแพร่", "Publication")
    values: Mapping[str, str] = column(Table(NAME, COLUMN_KEY), "ค่า", "Values")


@dataclass(frozen=True, slots=True)
class Register:
    """A register of the source: public (targets) or private (lists of persons)."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    alias_th: str | None = column(NAME, "ชื่ออื่น", "Alias")
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    storage: str = column(OneOf(("public", "private")), "ที่เก็บ", "Storage", required=True)
    columns: tuple[RegisterColumn, ...] = column(
        Many(Record(RegisterColumn)), "คอลัมน์", "Columns", required=True
    )
    note_th: str | None = column(PROSE, "หมายเหตุใต้ตาราง", "Note below the table")
    publishable_aggregates: tuple[str, ...] = column(
        Many(NAME), "ยอดรวมที่เผยแพร่ได้", "Aggregates that may be published"
    )


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """How strictly personal data are refused, and the office's own, which are meant to be read.

    Citizen IDs have no setting: nobody's may stand in an archive.
    """

    phones: str = column(
        OneOf(("error", "warning")),
        "หมายเลขโทรศัพท์",
        "Telephone numbers",
        default="error",
        help_th="ระดับเมื่อพบหมายเลขโทรศัพท์ในเรื่อง",
    )
    emails: str = column(
        OneOf(("error", "warning")),
        "อีเมล",
        "E-mail addresses",
        default="warning",
        help_th="ระดับเมื่อพบอีเมลในเรื่อง",
    )
    office_phones: tuple[str, ...] = column(
        Many(PHONE),
        "โทรศัพท์ของสำนักงาน",
        "Telephones of the office",
        help_th="หมายเลขกลางของหน่วยงานที่เผยแพร่ได้ ไม่ใช่ของบุคคล",
    )
    office_emails: tuple[str, ...] = column(
        Many(EMAIL),
        "อีเมลของสำนักงาน",
        "E-mail addresses of the office",
        help_th="อีเมลกลางของหน่วยงานที่เผยแพร่ได้ ไม่ใช่ของบุคคล",
    )


@dataclass(frozen=True)
class Targets:
    """Everything in targets.yml."""

    schema: int = column(Integer(1, 1), "รุ่นของรูปแบบไฟล์", "Schema version", required=True)
    timezone: str = column(OneOf(("Asia/Bangkok",)), "เขตเวลา", "Time zone", default="Asia/Bangkok")
    as_of: datetime.date | None = column(
        Day(),
        "ข้อมูล ณ วันที่",
        "As of",
        help_th="ใส่เฉพาะคลังที่ปิดปีแล้วหรือคลังตัวอย่าง",
        example="2021-07-12",
    )
    province: Province = column(Record(Province), "จังหวัด", "Province", required=True)
    administrators: tuple[str, ...] = column(
        Many(ACCOUNT), "ผู้ดูแลคลัง", "Administrators", help_th="เขียนลง CODEOWNERS"
    )
    review_group: tuple[str, ...] = column(
        Many(ACCOUNT), "คณะทำงานกลั่นกรอง", "Review working group", help_th="เขียนลง CODEOWNERS"
    )
    units: tuple[Unit, ...] = column(Many(Record(Unit)), "หน่วยงาน", "Units", required=True)
    counting: Counting = column(Record(Counting), "การนับ", "Counting", default=Counting())
    parties: tuple[Party, ...] = column(Many(Record(Party)), "ผู้ส่งและผู้รับ", "Parties", required=True)
    years: Mapping[int, YearTargets] = column(
        Table(Record(YearTargets), Year()), "รายปีงบประมาณ", "By fiscal year", required=True
    )
    severities: Mapping[str, SeverityChange] = column(
        Table(Record(SeverityChange), Text(8, r"KH-[A-Z]\d{3}")), "ระดับของกฎ", "Severities"
    )
    privacy: PrivacySettings = column(
        Record(PrivacySettings), "ข้อมูลส่วนบุคคล", "Personal data", default=PrivacySettings()
    )
    registers: tuple[Register, ...] = column(Many(Record(Register)), "ทะเบียน", "Registers")

    def without_figures(self) -> "Targets":
        """What may be known while one item is judged: nothing that a new quota would change."""
        none = Quota(staff=0, quota=0, staff_source="", quota_source="")
        years = {
            year: replace(
                each,
                units=dict.fromkeys(each.units, none),
                stated_totals=None,
                known_differences=(),
            )
            for year, each in self.years.items()
        }
        return replace(self, years=years, as_of=None, severities={})

    @cached_property
    def unit_by_slug(self) -> Mapping[str, Unit]:
        return {each.slug: each for each in self.units}

    @cached_property
    def party_by_slug(self) -> Mapping[str, Party]:
        return {each.slug: each for each in self.parties}

    @cached_property
    def personal_keys(self) -> frozenset[str]:
        """Keys of register columns that never stand in an item (trap 26)."""
        return frozenset(
            each.key for register in self.registers for each in register.columns if each.personal
        )
