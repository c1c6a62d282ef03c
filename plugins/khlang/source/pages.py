"""What lies in content/ beside the items: pages written by hand, and the files among them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khlang.model.codes import links
from khlang.model.corpus import FileEntry
from khlang.model.diagnostic import Place
from khlang.source.data_files import CATEGORIES, CLOSED, MAP, PLANS, TARGETS
from khlang.source.items import ITEMS, walk
from khlang.source.reporter import Reporter
from khlang.source.text import read

CONTENT = "content"


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
        text = read(root / path, path, told)
        if text is not None:
            texts[path] = text

    for path in (CATEGORIES, TARGETS):
        if (root / path).is_file() and not (root / path).is_symlink():
            keep(path, Reporter())
    base = root / CONTENT
    entries = walk(base, CONTENT, [], without=ITEMS) if base.is_dir() else ()
    for entry, path in entries:
        is_data = path == MAP or path.startswith((f"{PLANS}/", f"{CLOSED}/"))
        if entry.is_symlink():
            if not is_data:  # told already
                reporter.add(links.ATTACHMENT_IS_LINK, Place(path), file=path)
        elif path.endswith(".md"):
            keep(path, reporter)
        elif is_data:
            if path != MAP:  # coordinates, which are not published
                keep(path, Reporter())
        else:
            files[path] = FileEntry(path, entry.stat(follow_symlinks=False).st_size)
    return Beside(texts, files)


def contents(root: Path) -> Iterator[tuple[str, bytes]]:
    """Pages as they lie there, byte for byte, and the names of the files among them. Raises OSError."""
    base = root / CONTENT
    entries = walk(base, CONTENT, [], without=ITEMS) if base.is_dir() else ()
    for entry, path in entries:
        is_page = path.endswith(".md") and entry.is_file(follow_symlinks=False)
        yield path, Path(entry.path).read_bytes() if is_page else b""
