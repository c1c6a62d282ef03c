"""Items made in memory, counted against the second province."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from khlang.model.corpus import Corpus
from khlang.model.history import Entry, History
from khlang.model.item import FrontMatter, Item
from khlang.progress import Progress, YearProgress, measure
from tests.archive import AS_OF, YEAR

UNITS = ("phuket-office", "thalang", "kathu")


def made(number: int, unit: str = "kathu", *history: str, **front: Any) -> Item:
    """An item of a unit, by its first member of staff, submitted on 2 June unless said otherwise."""
    entries = [entry.partition(" ") for entry in history or ("2025-06-02 submitted",)]
    dated = tuple(Entry(date.fromisoformat(day), state) for day, _, state in entries)
    keys = {
        "title": f"เรื่องที่ {number}",
        "unit": unit,
        "fiscal_year": YEAR,
        "category": "sea-and-shore",
        "contributor": f"{unit}-01",
        "formats": ("infographic",),
        "origin": "new",
        "history": dated,
    } | front
    id = f"{unit}-{number:05}"
    path = f"content/items/{keys['fiscal_year']}/{unit}/{id}.md"
    return Item(id, path, None, FrontMatter(**keys), History(dated), "", 1)


def progress(corpus: Corpus, items: Iterable[Item], as_of: date = AS_OF) -> Progress:
    return measure(replace(corpus, items=tuple(items)), as_of)


def counted(corpus: Corpus, items: Iterable[Item], as_of: date = AS_OF) -> YearProgress:
    """The figures of the year with targets."""
    return progress(corpus, items, as_of).years[YEAR]
