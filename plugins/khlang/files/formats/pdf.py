"""PDF. The published copy shows the same pages, without a word on who made them, and does nothing.

What is active or hidden on purpose (scripts, programs, embedded files, forms in XFA, multimedia) is
refused, since its maker has to know that it would be missing; the rest (Info, XMP, comments,
edits of former versions, thumbnails, traces of programs, signatures) is left out in silence.
"""

import io
from collections.abc import Callable, Iterator
from typing import TypeVar

import pikepdf
from pikepdf import Dictionary, Stream

from khlang.files import thai_layer
from khlang.files.findings import Cleaned, Examination, Refused
from khlang.files.formats import pdf_content, pdf_text
from khlang.files.formats.pdf_purge import Purge
from khlang.model.codes import links as codes

_End = TypeVar("_End")


def examine(data: bytes, suffix: str) -> Examination:
    """What the file would do, what it says about its makers, and its text."""
    with _opened(data) as pdf:
        info = _read(lambda: tuple(_info(pdf)))
        purge = _read(lambda: Purge(pdf))
        if purge.refused:
            return Examination(tuple(purge.refused.values()), metadata=(*info, *purge.metadata))
        pages = len(pdf.pages)
        text = pdf_text.extract(pdf, data)
    findings = tuple(pdf_text.findings(text, pages))
    return Examination(
        findings, thai_layer.mended(text), (*info, *purge.metadata), tuple(purge.words)
    )


def clean(data: bytes, suffix: str) -> Cleaned:
    """The pages and what belongs to them."""
    with _opened(data) as pdf:
        purge = _read(lambda: Purge(pdf))
        for finding in purge.refused.values():
            raise Refused(finding.code, **finding.values)
        _read(lambda: pdf_content.tidy(pdf))
        once = _read(lambda: _saved(pdf))
    # A stream that qpdf has just compressed has its keys in another order than one it has read.
    with _opened(once) as pdf:
        del pdf.trailer["/ID"]  # else it would be kept as the first of two
        return Cleaned(_read(lambda: _saved(pdf)), extent=len(pdf.pages))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """What the catalogue leads to, and nothing of the file it was read from."""
    result = io.BytesIO()
    pdf.save(
        result,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        preserve_pdfa=False,
        fix_metadata_version=False,
    )
    return result.getvalue()


def _read(work: Callable[[], _End]) -> _End:
    """Does what may meet a broken object anywhere."""
    try:
        return work()
    except (Refused, MemoryError):
        raise
    except Exception as fault:  # qpdf's errors come as several classes, and values as any type
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault


def _opened(data: bytes) -> pikepdf.Pdf:
    if b"%%EOF" not in data[-4096:]:
        raise Refused(codes.ATTACHMENT_DAMAGED)  # qpdf would save what is left of the pages
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as fault:
        raise Refused(codes.ATTACHMENT_LOCKED) from fault
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError) as fault:
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault
    if pdf.is_encrypted:
        raise Refused(codes.ATTACHMENT_LOCKED)
    if not _read(lambda: len(pdf.pages)):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    return pdf


def _info(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    info = pdf.trailer.get("/Info")
    if isinstance(info, Dictionary):
        for key, value in info.items():
            yield key.removeprefix("/").lower(), str(value)[:1_000]
    metadata = pdf.Root.get("/Metadata")
    if isinstance(metadata, Stream):
        yield "xmp", metadata.read_bytes().decode("utf-8", "replace")[:10_000]
