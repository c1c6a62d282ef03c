"""What `schemas` and `docs` share: write the files printed from the code, or only compare them."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from khlang.contribute.generated import stale, write


def keep(root: Path, files: Mapping[str, str], *, check: bool, command: str) -> None:
    """Writes the files, or with `check` exits 1 naming those that are out of date."""
    changed = stale(root, files) if check else write(root, files)
    if not changed:
        click.echo("เป็นปัจจุบันทุกไฟล์")
        return
    for path in changed:
        click.echo(f"{'ไม่เป็นปัจจุบัน' if check else 'เขียนแล้ว'}: {path}")
    if check:
        click.echo(f"ปรับให้เป็นปัจจุบันด้วยคำสั่ง khlang {command}")
        sys.exit(1)
