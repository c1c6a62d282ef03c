"""`khlang docs`: the reference pages that are printed from the code."""

from pathlib import Path

import click

from khlang.cli.options import check_option, root_option


@click.command("docs")
@check_option
@root_option
def command(check: bool, root: Path) -> None:
    """เขียนหน้าอ้างอิงใน docs/ และ content/guide/ จากโค้ด: ข้อความจากการตรวจ ช่องข้อมูล และคำสั่ง"""
    from khlang.cli.generated import keep
    from khlang.cli.reference import commands_page
    from khlang.contribute.reference import reference

    pages = {**reference(), "docs/commands.md": commands_page()}
    keep(root, pages, check=check, command="docs")
