"""`make bench`: Khlang beside Hugo, stock MkDocs + Material and Zensical, the same archive, in turns.

    python -m benchmarks [--sizes 100,1000,10000] [--rounds 5] [--write docs/benchmarks.md]

Nothing fails: it prints what was measured, in the rows of the table that the project promises.
"""

import argparse
import datetime
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archives import hugo_archive, khlang_archive, stock_archive
from benchmarks.edits import EDITS
from benchmarks.measuring import Cost, cost, megabytes, middle

KHLANG = Path(sys.executable).with_name("khlang")
PEERS = Path(__file__).parents[1] / ".venv-bench/bin"
URL = {"KHLANG_SITE_URL": "https://archive.example/"}
_SLOW = 1000  # items beyond which these two take many minutes


class Bench:
    """An archive of one size in the layouts of all."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size = size
        self.ours, self.hugo, self.stock = (folder / each for each in ("khlang", "hugo", "stock"))
        (self.ours / "content").mkdir(parents=True)
        (self.stock / "docs").mkdir(parents=True)
        khlang_archive(self.ours, size)
        hugo_archive(self.hugo, self.ours)
        stock_archive(self.stock, self.ours)

    def khlang(self, *arguments: str) -> Cost:
        return cost((KHLANG, *arguments), self.ours, URL)

    def forget(self, *, media: bool = False) -> None:
        """A first build again; share cards and cleaned attachments stay unless `media`."""
        for name in (
            ".khlang" if media else ".khlang/cache.db",
            "site_build",
            ".site_build.editions",
        ):
            path = self.ours / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def cold(self, *, media: bool = False) -> Cost:
        self.forget(media=media)
        return self.khlang("build")

    def by_hugo(self) -> Cost:
        shutil.rmtree(self.hugo / "public", ignore_errors=True)
        return cost((PEERS / "hugo", "--quiet"), self.hugo)

    def by_pagefind(self) -> Cost:
        return cost((PEERS / "python", "-m", "pagefind", "--site", "public", "--quiet"), self.hugo)

    def by_stock(self) -> Cost:
        return cost((sys.executable, "-m", "mkdocs", "build", "--quiet"), self.stock)

    def by_zensical(self) -> Cost:
        return cost((PEERS / "zensical", "build"), self.stock)


def measure(bench: Bench, rounds: int) -> Iterator[str]:
    """The rows of a table, each as soon as it is known."""
    size = f"{bench.size:,}"
    media = bench.cold(media=True)
    yield row(size, "Khlang, first build, no share card drawn before", media)
    ours, hugo = [], []
    for _ in range(rounds):
        ours.append(bench.cold())
        hugo.append(bench.by_hugo())
    peer = middle(hugo)
    yield row(size, "Khlang, first build", middle(ours), peer, megabytes(bench.ours / "site_build"))
    yield row(size, "Hugo", peer, peer, megabytes(bench.hugo / "public"))
    yield row(size, "Pagefind, after Hugo", bench.by_pagefind(), peer)
    for name, edit in EDITS.items():
        costs = []
        for number in range(rounds):
            edit(bench.ours, number)
            costs.append(bench.khlang("build"))
        yield row(size, f"Khlang, {name}", middle(costs), peer)
    (bench.ours / ".khlang/cache.db").unlink()
    yield row(size, "khlang check, first", bench.khlang("check"), peer)
    checks = [bench.khlang("check") for _ in range(rounds)]
    yield row(size, "khlang check, again", middle(checks), peer)
    item = str(next((bench.ours / "content/items").rglob("*.md")).relative_to(bench.ours))
    single = [bench.khlang("check", item) for _ in range(rounds)]
    yield row(size, "khlang check, one file", middle(single), peer)
    yield row(size, "khlang --help", middle([bench.khlang("--help") for _ in range(rounds)]), peer)
    if bench.size <= _SLOW:
        yield row(size, "Zensical", bench.by_zensical(), peer, megabytes(bench.stock / "site"))
        yield row(
            size, "MkDocs + Material", bench.by_stock(), peer, megabytes(bench.stock / "site")
        )


def row(size: str, what: str, found: Cost, peer: Cost | None = None, written: float = 0) -> str:
    ratio = f"{found.wall / peer.wall:.2f}" if peer else ""
    output = f"{written:.0f}" if written else ""
    return f"| {size} | {what} | {found.wall:.2f} | {found.cpu:.2f} | {ratio} | {found.memory:.0f} | {output} |"


HEAD = """| items | what | wall s | CPU s | wall / Hugo | MB memory | MB written |
| ---: | --- | ---: | ---: | ---: | ---: | ---: |"""


def main() -> None:
    options = argparse.ArgumentParser(prog="benchmarks")
    options.add_argument("--sizes", default="100,1000,10000")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--write", type=Path)
    given = options.parse_args()
    lines = [HEAD]
    sys.stdout.write(f"{HEAD}\n")
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            for line in measure(Bench(Path(folder), size), given.rounds):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
                lines.append(line)
    if given.write:
        write(given.write, lines, given.rounds)


def write(file: Path, lines: list[str], rounds: int) -> None:
    """Puts the table and how it came about between the two marks of a page."""
    told = subprocess.run(  # noqa: S603  # our own commands
        [PEERS / "hugo", "version"], capture_output=True, text=True, check=True
    )
    hugo = re.search(r"\d+(?:\.\d+)+", told.stdout + told.stderr)
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    head = f"{day}, {machine}, Python {platform.python_version()}, Hugo {hugo[0] if hugo else '?'}, median of {rounds}."
    before, _, rest = file.read_text("utf-8").partition("<!-- measured -->\n")
    after = rest.partition("<!-- end -->")[2]
    table = "\n".join(lines)
    file.write_text(f"{before}<!-- measured -->\n{head}\n\n{table}\n<!-- end -->{after}", "utf-8")


if __name__ == "__main__":
    main()
