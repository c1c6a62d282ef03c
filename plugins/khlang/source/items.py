"""Finds and reads the items below content/items/."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khlang.model.codes import places as codes
from khlang.model.corpus import FileEntry
from khlang.model.diagnostic import Place
from khlang.model.history import History
from khlang.model.item import FrontMatter, Item
from khlang.source.front_matter import parse
from khlang.source.records import RecordReader, read_year
from khlang.source.reporter import Reporter
from khlang.source.text import decode
from khlang.source.vocabulary import Vocabularies

ITEMS = "content/items"
_IGNORED = {"Thumbs.db", "desktop.ini"}  # what desktops leave behind; hidden files are ignored too


@dataclass(frozen=True, slots=True)
class Address:
    """Where an item's file lies: what its path says about it."""

    path: str
    id: str
    year: str
    unit: str
    folder: str | None


@dataclass(slots=True)
class Found:
    """What the walk found: items, the files beside them, links among them, and the rest."""

    items: list[Address]
    files: dict[str, FileEntry]
    links: list[str]
    strays: list[str]


def find(root: Path) -> Found:
    """Walks content/items/ without following symbolic links, in the order of the names."""
    found = Found([], {}, [], [])
    base = root / ITEMS
    if not base.is_dir():
        return found
    for entry, path in _walk(base, ITEMS):
        parts = path.split("/")[2:]  # behind content/items/
        if entry.is_symlink():
            found.links.append(path)
            continue
        match parts:
            case [year, unit, name] if name.endswith(".md"):
                found.items.append(Address(path, name.removesuffix(".md"), year, unit, None))
            case [year, unit, id, "index.md"]:
                folder = path.removesuffix("/index.md")
                found.items.append(Address(path, id, year, unit, folder))
            case [_, _, _, name] if not name.endswith(".md"):
                found.files[path] = FileEntry(path, entry.stat(follow_symlinks=False).st_size)
            case _:
                found.strays.append(path)
    folders = {address.folder for address in found.items}
    found.strays += [path for path in found.files if path.rpartition("/")[0] not in folders]
    return found


def _walk(folder: Path | str, path: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith(".") or entry.name in _IGNORED:
            continue
        below = f"{path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, below)
        else:
            yield entry, below


def read(
    root: Path,
    address: Address,
    vocabularies: Vocabularies,
    personal_keys: frozenset[str],
    reporter: Reporter,
) -> Item | None:
    """The item at an address, or None where its file cannot be read.

    A title, unit or year that is missing is reported, and taken from the path so that the other
    rules can still speak about the item.
    """
    path = address.path
    try:
        data = (root / path).read_bytes()
    except OSError:
        reporter.add(codes.STRAY_FILE, Place(path), path=path)
        return None
    text = decode(data, path, reporter)
    document = None if text is None else parse(text, path, reporter)
    if document is None:
        return None
    reader = RecordReader(reporter, vocabularies, personal_keys)
    values = reader.values(FrontMatter, document.front) or {}
    values.setdefault("title", "")
    values.setdefault("unit", address.unit)
    values.setdefault("fiscal_year", read_year(address.year) or 0)
    front = FrontMatter(**values)
    return Item(
        id=address.id,
        path=path,
        folder=address.folder,
        front=front,
        history=History(front.history),
        body=document.body,
        body_line=document.body_line,
        places=reader.places,
    )
