"""The draft of a new item: its id, its place, and a file that only wants filling in.

Keys come from the front-matter table in its order. What is known stands as a value, the rest as a
comment in Thai with an empty key below it; what happens to an item later is left out.
"""

import re
import secrets
import string
import unicodedata
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from khlang.contribute.wording import VOCABULARY_FILES
from khlang.model.columns import Choice, Column, Many, columns
from khlang.model.corpus import Corpus
from khlang.model.item import CONTRIBUTOR, Attachment, FrontMatter
from khlang.model.taxonomy import RECORD_FORM, Section
from khlang.source.items import ITEMS, find
from khlang.source.vocabulary import Vocabularies
from khlang.source.yaml_text import yaml_value
from khlang.thai.text import fold

_ID_LETTERS = string.ascii_lowercase + "234567"  # base32: nothing to confuse with l, o or i
LATER = {
    "revised", "history", "sent_to_department", "supersedes", "aliases", "pii_exceptions", "sample",
}  # fmt: skip
_SHORT_LIST = 6
_OTHER_UNIT = re.compile("[a-z][a-z-]*(?=-[0-9]{2})")  # in the example of a contributor's key


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a new item brings along."""

    file: str
    title: str
    alt: str = ""
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a new item. With `folder` it can carry attachments.

    `sections` are the headings of its body, of which `body` takes the place; `remarks` are comments
    for its maker.
    """

    id: str
    title: str
    unit: str
    fiscal_year: int
    category: str | None = None
    folder: bool = False
    contributor: str | None = None
    sections: tuple[Section, ...] = RECORD_FORM
    formats: tuple[str, ...] = ()
    video: str | None = None
    attachments: tuple[Attached, ...] = ()
    body: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where its file belongs, relative to the repository."""
        name = f"{self.id}/index.md" if self.folder else f"{self.id}.md"
        return f"{ITEMS}/{self.fiscal_year}/{self.unit}/{name}"


def clean_title(typed: str) -> str:
    """One line of folded text, without characters that no file may hold."""
    held = "".join(
        char
        for char in " ".join(typed.split())
        if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return " ".join(fold(held).split())


def taken_ids(root: Path, corpus: Corpus) -> frozenset[str]:
    """Ids that stand for something: of every file, readable or not, and those that redirect."""
    former = {alias for item in corpus.items for alias in item.front.aliases}
    return frozenset({address.id for address in find(root).items} | former)


def draw_id(unit: str, taken: Set[str]) -> str:
    """An id at random, so that two people at two desks do not draw the same one."""
    while True:
        id = f"{unit}-{''.join(secrets.choice(_ID_LETTERS) for _ in range(5))}"
        if id not in taken:
            return id


def write(root: Path, draft: Draft, vocabularies: Vocabularies) -> Path:
    """Writes the file of a draft; never over another."""
    file = root / draft.path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(draft_text(draft, vocabularies))
    return file


def draft_text(draft: Draft, vocabularies: Vocabularies) -> str:
    """Front matter and the headings of the body."""
    remarks = [f"# {' '.join(each.split())}" for each in draft.remarks]
    parts = ["---", *remarks, *_front_matter(draft, vocabularies), "---"]
    if draft.body is not None:
        return "\n".join([*parts, "", draft.body.strip("\n"), ""])
    for each in draft.sections:
        parts += ["", f"## {each.heading_th}", "", f"<!-- {each.hint_th} -->"]
    return "\n".join(parts) + "\n"


def _front_matter(draft: Draft, vocabularies: Vocabularies) -> Iterator[str]:
    known = {
        "title": draft.title,
        "category": draft.category,
        "unit": draft.unit,
        "fiscal_year": draft.fiscal_year,
        "contributor": draft.contributor,
        "formats": list(draft.formats) or None,
        "video": draft.video,
    }
    for column in columns(FrontMatter).values():
        if (value := known.get(column.name)) is not None:
            yield f"{column.name}: {yaml_value(value)}"
        elif column.name == "attachments":
            yield from _attachments(column, draft.attachments) if draft.folder else ()
        elif column.name not in LATER:
            yield from _unfilled(column, draft.unit, vocabularies)


def _unfilled(column: Column, unit: str, vocabularies: Vocabularies) -> Iterator[str]:
    """A comment that says what belongs there, and the key without its value."""
    of = column.type.of if isinstance(column.type, Many) else column.type
    if isinstance(of, Choice):
        words = vocabularies[of.vocabulary].names
        if not words:
            return
        yield _said(column)
        if len(words) <= _SHORT_LIST:
            yield from (f"#   {slug} = {name}" for slug, name in words.items())
        else:
            yield f"#   เลือกจาก {of.vocabulary} ใน {VOCABULARY_FILES[of.vocabulary]}"
    else:
        example = yaml_value(column.example)
        if of is CONTRIBUTOR:
            example = _OTHER_UNIT.sub(unit, example)
        yield f"{_said(column)} เช่น {example}"
    yield f"# {column.name}: []" if isinstance(column.type, Many) else f"# {column.name}:"


def _attachments(column: Column, attached: tuple[Attached, ...]) -> Iterator[str]:
    if attached:
        yield f"{column.name}:"
        for file in attached:
            yield f"  - file: {yaml_value(file.file)}"
            yield f"    title: {yaml_value(file.title)}"
            if file.alt:
                yield f"    alt: {yaml_value(file.alt)}"
            elif file.is_image:
                yield f"    # alt: {columns(Attachment)['alt'].help_th}"
        return
    yield _said(column)
    yield f"# {column.name}:"
    for index, each in enumerate(columns(Attachment).values()):
        yield f"#   {' ' if index else '-'} {each.name}: {yaml_value(each.example)}"


def _said(column: Column) -> str:
    needed = " (ต้องมีเมื่อส่ง)" if column.since is not None else ""
    return f"# {column.label_th}{needed}: {column.help_th}"
