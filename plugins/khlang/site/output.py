"""A file of the site, before it is made."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Output(NamedTuple):
    """A file of the site: how its bytes are made, or the file it is copied from.

    `key` stands for everything that the bytes follow from; it is empty where that is not known.
    `about` is the item whose text stands in it: what is about one item is made together, so that its
    text is rendered once. `note` is what else comes of the making, for files that are made later.
    """

    path: str
    make: Callable[[], bytes] | None = None
    copy_of: Path | None = None
    key: bytes = b""
    about: str = ""
    note: Callable[[], bytes] | None = None

    @property
    def content(self) -> bytes:
        """The bytes of a file that is made."""
        return self.make() if self.make else b""

    @classmethod
    def ready(cls, path: str, content: bytes) -> "Output":
        """A file whose bytes are there."""
        return cls(path, lambda: content)
