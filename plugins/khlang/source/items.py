"""Finds and reads the items below content/items/."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from khlang.model.codes import encoding
from khlang.model.codes import places as codes
from khlang.model.corpus import FileEntry
from khlang.model.diagnostic import Place
from khlang.model.history import History
from khlang.model.item import FrontMatter, Item
from khlang.source.front_matter import body_of, parse
from khlang.source.records import RecordReader, read_year
from khlang.source.reporter import Reporter
from khlang.source.text import decode, place_at, read_bytes
from khlang.source.vocabulary import Vocabularies
from khlang.thai import characters

ITEMS = "content/items"
# Time to render grows with the marks, and for some with their square: a table of 2,000 rows has
# some 15,000 of them, a book of plain text a few hundred.
MARKS = "*_~`[]<>&|#!@:"
MAX_MARKS = 20_000
MAX_PATH = 180  # bytes of UTF-8; ids are short, and an archive must fit into a Windows folder
MAX_FOLDERS = 50  # one in another
_SUPERSEDES = re.compile(rb"^supersedes:[ \t]*[\"']?([\w-]+)", re.MULTILINE)
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
    """What the walk found: items, the files beside them, links among them, and the rest.

    `unprintable` are (path, character): names that no message can show. Nothing below is read.
    """

    items: list[Address]
    files: dict[str, FileEntry]
    links: list[str]
    strays: list[str]
    unprintable: list[tuple[str, str]]


def find(root: Path) -> Found:
    """Walks content/items/ without following symbolic links, in the order of the names."""
    found = Found([], {}, [], [], [])
    base = root / ITEMS
    if base.is_symlink():
        found.links.append(ITEMS)
        return found
    if not base.is_dir():
        return found
    for entry, path in walk(base, ITEMS, found.unprintable):
        _sort(entry, path, found)
    return _with_strays(found)


def find_few(root: Path, paths: Iterable[str], most: int) -> Found | None:
    """The items at these paths, in an archive of any size: with them every item of the same id, and
    those that they say they replace, one behind the other. None where that is more than `most`, or
    where a path is no item's.
    """
    found = Found([], {}, [], [], [])
    pending = [_item_path(path) for path in paths]
    done: set[str] = set()
    while pending:
        path = pending.pop()
        if path is None or len(done) > most:
            return None
        if path in done:
            continue
        done.add(path)
        place = root / path
        if place.is_dir() and not place.is_symlink():
            for entry, below in walk(place, path, found.unprintable):
                _sort(entry, below, found)
        else:
            _sort(place, path, found)
        id = path.rpartition("/")[2].removesuffix(".md")
        for other in (id, *_superseded(place)):
            if not set(other) & set("*?[]/"):  # what people type is no pattern
                pending += (
                    _item_path(each.relative_to(root).as_posix())
                    for name in (other, f"{other}.md")
                    for each in sorted((root / ITEMS).glob(f"*/*/{name}"))
                )
    found.items.sort(key=lambda address: address.path)
    return _with_strays(found)


def _item_path(path: str) -> str | None:
    """The file or folder of the item that a path belongs to."""
    parts = path.split("/")
    return "/".join(parts[:5]) if path.startswith(f"{ITEMS}/") and len(parts) >= 5 else None


def _superseded(place: Path) -> list[str]:
    try:
        text = read_bytes(place / "index.md" if place.is_dir() else place)
    except OSError:
        return []
    return [each.decode(errors="replace") for each in _SUPERSEDES.findall(text)]


def _sort(entry: os.DirEntry[str] | Path, path: str, found: Found) -> None:
    parts = path.split("/")[2:]  # behind content/items/
    if entry.is_symlink():
        found.links.append(path)
        return
    if not entry.is_file():  # a pipe would be read for ever
        found.strays.append(path)
        return
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


def _with_strays(found: Found) -> Found:
    """Files that lie beside no item."""
    folders = {address.folder for address in found.items}
    found.strays += [path for path in found.files if path.rpartition("/")[0] not in folders]
    return found


def walk(
    folder: Path | str, path: str, unprintable: list[tuple[str, str]], *, without: str = ""
) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Files and links below a folder in the order of their names, but for the folder `without`; of
    folders within folders without end the first one that is too deep.
    """
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith(".") or entry.name in _IGNORED:
            continue
        if char := characters.unprintable(entry.name):
            unprintable.append((f"{path}/{characters.spelled(entry.name)}", char))
            continue
        below = f"{path}/{entry.name}"
        if below == without:
            continue
        if entry.is_dir(follow_symlinks=False) and below.count("/") < MAX_FOLDERS:
            yield from walk(entry.path, below, unprintable, without=without)
        else:
            yield entry, below


def read(
    root: Path,
    address: Address,
    vocabularies: Vocabularies,
    personal_keys: frozenset[str],
    reporter: Reporter,
    content: bytes | None = None,
) -> Item | None:
    """The item at an address, or None where its file cannot be read.

    `content` are the bytes of its file, where they have been read already. A title, unit or year that is missing is reported, and taken from the path so that the other
    rules can still speak about the item.
    """
    path = address.path
    length = len(path.encode())
    if length > MAX_PATH:
        reporter.add(encoding.PATH_TOO_LONG, Place(path), length=length, limit=MAX_PATH)
        return None
    try:
        text = decode(read_bytes(root / path) if content is None else content, path, reporter)
    except OSError:
        reporter.add(codes.STRAY_FILE, Place(path), path=path)
        return None
    if text is None or has_too_many_marks(text, path, reporter):
        return None
    document = parse(text, path, reporter)
    if document is None:
        return None
    known = {"unit": address.unit, "fiscal_year": address.year}
    reader = RecordReader(reporter, vocabularies, personal_keys, known)
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


def body(content: bytes, path: str) -> str:
    """The text below the front matter of an item that has been read before."""
    reporter = Reporter()
    text = decode(content, path, reporter)
    return body_of(text, path, reporter) if text is not None else ""


def has_too_many_marks(text: str, path: str, reporter: Reporter) -> bool:
    """Reports at the first mark beyond the cap. Most texts are shorter than the cap itself."""
    if len(text) <= MAX_MARKS:
        return False
    count = sum(map(text.count, MARKS))
    if count <= MAX_MARKS:
        return False
    marks = (at for at, char in enumerate(text) if char in MARKS)
    place = place_at(text, next(islice(marks, MAX_MARKS, None)), path)
    reporter.add(encoding.TOO_MANY_MARKS, place, count=count, limit=MAX_MARKS)
    return True
