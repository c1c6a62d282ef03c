"""The progress report at a date: both measures of every unit, never summed across each other."""

from khlang.export.paper import Cell, Column, Kind, Paper, Row
from khlang.export.papers.wording import closing, fiscal_year
from khlang.model.corpus import Corpus
from khlang.progress import Progress, UnitProgress, YearProgress
from khlang.thai.dates import long_date
from khlang.thai.text import thai_digits
from khlang.views.progress.measures import pill

_ITEMS, _STAFF = "องค์ความรู้ (เรื่อง)", "เจ้าหน้าที่ (คน)"


def build(corpus: Corpus, progress: Progress, year: int) -> Paper:
    """Units in the order of the register; the sum keeps what one has beyond its target apart."""
    measured = progress.years[year]
    return Paper(
        name="progress",
        sheet="ความก้าวหน้า",
        title=(
            f"รายงานความก้าวหน้าการจัดการความรู้ {corpus.targets.province.name_th}",
            fiscal_year(year),
        ),
        head=(),
        columns=(
            Column("ที่", 6, centred=True),
            Column("หน่วยงาน", 38),
            Column("เป้าหมาย", 12, group=_ITEMS),
            Column("ส่งแล้ว", 10, group=_ITEMS),
            Column("ขาด", 8, group=_ITEMS),
            Column("เกิน", 8, group=_ITEMS),
            Column("ร้อยละ", 10, group=_ITEMS),
            *(Column(each.label_th, 12, group="ที่มา (เรื่อง)") for each in corpus.taxonomy.origins),
            *(
                Column(each.name_th, 15, group="หมวดหมู่ (เรื่อง)")
                for each in corpus.taxonomy.categories
            ),
            Column("ทั้งหมด", 11, group=_STAFF),
            Column("มีเรื่องแล้ว", 12, group=_STAFF),
            Column("ขาด", 8, group=_STAFF),
            Column("ส่งหลังกำหนด (เรื่อง)", 11),
            Column("สถานะ", 31),
        ),
        rows=(*(_unit(each) for each in measured.units), _total(measured)),
        notes=closing(corpus, measured.as_of, *_notes(measured)),
    )


def _unit(each: UnitProgress) -> Row:
    number = each.unit.seq if each.unit.is_district else None
    return Row(
        (number, each.unit.full_th, *_figures(each), each.late, thai_digits(pill(each).text))
    )


def _total(year: YearProgress) -> Row:
    name, met = f"รวม {len(year.units)} หน่วยงาน", f"ครบ {year.units_met} หน่วยงาน"
    cells = (None, thai_digits(name), *_figures(year), year.late, thai_digits(met))
    return Row(cells, Kind.TOTAL)


def _figures(each: UnitProgress | YearProgress) -> tuple[Cell, ...]:
    items, staff = each.items, each.contributors
    return (
        items.target,
        items.done,
        items.missing,
        items.over,
        items.percent,
        *each.by_origin.values(),
        *each.by_category.values(),
        staff.target,
        staff.done,
        staff.missing,
    )


def _notes(year: YearProgress) -> tuple[str, ...]:
    due = year.targets.due
    stated = year.targets.stated_totals.plan if year.targets.stated_totals else None
    plan = (
        f"แผนการจัดการความรู้ระบุเป้าหมายรวม {stated.total:,} เรื่อง "
        f"ผลรวมของทุกหน่วยงานคือ {year.items.target:,} เรื่อง ต่างกัน {year.items.target - stated.total:+,} เรื่อง"
        if stated and stated.total is not None and stated.total != year.items.target
        else ""
    )
    return (
        f"กำหนดส่ง {long_date(due.date, weekday=True)} เรื่องที่ส่งหลังกำหนดนับให้และแสดงแยกไว้",
        "เรื่องที่เกินเป้าหมายของหน่วยงานหนึ่งไม่นำไปหักส่วนที่ขาดของหน่วยงานอื่น",
        plan,
    )
