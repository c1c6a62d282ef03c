"""Postings of one document: its grams, each with a weight from 1 to 15. A pure function of its texts.

The weight is BM25's saturated term frequency against a fixed length, not the archive's average: so
it does not change when another document comes or goes.
"""

from collections import Counter

from khlang.search.document import Document
from khlang.search.grams import grams, symbols

WEIGHTS = {
    "title": 4,
    "tags": 3,
    "headings": 2,
    "summary": 2,
    "names": 1,
    "body": 1,
    "attachments": 1,
}
REFERENCE = 600  # symbols of a usual text
LONGEST = 4  # times the reference: a long attachment is not punished without end
STEPS = 15
_SHORT = ("title", "tags", "summary", "headings")  # also found by two letters

Postings = dict[str, int]


def postings(document: Document) -> Postings:
    """Weights by gram."""
    counted: Counter[str] = Counter()
    length = 0
    for name, weight in WEIGHTS.items():
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            row = symbols(text)
            if name in ("body", "attachments"):
                length += len(row)
            for gram in grams(row, pairs=name in _SHORT):
                counted[gram] += weight
    bend = 1.2 * (0.6 + 0.4 * min(length / REFERENCE, LONGEST))
    return {
        gram: max(1, int(STEPS * count / (count + bend) + 0.5)) for gram, count in counted.items()
    }
