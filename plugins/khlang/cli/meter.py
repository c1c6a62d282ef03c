"""How far a command is, on the last line of a terminal; and how long each stage took."""

import sys
import time
from types import TracebackType

_PATIENCE = 1.0  # seconds that need no word
_EVERY = 0.1  # seconds between two words


class Stages:
    """A meter for one command. Shows nothing where nobody looks: in a log or a pipe."""

    def __init__(self) -> None:
        self._start = self._shown = time.monotonic()
        self._begun: list[tuple[str, float]] = []
        self._is_seen = sys.stderr.isatty()
        self._is_dirty = False

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        now = time.monotonic()
        if not self._begun or self._begun[-1][0] != stage:
            self._begun.append((stage, now))
        if not self._is_seen or now - self._start < _PATIENCE or now - self._shown < _EVERY:
            return
        self._shown = now
        self._is_dirty = True
        part = f" {done:,}/{total:,}" if total else ""
        sys.stderr.write(f"\r\x1b[K{stage}{part}")
        sys.stderr.flush()

    def __enter__(self) -> "Stages":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._begun.append(("", time.monotonic()))
        if self._is_dirty:
            sys.stderr.write("\r\x1b[K")

    def table(self) -> str:
        """Seconds of each stage, in their order."""
        ends = [at for _, at in self._begun[1:]]
        return "\n".join(
            f"{end - begin:7.2f} วินาที  {stage}"
            for (stage, begin), end in zip(self._begun, ends, strict=False)
        )
