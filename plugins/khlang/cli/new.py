"""`khlang new`: asks in Thai, draws an id, writes a draft, and says what to do next."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.cli.options import root_option
from khlang.cli.words import ask_word, asked, chosen, show, slug_of

if TYPE_CHECKING:
    from khlang.source.vocabulary import Vocabulary

_YES, _NO = ("ใช่", "ช", "y", "yes"), ("ไม่", "ม", "n", "no", "")


@click.command("new")
@click.option("--unit", help="หน่วยงาน: รหัสหรือชื่อไทย")
@click.option("--title", help="ชื่อเรื่อง")
@click.option("--category", help="หมวดหมู่: รหัสหรือชื่อไทย (เลือกภายหลังได้)")
@click.option("--format", "formats", multiple=True, help="รูปแบบ: รหัสหรือชื่อไทย ระบุซ้ำได้")
@click.option("--contributor", help="รหัสผู้จัดทำ เช่น mueang-03 หรือเลขอย่างเดียว (ไม่ใช่ชื่อคน)")
@click.option(
    "--year", type=click.IntRange(2400, 2699), help="ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ใช้ปีงบประมาณของวันนี้)"
)
@click.option("--folder", is_flag=True, help="สร้างเป็นโฟลเดอร์ สำหรับเรื่องที่มีไฟล์แนบ")
@root_option
def command(
    unit: str | None,
    title: str | None,
    category: str | None,
    formats: tuple[str, ...],
    contributor: str | None,
    year: int | None,
    folder: bool,
    root: Path,
) -> None:
    """สร้างไฟล์ร่างของเรื่องใหม่ตามแบบบันทึกของหมวดหมู่ ถามสิ่งที่ยังไม่ได้ระบุ

    เมื่อระบุ --unit และ --title ครบ จะไม่ถามอะไรอีก
    """
    from khlang.app.clock import today
    from khlang.cli.data import read_data
    from khlang.contribute import template
    from khlang.thai.dates import fiscal_year

    corpus, reading = read_data(root)
    words = reading.vocabularies
    asks = unit is None or title is None
    unit = ask_word(words["units"], "หน่วยงาน") if unit is None else slug_of(words["units"], unit)
    title = asked("ชื่อเรื่อง", _title) if title is None else _title(title)
    later = " (กด Enter เพื่อเลือกภายหลัง)"
    slug = slug_of(words["categories"], category) if category is not None else None
    picked = tuple(slug_of(words["formats"], each) for each in formats)
    if asks:
        slug = slug or ask_word(words["categories"], f"หมวดหมู่{later}", optional=True) or None
        picked = picked or _ask_many(words["formats"], f"รูปแบบ เลือกได้หลายข้อ คั่นด้วยจุลภาค{later}")
    key = _contributor(contributor, unit) if contributor else None
    if asks and contributor is None:
        code = f"รหัสผู้จัดทำ: เลขของท่านใน {unit} เช่น 3 ไม่ใช่ชื่อ (กด Enter เพื่อใส่ภายหลัง)"
        key = asked(code, lambda typed: _contributor(typed, unit) if typed else None)
    if asks and not folder:
        folder = asked("มีไฟล์แนบหรือไม่ (ใช่/ไม่, กด Enter = ไม่)", _is_yes)
    day = today()
    draft = template.Draft(
        id=template.draw_id(unit, template.taken_ids(root, corpus)),
        title=title,
        unit=unit,
        fiscal_year=year or fiscal_year(day),
        category=slug,
        folder=folder,
        contributor=key,
        sections=corpus.taxonomy.sections_of(slug),
        formats=picked,
    )
    template.write(root, draft, words)
    click.echo(_next_steps(draft.path, day, folder=folder))
    if corpus.targets.as_of is not None:
        click.echo(
            "\nคลังนี้ยังเป็นคลังตัวอย่างที่หยุดวันที่ไว้ (as_of ใน targets.yml)"
            "\nก่อนใส่เรื่องจริง ให้ลบเรื่องตัวอย่างด้วย khlang samples --remove"
        )


def _ask_many(vocabulary: "Vocabulary", label: str) -> tuple[str, ...]:
    show(vocabulary)

    def read(typed: str) -> tuple[str, ...]:
        pieces = [each.strip() for each in typed.split(",") if each.strip()]
        return tuple(dict.fromkeys(chosen(vocabulary, each) for each in pieces))

    return asked(label, read)


def _title(typed: str) -> str:
    from khlang.contribute.template import clean_title
    from khlang.model.item import TITLE

    title = clean_title(typed)
    if not title:
        raise click.UsageError("ชื่อเรื่องว่างเปล่า")
    if len(title) > TITLE.max_length:
        raise click.UsageError(f"ชื่อเรื่องยาว {len(title)} ตัวอักษร เกิน {TITLE.max_length}")
    return title


def _contributor(typed: str, unit: str) -> str:
    """`3` or `๓` as the key of that person in the unit; a whole key as it is."""
    from khlang.model.columns import compiled
    from khlang.model.item import CONTRIBUTOR
    from khlang.thai.text import arabic_digits

    plain = arabic_digits(typed.strip().lower())
    key = f"{unit}-{int(plain):02}" if plain.isdecimal() else plain
    if not compiled(CONTRIBUTOR.pattern or "").fullmatch(key):
        raise click.UsageError(f"รหัสผู้จัดทำเป็น{CONTRIBUTOR.shape_th}")
    return key


def _is_yes(typed: str) -> bool:
    word = typed.strip().lower()
    if word not in (*_YES, *_NO):
        raise click.UsageError("ตอบ ใช่ หรือ ไม่")
    return word in _YES


def _next_steps(path: str, day: datetime.date, *, folder: bool) -> str:
    place = path.rpartition("/")[0] if folder else path
    beside = f"\n   วางไฟล์แนบไว้ใน {place}/ แล้วใส่ชื่อไฟล์ใน attachments" if folder else ""
    return f"""สร้างแล้ว: {path}

ขั้นต่อไป
1. เปิดไฟล์นี้ เขียนเนื้อเรื่องใต้แต่ละหัวข้อ และเติมช่องในส่วนหัว (ลบ # หน้าช่องที่ใช้){beside}
2. ตรวจด้วยคำสั่ง khlang check {place} (สิ่งที่มีคำตอบเดียว ให้โปรแกรมแก้ด้วย khlang fix)
3. ดูหน้าเว็บของเรื่องด้วย khlang serve
4. เมื่อพร้อมส่ง เพิ่มสองบรรทัดนี้ไว้ก่อนบรรทัด --- ที่ปิดส่วนหัว แล้วตรวจอีกครั้ง
   history:
     - {day.isoformat()} submitted
5. ส่งเข้าคลังด้วย Git: git add {place} แล้ว git commit และ git push"""
