"""Attachments as an item's page shows them, and the pictures inside its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from khlang.files.kinds import Kind
from khlang.files.limits import MB
from khlang.files.published import PublishedFile
from khlang.model.item import Attachment
from khlang.views.common import Picture, picture

# Text is at most 42rem wide.
_SIZES = "(min-width: 48rem) 42rem, 92vw"
_PART = re.compile(r"<a [^>]*>|</a>|<img [^>]*>")
_REFERENCE = re.compile(r'\b(href|src)="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')


@dataclass(frozen=True, slots=True)
class FileView:
    """An attachment: type, length and size in words, checksum in full.

    `length` is empty where nobody counted. `picture` is the picture itself, or the first page of a
    document. `in_text` says that the author has put it into the text.
    """

    title: str
    alt: str
    url: str
    kind: Kind
    length: str
    size: str
    sha256: str
    width: int | None
    height: int | None
    picture: Picture | None
    in_text: bool


def view(file: PublishedFile, attachment: Attachment, *, in_text: bool) -> FileView:
    """The attachment in words. Addresses begin at the item's page."""
    return FileView(
        title=attachment.title,
        alt=attachment.alt or attachment.title,
        url=file.name,
        kind=file.kind,
        length=length_in_words(file),
        size=size_in_words(file.size),
        sha256=file.sha256,
        width=file.width,
        height=file.height,
        picture=picture("", file),
        in_text=in_text,
    )


def length_in_words(file: PublishedFile) -> str:
    """`12 หน้า`, `24 สไลด์`, `4:12 นาที`; nothing where nobody counted."""
    if file.extent is None:
        return ""
    if file.kind.counted_in:
        return f"{file.extent:,} {file.kind.counted_in}"
    hours, rest = divmod(file.extent, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02} ชั่วโมง"
    return f"{minutes}:{seconds:02} นาที"


def size_in_words(size: int) -> str:
    """Bytes as `840 KB` or `1.2 MB`."""
    return f"{size / MB:.1f} MB" if size >= MB else f"{-(-size // 1024)} KB"


def placed(html: str, files: Mapping[str, PublishedFile]) -> tuple[str, frozenset[str]]:
    """The text with the names that files are published under, and which of them it shows.

    A picture that leads nowhere leads to itself in full: that is what zooming opens.
    """
    shown: set[str] = set()
    if not files:
        return html, frozenset()
    in_link = False

    def replace(match: re.Match[str]) -> str:
        nonlocal in_link
        tag = match[0]
        if tag.startswith(("<a", "</a")):
            in_link = tag.startswith("<a")
        found = _REFERENCE.search(tag)
        name, _, place = found[2].partition("#") if found else ("", "", "")  # of guide.pdf#page=2
        file = files.get(unquote(unescape(name)).removeprefix("./"))
        if found is None or file is None:
            return tag
        behind = f"#{place}" if place else ""
        named = f'{tag[: found.start()]}{found[1]}="{file.name}{behind}"'
        if found[1] == "href":
            return named + tag[found.end() :]
        shown.add(file.name)
        image = f'{named} loading="lazy"{_widths(file)}{_size(file)}{tag[found.end() :]}'
        if in_link or not file.kind.is_image:
            return image
        alt = _ALT.search(tag)
        label = escape(f"ขยายภาพ {unescape(alt[1])}".strip() if alt else "ขยายภาพ")
        return f'<a class="zoom" href="{file.name}" aria-label="{label}">{image}</a>'

    return _PART.sub(replace, html), frozenset(shown)


def _widths(file: PublishedFile) -> str:
    """The smaller pictures, for the browser to choose from."""
    if not file.thumbnails:
        return ""
    candidates = ", ".join(f"{each.name} {each.width}w" for each in file.thumbnails)
    return f' srcset="{candidates}" sizes="{_SIZES}"'


def _size(file: PublishedFile) -> str:
    return f' width="{file.width}" height="{file.height}"' if file.width else ""
