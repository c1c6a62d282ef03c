"""`khlang close-year`: the figures of a year that is over, kept as data."""

import datetime
from pathlib import Path

import click

from khlang.cli.options import Day, root_option


@click.command("close-year")
@click.argument("year", type=int)
@click.option("--as-of", type=Day(), help="ปิดปี ณ วันที่ (ถ้าไม่ระบุ ใช้วันสุดท้ายของปีงบประมาณ)")
@root_option
def command(year: int, as_of: datetime.date | None, root: Path) -> None:
    """ปิดปีงบประมาณ YEAR (พ.ศ.): เก็บตัวเลขของปีเป็นข้อมูลใน content/closed/ ตั้งแต่นั้นปีนี้แสดงตามตัวเลขที่เก็บไว้

    ตัวเลข ณ วันก่อนวันปิดยังคำนวณจากประวัติของแต่ละเรื่อง ลบไฟล์นี้เพื่อเปิดปีอีกครั้ง
    """
    from khlang.app.clock import today
    from khlang.cli.data import read_data
    from khlang.contribute.closed import closed_text
    from khlang.progress import freeze, measure_year
    from khlang.source.data_files import CLOSED

    corpus, _ = read_data(root)
    if year not in corpus.targets.years:
        raise click.BadParameter(f"ปีงบประมาณ {year} ไม่มีเป้าหมายใน targets.yml", param_hint="YEAR")
    end = corpus.targets.years[year].end
    day = as_of or end
    now = corpus.targets.as_of or today()
    if day < end or day > max(now, end) or now < end:
        raise click.ClickException(
            f"ปิดปีงบประมาณ {year} ได้เมื่อสิ้นปีแล้ว คือตั้งแต่ {end} และไม่เกินวันนี้ ({now})"
        )
    path = root / CLOSED / f"{year}.yml"
    if path.exists():
        raise click.ClickException(f"ปิดปีแล้วใน {CLOSED}/{year}.yml ลบไฟล์นั้นก่อนถ้าต้องการปิดใหม่")
    figures = measure_year(corpus, year, day)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(closed_text(freeze(figures)), "utf-8")
    click.echo(
        f"ปิดปีงบประมาณ {year} ณ {day}: {figures.items.done} จาก {figures.items.target} เรื่อง "
        f"ผู้จัดทำ {figures.contributors.done} จาก {figures.contributors.target} คน ที่ {CLOSED}/{year}.yml"
    )
