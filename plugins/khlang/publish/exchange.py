"""Two folders change places: in one step where the system can, else in three that can be resumed."""

import ctypes
import errno
import os
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What a system or a file system answers that cannot exchange.
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(one: Path, other: Path, hold: Path) -> None:
    """Both exist and lie on one file system. `hold` is a free name there. Raises OSError."""
    if not _at_once(one, other):
        one.rename(hold)
        other.rename(one)
        hold.rename(other)


def resume(one: Path, other: Path, hold: Path) -> None:
    """Ends or takes back an exchange that was killed between its steps. Raises OSError."""
    if not hold.exists():
        return
    if not one.exists():
        hold.rename(one)
    elif not other.exists():
        hold.rename(other)


def _at_once(one: Path, other: Path) -> bool:
    """Linux: renameat2 leaves no moment without either folder."""
    call = _renameat2()
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


@cache
def _renameat2() -> Any:
    try:
        return ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None
