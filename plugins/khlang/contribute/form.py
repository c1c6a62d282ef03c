"""/contribute/: the form, from the table of columns and the archive's own words.

What a field is called, asks for and accepts comes from its column; what is said about a fault comes
from `model.codes`. The browser gets both as one JSON text, and repeats no rule in words of its own
(`tests/site/test_contribute.py` puts the same faults before the form and before `khlang check`).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from khlang.body import ALERT_TITLES
from khlang.contribute.template import LATER
from khlang.files.kinds import INSTEAD, KINDS
from khlang.model import video
from khlang.model.codes import contributors, fields, links, privacy, values
from khlang.model.columns import Choice, Column, Day, Many, OneOf, Privacy, Text, columns
from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH, State
from khlang.model.item import CONTRIBUTOR, LICENSES, Attachment, FrontMatter
from khlang.privacy import Kind, office_names
from khlang.rules.fields import example
from khlang.views.common import HOME, Meta

_CODES = (
    fields.MISSING, fields.MISSING_FOR_STATE, fields.TOO_LONG, fields.WRONG_SHAPE, fields.NEEDS_NOTE,
    fields.NEEDS_EXISTING_KIND, fields.NEEDS_CONSENT, fields.EMPTY_BODY, contributors.OTHER_UNIT,
    contributors.UNKNOWN_UNIT, contributors.LISTED_TWICE, values.TOPIC_OUT_OF_YEAR,
    values.UNIT_NOT_IN_YEAR,
    links.ATTACHMENT_TYPE, links.ATTACHMENT_NOT_ITS_TYPE, links.ATTACHMENT_TOO_LARGE,
    links.ATTACHMENT_EMPTY, links.IMAGE_WITHOUT_ALT, links.VIDEO_HOST,
    links.IMAGE_IN_TEXT_WITHOUT_ALT, links.IMAGE_NOT_FOUND, links.IMAGE_OFF_SITE, links.LINK_NOT_FOUND,
    links.LINK_SCHEME, links.EMPTY_LINK,
    privacy.CITIZEN_ID, privacy.PHONE, privacy.EMAIL, privacy.BANK_ACCOUNT, privacy.ADDRESS,
    privacy.LINE_ID,
)  # fmt: skip
_LANGUAGES = {"th": "ไทย", "en": "อังกฤษ"}
_KEY = re.compile("[a-z_]+")
_LONG = 200  # characters from which a field has several lines


@dataclass(frozen=True, slots=True)
class Option:
    """A word of a closed list, under the heading of its group."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A control of the form. `kind`: line, lines, one, many, words (a list that is typed) or day."""

    name: str
    label: str
    help: str
    example: str
    kind: str
    needed: bool
    value: str
    options: tuple[Option, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Option, ...]], ...]:
        """The options under their headings, in the order in which they come."""
        found: dict[str, list[Option]] = {}
        for each in self.options:
            found.setdefault(each.group, []).append(each)
        return tuple((name, tuple(several)) for name, several in found.items())


@dataclass(frozen=True, slots=True)
class FormView:
    """The page. `spec` is what the scripts need, as JSON that may stand in a `<script>`."""

    meta: Meta
    needed: tuple[Field, ...]
    more: tuple[Field, ...]
    accept: str
    repository: str
    spec: str


def build(corpus: Corpus, repository: str, host: str = "") -> FormView:
    """The form of an archive. `repository` is the address of its host's page, or empty; `host` is
    what the host is called, which an address of one's own does not say.
    """
    asked = [each for each in columns(FrontMatter).values() if each.name not in LATER]
    listed = [each for each in asked if each.name != "attachments"]
    controls = [control for each in listed if (control := _field(each, corpus)) is not None]
    return FormView(
        meta=Meta(
            "contribute/",
            "ส่งองค์ความรู้",
            "แบบฟอร์มส่งองค์ความรู้ ใช้ได้ในโทรศัพท์ ไม่มีสิ่งใดถูกส่งออกจากเครื่องจนกว่าท่านจะส่งเอง",
            "guide",
            crumbs=(HOME,),
        ),
        needed=tuple(each for each in controls if each.needed),
        more=tuple(each for each in controls if not each.needed),
        accept=",".join(KINDS),
        repository=repository,
        spec=_embedded(_spec(corpus, asked, repository, host)),
    )


def _field(column: Column, corpus: Corpus) -> Field | None:
    """The control of a column; None for a list that has no words in this archive."""
    of = column.type.of if isinstance(column.type, Many) else column.type
    options = tuple(_options(column, corpus))
    if isinstance(of, Choice) and not options:
        return None
    needed = column.required or column.since is not None
    example = "" if options or isinstance(of, Day) else _example(column)
    return Field(
        name=column.name,
        label=column.label_th,
        help=_in_words(column.help_th) if not options else "",
        example=example,
        kind=_kind(column),
        needed=needed,
        value={"language": "th", "license": "CC-BY-4.0"}.get(column.name, ""),
        options=options,
    )


def _in_words(help_th: str) -> str:
    """Help in which other fields are called what the form calls them."""
    table = columns(FrontMatter)
    return _KEY.sub(
        lambda key: f"“{table[key[0]].label_th}”" if key[0] in table else key[0], help_th
    )


def _kind(column: Column) -> str:
    kind = column.type
    if column.name == "fiscal_year" or isinstance(kind, Choice | OneOf):
        return "one"
    if isinstance(kind, Many):
        return "many" if isinstance(kind.of, Choice) else "words"
    if isinstance(kind, Day):
        return "day"
    return "lines" if isinstance(kind, Text) and kind.max_length >= _LONG else "line"


def _options(column: Column, corpus: Corpus) -> Iterator[Option]:
    kind = column.type.of if isinstance(column.type, Many) else column.type
    if column.name == "fiscal_year":
        yield from (
            Option(str(year), str(year)) for year in sorted(corpus.targets.years, reverse=True)
        )
    elif isinstance(kind, OneOf):
        names = {**_LANGUAGES, **LICENSES}
        yield from (Option(each, names.get(each, each)) for each in kind.values)
    elif isinstance(kind, Choice):
        yield from _words(kind.vocabulary, corpus)


def _words(vocabulary: str, corpus: Corpus) -> Iterator[Option]:
    taxonomy = corpus.taxonomy
    if vocabulary == "units":
        yield from (Option(each.slug, each.full_th) for each in corpus.targets.units)
    elif vocabulary == "topics":
        for issue, topic in taxonomy.topics():
            yield Option(topic.slug, topic.name_th, issue.name_th)
    elif vocabulary == "activities":
        named = {each.slug: each for plan in corpus.plans.values() for each in plan.activities}
        yield from (Option(slug, f"{each.number} {each.name_th}") for slug, each in named.items())
    else:
        yield from (Option(each.slug, each.name_th) for each in getattr(taxonomy, vocabulary))


def _spec(corpus: Corpus, asked: list[Column], repository: str, host: str) -> dict[str, Any]:
    """Everything the scripts know: columns, messages, files, and the words of this archive."""
    attachment, taxonomy = columns(Attachment), corpus.taxonomy
    return {
        "fields": [_described(each, corpus) for each in asked if each.name != "attachments"],
        "attachment": {name: each.label_th for name, each in attachment.items()},
        "messages": {
            each.id: {"severity": each.severity, "th": each.th, "hint": each.hint_th}
            for each in _CODES
        },
        "files": {
            kind.suffix: {
                "limit": kind.limit,
                "image": kind.is_image,
                "magic": [[offset, magic.hex()] for offset, magic in kind.magic],
            }
            for kind in KINDS.values()
        },
        "instead": {suffix: each.hint_th for suffix, each in INSTEAD.items()},
        "existingKinds": ", ".join(each.slug for each in corpus.taxonomy.existing_kinds),
        "units": [each.slug for each in corpus.targets.units],
        "unitsOfYear": {year: list(each.units) for year, each in corpus.targets.years.items()},
        "topicsOfYear": {
            year: [topic.slug for _, topic in corpus.taxonomy.topics() if topic.holds_in(year)]
            for year in corpus.targets.years
        },
        "needsNote": [each.slug for each in corpus.taxonomy.formats if each.needs_note],
        "videos": list(video.PATTERNS),
        "state": State.SUBMITTED,
        "alerts": ALERT_TITLES,
        "stateTh": STATE_NAMES_TH[State.SUBMITTED],
        "sections": {
            category: [[each.heading_th, each.hint_th] for each in taxonomy.sections_of(category)]
            for category in ("", *taxonomy.category_by_slug)
        },
        "office": sorted(office_names(corpus.targets.privacy)),
        "severities": {
            Kind.PHONE: corpus.targets.privacy.phones,
            Kind.EMAIL: corpus.targets.privacy.emails,
        },
        "repository": repository,
        "isGitlab": "gitlab" in f"{host} {repository}".lower(),
    }


def _described(column: Column, corpus: Corpus) -> dict[str, Any]:
    of = column.type.of if isinstance(column.type, Many) else column.type
    text = of if isinstance(of, Text) else Text()
    return {
        "name": column.name,
        "label": column.label_th,
        "kind": _kind(column),
        "list": isinstance(column.type, Many),
        "number": column.name == "fiscal_year",
        "required": column.required,
        "since": column.since is not None,
        "default": {"language": "th", "license": "CC-BY-4.0"}.get(column.name, ""),
        "example": example(column, "", corpus.taxonomy),
        "key": of is CONTRIBUTOR,
        "searched": isinstance(of, Text) and column.privacy is Privacy.PUBLIC,
        "private": column.privacy is Privacy.PRIVATE,
        "max": text.max_length,
        "pattern": text.pattern,
        "shape": text.shape_th,
    }


def _example(column: Column) -> str:
    example = column.example
    return f"[{', '.join(map(str, example))}]" if isinstance(example, list) else str(example or "")


def _embedded(data: dict[str, Any]) -> str:
    """JSON in which no character can end the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
