"""`khlang build`: checks, builds beside the published site, then takes its place in one step."""

import datetime
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

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
def command(as_of: datetime.date | None, root: Path, site_dir: Path | None, internal: bool) -> None:
    """สร้างเว็บไซต์ลงใน site_build เว็บเดิมอยู่ครบจนกว่าเว็บใหม่จะพร้อม"""
    from khlang.publish import Editions, manifest

    start = time.monotonic()
    target = site_folder(root, site_dir or (root / "site_internal" if internal else None))
    if internal and target.resolve() == (root / "site_build").resolve():
        raise click.UsageError("ฉบับภายในสร้างลงใน site_build ไม่ได้")
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",  # not for those who write items
        "KHLANG_INTERNAL": str(internal),
        "KHLANG_EDITION": str(target),
    }
    if as_of is not None:
        environment["KHLANG_AS_OF"] = as_of.isoformat()
    with told(), tempfile.TemporaryDirectory(prefix="khlang-") as folder:
        staging = Path(folder)
        # MkDocs runs as a program of its own: the two front doors do not know each other.
        arguments = ["build", "--quiet", "--strict", "--site-dir", str(staging)]
        config = ["--config-file", str((root / "mkdocs.yml").absolute())]
        run = subprocess.run(  # noqa: S603  # fixed program, no shell
            [sys.executable, "-m", "mkdocs", *arguments, *config], env=environment, check=False
        )
        if run.returncode:
            raise click.exceptions.Exit(1)
        new = manifest.load(staging) or manifest.measure(staging)
        change = Editions(target).publish(new, lambda path: (staging / path).read_bytes())
    pages = sum(path.endswith("index.html") for path in new)
    click.echo(
        f"สร้างเว็บแล้ว {pages} หน้า เปลี่ยน {change.written} ไฟล์ ลบ {change.removed} ไฟล์"
        f" ใน {time.monotonic() - start:.1f} วินาที ที่ {target}"
    )
