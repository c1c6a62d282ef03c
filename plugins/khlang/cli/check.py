"""`khlang check`: every fault at once, in Thai and English, with its cure."""

import datetime
import gc
import sys
from pathlib import Path

import click

from khlang.cli.meter import Stages
from khlang.cli.options import as_of_option, root_option

_FEW = 30  # items that are checked by themselves, however large the archive is


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@as_of_option
@root_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "line", "json", "github", "gitlab"]),
    default="text",
    help="รูปแบบผลลัพธ์: ข้อความ, บรรทัดละจุด (สำหรับโปรแกรมแก้ข้อความ), JSON, คำสั่งของ GitHub Actions หรือ Code Quality ของ GitLab",
)
@click.option(
    "--since",
    metavar="REVISION",
    help="แสดงทุกข้อของไฟล์ที่เปลี่ยนหลัง REVISION ของ Git (เช่น main) ส่วนไฟล์อื่นแสดงเฉพาะข้อผิดพลาด",
)
def command(
    paths: tuple[Path, ...],
    as_of: datetime.date | None,
    root: Path,
    format_: str,
    since: str | None,
) -> None:
    """ตรวจทุกเรื่องและทุกไฟล์ข้อมูล บอกทุกจุดที่ต้องแก้พร้อมวิธีแก้

    ระบุ PATH เพื่อแสดงเฉพาะไฟล์หรือโฟลเดอร์นั้น รหัสออก: 0 ผ่าน (มีคำเตือนได้), 1 มีข้อผิดพลาด, 2 ใช้คำสั่งผิด
    """
    from khlang.app import open_workspace
    from khlang.app.clock import today
    from khlang.cli import report
    from khlang.cli.changed import changed_since
    from khlang.publish.cache import Cache
    from khlang.source.items import find_few

    if paths and since:
        raise click.UsageError("ระบุ PATH หรือ --since อย่างใดอย่างหนึ่ง")
    changed = changed_since(root, since) if since else None

    gc.disable()  # one answer and the end: nothing that is read becomes garbage before
    few = find_few(root, report.inside(root, paths), _FEW) if paths else None
    kept = None if few else Cache(root / ".khlang")
    with Stages() as stages:
        workspace = open_workspace(
            root, today=today(), as_of=as_of, kept=kept, few=few, meter=stages
        )
    if few:
        scope = "เฉพาะที่ระบุ ส่วนที่ต้องเทียบกับเรื่องอื่นตรวจเมื่อไม่ระบุ PATH"
        shown = report.select(workspace, paths)
    elif changed is None:
        shown, scope = report.select(workspace, paths), ""
    else:
        shown = report.select_changed(workspace, changed)
        scope = f"ไฟล์ที่เปลี่ยน {len(changed)} ไฟล์ทุกข้อ ไฟล์อื่นเฉพาะข้อผิดพลาด"
    sys.stdout.write(report.FORMATS[format_](workspace, shown, scope))
    if any(each.severity == "error" for each in shown):
        sys.exit(1)
