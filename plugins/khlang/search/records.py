"""What the browser shows of a document, and what it counts facets by."""

import json
from collections.abc import Mapping, Sequence

from khlang.search.document import Document
from khlang.search.numbers import BITS

FACETS = ("category", "issue", "topic", "unit", "fiscal_year", "format", "origin")
_SHOWN = (
    6000  # characters of a text that snippets come from; what lies behind is found all the same
)


def record(number: int, document: Document) -> tuple[str, bytes]:
    """The file of a document: texts for ranking and snippets, read for the best few alone."""
    content = {
        "url": document.url,
        "title": document.title,
        "summary": document.summary,
        "headings": list(document.headings),
        "tags": list(document.tags),
        "names": list(document.names),
        "body": document.body[:_SHOWN],
        "attachments": document.attachments[:_SHOWN],
        "unit": document.unit,
        "date": document.day,
        "facets": {name: list(document.facets.get(name, ())) for name in FACETS},
    }
    return f"search/documents/{number:05x}.json", _json(content)


def facet_tables(documents: Sequence[tuple[int, Document]]) -> dict[str, bytes]:
    """Facets of all documents in tables of about a thousand, read when a question has many answers."""
    bits = max(0, len(documents).bit_length() - 10)
    tables: dict[int, list[tuple[int, Document]]] = {table: [] for table in range(1 << bits)}
    for number, document in sorted(documents, key=lambda each: each[0]):
        tables[number >> (BITS - bits)].append((number, document))
    return {
        f"search/facets/{table}.json": _json(_columns(rows)) for table, rows in tables.items()
    } | {"search/facets/index.json": _json({"bits": bits})}


def _columns(rows: Sequence[tuple[int, Document]]) -> Mapping[str, object]:
    """Names once, then their places, column by column: small, and smaller when compressed."""
    columns: dict[str, object] = {"numbers": [number for number, _ in rows]}
    columns["dates"] = [document.day for _, document in rows]
    for name in FACETS:
        words = sorted({word for _, document in rows for word in document.facets.get(name, ())})
        place = {word: index for index, word in enumerate(words)}
        columns[name] = {
            "words": words,
            "rows": [
                [place[word] for word in document.facets.get(name, ())] for _, document in rows
            ],
        }
    return columns


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
