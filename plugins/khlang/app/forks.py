"""Work shared out among forks of this process: they have all that it has read without being sent it.

No threads: a fork among threads may wait for ever for a lock that nobody holds. Where a system has
no forks, or threads run already, the work is done here.
"""

import marshal
import os
import selectors
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

_Task = TypeVar("_Task")
Work = Callable[[Sequence[_Task]], Any]
"""From some tasks to what `marshal` can carry home."""

_CHUNK = 50  # tasks between two words of how far a fork is


class ForkError(RuntimeError):
    """A fork ended before its work did."""


def processes() -> int:
    """How many forks are worth while: one a core, or 1 where there can be none."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1, 8))


def spread(work: Work[_Task], tasks: Sequence[_Task], count: int) -> Iterator[Any]:
    """The results of `work` over chunks of `tasks`, in no order.

    Raises ForkError; and OSError where `work` did, as on a full disk.
    """
    with selectors.DefaultSelector() as selector:
        children: dict[int, bytearray] = {}
        forked: list[int] = []
        faults: list[OSError] = []
        for share in range(count):
            mine, theirs = os.pipe()
            pid = os.fork()
            if pid == 0:
                os.close(mine)
                _in_fork(work, tasks[share::count], theirs)
            os.close(theirs)
            forked.append(pid)
            children[mine] = bytearray()
            selector.register(mine, selectors.EVENT_READ)
        while children:
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 20)
                if data:
                    children[key.fd] += data
                    for result, fault in _arrived(children[key.fd]):
                        if fault:
                            faults.append(OSError(*fault))
                        else:
                            yield result
                else:
                    selector.unregister(key.fd)
                    os.close(key.fd)
                    children.pop(key.fd)
        statuses = [os.waitpid(pid, 0)[1] for pid in forked]
    if faults:
        raise faults[0]
    if any(statuses):
        raise ForkError(f"statuses {statuses}")


def _arrived(data: bytearray) -> Iterator[Any]:
    """Takes whole results off the front of what has come: each is its length, then itself; of which
    the second part is what an OSError was made of, if there was one.
    """
    while len(data) >= 8 and len(data) >= 8 + (length := int.from_bytes(data[:8], "big")):
        yield marshal.loads(data[8 : 8 + length])  # noqa: S302  # from our own fork
        del data[: 8 + length]


def _in_fork(work: Work[_Task], tasks: Sequence[_Task], pipe: int) -> None:
    """Never returns: what the process would do at its end is not for a fork to do."""
    status = 1
    try:
        with os.fdopen(pipe, "wb") as stream:
            for at in range(0, len(tasks), _CHUNK):
                try:
                    result = marshal.dumps((work(tasks[at : at + _CHUNK]), None))
                except OSError as fault:
                    told = (fault.errno, fault.strerror, str(fault.filename or ""))
                    result = marshal.dumps((None, told))
                stream.write(len(result).to_bytes(8, "big") + result)
        status = 0
    except BaseException:  # told by its status; a traceback is for the developer
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
