"""How far long work is: told by those who do it, shown by whoever asked for it."""

from typing import Protocol


class Meter(Protocol):
    """Called when a stage begins, with `done` 0, and on the way. `total` is 0 where it is not known."""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None: ...


def SILENT(stage: str, done: int = 0, total: int = 0) -> None:  # noqa: N802  # a constant
    """For nobody."""
