"""What is said of a run: how often the first and the first ten were right, how many bytes, how long."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """One query: the place of the first right answer from 0, or None; bytes of files read for it,
    compressed; and seconds.
    """

    task: str
    query: str
    rank: int | None
    size: int
    seconds: float


def interval(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson."""
    if not of:
        return 0.0, 1.0
    share, z = hits / of, 1.96
    middle = share + z * z / (2 * of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - reach) / (1 + z * z / of), (middle + reach) / (1 + z * z / of)


def table(answers: Sequence[Answer]) -> str:
    """A line a task."""
    lines = ["task                      n   @1 (95 %)           @10 (95 %)          MRR@10"]
    for task in dict.fromkeys(each.task for each in answers):
        ranks = [each.rank for each in answers if each.task == task]
        first = sum(rank == 0 for rank in ranks)
        ten = sum(rank is not None and rank < 10 for rank in ranks)
        mrr = sum(1 / (rank + 1) for rank in ranks if rank is not None and rank < 10) / len(ranks)
        lines.append(
            f"{task:22} {len(ranks):5}   {_share(first, len(ranks))}   {_share(ten, len(ranks))}   {mrr:.3f}"
        )
    return "\n".join(lines)


def _share(hits: int, of: int) -> str:
    low, high = interval(hits, of)
    return f"{hits / of:.3f} ({low:.3f}-{high:.3f})"


def spread(values: Sequence[float]) -> str:
    """Median, 95th percentile and maximum."""
    ordered = sorted(values)
    at = [ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)], ordered[-1]]
    return " / ".join(f"{each:,.0f}" for each in at)


@cache
def compressed(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 6))
