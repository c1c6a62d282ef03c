"""Which files of the repository changed, as Git knows it."""

import subprocess
from pathlib import Path

import click

_ARCHIVE = ("content", "categories.yml", "targets.yml")


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Files of the archive that differ from a revision or are new to Git, by their paths below `root`.

    Raises click.BadParameter where Git cannot tell.
    """
    try:
        names = ("--name-only", "--relative", "-z", "--end-of-options", revision, "--", *_ARCHIVE)
        differing = _git(root, "diff", *names)
        new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *_ARCHIVE)
    except (OSError, subprocess.CalledProcessError) as fault:
        told = f"Git ไม่รู้จัก {revision} หรือที่นี่ไม่ใช่โฟลเดอร์ของ Git"
        raise click.BadParameter(told, param_hint="--since") from fault
    return frozenset(path for path in f"{differing}{new}".split("\0") if path)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    run = subprocess.run(  # noqa: S603  # git, with a revision that cannot be taken for an option
        command, capture_output=True, check=True, encoding="utf-8"
    )
    return run.stdout
