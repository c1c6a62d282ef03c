"""`khlang export`: papers for the way upward, as XLSX, CSV, or HTML for the browser's print; and the whole site."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.app.clock import today
from khlang.cli import metadata, offline
from khlang.cli.options import as_of_option, root_option

if TYPE_CHECKING:
    from khlang.app import Archive
    from khlang.export.paper import Paper

PAPERS = ("form-1", "form-2", "target-register", "items-by-unit", "items-by-category", "progress")
_TABLE = "items"  # not for the way upward: to edit, and back in by `khlang import --metadata`
_SITE = "offline"
_FORMATS = ("xlsx", "csv", "html")


@click.command("export")
@click.argument("name", metavar="PAPER", type=click.Choice((*PAPERS, _TABLE, _SITE)))
@click.option("--year", type=int, help="ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ใช้ปีปัจจุบันของข้อมูล)")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help="รูปแบบไฟล์ (ถ้าไม่ระบุ ดูจากนามสกุลของ --out หรือใช้ xlsx) html คือหน้าสำหรับพิมพ์หรือบันทึกเป็น PDF",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="ไฟล์ปลายทาง (ถ้าไม่ระบุ ใช้ PAPER-ปี.รูปแบบ)"
)
@as_of_option
@root_option
def command(
    name: str,
    year: int | None,
    format_: str | None,
    out: Path | None,
    as_of: datetime.date | None,
    root: Path,
) -> None:
    r"""เขียนเอกสาร: แบบฟอร์ม ทะเบียน รายการองค์ความรู้ รายงานความก้าวหน้า หรือเว็บทั้งหมดไว้เปิดจากแฟลชไดรฟ์

    \b
    form-1             แบบฟอร์มที่ 1 ประเด็น ตัวชี้วัด และองค์ความรู้ที่จำเป็น
    form-2             แบบฟอร์มที่ 2 แผนการจัดการความรู้ พร้อมผล
    target-register    ทะเบียนเป้าหมายรายอำเภอ
    items-by-unit      รายการเรื่องที่นับได้ รายหน่วยงาน
    items-by-category  รายการเรื่องที่นับได้ ตามหมวดหมู่
    progress           รายงานความก้าวหน้า ณ วันที่
    offline            เว็บทั้งหมดเป็น zip ไฟล์เดียว เปิดจากแฟลชไดรฟ์ได้โดยไม่ต้องต่ออินเทอร์เน็ต
    items              ตารางข้อมูลของทุกเรื่อง (CSV) แก้แล้วนำกลับด้วย khlang import --metadata
    """
    if name == _SITE:
        if year is not None or format_ is not None:
            raise click.UsageError("offline เป็นเว็บของทุกปี มีรูปแบบเดียวคือ zip")
        offline.export(root, out or Path(f"{_SITE}.zip"), as_of)
        return
    if name == _TABLE:
        if year is not None or as_of is not None or format_ not in (None, "csv"):
            raise click.UsageError("items เป็นตารางของทุกเรื่องทุกปี มีรูปแบบเดียวคือ csv")
        metadata.export(root, out or Path(f"{_TABLE}.csv"))
        return
    from khlang.export.papers import PAPERS as KINDS
    from khlang.export.papers import has

    archive = open_archive(root, as_of)
    progress = archive.progress
    if year is None:
        year = progress.current
    if not has(archive.corpus, name, year):
        raise click.UsageError(f"ปีงบประมาณ {year} ยังไม่มีข้อมูลสำหรับเอกสารนี้")
    put(KINDS[name].build(archive.corpus, progress, year), out, format_, f"{name}-{year}")


def open_archive(root: Path, as_of: datetime.date | None) -> "Archive":
    """The archive whose figures a paper prints; a repository with errors has none to send upward."""
    from khlang.app import open_workspace

    workspace = open_workspace(root, today=today(), as_of=as_of)
    if workspace.archive is None or workspace.has_errors:
        raise click.ClickException("ยังมีข้อผิดพลาดที่ต้องแก้ก่อน (ดูรายละเอียดด้วย khlang check)")
    return workspace.archive


def put(paper: "Paper", out: Path | None, format_: str | None, stem: str) -> None:
    """Writes the paper in the format that is asked for, or that the name of the file says."""
    from khlang.export.writers import WRITERS

    said = out.suffix.removeprefix(".").lower() if out else ""
    chosen = format_ or said or "xlsx"
    if chosen not in WRITERS or (said and said != chosen):
        raise click.UsageError(f"ชื่อไฟล์ปลายทางต้องลงท้ายด้วยรูปแบบที่เลือก: {', '.join(_FORMATS)}")
    target = out or Path(f"{stem}.{chosen}")
    try:
        target.write_bytes(WRITERS[chosen](paper))
    except OSError as fault:
        raise click.ClickException(f"เขียนไฟล์ไม่ได้ ({fault.strerror or fault})") from fault
    click.echo(f"เขียนแล้ว: {target}")
