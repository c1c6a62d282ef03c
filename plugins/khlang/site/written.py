"""Pages written by hand, as MkDocs renders them, and what mkdocs.yml says of the site.

MkDocs is loaded only where one of them has changed: what it made is kept under the checksum of
all that it read. Where a plugin or an extension of somebody else takes part, which may read
anything, nothing is kept.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khlang.app.meter import SILENT, Meter
from khlang.app.version import program
from khlang.model.plain import from_plain, to_plain
from khlang.publish.cache import Cache, value
from khlang.source import pages

ROOM = "written"
_NAME = "pages"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page below `url`, empty for the home page. `html` is its text, made safe."""

    url: str
    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class Presentation:
    """What mkdocs.yml says. `url` ends in `/` or is empty, as `repository` may be; `edit_url` is where
    a text is edited, with `{path}` for its place below `content/`, or empty.
    """

    url: str = ""
    repository: str = ""
    edit_url: str = ""
    host: str = ""
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """All of it. `files` are paths below `content/` of what lies among the pages."""

    presentation: Presentation
    pages: tuple[WrittenPage, ...]
    files: tuple[str, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of the pages, but for the home page."""
        return tuple(page.url for page in self.pages if page.url)


class NotRendered(Exception):  # noqa: N818  # what is wrong has been told by MkDocs
    """mkdocs.yml or a hand-written page has a fault."""


def current(root: Path, cache: Cache, meter: Meter = SILENT) -> Written:
    """The pages as they are now, kept or made anew. Raises NotRendered."""
    found = kept(root, cache)
    if found is not None:
        return found
    meter("หน้าที่เขียนด้วยมือ")
    from khlang.site import handwritten  # MkDocs takes a second to load

    found, is_ours = handwritten.render(root)
    if is_ours:
        keep(root, cache, found)
    return found


def kept(root: Path, cache: Cache) -> Written | None:
    """What MkDocs made of the same files before, or None."""
    row = cache.kept(ROOM).get(_NAME)
    if row is None or row[0] != _key(root):
        return None
    try:
        return from_plain(Written, value(row[1]))
    except (TypeError, ValueError):
        return None


def keep(root: Path, cache: Cache, written: Written) -> None:
    """Keeps it under the files as they are now."""
    cache.write(ROOM, [(_NAME, _key(root), to_plain(written))])


def _key(root: Path) -> bytes:
    """Of mkdocs.yml with the variables that it names, of the files it is about, and the program."""
    digest = hashlib.blake2b(program().encode(), digest_size=16)
    for name, content in _inputs(root):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _inputs(root: Path) -> Iterator[tuple[str, bytes]]:
    settings = (root / "mkdocs.yml").read_bytes()
    yield "mkdocs.yml", settings
    for word in sorted(set(_WORD.findall(settings.decode(errors="replace"))) & os.environ.keys()):
        yield word, os.environ[word].encode(errors="surrogateescape")
    yield from pages.contents(root)
