"""Text of a PDF, page by page, and whether its Thai can be trusted.

PDFium reads the pages. Two things have to be mended around it: programs that write Thai put a letter
and its marks into one span with its true spelling (/ActualText), and PDFium tells that spelling
once for each glyph of the span; and it puts spaces behind ำ and line breaks before marks.
"""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pypdfium2.raw

from khlang.files import thai_layer
from khlang.files.findings import Finding, Refused
from khlang.files.limits import TEXT
from khlang.files.text import plain
from khlang.model.codes import links as codes

_STRING = rb"(?:<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\))"
_SHOW = re.compile(rb"(?:\[(?:[^\[\]()<>]|%s)*\]\s*TJ|%s\s*(?:Tj|'))" % (_STRING, _STRING), re.S)
_SPAN = re.compile(rb"(/ActualText\b.{0,400}?\bBDC\b)(.*?)(\bEMC\b)", re.S)
_MARKS = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_ALONE = re.compile(f"(?:[ \t]*\n{_MARKS}+)+\n")  # lines of marks only
_TORN = re.compile(f"[ \t]*\n?(?={_MARKS}|\u0e33)")
_HYPHEN = re.compile("[\x02\ufffe]")  # how PDFium tells the end of a broken line
_NO_LETTER = re.compile("[\0-\x08\x0b-\x1f]")  # the number of a glyph that nobody gave a meaning
_SARA_AM_SPACE = re.compile("\u0e33 ")
_LEAST_A_PAGE = 10  # characters; a scan may have a page number


def extract(pdf: pikepdf.Pdf, data: bytes) -> str:
    """The text of all pages, folded. `pdf` is what `data` holds, and is not to be used afterwards."""
    try:
        if [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and _spell_once(each)]:
            return plain(_lines(_saved(pdf)))
        try:
            return plain(_lines(data))
        except pypdfium2.PdfiumError:  # what qpdf has mended, PDFium may not
            return plain(_lines(_saved(pdf)))
    except MemoryError:
        raise
    except Exception as fault:  # errors of two libraries over foreign bytes
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault


def _saved(pdf: pikepdf.Pdf) -> bytes:
    copy = io.BytesIO()
    as_is = pikepdf.StreamDecodeLevel.none
    pdf.save(copy, compress_streams=False, stream_decode_level=as_is)
    return copy.getvalue()


def findings(text: str, pages: int) -> Iterator[Finding]:
    """What is to be said about the text of a whole file."""
    if len(text) < _LEAST_A_PAGE * pages:
        yield Finding(codes.PDF_WITHOUT_TEXT, {})
    elif thai_layer.judge(text).is_broken:
        yield Finding(codes.PDF_TEXT_BROKEN, {})


def _spell_once(stream: pikepdf.Stream) -> bool:
    """Leaves only the first glyph of a span that has its spelling beside it. Whether there was one."""
    if stream.get("/Subtype") not in (None, pikepdf.Name.Form) or "/Length1" in stream:
        return False
    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:  # pictures and the like
        return False
    if b"/ActualText" not in content:
        return False
    stream.write(_SPAN.sub(_with_one_glyph, content))
    return True


def _with_one_glyph(span: re.Match[bytes]) -> bytes:
    head, inner, tail = span.groups()
    first = _SHOW.search(inner)
    if first is None:
        return span[0]
    return head + inner[: first.end()] + _SHOW.sub(b"", inner[first.end() :]) + tail


def _lines(data: bytes) -> Iterator[str]:
    length = 0
    for page in pypdfium2.PdfDocument(data):
        text = _page_text(page.get_textpage()).replace("\r\n", "\n")
        text = _NO_LETTER.sub("\ufffd", _HYPHEN.sub("", text))
        together = _ALONE.sub(lambda torn: "".join(torn[0].split()), text)
        yield _TORN.sub("", together)
        length += len(text)
        if length > TEXT:
            return


def _page_text(page: pypdfium2.PdfTextPage) -> str:
    """The text of a page without the spaces that PDFium made up behind a wide ำ."""
    text: str = page.get_text_range()
    if page.count_chars() != len(text):  # places in the text and on the page do not agree
        return text
    return _SARA_AM_SPACE.sub(
        lambda found: (
            "\u0e33" if pypdfium2.raw.FPDFText_IsGenerated(page, found.end() - 1) == 1 else found[0]
        ),
        text,
    )
