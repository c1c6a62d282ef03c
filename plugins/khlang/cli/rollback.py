"""`khlang rollback`: the edition before, in one step."""

from pathlib import Path

import click

from khlang.cli.options import root_option, site_folder, site_option, told


@click.command("rollback")
@root_option
@site_option
def command(root: Path, site_dir: Path | None) -> None:
    """ย้อนเว็บที่เผยแพร่กลับไปรุ่นก่อนหน้า สั่งซ้ำเพื่อกลับมารุ่นล่าสุด"""
    from khlang.publish import Editions

    with told():
        files = Editions(site_folder(root, site_dir)).rollback()
    click.echo(f"ย้อนเว็บกลับไปรุ่นก่อนหน้าแล้ว {files} ไฟล์")
