"""The search index: from documents to files that a browser reads a few of (decision 0010).

Not part of the site yet: the page that asks it belongs to the issue on search. Lives here: the
fold and the grams, documents, postings, and the files of the index. May import: `model`, `thai`.
To add a field, add it to `Document` with its weight in `postings.WEIGHTS`.
"""

from khlang.search.document import Document
from khlang.search.index import build, update
from khlang.search.numbers import numbered
from khlang.search.postings import postings
from khlang.search.records import facet_tables, record

__all__ = ["Document", "build", "facet_tables", "numbered", "postings", "record", "update"]
