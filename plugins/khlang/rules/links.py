"""Links, images and attachments of an item."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from khlang.files.kinds import KINDS, MB, has_magic, kind_of, suffix_of
from khlang.model.codes import links as codes
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.model.item import Item
from khlang.model.video import is_supported
from khlang.rules.context import Context, span

_INTERNAL = ("fn-", "fnref-")


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Attachments first, then what the text refers to."""
    yield from _attachments(item, context)
    yield from _unlisted_files(item, context)
    yield from _text(item, context)
    if item.front.video and not is_supported(item.front.video):
        yield report(codes.VIDEO_HOST, item.place("video"))


def _attachments(item: Item, context: Context) -> Iterator[Diagnostic]:
    if item.front.attachments and item.folder is None:
        place = item.place("attachments")
        yield report(codes.ATTACHMENT_WITHOUT_FOLDER, place, id=item.id)
        return
    for index, attachment in enumerate(item.front.attachments):
        name = attachment.file
        place = item.place(f"attachments.{index}.file")
        entry = context.corpus.files.get(f"{item.folder}/{name}")
        kind = kind_of(name)
        if kind is None:
            allowed = ", ".join(KINDS)
            yield report(
                codes.ATTACHMENT_TYPE, place, suffix=suffix_of(name) or name, allowed=allowed
            )
            continue
        if kind.is_image and not attachment.alt:
            yield report(codes.IMAGE_WITHOUT_ALT, item.place(f"attachments.{index}"), file=name)
        if entry is None:
            yield report(codes.ATTACHMENT_MISSING, place, file=name)
        elif entry.size == 0:
            yield report(codes.ATTACHMENT_EMPTY, place, file=name)
        elif entry.size > kind.limit:
            size, limit = -(-entry.size // MB), kind.limit // MB
            yield report(codes.ATTACHMENT_TOO_LARGE, place, file=name, size=size, limit=limit)
        elif not has_magic(kind, context.head(entry.path)):
            yield report(codes.ATTACHMENT_NOT_ITS_TYPE, place, file=name, suffix=kind.suffix)


def _unlisted_files(item: Item, context: Context) -> Iterator[Diagnostic]:
    if item.folder is None:
        return
    listed = {f"{item.folder}/{attachment.file}" for attachment in item.front.attachments}
    for path in context.files_of(item.folder):
        if path not in listed:
            yield report(codes.FILE_NOT_LISTED, Place(path), file=path.rpartition("/")[2])


def _text(item: Item, context: Context) -> Iterator[Diagnostic]:
    body = context.body(item)
    files = {attachment.file for attachment in item.front.attachments}
    for image in body.images:
        place = span(item, image.span.line, image.span.col, image.span.end)
        if not image.alt.strip():
            yield report(codes.IMAGE_IN_TEXT_WITHOUT_ALT, place, src=image.src)
        if "//" in image.src:
            yield report(codes.IMAGE_OFF_SITE, place)
        elif image.src.removeprefix("./") not in files:
            yield report(codes.IMAGE_NOT_FOUND, place, src=image.src)
    for link in body.links:
        place = span(item, link.span.line, link.span.col, link.span.end)
        if not link.href or not link.text:
            yield report(codes.EMPTY_LINK, place)
            continue
        scheme = _scheme(link.href)
        target = unquote(link.href)
        if scheme in ("http", "https") or target.startswith(
            tuple(f"#{each}" for each in _INTERNAL)
        ):
            continue
        if scheme or link.href.startswith("//"):
            yield report(codes.LINK_SCHEME, place, href=target)
        elif target.startswith("#"):
            if target[1:] not in {heading.id for heading in body.headings}:
                yield report(codes.ANCHOR_NOT_FOUND, place, href=target)
        elif target.removeprefix("./") not in files:
            yield report(codes.LINK_NOT_FOUND, place, href=target)


def _scheme(href: str) -> str:
    try:
        return urlsplit(href).scheme
    except ValueError:  # `https://[` and the like
        return "?"
