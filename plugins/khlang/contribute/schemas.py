"""JSON Schemas of front matter and data files, for desk editors and other programs.

Printed from the column tables of `model`, with the archive's own words as enums. A schema sees a
file as editors do (YAML 1.2: dates stay strings, numbers are numbers) and asks for the form that
`khlang check` takes without a remark; what needs two values or the calendar is left to the check.
Keywords are those that draft 7 has as well, because not every editor knows draft 2020-12 yet.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from khlang.contribute.map_schema import MAP_SCHEMA
from khlang.model import columns as kinds
from khlang.model.columns import Column, Type, columns
from khlang.model.history import State
from khlang.model.item import FrontMatter
from khlang.model.plan import Plan
from khlang.model.targets import Targets
from khlang.model.taxonomy import Taxonomy
from khlang.source.vocabulary import Vocabularies

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
COMMENT = "พิมพ์จากโค้ดด้วย khlang schemas อย่าแก้ด้วยมือ | printed by khlang schemas: do not edit"

# Words that a file itself defines are free text in its schema: who adds a unit or an activity
# must not see red until `khlang schemas` has been run again.
RECORDS: Mapping[str, tuple[type, str, frozenset[str]]] = {
    "front-matter": (FrontMatter, "ส่วนหัวของเรื่อง", frozenset()),
    "categories": (Taxonomy, "categories.yml: หมวดหมู่ องค์ความรู้ที่จำเป็น และรูปแบบ", frozenset()),
    "targets": (
        Targets,
        "targets.yml: หน่วยงาน เป้าหมาย และกำหนดส่ง",
        frozenset({"units", "parties"}),
    ),
    "plan": (Plan, "content/plan/ปี.yml: แผนการจัดการความรู้ของปี", frozenset({"activities"})),
}

_DATE = "(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DATE_TH = "วันที่แบบ ปี ค.ศ.-เดือน-วัน เช่น 2021-07-05"


def schemas(vocabularies: Vocabularies) -> dict[str, str]:
    """The text of each file of schemas/ by its path. `vocabularies` are the archive's own words."""
    printed = {name: _document(*each, vocabularies) for name, each in RECORDS.items()}
    printed["map"] = {"$schema": DRAFT, "$comment": COMMENT, **MAP_SCHEMA}
    return {
        f"schemas/{name}.schema.json": json.dumps(each, ensure_ascii=False, indent=2) + "\n"
        for name, each in printed.items()
    }


def _document(record: type, title: str, own: frozenset[str], vocabularies: Vocabularies) -> Schema:
    printer = _Printer({name: words for name, words in vocabularies.items() if name not in own})
    root = printer.record(record)
    head = {"$schema": DRAFT, "$comment": COMMENT, "title": title}
    return {**head, **root, **_from_submission(record), "$defs": printer.definitions}


def _from_submission(record: type) -> Schema:
    """Columns with `since`: required as soon as the history says more than `draft`."""
    names = [each.name for each in columns(record).values() if each.since is not None]
    if not names:
        return {}
    sent = "|".join(state for state in State if state is not State.DRAFT)
    entry = {"type": "string", "pattern": rf"^\S+\s+(?:{sent})(?:\s|$)"}
    history = {"type": "array", "contains": entry}
    return {
        "if": {"required": ["history"], "properties": {"history": history}},
        "then": {
            "required": names,
            "properties": {name: {"not": {"type": "null"}} for name in names},
        },
    }


@dataclass(slots=True)
class _Printer:
    """Prints one document; every record below the root becomes one definition."""

    vocabularies: Vocabularies
    definitions: dict[str, Schema] = field(default_factory=dict)

    def record(self, record: type) -> Schema:
        table = columns(record)
        return {
            "type": "object",
            "properties": {name: self._column(each) for name, each in table.items()},
            "required": [name for name, each in table.items() if each.required],
            "additionalProperties": False,
        }

    def _column(self, column: Column) -> Schema:
        schema: Schema = {"title": column.label_th}
        if column.help_th:
            schema["description"] = column.help_th
        kind = self._type(column.type)
        schema |= kind if column.required else _or_nothing(kind)
        if column.example is not None and not _chooses(column.type):
            schema["examples"] = [column.example]
        return schema

    def _type(self, kind: Type) -> Schema:
        match kind:
            case kinds.Text():
                return _text(kind)
            case kinds.Integer():
                digits = {"pattern": "^[0-9๐-๙,]{1,12}$", "patternErrorMessage": "เขียนเฉพาะตัวเลข"}
                span = {"minimum": kind.minimum, "maximum": kind.maximum}
                return {"type": ["integer", "string"], **span, **digits}
            case kinds.Year():
                typed = {
                    "pattern": "^[2๒][4-6๔-๖][0-9๐-๙]{2}$",
                    "patternErrorMessage": "ปี พ.ศ. สี่หลัก เช่น 2564",
                }
                return {"type": ["integer", "string"], "minimum": 2400, "maximum": 2699, **typed}
            case kinds.Flag():
                return {"type": "boolean"}
            case kinds.Day():
                return _pattern(_DATE, _DATE_TH)
            case kinds.Dated():
                words = rf"\s+(?:{'|'.join(kind.words)})" if kind.words else ""
                shape = f"{_DATE_TH} แล้วตามด้วย{'สถานะและเหตุผล' if kind.words else 'ข้อความ'}"
                return _pattern(rf"{_DATE}{words}(?:\s.*)?", shape)
            case kinds.Scalar():
                return {"type": ["string", "number"]}
            case kinds.Choice():
                return self._choice(kind)
            case kinds.OneOf():
                return {"enum": list(kind.values)}
            case kinds.Many():
                return {"type": "array", "items": self._type(kind.of)}
            case kinds.Table():
                keys, of = self._type(kind.keys), self._type(kind.of)
                return {"type": "object", "propertyNames": keys, "additionalProperties": of}
            case kinds.Record():
                name = kind.of.__name__
                if name not in self.definitions:
                    self.definitions[name] = self.record(kind.of)
                return {"$ref": f"#/$defs/{name}"}

    def _choice(self, kind: kinds.Choice) -> Schema:
        """Slugs first, then Thai names: the reader takes both, and editors offer both."""
        if kind.vocabulary not in self.vocabularies:
            return {"type": "string"}
        names = self.vocabularies[kind.vocabulary].names
        words = dict(names)
        for slug, name in names.items():
            words.setdefault(name, slug)
        return {"enum": list(words), "enumDescriptions": list(words.values())}


def _text(kind: kinds.Text) -> Schema:
    """A number is text too where no pattern forbids it: `tags: [2564]` stays as it was typed."""
    if kind.pattern is None:
        return {"type": ["string", "number"], "maxLength": kind.max_length}
    return {**_pattern(kind.pattern, kind.shape_th), "maxLength": kind.max_length}


def _pattern(pattern: str, shape: str) -> Schema:
    schema: Schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
    if shape:
        schema["patternErrorMessage"] = f"ต้องเป็น{shape}"
    return schema


def _or_nothing(schema: Schema) -> Schema:
    """An optional key may stand without a value."""
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*types, "null"]}


def _chooses(kind: Type) -> bool:
    """Whether the archive's own words stand in the schema: an example could be of another archive."""
    return isinstance(kind.of if isinstance(kind, kinds.Many) else kind, kinds.Choice)
