"""The search index: from documents to files that a browser reads a few of (decision 0010).

Lives here: the fold and the grams (mirrored in `site/assets/search-worker/`, tied to it by shared
vectors), documents, postings, and the files of the index. `index`, `postings` and `shards` work by
numpy: they are loaded where something of the index changes. May import: `model`, `thai`. To add a
field, add it to `Document` with its weight in `postings.WEIGHTS`.
"""

from khlang.search.document import Document
from khlang.search.numbers import numbered
from khlang.search.records import columns, record

__all__ = ["Document", "columns", "numbered", "record"]
