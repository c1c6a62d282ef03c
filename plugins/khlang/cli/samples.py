"""`khlang samples`: how many sample items there are; with `--remove` the start of a real archive."""

from pathlib import Path

import click

from khlang.cli.options import root_option


@click.command("samples")
@click.option(
    "--remove", "removes", is_flag=True, help="ลบเรื่องตัวอย่างทั้งหมด และ as_of ใน targets.yml"
)
@click.option("--yes", is_flag=True, help="ลบโดยไม่ถามยืนยัน")
@root_option
def command(removes: bool, yes: bool, root: Path) -> None:
    """บอกจำนวนเรื่องตัวอย่าง หรือลบทั้งหมดเพื่อเริ่มใช้คลังจริง"""
    from khlang.cli.data import read_data
    from khlang.contribute.samples import remove, samples

    corpus, reading = read_data(root)
    count, as_of = len(samples(corpus)), corpus.targets.as_of
    click.echo(f"มีเรื่องตัวอย่าง {count} เรื่อง จากทั้งหมด {len(corpus.items)} เรื่อง")
    if not removes:
        return
    if not count and as_of is None:
        click.echo("ไม่มีสิ่งที่ต้องลบ")
        return
    if not yes:
        click.confirm("ลบเรื่องตัวอย่างทั้งหมดพร้อมไฟล์แนบ และ as_of ใน targets.yml", abort=True)
    removal = remove(root, corpus, reading.places)
    for path in removal.items:
        click.echo(f"ลบ {path}")
    if removal.as_of:
        click.echo("ลบบรรทัด as_of ใน targets.yml วันที่ของข้อมูลเดินตามปฏิทินแล้ว")
    for path in removal.left:
        click.echo(f"ไม่ได้ลบ {path} ต้องลบเอง (เป็นทางลัด หรือบรรทัดนั้นมีข้อมูลอื่นอยู่ด้วย)")
    click.echo(f"ลบเรื่องตัวอย่างแล้ว {len(removal.items)} เรื่อง")
