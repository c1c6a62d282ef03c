"""Pictures, sounds and films inside a document: known by their first bytes, cleaned like any other."""

from collections.abc import Callable, Iterable, Iterator

from khlang.files import parts
from khlang.files.findings import Cleaned, Finding, Refused
from khlang.files.formats import gif, images, metafile, mp3, mp4
from khlang.model.codes import links as codes

_FONTS = ("obfuscatedfont", "fontdata", "font-ttf", "x-font")
_DECODED = 30_000_000  # pixels that the examination of a document may decode
_RASTER = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
}


def problems(media: Iterable[tuple[str, bytes, str]]) -> Iterator[Finding]:
    """Why parts that are no XML cannot be published. They come as name, content and type.

    Pictures are decoded up to a number of pixels, since a document may hold fifty photographs.
    """
    room = _DECODED
    for name, content, type in media:
        if _is_font(type):
            continue
        try:
            raster = _raster(content)
            if raster:
                room -= images.check(content, raster, room)
            else:
                _cleaner(content)(content)
        except Refused as refused:
            if refused.finding.code in (codes.ATTACHMENT_DAMAGED, codes.ATTACHMENT_NOT_CLEANABLE):
                yield parts.MEDIA.finding(codes.ATTACHMENT_NOT_CLEANABLE, where=name)
            else:
                yield refused.finding


def cleaned(content: bytes, type: str) -> bytes:
    """The part as it is published. Raises Refused."""
    if _is_font(type):
        return content
    return _cleaner(content)(content)


def _is_font(type: str) -> bool:
    return any(word in type.lower() for word in _FONTS)


def _cleaner(content: bytes) -> Callable[[bytes], bytes]:
    raster = _raster(content)
    if raster:
        return lambda data: images.encoded_again(data, raster, upright=False).data
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return gif.without_metadata
    if metafile.is_metafile(content):
        return metafile.without_description
    if content[4:8] == b"ftyp":
        return lambda data: _data(mp4.clean(data, ".mp4"))
    if content[:3] == b"ID3" or content[:1] == b"\xff":
        return lambda data: _data(mp3.clean(data, ".mp3"))
    raise Refused(codes.ATTACHMENT_DAMAGED)


def _raster(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return next((name for magic, name in _RASTER.items() if content.startswith(magic)), "")


def _data(cleaned: Cleaned) -> bytes:
    return cleaned.data
