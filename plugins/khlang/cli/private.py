"""Paths of files that hold personal data: never inside the work tree, never inside a site."""

import os
from pathlib import Path

import click


def outside(root: Path, path: Path, hint: str) -> Path:
    """The real path of a file outside. Ends the command where it is inside, links followed."""
    from khlang.publish import manifest

    tree = work_tree(root)
    real = path.resolve()
    for folder in (real, *real.parents):
        if folder.exists() and folder.samefile(tree):
            raise click.BadParameter(
                "ไฟล์ข้อมูลส่วนบุคคลต้องอยู่นอกโฟลเดอร์ของคลัง เพื่อไม่ให้เข้า Git หรือเว็บ", param_hint=hint
            )
        if (folder / manifest.NAME).is_file():
            raise click.BadParameter("โฟลเดอร์นี้เป็นเว็บที่เผยแพร่", param_hint=hint)
    return real


def work_tree(root: Path) -> Path:
    """The folder that Git keeps, above `root` or at it; `root` itself without Git."""
    real = root.resolve()
    return next((each for each in (real, *real.parents) if (each / ".git").exists()), real)


def put_private(file: Path, content: bytes) -> None:
    """Writes a file that its owner alone may read, through no link. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
        if hasattr(os, "fchmod"):
            os.fchmod(stream.fileno(), 0o600)
        stream.write(content)
