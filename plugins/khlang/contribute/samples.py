"""Ends the sample archive: takes away its items and the `as_of` that stopped its date.

Deletes only what lies below the repository itself: a path with a symbolic link in it is left alone.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Place
from khlang.model.item import Item
from khlang.source.data_files import TARGETS
from khlang.source.items import ITEMS

_AS_OF = re.compile(rb"""["']?as_of["']?[ \t]*:[ \t]""")


@dataclass(frozen=True, slots=True)
class Removal:
    """What was deleted, and what was left because it can only be done by hand."""

    items: tuple[str, ...]
    as_of: bool
    left: tuple[str, ...]


def samples(corpus: Corpus) -> tuple[Item, ...]:
    """The items that are there to be looked at."""
    return tuple(item for item in corpus.items if item.front.sample)


def remove(root: Path, corpus: Corpus, places: Mapping[str, Mapping[str, Place]]) -> Removal:
    """Deletes every sample with its folder, the folders that become empty, and `as_of`."""
    removed, left = [], []
    for item in samples(corpus):
        path = item.folder or item.path
        if _delete(root, path):
            removed.append(path)
        else:
            left.append(path)
    as_of = False
    if corpus.targets.as_of is not None:
        as_of = _remove_as_of(root, places[TARGETS]["as_of"].line)
        if not as_of:
            left.append(f"as_of ({TARGETS})")
    return Removal(tuple(removed), as_of, tuple(left))


def _delete(root: Path, path: str) -> bool:
    """A file, or a folder with all it holds; then its parents below content/items/ if empty."""
    target = root / path
    if not _is_own(root, path):
        return False
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink()
    parent = target.parent
    while parent != root / ITEMS and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent
    return True


def _remove_as_of(root: Path, number: int) -> bool:
    """Takes the line out and keeps every other byte; False where the line holds more than `as_of`."""
    if not _is_own(root, TARGETS):
        return False
    file = root / TARGETS
    lines = file.read_bytes().splitlines(keepends=True)
    if not _AS_OF.match(lines[number - 1]):
        return False
    file.write_bytes(b"".join(lines[: number - 1] + lines[number:]))
    return True


def _is_own(root: Path, path: str) -> bool:
    return (root / path).resolve() == root.resolve() / path
