"""`khlang fix`: mends what has one right answer, after showing it."""

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.cli.options import root_option

if TYPE_CHECKING:
    from khlang.mend.mending import Mended


@click.command("fix")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--write", "writes", is_flag=True, help="เขียนสิ่งที่แก้ลงไฟล์ (ถ้าไม่ระบุ แสดงให้ดูก่อน)")
@click.option("--check", is_flag=True, help="ไม่แสดงส่วนต่าง รหัสออก 1 ถ้ามีไฟล์ที่ควรแก้")
@click.option("--migrate", is_flag=True, help="ปรับไฟล์ทั้งคลังเป็นรุ่นของรูปแบบที่โปรแกรมนี้อ่าน")
@root_option
def command(paths: tuple[Path, ...], writes: bool, check: bool, migrate: bool, root: Path) -> None:
    """แก้สิ่งที่มีคำตอบเดียว: ปี พ.ศ. วันที่ เลขไทย สระอำ การเข้ารหัส เครื่องหมายคำพูด ตัวหนา ลิงก์ โฟลเดอร์

    แสดงส่วนต่างก่อน ใส่ --write เพื่อเขียนจริง ข้อความอื่น ลำดับ และหมายเหตุอยู่ตามเดิม สั่งซ้ำได้ผลเท่าเดิม
    """
    if writes and check:
        raise click.UsageError("ระบุ --write หรือ --check อย่างใดอย่างหนึ่ง")
    if migrate and paths:
        raise click.UsageError("--migrate ใช้กับทั้งคลัง ไม่ต้องระบุ PATH")
    found = list(_migrated(root) if migrate else _mended(root, paths))
    for each in found:
        click.echo(each.path if check else _shown(each), nl=check)
    if not found:
        click.echo("ไม่มีสิ่งที่ต้องแก้")
        return
    if check:
        click.echo(f"ควรแก้ {len(found)} ไฟล์ สั่ง khlang fix เพื่อดู และ khlang fix --write เพื่อแก้")
        sys.exit(1)
    if not writes:
        click.echo(f"ยังไม่ได้เขียน {len(found)} ไฟล์ ถ้าถูกต้อง สั่งอีกครั้งพร้อม --write")
        return
    from khlang.mend.mending import write

    try:
        for each in found:
            write(root, each)
    except OSError as fault:
        raise click.ClickException(f"เขียนไฟล์ไม่ได้ ({fault.strerror or fault})") from fault
    click.echo(f"แก้แล้ว {len(found)} ไฟล์ ตรวจอีกครั้งด้วย khlang check")


def _mended(root: Path, paths: tuple[Path, ...]) -> Iterator["Mended"]:
    from khlang.mend.mending import archive
    from khlang.source.repository import read

    reading = read(root)
    former = {alias for item in reading.items(root) for alias in item.front.aliases}
    taken = former | {address.id for address in reading.found.items}
    scope = [_within(root, path) for path in paths] or [""]
    for each in archive(root, reading.found, reading.vocabularies, taken, scope):
        if each.blocked:
            click.echo(f"{each.path}: ควรอยู่ที่ {each.blocked} แต่มีไฟล์อยู่ที่นั่นแล้ว ย้ายเอง", err=True)
        if each.is_changed:
            yield each


def _migrated(root: Path) -> Iterator["Mended"]:
    from khlang.mend import migrations
    from khlang.mend.mending import Mended, all_files
    from khlang.source.data_files import TARGETS
    from khlang.source.repository import read

    before = all_files(root, read(root).found)
    texts = {path: data.decode("utf-8-sig", "replace") for path, data in before.items()}
    schema = migrations.schema_of(texts.get(TARGETS, ""))
    if schema is None:
        raise click.ClickException(f"{TARGETS} ไม่มีบรรทัด schema: จึงไม่รู้ว่าเป็นรุ่นใด")
    try:
        steps = migrations.needed(schema)
    except migrations.NotMigratedError as fault:
        raise click.ClickException(str(fault)) from fault
    if not steps:
        click.echo(f"คลังนี้เป็นรุ่น {schema} ซึ่งเป็นรุ่นปัจจุบัน")
    for step in steps:
        click.echo(f"รุ่น {step.before} → {step.before + 1}: {step.what_th}")
    for path, text in migrations.carried(texts, steps).items():
        if text != texts[path]:
            yield Mended(path, path, before[path], text)


def _within(root: Path, path: Path) -> str:
    """A path as the archive knows it, whether it is given from here or from the archive."""
    for each in (path, root / path):
        if each.exists() and each.resolve().is_relative_to(root.resolve()):
            return each.resolve().relative_to(root.resolve()).as_posix()
    raise click.UsageError(f"ไม่พบ {path} ในคลังนี้")


def _shown(each: "Mended") -> str:
    """What changes, as a difference between two texts."""
    from khlang.mend.encoding import as_text
    from khlang.thai.characters import visible

    before = (as_text(each.before) or "").split("\n")
    lines = list(
        difflib.unified_diff(
            before, each.after.split("\n"), each.path, each.target, n=1, lineterm=""
        )
    )
    notes = []
    if each.is_moved:
        notes.append(f"ย้าย {each.path} → {each.target}")
    notes += _encoding(each)
    return visible("\n".join((*notes, *lines))) + "\n\n"


def _encoding(each: "Mended") -> Iterator[str]:
    """What changes in the bytes where no letter does."""
    if each.after.encode() == each.before:
        return
    if b"\r" in each.before:
        yield f"{each.path}: ปลายบรรทัดแบบ Windows (CRLF) เป็นแบบ LF"
    if each.before.startswith(b"\xef\xbb\xbf"):
        yield f"{each.path}: ลบเครื่องหมาย BOM ต้นไฟล์"
    try:
        each.before.decode()
    except UnicodeDecodeError:
        yield f"{each.path}: บันทึกใหม่เป็น UTF-8"
