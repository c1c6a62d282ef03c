"""The whole way of a document: opened, read, brought into order, written, and compared with itself."""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from khlang.files.convert import habits, slides, word
from khlang.files.convert.blocks import Block, Document, NoteMark, Picture, Run, paragraphs
from khlang.files.convert.markdown import name_of, to_markdown
from khlang.files.convert.symbols import readable
from khlang.files.findings import Refused, shown
from khlang.files.office import properties, text
from khlang.files.office.archive import unpack
from khlang.files.office.package import Package
from khlang.files.office.relations import MAIL
from khlang.model.codes import links as codes

_READERS = {
    ".docx": ("wordprocessingml.document", word.read),
    ".pptx": ("presentationml.presentation", slides.read),
}
_MACROS = "macroenabled"
_STRICT = (  # the other spelling of the same format
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"drawingml/2006/chart"),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", b"drawingml/2006/diagram"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"officeDocument/2006/relationships",
    ),
)
_NOT_WORDS = re.compile(r"[^\w\u0e00-\u0e7f]+")
_MOST_TOLD = 40


@dataclass(frozen=True, slots=True)
class File:
    """A picture of a document. `alt` is what its author wrote to describe it."""

    name: str
    alt: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as Markdown. `left` counts what is missing or told in another way, in Thai;
    `missing` are lines of the document that stand nowhere in the Markdown.
    """

    title: str
    markdown: str
    files: tuple[File, ...]
    left: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]


def convert(data: bytes, suffix: str) -> Converted:
    """The document. Raises Refused where it is none of its type."""
    main, read = _READERS[suffix]
    package = Package(_transitional(unpack(data)))
    kind = package.type_of(package.main).lower()
    if main not in kind and not (_MACROS in kind and main.split(".")[0] in kind):
        raise Refused(codes.ATTACHMENT_NOT_ITS_TYPE, suffix=suffix)
    document = read(package)
    told = _told(document)
    title = habits.apply(document)
    markdown = to_markdown(document)
    return Converted(
        title,
        markdown,
        tuple(_files(document)),
        tuple(document.left.items()),
        tuple(_missing(package, suffix, told)),
    )


def _transitional(files: dict[str, bytes]) -> dict[str, bytes]:
    if not any(b"purl.oclc.org/ooxml" in each for name, each in files.items() if _is_part(name)):
        return files
    changed = dict(files)
    for name in files:
        if _is_part(name):
            for strict, usual in _STRICT:
                base = b"http://schemas.openxmlformats.org/"
                changed[name] = changed[name].replace(strict, base + usual)
    return changed


def _is_part(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _files(document: Document) -> Iterable[File]:
    """The pictures, each with the first description it has anywhere."""
    alts: dict[int, str] = {}
    for paragraph in paragraphs([*document.blocks, *_notes(document)]):
        for each in paragraph.inlines:
            if isinstance(each, Picture) and each.alt:
                alts.setdefault(each.number, each.alt)
    for number, (suffix, data) in enumerate(document.pictures):
        yield File(name_of(number, suffix), alts.get(number, ""), data)


def _notes(document: Document) -> list[Block]:
    return [each for blocks in document.notes.values() for each in blocks]


def _told(document: Document) -> str:
    """All words of the blocks without spaces and signs, one after the other."""
    words: list[str] = [*document.made_up]
    for paragraph in paragraphs([*document.blocks, *_notes(document)]):
        if paragraph.mark is not None:
            words.append(paragraph.mark.shown)
        for each in paragraph.inlines:
            if isinstance(each, Run):
                words.append(each.text)
            elif isinstance(each, Picture):
                words.append(each.alt)
            elif isinstance(each, NoteMark):
                continue
    return _compared("".join(words))


def _compared(text: str) -> str:
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text))


def _missing(package: Package, suffix: str, told: str) -> Iterable[str]:
    """Lines that another reading of the same document finds (`office.text`), and this one has not."""
    number = 0
    shown_nowhere = _compared(readable(properties.title(package)))
    for line in text.extract(package, suffix).split("\n"):
        for piece in line.split("\t"):
            words = _compared(readable(piece))
            if not words or words in told or words == shown_nowhere or piece.startswith(MAIL):
                continue
            number += 1
            if number <= _MOST_TOLD:
                yield shown(piece)
    if number > _MOST_TOLD:
        yield f"… และอีก {number - _MOST_TOLD} บรรทัด"


def dump(converted: Converted) -> tuple[list[int], bytes]:
    """The sizes of its parts, and the parts: what is told as JSON, then the pictures."""
    told = {
        "title": converted.title,
        "markdown": converted.markdown,
        "files": [(each.name, each.alt) for each in converted.files],
        "left": converted.left,
        "missing": converted.missing,
    }
    head = json.dumps(told, ensure_ascii=True).encode()
    parts = [head, *(each.data for each in converted.files)]
    return [len(each) for each in parts], b"".join(parts)


def load(sizes: list[int], data: bytes) -> Converted:
    """What `dump` wrote."""
    parts: list[bytes] = []
    at = 0
    for size in sizes:
        parts.append(data[at : at + size])
        at += size
    told = json.loads(parts[0])
    return Converted(
        told["title"],
        told["markdown"],
        tuple(
            File(name, alt, one) for (name, alt), one in zip(told["files"], parts[1:], strict=True)
        ),
        tuple((what, number) for what, number in told["left"]),
        tuple(told["missing"]),
    )
