"""`khlang register`: what may be known of a register of persons."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.cli.options import Day, root_option

if TYPE_CHECKING:
    from khlang.model.targets import Register
    from khlang.source.register import Entry


@click.group("register")
def command() -> None:
    """ทะเบียนรายชื่อบุคคล ซึ่งเก็บนอกคลัง"""


@command.command("summary")
@click.argument("private", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--register", "slug", help="รหัสทะเบียนใน targets.yml (ถ้าไม่ระบุ ใช้ทะเบียนแรกที่มีช่องกำหนดไว้)"
)
@click.option("--year", type=int, help="ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ใช้ปีของวันที่)")
@click.option("--date", "day", type=Day(), help="วันที่ของยอดรวม (ถ้าไม่ระบุ ใช้วันนี้)")
@root_option
def summary(
    private: Path, slug: str | None, year: int | None, day: datetime.date | None, root: Path
) -> None:
    """บันทึกยอดรวมทั้งจังหวัดของทะเบียนเครือข่ายลง targets.yml: มีรายชื่อกี่คน ผ่านอบรมกี่คน และวันที่

    PRIVATE คือไฟล์ CSV หรือ XLSX นอกโฟลเดอร์ของคลัง ตามช่องของทะเบียน ไม่มีชื่อ หมายเลข
    หรือยอดรายหน่วยงานใดถูกเขียนหรือแสดง
    """
    from khlang.app.clock import today
    from khlang.cli.data import read_data
    from khlang.cli.private import outside
    from khlang.contribute.register_line import NotEditableError, write_totals
    from khlang.model.targets import RegisterSummary
    from khlang.source.register import totals, unit_of
    from khlang.thai.dates import fiscal_year

    file = outside(root, private, "PRIVATE")
    corpus, reading = read_data(root)
    register = find_register(corpus.targets.registers, slug)
    day = day or corpus.targets.as_of or today()
    year = year or fiscal_year(day)
    if year not in corpus.targets.years:
        raise click.UsageError(f"ปีงบประมาณ {year} ไม่มีเป้าหมายใน targets.yml")
    entries = read_private(file, register)
    found = totals(entries, register)
    lost = [each.line for each in entries if unit_of(each, corpus.targets.units) is None]
    click.echo(f"{register.name_th} ทั้งจังหวัด: มีรายชื่อ {found.named} คน")
    if found.trained is not None:
        click.echo(f"ผ่านอบรม {found.trained} คน")
    if lost and any(each.key == "office" for each in register.columns):
        click.echo(f"แถวที่สังกัดไม่ตรงกับหน่วยงานใดในคลัง: {', '.join(map(str, lost))}")
    line = RegisterSummary(named=found.named, trained=found.trained, date=day)
    try:
        write_totals(root, corpus.targets, reading.places, year, register.slug, line)
    except NotEditableError as fault:
        raise click.ClickException(f"เขียนลง targets.yml ไม่ได้ ให้ใส่เอง: {fault}") from None
    click.echo(f"บันทึกแล้วใน targets.yml ปี {year} ณ {day}")


def find_register(registers: "Sequence[Register]", slug: str | None) -> "Register":
    """A private register with columns, by its slug or the first."""
    private = [each for each in registers if each.storage == "private" and each.columns]
    for each in private:
        if slug in (None, each.slug):
            return each
    known = ", ".join(each.slug for each in private)
    raise click.UsageError(
        f"ไม่มีทะเบียนนี้ใน targets.yml ที่มีคือ {known}" if known else "targets.yml ไม่มีทะเบียนรายชื่อ"
    )


def read_private(file: Path, register: "Register") -> "tuple[Entry, ...]":
    """The entries of a register; a file that is none ends the command without a word of it."""
    from khlang.source.register import NotARegisterError, read

    try:
        return read(file, register)
    except NotARegisterError as fault:
        raise click.ClickException(str(fault)) from None
    except OSError as fault:
        raise click.ClickException(f"อ่านไฟล์ไม่ได้ ({fault.strerror})") from None
