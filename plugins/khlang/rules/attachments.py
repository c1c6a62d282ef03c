"""Attachments of an item: what may be attached, what is in it, and what lies about unlisted."""

from collections.abc import Iterator

from khlang.files.kinds import INSTEAD, KINDS, kind_of, suffix_of
from khlang.model.codes import links as codes
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.model.item import Item
from khlang.rules.context import Context, in_draft


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """What is listed, then what is not."""
    yield from _listed(item, context)
    yield from _unlisted(item, context)


def check_archive(context: Context) -> Iterator[Diagnostic]:
    """Files among hand-written pages, which are published too; then those that are there twice."""
    for path in context.corpus.page_files:
        for found in context.examined(path).findings:
            yield report(found.code, Place(path), file=path.rpartition("/")[2], **found.values)
    yield from _repeated(context)


def _repeated(context: Context) -> Iterator[Diagnostic]:
    """The same file attached twice: told where it comes the second time."""
    by_size: dict[int, list[tuple[Item, int, str]]] = {}
    for item in context.corpus.items:
        for index, attachment in enumerate(item.front.attachments):
            path = f"{item.folder}/{attachment.file}"
            entry, kind = context.corpus.files.get(path), kind_of(path)
            if entry and kind and 0 < entry.size <= kind.limit:
                by_size.setdefault(entry.size, []).append((item, index, path))
    for several in by_size.values():
        if len(several) == 1:
            continue
        first: dict[str, str] = {}
        for item, index, path in several:
            other = first.setdefault(context.digest(path), path)
            if other != path:
                file, place = path.rpartition("/")[2], item.place(f"attachments.{index}.file")
                yield report(codes.ATTACHMENT_DUPLICATE, place, file=file, other=other)


def _listed(item: Item, context: Context) -> Iterator[Diagnostic]:
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
            place_of = item.place(f"attachments.{index}")
            yield in_draft(item, report(codes.IMAGE_WITHOUT_ALT, place_of, file=name))
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


def _unlisted(item: Item, context: Context) -> Iterator[Diagnostic]:
    if item.folder is None:
        return
    listed = {f"{item.folder}/{attachment.file}" for attachment in item.front.attachments}
    for path in context.files_of(item.folder):
        if path not in listed:
            yield report(codes.FILE_NOT_LISTED, Place(path), file=path.rpartition("/")[2])
