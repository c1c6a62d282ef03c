"""`khlang purge`: what was taken off the site leaves the edition before and the caches, too."""

import shutil
from pathlib import Path

import click

from khlang.cli.options import root_option, site_folder, site_option, told


@click.command("purge")
@click.argument("ids", nargs=-1, required=True)
@root_option
@site_option
def command(ids: tuple[str, ...], root: Path, site_dir: Path | None) -> None:
    """ล้างเรื่องที่ถอดออกแล้วจากเว็บรุ่นก่อนและจากข้อมูลที่เก็บไว้เพื่อความเร็ว

    IDS คือรหัสเรื่อง ต้องลบเรื่องออกจากคลังและสั่ง khlang build ก่อน ถ้ายังอยู่ในเว็บจะไม่ทำอะไร (รหัสออก 1)
    """
    from khlang.publish import Editions, manifest

    target = site_folder(root, site_dir)
    left = [
        path
        for path in manifest.load(target) or {}
        if path.startswith(tuple(f"items/{id}/" for id in ids))
    ]
    if left:
        raise click.ClickException(
            f"ยังอยู่ในเว็บที่เผยแพร่: {', '.join(left[:5])} ลบเรื่องออกจากคลังแล้วสั่ง khlang build ก่อน"
        )
    with told():
        Editions(target).forget()
        shutil.rmtree(root / ".khlang", ignore_errors=True)
    click.echo("ล้างแล้ว ทั้งเว็บรุ่นก่อนและข้อมูลที่เก็บไว้ ขั้นต่อไป: ประวัติใน Git ดู docs/admin/purge.md")
