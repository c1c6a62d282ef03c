"""Looks for words everywhere in a file: in its bytes, and in what is packed inside them."""

import io
import zipfile
from collections.abc import Iterator

import pikepdf

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def holds(data: bytes, words: str) -> bool:
    """Whether words stand anywhere in a file, in any encoding."""
    needles = [words.encode(encoding) for encoding in ENCODINGS]
    return any(needle in layer for layer in layers(data) for needle in needles)


def layers(data: bytes) -> Iterator[bytes]:
    """A file, the files packed in it, and the files packed in those."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for entry in archive.infolist():
                yield entry.filename.encode() + entry.extra + entry.comment
                yield from layers(archive.read(entry))
    elif data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            plain = io.BytesIO()
            pdf.save(
                plain, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
            )
            yield plain.getvalue()
            for each in pdf.objects:
                if isinstance(each, pikepdf.Stream):
                    yield each.read_raw_bytes()
                    try:
                        yield each.read_bytes()
                    except pikepdf.PdfError:
                        continue
