"""The manifest of an edition: every file with its size and checksum, in `manifest.json` beside them.

Published with the site, so that a copy can be verified wherever it was carried.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

NAME = "manifest.json"
SCHEMA = 1
APART = frozenset({NAME, ".gitignore"})
"""Files of an edition that no manifest lists: itself, and what holds the folder in Git."""


class Entry(NamedTuple):
    """A file: `size` in bytes, `sha256` in hexadecimal."""

    size: int
    sha256: str


Manifest = Mapping[str, Entry]
"""By path below the edition, with `/`."""


def entry_of(content: bytes) -> Entry:
    """The entry of a file's bytes."""
    return Entry(len(content), hashlib.sha256(content).hexdigest())


def entry_of_file(file: Path) -> Entry:
    """The entry of a file, read piece by piece: it may be a film. Raises OSError."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return Entry(stream.tell(), digest)


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder by its path, but those that stand apart. Links are not followed."""
    pending = [("", str(folder))]
    while pending:
        above, place = pending.pop()
        with os.scandir(place) as entries:
            for each in entries:
                path = f"{above}{each.name}"
                if each.is_dir(follow_symlinks=False):
                    pending.append((f"{path}/", each.path))
                elif path not in APART:
                    yield path, each


def measure(folder: Path) -> dict[str, Entry]:
    """The manifest of a folder as it lies there: every byte is read."""
    return {path: entry_of_file(Path(each.path)) for path, each in walk(folder)}


def dump(manifest: Manifest) -> bytes:
    """One line a file, in the order of the paths."""
    lines = (
        f"{json.dumps(path, ensure_ascii=False)}: "
        f'{{"size": {manifest[path].size}, "sha256": "{manifest[path].sha256}"}}'
        for path in sorted(manifest)
    )
    files = ",\n".join(lines)
    return f'{{"schema": {SCHEMA}, "files": {{\n{files}\n}}}}\n'.encode()


def load(folder: Path) -> dict[str, Entry] | None:
    """The manifest that lies in a folder, or None where there is none that can be read."""
    try:
        data = json.loads((folder / NAME).read_bytes())
        return {
            path: Entry(int(each["size"]), str(each["sha256"]))
            for path, each in data["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def sizes(folder: Path) -> dict[str, int]:
    """How many bytes each file of a folder has, by its path; -1 for what is no file. Nothing where
    there is no folder.
    """
    if not folder.is_dir():
        return {}
    return {
        path: each.stat(follow_symlinks=False).st_size
        if each.is_file(follow_symlinks=False)
        else -1
        for path, each in walk(folder)
    }


def same_sizes(folder: Path, manifest: Manifest) -> dict[str, Entry]:
    """The entries whose files lie in the folder with the size they should have."""
    lying = sizes(folder)
    return {path: each for path, each in manifest.items() if lying.get(path) == each.size}
