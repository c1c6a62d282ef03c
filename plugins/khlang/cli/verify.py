"""`khlang verify`: a published folder against its manifest."""

import sys
from pathlib import Path

import click

from khlang.cli.options import told

_MOST = 20  # paths named of each kind


@click.command("verify")
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="site_build"
)
def command(folder: Path) -> None:
    """ตรวจโฟลเดอร์เว็บที่เผยแพร่ทีละไฟล์กับรายการ manifest.json (รหัสออก 1 ถ้าไม่ตรง)"""
    from khlang.publish import verify

    with told():
        verdict = verify(folder)
    for label, paths in (
        ("หายไป", verdict.missing),
        ("เปลี่ยนไป", verdict.changed),
        ("เกินมา", verdict.unlisted),
    ):
        for path in paths[:_MOST]:
            click.echo(f"{label}: {path}")
        if len(paths) > _MOST:
            click.echo(f"{label}: และอีก {len(paths) - _MOST} ไฟล์")
    if not verdict.is_whole:
        click.echo("เว็บไม่ตรงกับรายการ สร้างหรือคัดลอกใหม่")
        sys.exit(1)
    click.echo(f"ครบถ้วน {verdict.files} ไฟล์")
