"""The search index: from documents to files that a browser reads a few of (decision 0010).

Lives here: the fold and the grams (mirrored in `site/assets/search-worker/`, tied to it by shared
vectors), documents, postings, and the files of the index. May import: `model`, `thai`. To add a
field, add it to `Document` with its weight in `postings.WEIGHTS`.
"""

from khlang.search.document import Document
from khlang.search.index import build, update
from khlang.search.numbers import numbered
from khlang.search.postings import postings
from khlang.search.records import columns, record

__all__ = ["Document", "build", "columns", "numbered", "postings", "record", "update"]
