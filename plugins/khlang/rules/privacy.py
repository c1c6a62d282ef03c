"""Personal data in items, pages and data files: texts, addresses, names and insides of files (trap 26).

Everything that readers may see is searched, code in the text too, and what lies unlisted beside it. A number is told by its place
and a masked form; the places are private, so that no excerpt shows the line it stands in.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate, chain, islice

from khlang.model.codes import privacy as codes
from khlang.model.diagnostic import Code, Diagnostic, Place, Severity, report
from khlang.model.item import Item
from khlang.model.targets import PrivacySettings
from khlang.privacy import Finding, Kind, find, identity, is_suspicious, masked
from khlang.rules.context import Context, span

_CODES: Mapping[Kind, Code] = {
    Kind.CITIZEN_ID: codes.CITIZEN_ID,
    Kind.PHONE: codes.PHONE,
    Kind.BANK_ACCOUNT: codes.BANK_ACCOUNT,
    Kind.EMAIL: codes.EMAIL,
    Kind.LINE_ID: codes.LINE_ID,
    Kind.ADDRESS: codes.ADDRESS,
}

_Found = tuple[Finding, Place, Mapping[str, str]]
"""What is found, where, and what more its message says."""

_MAX_TOLD = 100  # of one page or data file


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """What is found and not excepted, then the exceptions themselves."""
    settings = context.corpus.targets.privacy
    excepted = {identity(each.text) for each in item.front.pii_exceptions}
    used: set[str] = set()
    for found in chain(_found(item, settings), _in_files(item, context)):
        allowed = found[0].names & excepted
        used |= allowed
        if not allowed or found[0].kind is Kind.CITIZEN_ID:
            yield _told(found, settings)
    yield from _exceptions(item, settings, used)


def check_archive(context: Context) -> Iterator[Diagnostic]:
    """Pages written by hand, data files, and the files among pages. They know no exceptions: an
    office's own numbers are listed in targets.yml.
    """
    settings = context.corpus.targets.privacy
    for path, text in context.corpus.texts.items():
        for found in islice(_in_text(text, path, settings), _MAX_TOLD):
            yield _told(found, settings)
    for path in context.corpus.page_files:
        for found in islice(_in_unlisted(path, context), _MAX_TOLD):
            yield _told(found, settings)


def without_personal_data(diagnostic: Diagnostic) -> Diagnostic:
    """The same diagnostic with masks in its values: other rules quote what was typed, too."""
    values = {
        key: masked(value) if isinstance(value, str) else value
        for key, value in diagnostic.values.items()
    }
    return diagnostic if values == diagnostic.values else replace(diagnostic, values=values)


def _told(found: _Found, settings: PrivacySettings) -> Diagnostic:
    each, place, where = found
    told = report(_CODES[each.kind], replace(place, private=True), masked=each.masked, **where)
    return replace(told, severity=_severity(each.kind, settings))


def _severity(kind: Kind, settings: PrivacySettings) -> Severity:
    if kind is Kind.PHONE:
        return Severity(settings.phones)
    if kind is Kind.EMAIL:
        return Severity(settings.emails)
    return _CODES[kind].severity


def _in_files(item: Item, context: Context) -> Iterator[_Found]:
    """What stands inside attachments, and in names and insides of files that no item lists."""
    listed = {
        f"{item.folder}/{attachment.file}": item.place(f"attachments.{index}.file")
        for index, attachment in enumerate(item.front.attachments)
    }
    for path in context.files_of(item.folder) if item.folder else ():
        if path in listed:
            yield from _inside(path, listed[path], context)
        else:
            yield from _in_unlisted(path, context)


def _in_unlisted(path: str, context: Context) -> Iterator[_Found]:
    """Told at the file itself, since no text names it."""
    for each in find(path.rpartition("/")[2], context.corpus.targets.privacy):
        yield each, Place(path), {}
    yield from _inside(path, Place(path), context)


def _inside(path: str, place: Place, context: Context) -> Iterator[_Found]:
    """What readers find in a file, and what its properties say: each number once."""
    name = path.rpartition("/")[2]
    where = {
        "hint_th": f"อยู่ในไฟล์ {name}: เปิดไฟล์ ลบออกทั้งในเนื้อหาและคุณสมบัติของไฟล์ แล้วบันทึกใหม่",
        "hint_en": f"it stands inside {name}: remove it there and save the file again",
    }
    examined = context.examined(path)
    told: set[frozenset[str]] = set()
    for text in (examined.text, *examined.unseen, *(text for _, text in examined.metadata)):
        for each in find(text, context.corpus.targets.privacy):
            if each.names not in told:
                told.add(each.names)
                yield each, place, where


def _found(item: Item, settings: PrivacySettings) -> Iterator[_Found]:
    texts = dict(_texts(item))
    if is_suspicious("\n".join(texts.values())):
        for key, text in texts.items():
            for each in find(text, settings):
                yield each, item.place(key), {}
    in_body = _places(item.body)
    for each in find(item.body, settings):
        yield each, span(item, *in_body(each)), {}


def _in_text(text: str, path: str, settings: PrivacySettings) -> Iterator[_Found]:
    in_text = _places(text)
    for each in find(text, settings):
        yield each, Place(path, *in_text(each)), {}


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    """What the front matter publishes as its writer's own words, by the path of its key."""
    front = item.front
    for key, text in (
        ("title", front.title),
        ("summary", front.summary),
        ("format_note", front.format_note),
        ("byline", front.byline),
        ("video", front.video),
    ):
        if text:
            yield key, text
    for index, tag in enumerate(front.tags):
        yield f"tags.{index}", tag
    for index, each in enumerate(front.attachments):
        yield f"attachments.{index}.file", each.file
        yield f"attachments.{index}.title", each.title
        if each.alt:
            yield f"attachments.{index}.alt", each.alt
    for key, entries in (("revised", front.revised), ("history", front.history)):
        for index, entry in enumerate(entries):
            if entry.text:
                yield f"{key}.{index}", entry.text


def _places(text: str) -> Callable[[Finding], tuple[int, int, int]]:
    """Line, column and end (0 where it runs over a line) of findings in a text, which is cut once."""
    begins = (0, *accumulate(len(line) + 1 for line in text.split("\n")))

    def place(found: Finding) -> tuple[int, int, int]:
        line = bisect_right(begins, found.start)
        col = found.start - begins[line - 1] + 1
        runs_over = found.end > begins[line]
        return line, col, 0 if runs_over else col + found.end - found.start

    return place


def _exceptions(item: Item, settings: PrivacySettings, used: set[str]) -> Iterator[Diagnostic]:
    for index, each in enumerate(item.front.pii_exceptions):
        place = item.place(f"pii_exceptions.{index}.text")
        if any(found.kind is Kind.CITIZEN_ID for found in find(each.text, settings)):
            yield report(codes.ID_EXCEPTED, place)
        elif identity(each.text) not in used:
            yield report(codes.EXCEPTION_UNUSED, place)
