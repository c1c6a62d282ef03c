"""Links, images and attachments of an item."""

from collections.abc import Iterator
from urllib.parse import unquote

from khlang.body import is_off_site, is_safe
from khlang.files.kinds import INSTEAD, KINDS, kind_of, suffix_of
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
            yield _refused_type(name, place)
            continue
        if kind.is_image and not attachment.alt:
            yield report(codes.IMAGE_WITHOUT_ALT, item.place(f"attachments.{index}"), file=name)
        if entry is None:
            yield report(codes.ATTACHMENT_MISSING, place, file=name)
            continue
        for found in context.examined(entry.path).findings:
            yield report(found.code, place, file=name, **found.values)


def _refused_type(name: str, place: Place) -> Diagnostic:
    """A type that is not accepted, with the one to save it as where there is one."""
    suffix = suffix_of(name)
    values = {"suffix": suffix or name, "allowed": ", ".join(KINDS)}
    if suffix in INSTEAD:
        instead = INSTEAD[suffix]
        values |= {"hint_th": instead.hint_th, "hint_en": instead.hint_en}
    return report(codes.ATTACHMENT_TYPE, place, **values)


def check_archive(context: Context) -> Iterator[Diagnostic]:
    """The same file attached twice: told where it comes the second time."""
    by_size: dict[int, list[tuple[Item, int, str]]] = {}
    for item in context.corpus.items:
        for index, attachment in enumerate(item.front.attachments):
            path = f"{item.folder}/{attachment.file}"
            entry, kind = context.corpus.files.get(path), kind_of(path)
            if entry and kind and 0 < entry.size <= kind.limit:
                by_size.setdefault(entry.size, []).append((item, index, path))
    for several in by_size.values():
        first: dict[str, str] = {}
        for item, index, path in several if len(several) > 1 else ():
            other = first.setdefault(context.digest(path), path)
            if other != path:
                file, place = path.rpartition("/")[2], item.place(f"attachments.{index}.file")
                yield report(codes.ATTACHMENT_DUPLICATE, place, file=file, other=other)


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
        if not is_safe(image.src):
            yield _refused(image.src, place)
        elif "//" in image.src:
            yield report(codes.IMAGE_OFF_SITE, place)
        elif image.src.removeprefix("./") not in files:
            yield report(codes.IMAGE_NOT_FOUND, place, src=image.src)
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
        elif target.removeprefix("./") not in files:
            yield report(codes.LINK_NOT_FOUND, place, href=target)


def _refused(href: str, place: Place) -> Diagnostic:
    """Why the page will not have the link."""
    web = href.lower().startswith(("http:", "https:"))
    of_scheme = href.startswith("//") or (is_off_site(href) and not web)
    return report(codes.LINK_SCHEME if of_scheme else codes.LINK_HIDES, place, href=unquote(href))
