"""Work on foreign bytes in a child process: what hangs, bursts or crashes there is an answer here."""

import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Mapping
from typing import Any

from khlang.files.limits import BUDGETS, Budget
from khlang.files.worker import CRASH, TIME, read_message, write_message

_PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "VIRTUAL_ENV")


class Sandbox:
    """A child that is started at the first request and again whenever it had to be ended."""

    def __init__(self, budgets: Mapping[str, Budget] = BUDGETS) -> None:
        self._budgets = budgets
        self._child: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None

    def run(self, job: str, suffix: str, data: bytes) -> tuple[Mapping[str, Any], bytes]:
        """The child's answer; `kind` is `time`, `memory` or `crash` where it has none."""
        budget = self._budgets[job]
        child = self._started()
        assert child.stdin is not None  # noqa: S101  # pipes, as asked for in _started
        assert child.stdout is not None  # noqa: S101
        late = threading.Event()

        def end() -> None:
            late.set()
            _kill(child)

        clock = threading.Timer(budget.wall, end)
        clock.start()
        try:
            limits = {"cpu": budget.cpu_for(len(data)), "memory": budget.memory}
            write_message(child.stdin, {"job": job, "suffix": suffix, **limits}, data)
            message = read_message(child.stdout)
        except OSError:  # the child has gone while it was written to
            message = None
        finally:
            clock.cancel()
        if message is None:
            self.close()
            return {"kind": TIME if late.is_set() else CRASH}, b""
        return message

    def close(self) -> None:
        """Ends the child, if there is one. The next request starts another."""
        if self._child is not None:
            self._end()
            self._child = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-m", "khlang.files.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
                start_new_session=True,
            )
            self._end = weakref.finalize(self, _end, self._child)
        return self._child


def _kill(child: subprocess.Popen[bytes]) -> None:
    """Ends a child with what it has forked."""
    if hasattr(os, "killpg"):
        import signal

        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        child.kill()


def _end(child: subprocess.Popen[bytes]) -> None:
    _kill(child)
    for stream in (child.stdin, child.stdout):
        try:
            if stream is not None:
                stream.close()
        except BrokenPipeError:
            continue
    child.wait()
