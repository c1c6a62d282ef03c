"""Builds sites as a user does, with `khlang build`, and reads them back."""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from zlib import compress, crc32

from khlang.publish import manifest
from tests.archive import PDF, Archive
from tests.files import samples
from tests.site.dom import Node, parse

REPOSITORY = Path(__file__).parents[2]
KHLANG = Path(sys.executable).with_name("khlang")
HOST = "https://github.com/office/archive"
_LISTS = re.compile(
    r"^(?:(?:categories|formats|issues|topics|units|years)/[^/]+/(?:page/\d+/)?|archive/page/\d+/)"
)
SITE_URL = "https://archive.example/khlang/"


@dataclass(frozen=True)
class Site:
    """A built site."""

    root: Path

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Every file by its path, but the manifest, which says nothing that they do not."""
        return {path: data for path, data in tree(self.root).items() if path != manifest.NAME}

    @cached_property
    def pages(self) -> Mapping[str, Node]:
        """Every HTML page as a tree, by its path."""
        return {
            path: parse(data.decode())
            for path, data in self.files.items()
            if path.endswith(".html")
        }

    def page(self, url: str) -> Node:
        """`items/x/` or `` (home)."""
        return self.pages[f"{url}index.html"]

    def main(self, url: str) -> str:
        """The words of a page's main part."""
        return self.page(url).one("main").text

    def page_title(self, path: str) -> str:
        return self.pages[path].one("title").text

    def html(self, path: str) -> str:
        return self.files[path].decode()

    def json(self, name: str) -> Any:
        return json.loads(self.files[f"data/{name}.json"])

    def target(self, page: str, href: str) -> str | None:
        """The file that a link on a page leads to; None for a link to another site."""
        parts = urlsplit(urljoin(f"https://site.invalid/base/{page}", href))
        if parts.netloc != "site.invalid":
            return None
        path = unquote(parts.path)
        assert path.startswith("/base/"), f"{page}: {href} leads out of the site"
        path = path.removeprefix("/base/")
        return f"{path}index.html" if path.endswith("/") or not path else path


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path with `/`."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """Paths of the files that are new, gone, or have other bytes."""
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


def environment(**more: str) -> dict[str, str]:
    """The environment of a user who set nothing of ours."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KHLANG_")}
    return {**own, "NO_MKDOCS_2_WARNING": "1", **more}


def _shape(path: str) -> str:
    """What pages of one kind have in common: `items/*/index.html`."""
    return re.sub(r"(?<=/)[^/]+(?=/)", "*", _LISTS.sub("list/", path))


def longest_of_each_kind(site: Site, most: int = 1 << 20) -> dict[str, str]:
    """The longest page of each kind, by its shape; former addresses send a browser away at once.

    `most` is a number of bytes above which a page is taken only where all of its kind are longer.
    """
    found: dict[str, str] = {}
    for path in sorted(site.pages, key=lambda path: (len(site.files[path]), path)):
        shape = _shape(path)
        is_wanted = len(site.files[path]) <= most or shape not in found
        if is_wanted and 'http-equiv="refresh"' not in site.html(path):
            found[shape] = path
    return found


def run_build(
    root: Path, target: Path, *, as_of: date | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """`khlang build` in a repository folder."""
    day = ["--as-of", as_of.isoformat()] if as_of else []
    return subprocess.run(
        [KHLANG, "build", "--site-dir", target, *day],
        cwd=root,
        env=environment(**env),
        capture_output=True,
        text=True,
        check=False,
    )


def build(root: Path, target: Path, *, as_of: date | None = None, **env: str) -> Site:
    """A site that must come out."""
    run = run_build(root, target, as_of=as_of, **env)
    assert run.returncode == 0, run.stdout + run.stderr
    return Site(target)


def frame(archive: Archive) -> Archive:
    """Adds what a province takes over: mkdocs.yml, with a host of its own, and the hand-written pages."""
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    archive.write("mkdocs.yml", f"{settings}\nrepo_url: {HOST}\n")
    shutil.copytree(
        REPOSITORY / "content",
        archive.root / "content",
        ignore=shutil.ignore_patterns("items", "plan", "map.geojson"),
        dirs_exist_ok=True,
    )
    return archive


HIDDEN_STATES = {
    "thalang-draft": ["2025-06-01 draft"],
    "thalang-submi": ["2025-07-10 submitted"],  # late
    "thalang-retur": ["2025-06-02 submitted", "2025-06-05 returned เหตุผลลับของการส่งคืน"],
    "thalang-selec": ["2025-06-02 submitted", "2025-06-05 selected"],
    "thalang-tombs": [
        "2025-05-02 submitted",
        "2025-05-05 selected",
        "2025-05-07 published",
        "2025-06-10 withdrawn เหตุผลลับของการถอน",
    ],
}
TOMBSTONE = "thalang-tombs"
SECRETS = (
    "title", "summary", "body", "tag", "file-title", "alt", "byline", "exception", "note",
)  # fmt: skip


def png(width: int, height: int) -> bytes:
    """A picture that browsers can show."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = compress(b"".join(b"\0" + b"\x9f" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def secret(id: str, what: str) -> str:
    """A text that stands in one field of one unpublished item and nowhere else."""
    return f"ความลับ {what} ของ {id.rpartition('-')[2]}"


def file_of(id: str) -> str:
    return f"lap-{id.rpartition('-')[2]}.pdf"


def published(day: str = "2025-06-12") -> list[str]:
    return ["2025-06-02 submitted", "2025-06-05 selected", f"{day} published"]


def second_province(root: Path, *, sample: bool = False) -> Archive:
    """The second province with an item in every state, one of them in everything an item can have."""
    archive = frame(Archive(root, empty=True))
    more: dict[str, Any] = {"sample": True} if sample else {}
    archive.item(
        "kathu-aaaaa",
        title="อ่านคลื่นลมก่อนออกเรือ",
        topics=["coastal-fishing"],
        formats=["infographic", "elsewhere"],
        format_note="แผ่นพับสองหน้า",
        tags=["เรือหัวโทง", "มรสุม"],
        attachments=[
            {"file": "คลื่น ลม (1).png", "title": "ภาพคลื่นสามแบบ", "alt": "คลื่นสามแบบเรียงจากเล็กไปใหญ่"},
            {"file": "เช็ก & จด.pdf", "title": "แบบจดคลื่น"},
        ],
        video="https://www.youtube.com/watch?v=KHLANGsmp05",
        contributor="kathu-01",
        with_=["kathu-02"],
        pii_exceptions=[
            {"text": "สายด่วน 1199", "reason": "เหตุผลลับของข้อยกเว้น", "date": "2025-06-01"}
        ],
        aliases=["kathu-zzzzz"],
        byline="กลุ่มเรือเล็กชายฝั่ง",
        consent="2025-06-01",
        revised=["2025-06-15 แก้ตารางน้ำ"],
        history=published(),
        files={"คลื่น ลม (1).png": png(320, 200), "เช็ก & จด.pdf": PDF},
        body=(
            "โทรสายด่วน 1199 เมื่อคลื่นสูง[^1]\n\n"
            "## ก่อนออกเรือ\n\n![คลื่นสามแบบเรียงจากเล็กไปใหญ่](<คลื่น ลม (1).png>)\n\n"
            "## กลางทะเล\n\n| คลื่น | ทำอย่างไร |\n| --- | ---: |\n| สูง | กลับ |\n\n"
            "> [!WARNING]\n> อย่าออกเรือคนเดียว\n\n"
            "## กลับเข้าฝั่ง\n\nจดใน[แบบจดคลื่น](<เช็ก & จด.pdf>) แล้วอ่าน[ก่อนออกเรือ](#ก่อนออกเรือ) อีกครั้ง\n\n"
            "[^1]: กรมเจ้าท่า\n"
        ),
        **more,
    )
    archive.item(
        "kathu-bbbbb",
        title='เรือ "เล็ก" & ใหญ่ < 5 ตัน',
        category="old-town",
        origin="existing",
        existing_kind="handbook",
        attachments=[
            {"file": "คลื่น.mp4", "title": "คลื่นที่หัวแหลม"},
            {"file": "เสียง.mp3", "title": "เสียงคลื่นก่อนมรสุม"},
        ],
        files={"คลื่น.mp4": samples.mp4(), "เสียง.mp3": samples.mp3()},
        topics=["savings-group", "coastal-fishing"],
        contributor="kathu-02",
        history=published("2025-06-13"),
        **more,
    )
    archive.item(
        "kathu-ccccc",
        title="หาดทรายหลังมรสุม",
        contributor="kathu-01",
        supersedes="thalang-draft",
        history=["2025-06-01 submitted", "2025-06-02 returned เหตุผลลับของเรื่องที่เผยแพร่", *published()],
        **more,
    )
    archive.item(
        "phuket-office-ddddd",
        title="ทำเรื่องใหม่แทนเรื่องที่ถอน",
        supersedes=TOMBSTONE,
        contributor="phuket-office-01",
        history=published("2025-06-14"),
        **more,
    )
    for id, history in HIDDEN_STATES.items():
        archive.item(
            id,
            title=secret(id, "title"),
            summary=secret(id, "summary"),
            tags=[secret(id, "tag")],
            formats=["elsewhere"],
            format_note=secret(id, "note"),
            byline=secret(id, "byline"),
            consent="2025-06-01",
            attachments=[{"file": file_of(id), "title": secret(id, "file-title")}],
            pii_exceptions=[
                {
                    "text": secret(id, "exception"),
                    "reason": "เหตุผลลับของข้อยกเว้น",
                    "date": "2025-06-01",
                }
            ],
            files={file_of(id): PDF + secret(id, "alt").encode()},
            body=f"{secret(id, 'body')}\n\n## {secret(id, 'exception')}\n",
            contributor="thalang-03" if id == TOMBSTONE else "thalang-01",
            history=history,
            **more,
        )
    return archive
