"""`khlang docs`: the reference pages that are printed from the code."""

from pathlib import Path

import click

from khlang.cli.options import check_option, root_option


@click.command("docs")
@check_option
@root_option
def command(check: bool, root: Path) -> None:
    """เขียนหน้าอ้างอิง docs/diagnostics.md และ docs/fields.md จากโค้ด"""
    from khlang.cli.generated import keep
    from khlang.contribute.reference import reference

    keep(root, reference(), check=check, command="docs")
