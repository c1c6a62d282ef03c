"""The whole way of a file through all mends, and of an archive through all its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from khlang.mend import data as data_files
from khlang.mend import front, gfm, place
from khlang.mend.edit import parsed
from khlang.mend.encoding import as_text, in_one_spelling
from khlang.source.data_files import CATEGORIES, PLANS, TARGETS
from khlang.source.items import ITEMS, Address, Found
from khlang.source.text import MAX_FILE
from khlang.source.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after. `target` is its place afterwards; for an item in a folder, that of
    its `index.md`, with which all that lies beside it moves. `blocked` says what stands in the way.
    """

    path: str
    target: str
    before: bytes
    after: str
    blocked: str = ""

    @property
    def is_moved(self) -> bool:
        return self.target != self.path and not self.blocked

    @property
    def is_changed(self) -> bool:
        return self.after.encode() != self.before or self.is_moved


def item_text(text: str, vocabularies: Vocabularies) -> str:
    """An item's text after all mends. Mending it once more changes nothing."""
    text = front.mended(in_one_spelling(text), vocabularies)
    document = parsed(text)
    if document is None:
        return text
    head = text[: len(text) - len(document.body)] if document.body else text
    return head + gfm.mended(document.body)


def data_text(text: str, path: str, vocabularies: Vocabularies) -> str:
    """A data file's text after all mends, which changes nothing the second time."""
    return data_files.mended(in_one_spelling(text), path, vocabularies)


def archive(
    root: Path, found: Found, vocabularies: Vocabularies, taken: Iterable[str], scope: Iterable[str]
) -> Iterator[Mended]:
    """Every file in `scope` (paths of files and folders) with what becomes of it, in order."""
    scope = tuple(scope)
    ids = set(taken)
    for path in _data_files(root):
        if _is_in(path, scope) and (data := _read(root, path)) is not None:
            text = as_text(data)
            if text is not None:
                yield Mended(path, path, data, data_text(text, path, vocabularies))
    for address in (*found.items, *_strays(found)):
        if not _is_in(address.path, scope) or (data := _read(root, address.path)) is None:
            continue
        text = as_text(data)
        if text is None:
            continue
        mended = item_text(text, vocabularies)
        moved, target = place.moved(mended, address, vocabularies, ids)
        if target != address.path and _is_taken(root, target, address):
            yield Mended(address.path, target, data, mended, blocked=target)
            continue
        ids.add(_id(target))
        yield Mended(address.path, target, data, moved)


def all_files(root: Path, found: Found) -> dict[str, bytes]:
    """The bytes of every data file and item."""
    paths = [*_data_files(root), *(address.path for address in found.items)]
    read = {path: _read(root, path) for path in paths}
    return {path: data for path, data in read.items() if data is not None}


def write(root: Path, mended: Mended) -> None:
    """Writes a file where it lies, then moves it, with its folder, to where it belongs."""
    file = root / mended.path
    if mended.after.encode() != mended.before:
        file.write_bytes(mended.after.encode())
    if not mended.is_moved:
        return
    in_folder = mended.target.endswith("/index.md")
    source, target = (
        (file.parent, (root / mended.target).parent) if in_folder else (file, root / mended.target)
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)
    above = source.parent
    while above != root / ITEMS and not any(above.iterdir()):
        above.rmdir()
        above = above.parent


def _data_files(root: Path) -> list[str]:
    plans = sorted((root / PLANS).glob("*.yml"))
    return [CATEGORIES, TARGETS, *(f"{PLANS}/{each.name}" for each in plans)]


def _strays(found: Found) -> Iterator[Address]:
    """Items that lie anywhere below content/items/: their front matter says where they belong."""
    for path in found.strays:
        if path.endswith(".md"):
            pieces = path.split("/")
            in_folder = pieces[-1] == "index.md"
            id = pieces[-2] if in_folder else pieces[-1].removesuffix(".md")
            folder = path.removesuffix("/index.md") if in_folder else None
            yield Address(path, id, "", "", folder if folder != ITEMS else None)


def _read(root: Path, path: str) -> bytes | None:
    """A file of its own, no larger than the checker reads."""
    file = root / path
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_FILE:
        return None
    return file.read_bytes()


def _is_in(path: str, scope: tuple[str, ...]) -> bool:
    return any(each in ("", ".") or path == each or path.startswith(f"{each}/") for each in scope)


def _is_taken(root: Path, target: str, address: Address) -> bool:
    """Whether something lies there already, also one that only the case of its name tells apart."""
    file = root / target
    place = file.parent if address.folder is not None else file
    return place.exists() or (root / target).resolve() != (root.resolve() / target)


def _id(path: str) -> str:
    return path.removesuffix("/index.md").removesuffix(".md").rpartition("/")[2]
