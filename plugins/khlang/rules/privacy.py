"""Personal data in what an item publishes: texts, addresses, body, names and insides of files (trap 26).

Everything that readers may see is searched, code in the text too. A number is told by its place
and a masked form; the places are private, so that no excerpt shows the line it stands in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

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


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """What is found and not excepted, then the exceptions themselves."""
    settings = context.corpus.targets.privacy
    excepted = {identity(each.text) for each in item.front.pii_exceptions}
    used: set[str] = set()
    for each, place, where in (*_found(item, settings), *_in_files(item, context)):
        allowed = each.names & excepted
        used |= allowed
        if not allowed or each.kind is Kind.CITIZEN_ID:
            place = replace(place, private=True)
            found = report(_CODES[each.kind], place, masked=each.masked, **where)
            yield replace(found, severity=_severity(each.kind, settings))
    yield from _exceptions(item, settings, used)


def without_personal_data(diagnostic: Diagnostic) -> Diagnostic:
    """The same diagnostic with masks in its values: other rules quote what was typed, too."""
    values = {
        key: masked(value) if isinstance(value, str) else value
        for key, value in diagnostic.values.items()
    }
    return diagnostic if values == diagnostic.values else replace(diagnostic, values=values)


def _severity(kind: Kind, settings: PrivacySettings) -> Severity:
    if kind is Kind.PHONE:
        return Severity(settings.phones)
    if kind is Kind.EMAIL:
        return Severity(settings.emails)
    return _CODES[kind].severity


def _in_files(item: Item, context: Context) -> Iterator[_Found]:
    """What readers find in attachments, and what their properties say: each number once a file."""
    for index, attachment in enumerate(item.front.attachments):
        path = f"{item.folder}/{attachment.file}"
        if path not in context.corpus.files:
            continue
        examined = context.examined(path)
        where = {
            "hint_th": f"อยู่ในไฟล์ {attachment.file}: เปิดไฟล์ ลบออกทั้งในเนื้อหาและคุณสมบัติของไฟล์ แล้วบันทึกใหม่",
            "hint_en": f"it stands inside {attachment.file}: remove it there and save the file again",
        }
        told: set[tuple[Kind, str]] = set()
        for text in (examined.text, *(text for _, text in examined.metadata)):
            for each in find(text, context.corpus.targets.privacy):
                if (each.kind, each.masked) not in told:
                    told.add((each.kind, each.masked))
                    yield each, item.place(f"attachments.{index}.file"), where


def _found(item: Item, settings: PrivacySettings) -> Iterator[_Found]:
    texts = dict(_texts(item))
    if is_suspicious("\n".join(texts.values())):
        for key, text in texts.items():
            for each in find(text, settings):
                yield each, item.place(key), {}
    for each in find(item.body, settings):
        yield each, _place_in_body(item, each), {}


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


def _place_in_body(item: Item, found: Finding) -> Place:
    before = item.body[: found.start]
    line, col = before.count("\n") + 1, found.start - before.rfind("\n")
    one_line = "\n" not in item.body[found.start : found.end]
    return span(item, line, col, col + found.end - found.start if one_line else 0)


def _exceptions(item: Item, settings: PrivacySettings, used: set[str]) -> Iterator[Diagnostic]:
    for index, each in enumerate(item.front.pii_exceptions):
        place = item.place(f"pii_exceptions.{index}.text")
        if any(found.kind is Kind.CITIZEN_ID for found in find(each.text, settings)):
            yield report(codes.ID_EXCEPTED, place)
        elif identity(each.text) not in used:
            yield report(codes.EXCEPTION_UNUSED, place)
