"""What is done with the bytes of an attachment, in the child process: examine, clean, make small.

A handler is a module with `examine(data, suffix)` and `clean(data, suffix)`; both raise `Refused`.
To accept a new type: a line in `kinds`, a handler, a line here.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Protocol, cast

from khlang.files.findings import Cleaned, Examination, Refused


class Handler(Protocol):
    """One family of file types."""

    def examine(self, data: bytes, suffix: str) -> Examination:
        """What is in the file: faults, text, metadata."""

    def clean(self, data: bytes, suffix: str) -> Cleaned:
        """The published copy. Applies the same judgement: what is refused is never cleaned."""


HANDLERS: Mapping[str, str] = {
    ".png": "images",
    ".jpg": "images",
    ".jpeg": "images",
    ".webp": "images",
    ".pdf": "pdf",
    ".docx": "office",
    ".pptx": "office",
    ".xlsx": "office",
    ".mp3": "mp3",
    ".mp4": "mp4",
}


Parts = tuple[list[int], bytes]  # sizes, and so many bytes one behind the other


def convert(data: bytes, suffix: str) -> Parts:
    """A document as Markdown, with its pictures. Raises Refused."""
    from khlang.files.convert import convert

    return convert.dump(convert.convert(data, suffix))


def unpack(data: bytes, _suffix: str) -> Parts:
    """The files of a zip: their names as JSON, then each. Raises Refused."""
    from khlang.files.convert import bundle

    return bundle.dump(bundle.unpacked(data))


TAKEN_IN: Mapping[str, Callable[[bytes, str], Parts]] = {"convert": convert, "unpack": unpack}


def load(job: str, suffix: str) -> None:
    """Loads what a job will need, so that each fork has it."""
    if job in TAKEN_IN:
        import_module(f"khlang.files.convert.{'convert' if job == 'convert' else 'bundle'}")
    else:
        handler(suffix)


def handler(suffix: str) -> Handler:
    """The module for a type. Its libraries are loaded only now: most archives need few of them."""
    return cast(Handler, import_module(f"khlang.files.formats.{HANDLERS[suffix]}"))


def examine(data: bytes, suffix: str) -> Examination:
    """Everything about a file. Never refuses: a fault that ends the work is a finding like others."""
    try:
        return handler(suffix).examine(data, suffix)
    except Refused as refused:
        return Examination((refused.finding,))


def clean(data: bytes, suffix: str) -> Cleaned:
    """The published copy, which passes the examination itself. Raises Refused."""
    cleaned = handler(suffix).clean(data, suffix)
    left = handler(suffix).examine(cleaned.data, suffix)
    if left.metadata or any(each.code.severity == "error" for each in left.findings):
        raise AssertionError(f"the copy of a {suffix} is not clean")
    return cleaned


def thumbnails(copy: bytes, suffix: str) -> tuple[Cleaned, ...]:
    """Small WebP pictures of a cleaned copy, the smallest first."""
    from khlang.files.formats.thumbnails import make

    return make(copy, suffix)
