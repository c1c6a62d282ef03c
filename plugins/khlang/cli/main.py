"""`khlang`: the command line."""

import importlib
from typing import Any

import click

COMMANDS = {
    "check": "khlang.cli.check",
    "build": "khlang.cli.build",
    "serve": "khlang.cli.serve",
    "rollback": "khlang.cli.rollback",
    "verify": "khlang.cli.verify",
    "purge": "khlang.cli.purge",
    "report": "khlang.cli.figures",
    "new": "khlang.cli.new",
    "fix": "khlang.cli.fix",
    "review": "khlang.cli.review",
    "codeowners": "khlang.cli.codeowners",
    "import": "khlang.cli.take_in",
    "export": "khlang.cli.export",
    "new-year": "khlang.cli.new_year",
    "close-year": "khlang.cli.close_year",
    "register": "khlang.cli.register",
    "samples": "khlang.cli.samples",
    "schemas": "khlang.cli.schemas",
    "docs": "khlang.cli.docs",
}


class LazyGroup(click.Group):
    """Loads a command's module when it is called, so that `--help` does not load the site."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module: Any = importlib.import_module(COMMANDS[cmd_name])
        command: click.Command = module.command
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="khlang")
def main() -> None:
    """คลังความรู้: ตรวจ สร้าง และดูแลคลังความรู้ของสำนักงานพัฒนาชุมชน"""
