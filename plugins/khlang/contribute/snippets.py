"""Snippets of VS Code for the front matter of items: the keys, with the archive's words to choose from.

The YAML extension does not look into Markdown files, so that the JSON Schema of the front matter
helps nobody there (decision 0220). Snippets need no extension: typing a key offers the line.
"""

import json
from collections.abc import Iterator

from khlang.contribute.template import LATER
from khlang.model.columns import Choice, Column, Many, OneOf, Type, columns
from khlang.model.history import STATE_NAMES_TH, State
from khlang.model.item import CONTRIBUTOR, Attachment, FrontMatter
from khlang.model.taxonomy import RECORD_FORM
from khlang.source.vocabulary import Vocabularies
from khlang.source.yaml_text import yaml_value

PATH = ".vscode/khlang.code-snippets"
_NOT_A_CHOICE = 40  # words from which a list is typed, and no longer chosen from
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def snippets(vocabularies: Vocabularies) -> dict[str, str]:
    """The text of the file by its path. `vocabularies` are the archive's own words."""
    table = [each for each in columns(FrontMatter).values() if each.name not in LATER]
    found = {"เรื่องใหม่": _snippet("khlang", [*_item(table, vocabularies)], "ส่วนหัวและหัวข้อของเรื่อง")}
    for column in table:
        lines = _attachments() if column.name == "attachments" else [_line(column, 1, vocabularies)]
        about = f"{column.label_th}: {column.help_th}" if column.help_th else column.label_th
        found[column.name] = _snippet(column.name, lines, about)
    for state in State:
        if state is not State.DRAFT:
            found[f"history {state}"] = _snippet(
                str(state), [f"- {_TODAY} {state}"], STATE_NAMES_TH[state]
            )
    return {PATH: json.dumps(found, ensure_ascii=False, indent=2) + "\n"}


def _snippet(prefix: str, body: list[str], description: str) -> dict[str, object]:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": description}


def _item(table: list[Column], vocabularies: Vocabularies) -> Iterator[str]:
    yield "---"
    asked = [each for each in table if each.required or each.since is not None]
    for number, column in enumerate(asked, start=1):
        yield _line(column, number, vocabularies)
    yield from ("---", "")
    for each in RECORD_FORM:
        yield from (f"## {each.heading_th}", "", "")


def _line(column: Column, number: int, vocabularies: Vocabularies) -> str:
    of = column.type.of if isinstance(column.type, Many) else column.type
    words = _words(of, vocabularies)
    if words and len(words) < _NOT_A_CHOICE:
        stop = f"${{{number}|{','.join(words)}|}}"
    elif of is CONTRIBUTOR and (units := _words(Choice("units"), vocabularies)):
        stop = f"${{{number}|{','.join(f'{unit}-01' for unit in units)}|}}"
    else:
        example = column.example[0] if isinstance(column.example, list) else column.example
        stop = f"${{{number}:{_escaped(yaml_value(example))}}}"
    return f"{column.name}: [{stop}]" if isinstance(column.type, Many) else f"{column.name}: {stop}"


def _words(kind: Type, vocabularies: Vocabularies) -> list[str]:
    if isinstance(kind, Choice):
        return list(vocabularies[kind.vocabulary].names)
    return list(kind.values) if isinstance(kind, OneOf) else []


def _attachments() -> list[str]:
    lines = ["attachments:"]
    for number, each in enumerate(columns(Attachment).values(), start=1):
        value = f"${{{number}:{_escaped(yaml_value(each.example))}}}"
        lines.append(f"  {'-' if number == 1 else ' '} {each.name}: {value}")
    return lines


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
