"""`khlang build`: checks, builds beside the published site, then takes its place in one step."""

import datetime
import gc
import time
from pathlib import Path

import click

from khlang.cli.meter import Stages
from khlang.cli.options import as_of_option, root_option, site_folder, site_option, told


@click.command("build")
@as_of_option
@root_option
@site_option
@click.option(
    "--internal",
    is_flag=True,
    help="ฉบับภายในลงใน site_internal: ทุกเรื่องทุกสถานะ ผลตรวจ และรายการที่รอพิจารณา ห้ามเผยแพร่",
)
@click.option("--profile", is_flag=True, help="บอกเวลาของแต่ละขั้น")
def command(
    as_of: datetime.date | None, root: Path, site_dir: Path | None, internal: bool, profile: bool
) -> None:
    """สร้างเว็บไซต์ลงใน site_build เว็บเดิมอยู่ครบจนกว่าเว็บใหม่จะพร้อม"""
    from khlang.cli.report import entries
    from khlang.publish import Editions
    from khlang.site import edition
    from khlang.site.opening import NotReady

    gc.disable()  # one site and the end: nothing that is read becomes garbage before
    start = time.monotonic()
    target = site_folder(root, site_dir or (root / "site_internal" if internal else None))
    if internal and target.resolve() == (root / "site_build").resolve():
        raise click.UsageError("ฉบับภายในสร้างลงใน site_build ไม่ได้")
    editions = Editions(target)
    with told(), Stages() as stages, editions.making() as making:
        try:
            new = edition.make(root, making, as_of=as_of, internal=internal, meter=stages)
        except NotReady as fault:
            click.echo(entries(root, fault.diagnostics), err=True, nl=False)
            raise click.ClickException(str(fault)) from fault
        stages("เผยแพร่")
        change = editions.publish(making, new.files, new.put)
    if profile:
        click.echo(stages.table(), err=True)
    pages = sum(path.endswith("index.html") for path in new.files)
    click.echo(
        f"สร้างเว็บแล้ว {pages} หน้า จาก {new.items} เรื่อง เปลี่ยน {change.written} ไฟล์"
        f" ลบ {change.removed} ไฟล์ คำเตือน {new.warnings} จุด"
        f" ใน {time.monotonic() - start:.1f} วินาที ที่ {target}"
    )
