"""What lies in content/ beside the items: pages written by hand, and the files among them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khlang.model.codes import encoding, links, places
from khlang.model.corpus import FileEntry
from khlang.model.diagnostic import Place
from khlang.source.data_files import CATEGORIES, CLOSED, DATA, MAP, PLANS, TARGETS
from khlang.source.items import ITEMS, has_too_many_marks, walk
from khlang.source.reporter import Reporter
from khlang.source.text import read, read_bytes
from khlang.thai.characters import point

CONTENT = "content"
# A text with these keys is an item in the wrong place, and would become a page that nobody reviewed.
_ITEM = re.compile(r"---[ \t]*\n(?:(?!---).*\n){0,60}?(?:contributor|fiscal_year|history)[ \t]*:")

_AS_DATA = {
    "hint_th": f"ข้อมูลของแต่ละปีอยู่ใน {PLANS}/ และ {CLOSED}/ ชื่อไฟล์คือปี เช่น 2564.yml",
    "hint_en": f"data of a year lie at {PLANS}/<year>.yml and {CLOSED}/<year>.yml",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """Texts of pages and of the data files by path, folded; files that pages may show, by path."""

    texts: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, FileEntry] = field(default_factory=dict)


def find(root: Path, reporter: Reporter) -> Beside:
    """Reads pages and data files. What is wrong with a data file has been told where it is parsed."""
    texts: dict[str, str] = {}
    files: dict[str, FileEntry] = {}

    def keep(path: str, told: Reporter) -> None:
        try:
            text = read(root / path, path, told)
        except OSError:
            told.add(places.STRAY_FILE, Place(path), path=path)
            return
        if text is not None:
            texts[path] = text

    for path in (CATEGORIES, TARGETS):
        if (root / path).is_file() and not (root / path).is_symlink():
            keep(path, Reporter())
    base = root / CONTENT
    if base.is_symlink():
        reporter.add(links.ATTACHMENT_IS_LINK, Place(CONTENT), file=CONTENT)
    unprintable: list[tuple[str, str]] = []
    entries = walk(base, CONTENT, unprintable, without=ITEMS) if base.is_dir() else ()
    for entry, path in entries:
        is_data = DATA.fullmatch(path) is not None
        if entry.is_symlink():
            if not is_data and path != MAP:  # told already
                reporter.add(links.ATTACHMENT_IS_LINK, Place(path), file=path)
        elif not entry.is_file():  # a pipe would be read for ever
            reporter.add(places.STRAY_FILE, Place(path), path=path)
        elif path.startswith((f"{PLANS}/", f"{CLOSED}/")) and not is_data:
            reporter.add(places.STRAY_FILE, Place(path), path=path, **_AS_DATA)
        elif path.endswith(".md"):
            keep(path, reporter)
            has_too_many_marks(texts.get(path, ""), path, reporter)
            if _ITEM.match(texts.get(path, "")):
                reporter.add(places.STRAY_FILE, Place(path), path=path)
        elif is_data:
            keep(path, Reporter())
        elif path != MAP:  # coordinates, which are not published
            files[path] = FileEntry(path, entry.stat(follow_symlinks=False).st_size)
    for path, char in unprintable:
        reporter.add(encoding.UNPRINTABLE_NAME, Place(path), point=point(char))
    return Beside(texts, files)


def contents(root: Path) -> Iterator[tuple[str, bytes]]:
    """Pages as they lie there, byte for byte, and the names of the files among them. Raises OSError."""
    base = root / CONTENT
    entries = walk(base, CONTENT, [], without=ITEMS) if base.is_dir() else ()
    for entry, path in entries:
        is_page = path.endswith(".md") and entry.is_file(follow_symlinks=False)
        yield path, read_bytes(Path(entry.path)) if is_page else b""
