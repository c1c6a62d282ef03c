"""Results kept by what they were made from: a folder that may be deleted at any time."""

import hashlib
import os
import tempfile
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

CLEANER = 5  # raised when a handler finds, cleans or writes differently than before
_LIBRARIES = ("pillow", "lxml", "pikepdf", "pypdfium2")  # their releases write other bytes too


class Cache:
    """Files by name below `folder`, apart for each version of the program that made them."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @cached_property
    def _folder(self) -> Path:
        """Below the archive, or somewhere else for this run where the archive cannot be written."""
        made_by = "-".join((str(CLEANER), *map(version, _LIBRARIES)))
        digest = hashlib.sha256(made_by.encode()).hexdigest()[:12]
        try:
            (self._root / digest).mkdir(parents=True, exist_ok=True)
        except OSError:
            self._temporary = tempfile.TemporaryDirectory(prefix="khlang-")
            return Path(self._temporary.name)
        return self._root / digest

    def path(self, name: str) -> Path:
        """Where a result lies, or would lie."""
        return self._folder / name[:2] / name

    def read(self, name: str) -> bytes | None:
        """A result, or None where there is none."""
        try:
            return self.path(name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keeps a result: whole or not at all, also when two programs write it at once."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
