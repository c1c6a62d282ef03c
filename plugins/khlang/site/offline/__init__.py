"""The site as one zip that opens from a folder: by a double click, from a USB stick, without a network.

The files are those of an edition; here they are fitted to what browsers allow a page of a folder:
links name their `index.html`, scripts stand inside the page or are brought in by one that does, and
the search index is scripts. See `docs/decisions/0051-offline-edition.md`.
"""

import json
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from khlang.publish import manifest
from khlang.publish.manifest import Manifest, entry_of
from khlang.site.policy import integrity
from khlang.site.shell import to_root

_OF_SERVERS = re.compile(
    r"(?:404\.html|_headers|\.htaccess|robots\.txt|sitemap\.xml)$|(?:.*/)?card\.[0-9a-f]{16}\.(?:png|jpg)$"
)
_LINK = re.compile(r'(<(?:a|area|form)\b[^>]*?\s(?:href|action)=")([^"]*)"')
_MOVED = re.compile(r'(<meta http-equiv="refresh" content="0; url=)([^"]*)"')
_AT_ONCE = re.compile(r'<script src="([^"]*)" integrity="[^"]*"></script>')
_SOON = re.compile(r'<link rel="preload"[^>]*>\n?')  # from a folder browsers refuse it
_LATER = re.compile(r'<script defer src="([^"]*)" integrity="[^"]*"></script>\n?')
_ALLOWED = re.compile(r"(script-src [^;\"]*)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|\?|$", re.I)
_SAME_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can name
_HOW = "คลังความรู้ฉบับออฟไลน์\r\n\r\nแตกไฟล์ zip ทั้งหมดก่อน แล้วดับเบิลคลิก index.html ในโฟลเดอร์นี้\r\nใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต รวมทั้งการค้นหา\r\n"

Read = Callable[[str], bytes]
"""The bytes of a file of the edition, by its path."""


def write(target: Path, name: str, paths: Manifest, read: Read) -> int:
    """Writes the zip: everything in one folder called `name`, with its manifest. Returns the number
    of its files. The same edition has the same bytes, whenever and wherever it is packed.
    """
    entries = {}
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for path, content in _files(paths, read):
                _add(packed, f"{name}/{path}", content)
                entries[path] = entry_of(content)
            _add(packed, f"{name}/{manifest.NAME}", manifest.dump(entries))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return len(entries)


def _add(packed: zipfile.ZipFile, path: str, content: bytes) -> None:
    info = zipfile.ZipInfo(path, _SAME_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # one for all systems, as is the mode of the file
    info.external_attr = 0o644 << 16
    packed.writestr(info, content)


def _files(paths: Manifest, read: Read) -> Iterator[tuple[str, bytes]]:
    """Every file as it stands in a folder, in the order of the paths."""
    yield "วิธีเปิด.txt", _HOW.encode("utf-8-sig")
    boot = files("khlang.site.offline").joinpath("boot.js").read_bytes()
    for path in sorted(paths):
        if _OF_SERVERS.match(path):
            continue
        content = read(path)
        if path.endswith(".html"):
            yield path, _page(path, content.decode(), boot.decode(), read).encode()
        elif path.startswith("search/"):
            yield f"{path}.js", _as_script(path.removeprefix("search/"), content)
        elif path.endswith(".css"):
            # In a folder nothing is kept for the next page, and a font is there as soon as it is asked for.
            yield path, content.replace(b"font-display:optional", b"font-display:swap")
        else:
            yield path, content


def _as_script(path: str, content: bytes) -> bytes:
    """A file of the index as a call with its path and its bytes."""
    return f"khlangOffline({json.dumps(path)},{json.dumps(b64encode(content).decode())})\n".encode()


def _page(path: str, html: str, boot: str, read: Read) -> str:
    base = to_root(path.removesuffix("index.html"))
    later = [each.removeprefix(base) for each in _LATER.findall(html)]
    html = _SOON.sub("", _LATER.sub("", html))

    def inside(match: re.Match[str]) -> str:
        return f"<script>{read(match[1].removeprefix(base)).decode()}</script>"

    html = _AT_ONCE.sub(inside, html)
    html = with_names(html)
    allowed = f"\\1 '{integrity(boot.encode())}' 'strict-dynamic'"
    html = _ALLOWED.sub(allowed, html, count=1)
    load = escape(" ".join(later))
    script = f'<script data-root="{base}" data-load="{load}">{boot}</script>'
    head, end, tail = html.rpartition("</body>")
    return f"{head}{script}\n{end}{tail}"


def with_names(html: str) -> str:
    """Every link of a page with the name of the file it leads to."""
    html = _LINK.sub(lambda match: f'{match[1]}{_named(match[2])}"', html)
    return _MOVED.sub(lambda match: f'{match[1]}{_named(match[2])}"', html)


def _named(url: str) -> str:
    """A link inside the site with the name of the file: a folder shows no page by itself."""
    if _OUTSIDE.match(url):
        return url
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", url, re.S).groups()  # type: ignore[union-attr]
    if path.endswith(("/", "..")) or path == ".":
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{rest}"
