"""`khlang build`: checks, builds beside the published site, then takes its place in one step."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

import click

from khlang.cli.options import as_of_option, root_option


@click.command("build")
@as_of_option
@root_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="โฟลเดอร์ของเว็บที่สร้าง (ถ้าไม่ระบุ ใช้ site_build)",
)
@click.option(
    "--internal",
    is_flag=True,
    help="ฉบับภายในลงใน site_internal: ทุกเรื่องทุกสถานะ ผลตรวจ และรายการที่รอพิจารณา ห้ามเผยแพร่",
)
def command(as_of: datetime.date | None, root: Path, site_dir: Path | None, internal: bool) -> None:
    """สร้างเว็บไซต์ลงใน site_build เว็บเดิมอยู่ครบจนกว่าเว็บใหม่จะพร้อม"""
    from khlang.publish import staged

    target = (site_dir or root / ("site_internal" if internal else "site_build")).absolute()
    if internal and target.resolve() == (root / "site_build").resolve():
        raise click.UsageError("ฉบับภายในสร้างลงใน site_build ไม่ได้")
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "KHLANG_INTERNAL": str(internal),
    }  # not for those who write items
    if as_of is not None:
        environment["KHLANG_AS_OF"] = as_of.isoformat()
    with staged(target) as staging:
        # MkDocs runs as a program of its own: the two front doors do not know each other.
        arguments = ["build", "--quiet", "--strict", "--site-dir", str(staging)]
        config = ["--config-file", str((root / "mkdocs.yml").absolute())]
        run = subprocess.run(  # noqa: S603  # fixed program, no shell
            [sys.executable, "-m", "mkdocs", *arguments, *config], env=environment, check=False
        )
        if run.returncode:
            raise click.exceptions.Exit(1)
    pages = sum(1 for _ in target.rglob("index.html"))
    click.echo(f"สร้างเว็บแล้ว {pages} หน้า ที่ {target}")
