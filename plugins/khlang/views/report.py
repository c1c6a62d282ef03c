"""The progress of a year in a few lines and tables, and what a change of the archive made of it."""

from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.progress import YearProgress
from khlang.progress.change import Change
from khlang.views.common import as_of_label
from khlang.views.progress.due import days_in_words
from khlang.views.progress.measures import pill
from khlang.views.progress.rows import by_need
from khlang.views.progress.words import honest_sentence, pace_sentence
from khlang.views.tables import Column, Table, table

LISTED = 20
"""Items named one by one; of more, their number."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences, and a table where there is one."""

    heading: str
    lines: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class ReportView:
    title: str
    sections: tuple[Section, ...]


def build(corpus: Corpus, year: YearProgress, change: Change | None, since: str) -> ReportView:
    """`change` is what came since the revision that `since` names."""
    sections = [_standing(corpus, year)]
    if change is not None:
        sections.insert(0, _change(corpus, change, since))
    name = corpus.targets.province.name_th
    return ReportView(
        f"ความก้าวหน้า{name} ปีงบประมาณ {year.year} {as_of_label(year.as_of)}", tuple(sections)
    )


def _change(corpus: Corpus, change: Change, since: str) -> Section:
    topics = corpus.taxonomy.topic_by_slug
    before = change.before
    lines = [_moved(change)]
    if change.covered:
        names = ", ".join(topics[slug].short_th for slug in change.covered)
        lines.append(f"หัวข้อที่เพิ่งมีเรื่อง: {names}")
    if change.lost:
        names = ", ".join(topics[slug].short_th for slug in change.lost)
        lines.append(f"หัวข้อที่กลับไม่มีเรื่อง: {names}")
    if change.late:
        named = [
            f"{each.id} ({each.unit.short_th}) ช้า {each.days} วัน" for each in change.late[:LISTED]
        ]
        if rest := len(change.late) - len(named):
            named.append(f"และอีก {rest} เรื่อง")
        lines.append(f"เรื่องที่เพิ่งนับและส่งหลังกำหนด: {', '.join(named)}")
    columns = (
        Column("หน่วยงาน", is_number=False),
        *map(Column, ("เรื่องก่อน", "เรื่องหลัง", "เปลี่ยน", "ผู้จัดทำก่อน", "ผู้จัดทำหลัง", "เปลี่ยน")),
        Column("สถานะ", is_number=False),
    )
    rows = tuple(
        (
            each.after.unit.short_th,
            each.before.items.done if each.before else 0,
            each.after.items.done,
            _signed(each.items),
            each.before.contributors.done if each.before else 0,
            each.after.contributors.done,
            _signed(each.contributors),
            pill(each.after).text,
        )
        for each in change.units
    )
    total = (
        "รวม",
        before.items.done if before else 0,
        change.after.items.done,
        _signed(change.items),
        before.contributors.done if before else 0,
        change.after.contributors.done,
        _signed(change.contributors),
        f"ครบ {change.after.units_met} หน่วยงาน",
    )
    return Section(
        f"เปลี่ยนแปลงหลัง {since}", tuple(lines), Table("ก่อนและหลังรายหน่วยงาน", columns, rows, total)
    )


def _moved(change: Change) -> str:
    if not change.items and not change.contributors:
        return "จำนวนเรื่องและผู้จัดทำรวมไม่เปลี่ยน"
    return f"เรื่อง {_signed(change.items) or '0'} ผู้จัดทำ {_signed(change.contributors) or '0'}"


def _signed(number: int) -> str:
    return f"{number:+d}" if number else ""


def _standing(corpus: Corpus, year: YearProgress) -> Section:
    items, people = year.items, year.contributors
    topics = corpus.taxonomy.topic_by_slug
    lines = [
        honest_sentence(year),
        f"เรื่อง {items.done} จาก {items.target} · เจ้าหน้าที่ที่มีเรื่องแล้ว {people.done} จาก {people.target} คน",
        pace_sentence(year, year),
    ]
    lines += [
        f"กำหนดส่ง{due.deadline.what_th} {days_in_words(due)}"
        for due in year.deadlines
        if due.deadline.slug == year.targets.item_deadline
    ]
    if year.gaps:
        names = ", ".join(topics[slug].short_th for slug in year.gaps)
        lines.append(f"หัวข้อที่ยังไม่มีเรื่อง {len(year.gaps)} จาก {len(year.topics_asked)}: {names}")
    if year.closed:
        lines.append("ปิดปีแล้ว ตัวเลขคงเดิมตามวันที่ปิด")
    found = table(
        "ความก้าวหน้ารายหน่วยงาน",
        "หน่วยงาน",
        ("เรื่อง", "เป้าหมาย", "ขาด", "ผู้จัดทำ", "เจ้าหน้าที่", "ส่งช้า"),
        [
            (
                each.unit.short_th,
                each.items.done,
                each.items.target,
                each.items.missing,
                each.contributors.done,
                each.contributors.target,
                each.late,
            )
            for each in by_need(year)
        ],
        ("รวม", items.done, items.target, items.missing, people.done, people.target, year.late),
    )
    return Section("รายหน่วยงาน ที่ต้องการความช่วยเหลือที่สุดอยู่บน", tuple(lines), found)
