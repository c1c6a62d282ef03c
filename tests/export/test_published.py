"""Published data from a corpus: what is in them, and what can never be."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from khlang.app import Archive as Opened
from khlang.export import published
from khlang.export.published import NAMES
from khlang.model.columns import Privacy, columns
from khlang.model.item import FrontMatter
from tests.archive import AS_OF, DEADLINE, Archive

PUBLISHED = ["2025-06-02 submitted", "2025-06-05 selected", "2025-06-12 published"]


def build(opened: Opened) -> dict[str, bytes]:
    """Every file of the published data, of an archive without attachments."""
    corpus, progress = opened.corpus, opened.progress
    return {name: published.build(name, corpus, progress, {}) for name in published.FILES}


def data(archive: Archive, name: str, day: date = AS_OF) -> Any:
    opened = archive.check(day).archive
    assert opened is not None
    return json.loads(build(opened)[f"{name}.json"])


def objects(schema: Any) -> Iterator[Any]:
    """Every object with properties of its own in a schema."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from objects(value)


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_closed_and_complete(archive: Archive, name: str) -> None:
    """A field that is not described is refused, and every one but the note is always there."""
    opened = archive.check().archive
    assert opened is not None
    schema = json.loads(build(opened)[f"{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    found = list(objects(schema))
    assert found
    for each in found:
        assert each["additionalProperties"] is False
        assert set(each["properties"]) - {"note"} == set(each["required"])


def test_a_schema_refuses_what_it_does_not_know(archive: Archive) -> None:
    """A private column that slipped in would be refused by the schema of items.json."""
    archive.item(history=PUBLISHED)
    opened = archive.check().archive
    assert opened is not None
    files = build(opened)
    items, schema = json.loads(files["items.json"]), json.loads(files["items.schema.json"])
    checker = Draft202012Validator(schema)
    assert checker.is_valid(items)
    items["items"][0]["contributor"] = "kathu-01"
    assert not checker.is_valid(items)


def test_private_columns_are_never_published(archive: Archive) -> None:
    """No column that the field table calls private has a key in items.json."""
    archive.item(history=PUBLISHED, with_=["kathu-02"])
    keys = set(data(archive, "items")["items"][0])
    private = {
        column.name
        for column in columns(FrontMatter).values()
        if column.privacy is not Privacy.PUBLIC
    }
    assert len(private) >= 3
    assert keys & (private | {"history"}) == set()


def test_only_public_items_are_listed(archive: Archive) -> None:
    """An item enters items.json on the day it is published, not before."""
    assert data(archive, "items")["items"] == []
    archive.item(history=PUBLISHED)
    assert [item["id"] for item in data(archive, "items")["items"]] == ["kathu-aaaaa"]


def test_a_byline_needs_consent(archive: Archive) -> None:
    """A name without a dated consent is left out (and is an error of the check)."""
    archive.item(history=PUBLISHED, byline="กลุ่มประมงพื้นบ้าน")
    assert data(archive, "items")["items"][0]["byline"] is None
    archive.item(history=PUBLISHED, byline="กลุ่มประมงพื้นบ้าน", consent="2025-06-01")
    assert data(archive, "items")["items"][0]["byline"] == "กลุ่มประมงพื้นบ้าน"


@pytest.mark.parametrize("public", [True, False])
def test_supersedes_names_public_items_only(archive: Archive, public: bool) -> None:
    """The id of an older item is published with the newer one only while readers can see the older."""
    archive.item("kathu-bbbbb", history=PUBLISHED if public else ["2025-06-02 submitted"])
    archive.item(history=PUBLISHED, supersedes="kathu-bbbbb")
    newer = next(each for each in data(archive, "items")["items"] if each["id"] == "kathu-aaaaa")
    assert newer["supersedes"] == ("kathu-bbbbb" if public else None)


def test_revisions_are_days_without_words(archive: Archive) -> None:
    """Of a revision the day is published."""
    archive.item(history=PUBLISHED, revised=["2025-06-15 แก้ตาราง"])
    assert data(archive, "items")["items"][0]["revised"] == ["2025-06-15"]


def test_figures_by_hand(archive: Archive) -> None:
    """One submitted item of two: counted by hand, before and after the deadline."""
    for day, status, left, needed in (
        (AS_OF, "short", 14, 1),
        (date(2025, 7, 14), "late", -10, 2),
    ):
        year = data(archive, "progress", day)["years"]["2568"]
        kathu = next(unit for unit in year["units"] if unit["unit"] == "kathu")
        assert kathu == {
            "unit": "kathu",
            "quota_source": "register",
            "staff_source": "register",
            "items": {"done": 1, "quota": 2, "missing": 1, "over": 0, "percent": 50},
            "contributors": {"done": 1, "staff": 2, "missing": 1, "over": 0, "percent": 50},
            "status": status,
            "by_origin": {"new": 1, "existing": 0},
            "by_category": {"sea-and-shore": 1, "old-town": 0},
            "by_state": {
                "draft": 0, "submitted": 1, "returned": 0, "selected": 0, "published": 0,
                "withdrawn": 0,
            },
            "by_format": {"infographic": 1, "video": 0, "elsewhere": 0},
            "waiting": {"submitted": (day - date(2025, 6, 2)).days},
            "topics": {"coastal-fishing": 0, "batik": 0, "savings-group": 0},
            "months": {"2025-06": {"sea-and-shore": 1, "old-town": 0}},
            "late": 0,
            "late_by_category": {"sea-and-shore": 0, "old-town": 0},
            "needed": needed,
            "timeline": [{"date": "2025-06-02", "items": 1}],
            "deadline": DEADLINE.isoformat(),
            "days_left": left,
        }  # fmt: skip
        assert year["items"] == {"done": 1, "quota": 7, "missing": 6, "over": 0, "percent": 14}


def test_samples_are_marked(archive: Archive) -> None:
    """One sample marks every file, with a note in Thai; without samples there is no note."""
    assert "note" not in data(archive, "items")
    archive.item(sample=True)
    for name in NAMES:
        found = data(archive, name)
        assert found["samples"] is True
        assert "ตัวอย่าง" in found["note"]


def test_files_are_the_same_from_the_same_archive(archive: Archive, tmp_path: Path) -> None:
    """Bytes depend on nothing but the archive and the date."""
    other = Archive(tmp_path / "other")
    built = []
    for each in (archive, other):
        opened = each.check().archive
        assert opened is not None
        built.append(build(opened))
    assert built[0] == built[1]
    assert list(built[0]) == [
        *(f"{name}.json" for name in NAMES),
        *(f"{name}.schema.json" for name in NAMES),
    ]
