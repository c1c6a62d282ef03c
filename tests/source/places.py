"""Whether a diagnostic points at something that is there."""

import re
from pathlib import Path

from khlang.model.diagnostic import Diagnostic
from khlang.source.reporter import Reporter
from khlang.source.text import decode


def assert_inside(root: Path, diagnostic: Diagnostic) -> None:
    """Its file is there (or is the one that is missing), and line, column and end lie within it."""
    place = diagnostic.place
    file = root / place.path
    if not file.is_file():
        assert diagnostic.code.id == "KH-Y030", f"{diagnostic.code.id} points at no file: {place}"
        return
    data = file.read_bytes()
    text = decode(data, place.path, Reporter())
    if text is None:
        text = "\n".join(re.split("\r\n|\r|\n", data.decode("utf-8", "replace")))
    lines = text.split("\n")
    assert 1 <= place.line <= len(lines), f"{diagnostic.code.id}: line {place.line} of {len(lines)}"
    length = len(lines[place.line - 1])
    assert 1 <= place.col <= length + 1, f"{diagnostic.code.id}: {place} in a line of {length}"
    assert place.end == 0 or place.col <= place.end <= length + 1, f"{diagnostic.code.id}: {place}"
