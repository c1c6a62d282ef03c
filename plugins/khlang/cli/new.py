"""`khlang new`: asks in Thai, draws an id, writes a draft, and says what to do next."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.app.clock import today
from khlang.cli.options import root_option

if TYPE_CHECKING:
    from khlang.source.vocabulary import Vocabulary


@click.command("new")
@click.option("--unit", help="หน่วยงาน: รหัสหรือชื่อไทย")
@click.option("--title", help="ชื่อเรื่อง")
@click.option("--category", help="หมวดหมู่: รหัสหรือชื่อไทย (เลือกภายหลังได้)")
@click.option(
    "--year", type=click.IntRange(2400, 2699), help="ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ใช้ปีงบประมาณของวันนี้)"
)
@click.option("--folder", is_flag=True, help="สร้างเป็นโฟลเดอร์ สำหรับเรื่องที่มีไฟล์แนบ")
@root_option
def command(
    unit: str | None,
    title: str | None,
    category: str | None,
    year: int | None,
    folder: bool,
    root: Path,
) -> None:
    """สร้างไฟล์ร่างของเรื่องใหม่ ถามสิ่งที่ยังไม่ได้ระบุ

    เมื่อระบุ --unit และ --title ครบ จะไม่ถามอะไรอีก
    """
    from khlang.cli.data import read_data
    from khlang.contribute import template
    from khlang.thai.dates import fiscal_year

    corpus, reading = read_data(root)
    units, categories = reading.vocabularies["units"], reading.vocabularies["categories"]
    asks = unit is None or title is None
    unit = _word(units, unit) if unit is not None else _ask_word("หน่วยงาน", units)
    title = _title(title) if title is not None else click.prompt("ชื่อเรื่อง", value_proc=_title)
    if category is not None:
        category = _word(categories, category)
    elif asks:
        category = _ask_word("หมวดหมู่ (กด Enter เพื่อเลือกภายหลัง)", categories, optional=True) or None
    day = today()
    draft = template.Draft(
        id=template.draw_id(unit, template.taken_ids(root, corpus)),
        title=title,
        unit=unit,
        fiscal_year=year or fiscal_year(day),
        category=category,
        folder=folder,
    )
    template.write(root, draft, reading.vocabularies)
    click.echo(_next_steps(draft.path, day))
    if corpus.targets.as_of is not None:
        click.echo(
            "\nคลังนี้ยังเป็นคลังตัวอย่างที่หยุดวันที่ไว้ (as_of ใน targets.yml)"
            "\nก่อนใส่เรื่องจริง ให้ลบเรื่องตัวอย่างด้วย khlang samples --remove"
        )


def _ask_word(label: str, vocabulary: "Vocabulary", *, optional: bool = False) -> str:
    """The slug of what is typed, empty for no answer; the words are shown before the question."""
    for slug, name in vocabulary.names.items():
        click.echo(f"  {slug} = {name}")
    answer: str = click.prompt(
        label,
        default="" if optional else None,
        show_default=False,
        value_proc=lambda typed: _word(vocabulary, typed) if typed else "",
    )
    return answer


def _word(vocabulary: "Vocabulary", typed: str) -> str:
    slug = vocabulary.find(typed)
    if slug is not None:
        return slug
    closest = vocabulary.closest(typed)
    meant = f" หมายถึง {closest} ({vocabulary.names[closest]}) ใช่หรือไม่" if closest else ""
    raise click.UsageError(f"ไม่มี “{typed}”{meant}")


def _title(typed: str) -> str:
    from khlang.contribute.template import clean_title
    from khlang.model.item import TITLE

    title = clean_title(typed)
    if not title:
        raise click.UsageError("ชื่อเรื่องว่างเปล่า")
    if len(title) > TITLE.max_length:
        raise click.UsageError(f"ชื่อเรื่องยาว {len(title)} ตัวอักษร เกิน {TITLE.max_length}")
    return title


def _next_steps(path: str, day: datetime.date) -> str:
    return f"""สร้างแล้ว: {path}

ขั้นต่อไป
1. เปิดไฟล์นี้ เขียนเนื้อเรื่อง และเติมช่องในส่วนหัว (ลบ # หน้าช่องที่ใช้)
2. ตรวจด้วยคำสั่ง khlang check {path}
3. เมื่อพร้อมส่ง เพิ่มสองบรรทัดนี้ไว้ก่อนบรรทัด --- ที่ปิดส่วนหัว แล้วตรวจอีกครั้ง
   history:
     - {day.isoformat()} submitted
4. บันทึกและส่งเข้าคลังด้วย Git"""
