"""What a command costs: seconds, processor seconds, memory, bytes written."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """`wall` and `cpu` in seconds; `memory` in MB, of the largest single process."""

    wall: float
    cpu: float
    memory: float


def cost(
    command: Sequence[str | Path], folder: Path, more: Mapping[str, str] | None = None
) -> Cost:
    """Of a command that must succeed, with all the processes that it starts."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(more or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as a user has it: compiled once
    start = time.perf_counter()
    with (folder.parent / "benchmark.log").open("wb") as log:
        child = subprocess.Popen(  # noqa: S603  # our own commands
            [str(part) for part in command], cwd=folder, env=environment, stdout=log, stderr=log
        )
        _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.stderr.write((folder.parent / "benchmark.log").read_text("utf-8", "replace")[-2000:])
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(each.wall for each in costs),
        median(each.cpu for each in costs),
        median(each.memory for each in costs),
    )


def megabytes(folder: Path) -> float:
    """What a site takes on the disk."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
