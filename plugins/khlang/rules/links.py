"""Links and images in the text of an item."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from khlang.body import is_off_site, is_safe
from khlang.model.codes import links as codes
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.model.item import Item
from khlang.model.video import is_supported
from khlang.rules.context import Context, in_draft, span

_WEB = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:th|com|org|net)(?:/|$)", re.IGNORECASE)
_INTERNAL = ("fn-", "fnref-")


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """What the text refers to, then the video."""
    yield from _text(item, context)
    if item.front.video and not is_supported(item.front.video):
        yield report(codes.VIDEO_HOST, item.place("video"))


def _text(item: Item, context: Context) -> Iterator[Diagnostic]:
    body = context.body(item)
    files = {attachment.file for attachment in item.front.attachments}
    for image in body.images:
        place = span(item, image.span.line, image.span.col, image.span.end)
        if not image.alt.strip():
            src = f"<{image.src}>" if " " in image.src else image.src  # as the cure must write it
            yield in_draft(item, report(codes.IMAGE_IN_TEXT_WITHOUT_ALT, place, src=src))
        if not is_safe(image.src):
            yield _refused(image.src, place)
        elif "//" in image.src:
            yield report(codes.IMAGE_OFF_SITE, place)
        elif image.src.removeprefix("./") not in files:
            yield report(codes.IMAGE_NOT_FOUND, place, src=image.src, **_put_beside(item))
    for link in body.links:
        place = span(item, link.span.line, link.span.col, link.span.end)
        if not link.href or not link.text:
            yield report(codes.EMPTY_LINK, place)
            continue
        target = unquote(link.href)
        if target == f"mailto:{link.text}":
            continue  # GitHub's doing, not the author's: `rules.privacy` judges the address itself
        if not is_safe(link.href):
            yield _refused(link.href, place)
        elif is_off_site(link.href) or target.startswith(tuple(f"#{each}" for each in _INTERNAL)):
            continue
        elif target.startswith("#"):
            if target[1:] not in {heading.id for heading in body.headings}:
                yield report(codes.ANCHOR_NOT_FOUND, place, href=target)
        elif target.removeprefix("./").partition("#")[0] not in files:  # file.pdf#page=2
            more = {} if _WEB.match(target) else _put_beside(item)
            yield report(codes.LINK_NOT_FOUND, place, href=target, **more)


def _put_beside(item: Item) -> dict[str, str]:
    """The cure for an item that is a single file: nothing can lie beside it yet."""
    if item.folder is not None:
        return {}
    return {
        "hint_th": f"สร้างโฟลเดอร์ {item.id}/ ย้ายเรื่องไปเป็น {item.id}/index.md "
        "วางไฟล์ไว้ข้างกัน และเพิ่มใน attachments",
        "hint_en": f"make it {item.id}/index.md, put the file beside it, and list it in attachments",
    }


def _refused(href: str, place: Place) -> Diagnostic:
    """Why the page will not have the link."""
    web = href.lower().startswith(("http:", "https:"))
    of_scheme = href.startswith("//") or (is_off_site(href) and not web)
    return report(codes.LINK_SCHEME if of_scheme else codes.LINK_HIDES, place, href=unquote(href))
