"""A small archive to try things on: a second province that shares no word with the first.

`Archive(folder)` copies the data files of `tests/second_province` and writes one clean item, so
that a test says only what differs: break something, look at `found()`, mend it, look again.
"""

import json
import shutil
import zlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from khlang.app import Workspace, open_workspace
from khlang.model.diagnostic import Place, Severity

PROVINCE = Path(__file__).parent / "second_province"
YEAR = 2568
AS_OF = date(2025, 6, 20)
DEADLINE = date(2025, 7, 4)
ITEM = "kathu-aaaaa"
BODY = "เรือหัวโทงออกจากฝั่งตอนน้ำขึ้น แล้วกลับเข้ามาก่อนค่ำ\n"


def _png(width: int, height: int) -> bytes:
    """A picture of one blue, whole and correct."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return len(data).to_bytes(4, "big") + kind + data + checksum.to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    pixels = zlib.compress((b"\x00" + b"\x20\x40\x80" * width) * height)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def pdf_of(text: str) -> bytes:
    """A page with a line of Latin text, whole and correct."""
    content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


PNG = _png(2, 1)
PDF = pdf_of("How to read wind and waves before a boat goes out")

Found = tuple[str, str]


class Archive:
    """A repository folder under the hands of a test. Paths are relative to it, with `/`."""

    def __init__(self, root: Path, *, empty: bool = False) -> None:
        self.root = root
        shutil.copytree(PROVINCE, root, dirs_exist_ok=True)
        if not empty:
            self.item()

    def item(
        self,
        id: str = ITEM,
        *,
        body: str = BODY,
        files: Mapping[str, bytes] | None = None,
        folder: bool = False,
        **front: Any,
    ) -> str:
        """Writes an item and returns its path. A key set to None is left out.

        With `files` (by name) it is a folder with index.md. `with_` writes the key `with`.
        """
        unit = front.get("unit") or id.rpartition("-")[0]
        keys = {
            "title": "อ่านคลื่นลมก่อนออกเรือ",
            "summary": "วิธีดูเมฆ คลื่น และกระแสน้ำก่อนออกจากฝั่ง",
            "category": "sea-and-shore",
            "unit": unit,
            "fiscal_year": YEAR,
            "contributor": f"{unit}-01",
            "formats": ["infographic"],
            "origin": "new",
            "history": ["2025-06-02 submitted"],
        } | {key.rstrip("_"): value for key, value in front.items()}
        lines = [f"{key}: {as_yaml(value)}" for key, value in keys.items() if value is not None]
        base = f"content/items/{keys['fiscal_year']}/{unit}/{id}"
        in_folder = folder or files is not None
        path = f"{base}/index.md" if in_folder else f"{base}.md"
        self.write(path, "\n".join(["---", *lines, "---", "", body]))
        for name, data in (files or {}).items():
            self.write(f"{base}/{name}", data)
        return path

    def write(self, path: str, content: bytes | str) -> None:
        """Writes a file as it is, whatever it holds."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces the one place where `old` stands; a text that stands twice is a slip of the test."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def at(self, path: str, marked: str) -> str:
        """`path:line:col` of the place that `marked` shows: a stretch of the file with « before it."""
        text, shown = self.read(path), marked.replace("«", "").replace("»", "")
        assert text.count(shown) == 1, f"{shown!r} stands {text.count(shown)} times in {path}"
        before = text[: text.index(shown) + marked.index("«")]
        line_start = before.rfind("\n") + 1
        return f"{path}:{before.count(chr(10)) + 1}:{len(before) - line_start + 1}"

    def check(self, as_of: date | None = None, *, today: date | None = None) -> Workspace:
        """Reads and judges the archive on a day, or on `today` looking back to a day."""
        return open_workspace(self.root, today=today or as_of or AS_OF, as_of=as_of)

    def found(self, as_of: date | None = None) -> list[Found]:
        """Every diagnostic as (code, `path:line:col`), in the order of the files."""
        return [(each.code.id, str_of(each.place)) for each in self.check(as_of).diagnostics]

    def codes(self, as_of: date | None = None) -> list[str]:
        """The codes of errors and warnings."""
        return [
            each.code.id
            for each in self.check(as_of).diagnostics
            if each.severity is not Severity.NOTICE
        ]


def str_of(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.col}"


def as_yaml(value: Any) -> str:
    """A value on one line: text as JSON writes it, which YAML reads, and plain numbers and flags."""
    return json.dumps(value, ensure_ascii=False)


def more(before: list[Found], after: list[Found]) -> list[Found]:
    """What stands in `after` beyond `before`."""
    return sorted((Counter(after) - Counter(before)).elements())
