"""Plain text and files that hold an address: words as a body, the first video found by its address."""

import hashlib
import re
from dataclasses import dataclass
from html import unescape

from khlang.mend.encoding import as_text, in_one_spelling
from khlang.model.video import is_supported
from khlang.source.text import MAX_FILE
from khlang.thai import addresses
from khlang.thai.characters import CONTROL

_CHAT = "[LINE]"  # so begins what LINE saves of a talk
ORIGIN = "นำเข้าจาก"
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n")
_ADDRESS = re.compile(rb"https?://(?!www\.apple\.com/DTDs)[!#-;=?-~]+")
_SHORTCUT = re.compile(r"^\s*URL\s*=\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_MARKS = re.compile(r"[\\`*_\[\]<>~|]")
_AT_START = re.compile(r"^(\s*)(#{1,6}\s|>|[+-]\s|=+\s*$|-+\s*$)", re.MULTILINE)


class NotATextError(Exception):
    """Why there is nothing to take from a file, in Thai."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text holds. `title` is its first line, where that is short."""

    title: str
    body: str
    video: str | None


def fingerprint(data: bytes) -> str:
    """By this an item of a text is known when the same file is sent again."""
    return f"[{hashlib.sha256(data).hexdigest()[:16]}]"


def read(data: bytes, suffix: str) -> Found:
    """A text file (`.txt`, `.md`) or a link (`.url`, `.webloc`). Raises NotATextError."""
    if len(data) > MAX_FILE:
        raise NotATextError("ข้อความยาวเกินหนึ่งเรื่อง แบ่งเป็นหลายไฟล์ หรือบันทึกเป็น PDF แล้วนำเข้า")
    if suffix == ".webloc":  # a property list, of which only the address is wanted
        link = _ADDRESS.search(data)
        return _of_link(unescape(link[0].decode()) if link else "")
    text = as_text(data)
    if text is None:
        raise NotATextError("อ่านตัวอักษรไม่ได้ เปิดด้วย Notepad แล้วบันทึกใหม่โดยเลือก Encoding เป็น UTF-8")
    text = CONTROL.sub("", in_one_spelling(text))
    if suffix == ".url":
        shortcut = _SHORTCUT.search(text)
        return _of_link(shortcut[1] if shortcut else "")
    if text.lstrip().startswith(_CHAT):
        raise NotATextError("เป็นประวัติแชทของ LINE ซึ่งมีข้อมูลส่วนบุคคล คัดเฉพาะองค์ความรู้ไปเป็นไฟล์ใหม่")
    if suffix == ".md":
        if _FRONT_MATTER.match(text):
            raise NotATextError(
                "เป็นไฟล์ของเรื่องอยู่แล้ว (มีส่วนหัว ---) คัดลอกไปไว้ใน content/items/ "
                "แล้วสั่ง khlang fix --write เพื่อย้ายไปโฟลเดอร์ที่ถูก"
            )
        return Found(_title(text), text.strip(), None)
    return _of_text(text)


def _of_text(text: str) -> Found:
    """Every line stays a line; what Markdown would take for marks is text."""
    if not text.strip():
        raise NotATextError("ไฟล์ว่างเปล่า")
    video, at = None, 0
    parts: list[str] = []
    while (place := addresses.find(text, at)) is not None:
        start, end = place
        address = text[start:end]
        parts.append(_MARKS.sub(r"\\\g<0>", text[at:start]))
        full = address if "://" in address else f"https://{address}"
        parts.append(f"<{full}>")
        video = video or (full if is_supported(full) else None)
        at = end
    parts.append(_MARKS.sub(r"\\\g<0>", text[at:]))
    paragraphs = re.split(r"\n[ \t]*\n+", "".join(parts).strip())
    lines = [
        "\\\n".join(line.strip() for line in each.split("\n") if line.strip())
        for each in paragraphs
    ]
    body = "\n\n".join(_AT_START.sub(r"\1\\\2", each) for each in lines if each)
    return Found(_title(text), "" if body == f"<{video}>" else body, video)


def _title(text: str) -> str:
    """The first line, where it is no address and is short enough to be one."""
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    first = first.lstrip("# ").strip()
    return first if len(first) <= 120 and addresses.find(first) is None else ""


def _of_link(address: str) -> Found:
    if not address.startswith(("https://", "http://")):
        raise NotATextError("ไม่มีที่อยู่เว็บ (https://…) ในไฟล์นี้")
    if is_supported(address):
        return Found("", "", address)
    return Found("", f"<{address}>", None)
