"""`khlang new-year`: the frame of the next fiscal year, from the one before."""

from pathlib import Path

import click

from khlang.cli.options import root_option


@click.command("new-year")
@click.argument("year", type=click.IntRange(2400, 2999))
@root_option
def command(year: int, root: Path) -> None:
    """สร้างโครงของปีงบประมาณ YEAR (พ.ศ.): เป้าหมายใน targets.yml แผนใน content/plan/ และโฟลเดอร์ของแต่ละหน่วย

    ยกมาจากปีก่อน พร้อมบอกว่าบรรทัดใดต้องแก้ตามหนังสือของปีนี้ ความเห็นในไฟล์เดิมอยู่ครบ ไม่เขียนทับสิ่งที่มีอยู่
    """
    from khlang.cli.data import read_data
    from khlang.contribute.edit_targets import NotEditableError
    from khlang.contribute.new_year import YearExistsError, make

    corpus, reading = read_data(root)
    if not any(each < year for each in corpus.targets.years):
        raise click.BadParameter("ไม่มีปีก่อนหน้าใน targets.yml ให้ยกมา", param_hint="YEAR")
    try:
        made = make(root, corpus, reading.places, year)
    except YearExistsError as fault:
        raise click.ClickException(f"มีอยู่แล้ว: {fault} ไม่ได้เขียนอะไร") from None
    except NotEditableError:
        raise click.ClickException(
            "targets.yml เขียนในแบบที่เพิ่มปีเองไม่ได้ ไม่ได้เขียนอะไร คัดลอกบล็อกของปีก่อนใน years: แล้วแก้ด้วยมือ"
        ) from None
    click.echo(f"เพิ่มปี {year} ใน targets.yml (ยกมาจากปี {made.base})")
    click.echo(f"เขียนแล้ว: {made.plan}" if made.plan else "ปีก่อนไม่มีแผน จึงไม่ได้เขียนแผน")
    click.echo(f"โฟลเดอร์ของ {len(made.folders)} หน่วยงานใน content/items/{year}/")
    click.echo(
        "\nขั้นต่อไป: แก้จำนวนคน เป้าหมาย และวันที่ใน targets.yml แก้แผนของปีตามเอกสาร แล้วสั่ง khlang check"
    )
