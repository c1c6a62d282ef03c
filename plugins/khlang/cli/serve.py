"""`khlang serve`: a live preview on this machine."""

import subprocess
import sys
from pathlib import Path

import click

from khlang.cli.options import root_option


@click.command("serve")
@root_option
@click.option("--port", default=8000, help="พอร์ต")
def command(root: Path, port: int) -> None:
    """เปิดเว็บบนเครื่องนี้ และสร้างใหม่เมื่อบันทึกไฟล์"""
    arguments = ["serve", "--dev-addr", f"127.0.0.1:{port}"]
    config = ["--config-file", str((root / "mkdocs.yml").absolute())]
    run = subprocess.run(  # noqa: S603  # fixed program, no shell
        [sys.executable, "-m", "mkdocs", *arguments, *config], check=False
    )
    sys.exit(run.returncode)
