"""`khlang schemas`: JSON Schemas and snippets with the archive's own words, for editors."""

from pathlib import Path

import click

from khlang.cli.options import check_option, root_option


@click.command("schemas")
@check_option
@root_option
def command(check: bool, root: Path) -> None:
    """เขียน JSON Schema ลงใน schemas/ และคำสำเร็จของส่วนหัวเรื่องสำหรับ VS Code ลงใน .vscode/

    โปรแกรมแก้ไขไฟล์ใช้ช่วยเติมคำและเตือนคำผิด ใช้คำสั่งนี้อีกครั้งเมื่อแก้ categories.yml, targets.yml หรือแผน
    """
    from khlang.cli.data import read_data
    from khlang.cli.generated import keep
    from khlang.contribute.schemas import schemas
    from khlang.contribute.snippets import snippets

    _, reading = read_data(root)
    files = {**schemas(reading.vocabularies), **snippets(reading.vocabularies)}
    keep(root, files, check=check, command="schemas")
