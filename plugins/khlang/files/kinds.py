"""The types of file an item may carry: extension, magic number, size."""

from dataclasses import dataclass

from khlang.files.limits import MB


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file. `magic` are (offset, bytes) of which one must match; `limit` in bytes.

    `counted_in` is what a reader asks "how long?" in: pages, slides, sheets; sound and film in
    seconds, which have no word here.
    """

    suffix: str
    name_th: str
    magic: tuple[tuple[int, bytes], ...]
    limit: int
    counted_in: str = ""
    is_image: bool = False

    @property
    def has_thumbnails(self) -> bool:
        """Pictures, and documents whose first page can be drawn."""
        return self.is_image or self.suffix == ".pdf"

    @property
    def is_film(self) -> bool:
        return self.suffix == ".mp4"

    @property
    def is_sound(self) -> bool:
        return self.suffix == ".mp3"

    @property
    def media_type(self) -> str:
        """As the network names it, such as `image/png`."""
        return _MEDIA_TYPES[self.suffix]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
}

_ZIP = ((0, b"PK\x03\x04"),)
_MP4 = ((4, b"ftyp"),)
_MP3 = ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"))

KINDS = {
    kind.suffix: kind
    for kind in (
        Kind(".png", "ภาพ PNG", ((0, b"\x89PNG\r\n\x1a\n"),), 10 * MB, is_image=True),
        Kind(".jpg", "ภาพ JPEG", ((0, b"\xff\xd8\xff"),), 10 * MB, is_image=True),
        Kind(".jpeg", "ภาพ JPEG", ((0, b"\xff\xd8\xff"),), 10 * MB, is_image=True),
        Kind(".webp", "ภาพ WebP", ((8, b"WEBP"),), 10 * MB, is_image=True),
        Kind(".pdf", "PDF", ((0, b"%PDF-"),), 25 * MB, "หน้า"),
        Kind(".docx", "Word", _ZIP, 25 * MB, "หน้า"),
        Kind(".pptx", "PowerPoint", _ZIP, 50 * MB, "สไลด์"),
        Kind(".xlsx", "Excel", _ZIP, 25 * MB, "แผ่นงาน"),
        Kind(".mp3", "เสียง MP3", _MP3, 25 * MB),
        Kind(".mp4", "วิดีโอ MP4", _MP4, 50 * MB),
    )
}


@dataclass(frozen=True, slots=True)
class Instead:
    """What to do with a file of a type that is not accepted."""

    hint_th: str
    hint_en: str


def _save_as(program: str, suffix: str) -> Instead:
    return Instead(
        f"เปิดด้วย {program} แล้วบันทึกเป็น {suffix}", f"open it in {program} and save it as {suffix}"
    )


_WORD, _SHEET = _save_as("Word", ".docx"), _save_as("Excel", ".xlsx")
_SLIDES, _PICTURE = _save_as("PowerPoint", ".pptx"), Instead("ส่งออกเป็น .png", "export it as .png")
_ARCHIVE = Instead("แตกไฟล์ แล้วแนบทีละไฟล์", "unpack it and attach the files one by one")
_PHOTO = Instead("แปลงเป็น .jpg", "turn it into .jpg")
_PAGE = Instead("พิมพ์หน้านั้นเป็น .pdf", "print the page as .pdf")
_FILM = Instead("แปลงเป็น .mp4 หรือขึ้น YouTube", "turn it into .mp4, or put it on YouTube")
_SOUND = Instead("แปลงเป็น .mp3", "turn it into .mp3")

INSTEAD = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt"), _WORD),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".xlt", ".xltx", ".csv", ".ods"), _SHEET),
    **dict.fromkeys((".ppt", ".pptm", ".pps", ".ppsx", ".ppsm", ".pot", ".odp"), _SLIDES),
    **dict.fromkeys((".svg", ".gif", ".bmp", ".tif", ".tiff", ".psd", ".ai"), _PICTURE),
    **dict.fromkeys((".heic", ".heif", ".avif"), _PHOTO),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), _ARCHIVE),
    **dict.fromkeys((".html", ".htm", ".mht", ".xhtml"), _PAGE),
    **dict.fromkeys((".mov", ".avi", ".wmv", ".mkv", ".webm", ".3gp", ".m4v"), _FILM),
    **dict.fromkeys((".m4a", ".wav", ".wma", ".aac", ".ogg", ".amr"), _SOUND),
}


def suffix_of(name: str) -> str:
    """`.png` of `Poster.PNG`; empty where there is none."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def kind_of(name: str) -> Kind | None:
    """The type a file's name claims, or None where it is not accepted."""
    return KINDS.get(suffix_of(name))


def has_magic(kind: Kind, head: bytes) -> bool:
    """Whether the first bytes of a file are those of its type."""
    return any(head[offset : offset + len(magic)] == magic for offset, magic in kind.magic)
