"""What the browser shows of a document, and what it counts facets by."""

import json
from collections.abc import Mapping, Sequence

from khlang.search.document import Document
from khlang.thai.text import fold

FACETS = ("category", "issue", "topic", "unit", "fiscal_year", "format", "origin")
_SHOWN = (
    6000  # characters of a text that snippets come from; what lies behind is found all the same
)
_FIRST = 0x23  # the character that stands for the first of a column's values


def path_of(number: int) -> str:
    return f"search/documents/{number:x}.json"


def record(document: Document) -> bytes:
    """The file of a document: texts for ranking and snippets, read for the best few alone."""
    return _json(
        {
            "url": document.url,
            "title": document.title,
            "summary": document.summary,
            "headings": list(document.headings),
            "tags": list(document.tags),
            "names": list(document.names),
            "body": document.body[:_SHOWN],
            "attachments": fold(document.attachments[:_SHOWN]),
            "unit": document.unit,
            "date": document.date,
            "facets": {name: list(document.facets.get(name, ())) for name in FACETS},
        }
    )


def columns(
    rows: Sequence[tuple[int, str, Mapping[str, Sequence[str]]]],
) -> Mapping[str, bytes]:
    """Days and facets of all documents, a file for each: a search reads those that it counts.

    A row is a number, a day and the facets. In a column each document is one character that stands
    for its values: a few bits of it are left when a server compresses the file.
    """
    ordered = sorted(rows, key=lambda row: row[0])
    numbers = [number for number, _, _ in ordered]
    gaps = [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
    days = _column([(day,) for _, day, _ in ordered])
    files = {"search/facets/numbers.json": _json(gaps), "search/facets/day.json": days}
    for name in FACETS:
        values = [tuple(facets.get(name, ())) for _, _, facets in ordered]
        files[f"search/facets/{name}.json"] = _column(values)
    return files


def _column(values: Sequence[tuple[str, ...]]) -> bytes:
    different = sorted(set(values))
    place = {value: chr(_FIRST + index) for index, value in enumerate(different)}
    return _json({"values": different, "rows": "".join(place[value] for value in values)})


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(content: object) -> bytes:
    return _ENCODER.encode(content).encode()
