"""The registers of a year: targets in the open; of lists of persons only totals of the province.

The target register stands in its own order (trap 23) with our sum, since the source prints none,
and with the total that the plan states beside it (trap 1).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.model.targets import Register
from khlang.progress import Progress, UnitProgress, YearProgress
from khlang.thai.dates import short_date
from khlang.views.common import HOME, Crumb, Meta, as_of_label
from khlang.views.downloads import downloads

OUR_SUM = "รวม (คำนวณเอง ทะเบียนไม่ได้รวมไว้)"


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A line of the target register; `note` says where a figure comes from that it does not print."""

    seq: int | None
    name: str
    staff: int | None
    quota: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ColumnView:
    name: str
    stays_private: bool


@dataclass(frozen=True, slots=True)
class PrivateView:
    """A register that lies outside the archive. `totals` are of the province, never of a unit."""

    name: str
    columns: tuple[ColumnView, ...]
    totals: tuple[tuple[str, str], ...]
    recorded: str


@dataclass(frozen=True, slots=True)
class RegistersView:
    meta: Meta
    year: int
    as_of: str
    title: str
    rows: tuple[TargetRow, ...]
    total: TargetRow
    beyond: tuple[TargetRow, ...]
    private: tuple[PrivateView, ...]
    downloads: tuple[Crumb, ...]
    other_years: tuple[Crumb, ...]


def build(corpus: Corpus, progress: Progress) -> Iterator[RegistersView]:
    """The current year's at `registers/`, others at `registers/<year>/`."""
    for year in progress.years.values():
        yield registers_of(corpus, progress, year)


def registers_of(corpus: Corpus, progress: Progress, year: YearProgress) -> RegistersView:
    """The registers of a year that has targets."""
    current = progress.current
    return RegistersView(
        meta=Meta(
            _url(year.year, current),
            f"ทะเบียน ปีงบประมาณ {year.year}",
            f"ทะเบียนเป้าหมายปีงบประมาณ {year.year} และยอดรวมของทะเบียนเครือข่าย",
            "plan",
            (HOME, Crumb("แผนการจัดการความรู้", "plan/")),
            here="ทะเบียน" if year.year == current else f"ทะเบียน ปีงบประมาณ {year.year}",
        ),
        year=year.year,
        as_of=as_of_label(year.as_of),
        title=_title(corpus),
        rows=tuple(
            TargetRow(each.unit.seq, each.unit.name_th, *_figures(each))
            for each in year.units
            if each.unit.is_district
        ),
        total=_total(year),
        beyond=tuple(_beyond(year)),
        private=tuple(
            _private(each, year) for each in corpus.targets.registers if each.storage == "private"
        ),
        downloads=downloads("target-register", "ทะเบียนเป้าหมาย", year.year),
        other_years=tuple(
            Crumb(f"ปีงบประมาณ {other}", _url(other, current))
            for other in sorted(progress.years, reverse=True)
            if other != year.year
        ),
    )


def _url(year: int, current: int) -> str:
    return "registers/" if year == current else f"registers/{year}/"


def _title(corpus: Corpus) -> str:
    public = [each.name_th for each in corpus.targets.registers if each.storage == "public"]
    return public[0] if public else "ทะเบียนเป้าหมาย"


def _figures(each: UnitProgress) -> tuple[int, int]:
    return each.contributors.target, each.items.target


def _total(year: YearProgress) -> TargetRow:
    """Our sum of the districts; it says so where the register prints none."""
    totals = year.targets.stated_totals
    printed = totals.register.districts if totals and totals.register else None
    name = "รวม" if printed is not None else OUR_SUM
    return TargetRow(None, name, year.district_staff, year.district_quota)


def _beyond(year: YearProgress) -> Iterator[TargetRow]:
    """Units without a line in the register, the sum of all units, and what the plan states."""
    for each in year.units:
        if not each.unit.is_district:
            derived = year.targets.units[each.unit.slug].quota_source == "derived"
            note = "ไม่อยู่ในทะเบียน เป้าหมายคิดจากแผน" if derived else "ไม่อยู่ในทะเบียน"
            yield TargetRow(None, each.unit.name_th, *_figures(each), note)
    yield TargetRow(None, "รวมทุกหน่วยงาน", year.contributors.target, year.items.target)
    stated = year.targets.stated_totals.plan if year.targets.stated_totals else None
    if stated and stated.total is not None:
        difference = year.items.target - stated.total
        note = f"ต่างจากผลรวมของทุกหน่วยงาน {difference:+,} เรื่อง" if difference else "ตรงกับผลรวม"
        yield TargetRow(None, "ยอดรวมที่แผนการจัดการความรู้ระบุ", None, stated.total, note)


def _private(register: Register, year: YearProgress) -> PrivateView:
    summary = year.targets.registers.get(register.slug)
    known = summary is not None and summary.date <= year.as_of
    totals: list[tuple[str, str]] = []
    if summary is not None and known:
        totals.append(("มีรายชื่อแล้วทั้งจังหวัด", f"{summary.named:,} คน"))
        if summary.trained is not None:
            mark = next((each.name_th for each in register.columns if each.values), "")
            totals.append((f"{mark} ทั้งจังหวัด", f"{summary.trained:,} คน"))
    return PrivateView(
        name=register.name_th,
        columns=tuple(ColumnView(each.name_th, each.personal) for each in register.columns),
        totals=tuple(totals),
        recorded=f"บันทึกเมื่อ {short_date(summary.date)}" if summary is not None and known else "",
    )
