"""`make bench`: `khlang check` and a cold `khlang build` beside stock MkDocs + Material."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archives import khlang_archive, stock_archive

SIZES = (100, 1000)


def _seconds(*command: str, folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds of a command that must succeed."""
    before, start = os.times(), time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(  # noqa: S603  # our own commands
        command, cwd=folder, check=True, env=environment, stdout=subprocess.DEVNULL
    )
    after = os.times()
    cpu = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return time.perf_counter() - start, cpu


def main() -> None:
    khlang = str(Path(sys.executable).with_name("khlang"))
    stock = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    sys.stdout.write("items  what                       wall s   CPU s   ratio to stock\n")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = Path(folder, "khlang"), Path(folder, "stock")
            (ours / "content").mkdir(parents=True)
            (theirs / "docs").mkdir(parents=True)
            khlang_archive(ours, size)
            stock_archive(theirs, ours)
            runs = {
                "khlang check": _seconds(khlang, "check", folder=ours),
                "khlang build (cold)": _seconds(khlang, "build", folder=ours),
                "stock MkDocs + Material": _seconds(*stock, folder=theirs),
            }
        peer = runs["stock MkDocs + Material"][0]
        for name, (wall, cpu) in runs.items():
            sys.stdout.write(f"{size:5}  {name:25} {wall:7.2f} {cpu:7.2f} {wall / peer:10.2f}\n")


if __name__ == "__main__":
    main()
