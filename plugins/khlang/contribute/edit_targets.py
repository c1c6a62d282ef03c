"""Edits of targets.yml by line, so that every comment stays; what was meant is read back and compared."""

import os
from collections.abc import Callable
from pathlib import Path

from khlang.model.targets import Targets
from khlang.source.data_files import TARGETS
from khlang.source.repository import read

Lines = list[str]


class NotEditableError(Exception):
    """The file is not written the way that an edit by line understands; says what to add by hand."""


def edit(root: Path, change: Callable[[Lines], Lines], wanted: Targets, by_hand: str) -> None:
    """Changes the lines of targets.yml. Where it does not read as `wanted` then, all stays as it was."""
    file = root / TARGETS
    if file.is_symlink():
        raise NotEditableError(by_hand)
    before = file.read_bytes()
    text = before.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = change(text.replace("\r\n", "\n").split("\n"))
    _put(file, end.join(lines).encode())
    if read(root).targets != wanted:
        _put(file, before)
        raise NotEditableError(by_hand)


def _put(file: Path, content: bytes) -> None:
    """Another file takes the place of this one, so that nobody reads half of it."""
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(content)
    os.replace(new, file)  # noqa: PTH105  # as one step
