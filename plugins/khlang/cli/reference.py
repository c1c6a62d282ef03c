"""docs/commands.md: every command with its help, printed from click."""

import click

from khlang.cli.main import COMMANDS, main

_HEAD = """<!-- เขียนจากโค้ดด้วยคำสั่ง khlang docs ห้ามแก้ไขด้วยมือ -->
# คำสั่ง

รหัสออกของทุกคำสั่ง: 0 สำเร็จ, 1 มีข้อผิดพลาดที่ต้องแก้, 2 ใช้คำสั่งผิด
"""


def commands_page() -> str:
    """A section for each command: what it does, and its options as `--help` shows them."""
    parent = click.Context(main, info_name="khlang", terminal_width=96, **main.context_settings)
    sections = [_HEAD]
    for name in COMMANDS:
        command = main.get_command(parent, name)
        assert command is not None  # noqa: S101  # COMMANDS is the list that get_command reads
        context = click.Context(command, info_name=name, parent=parent)
        sections.append(f"## khlang {name}\n\n```text\n{command.get_help(context)}\n```\n")
        for below in command.commands.values() if isinstance(command, click.Group) else ():
            inner = click.Context(below, info_name=below.name, parent=context)
            sections.append(f"```text\n{below.get_help(inner)}\n```\n")
    return "\n".join(sections)
