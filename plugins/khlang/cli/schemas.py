"""`khlang schemas`: JSON Schemas with the archive's own words, for editors."""

from pathlib import Path

import click

from khlang.cli.options import check_option, root_option


@click.command("schemas")
@check_option
@root_option
def command(check: bool, root: Path) -> None:
    """เขียน JSON Schema ของส่วนหัวเรื่องและไฟล์ข้อมูลลงในโฟลเดอร์ schemas/

    โปรแกรมแก้ไขไฟล์ใช้ช่วยเติมคำและเตือนคำผิด ใช้คำสั่งนี้อีกครั้งเมื่อแก้ categories.yml, targets.yml หรือแผน
    """
    from khlang.cli.data import read_data
    from khlang.cli.generated import keep
    from khlang.contribute.schemas import schemas

    _, reading = read_data(root)
    keep(root, schemas(reading.vocabularies), check=check, command="schemas")
