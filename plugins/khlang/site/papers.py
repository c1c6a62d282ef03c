"""Papers as files of the site: those that hold figures and names of units, never one of an item.

The internal edition has the lists of items too.
"""

from collections.abc import Callable, Iterator
from functools import partial

from khlang.export.papers import PAPERS, has
from khlang.export.writers import WRITERS
from khlang.model.corpus import Corpus
from khlang.progress import Progress
from khlang.views.downloads import FORMATS, address


def papers(
    corpus: Corpus, progress: Progress, *, public: bool = True
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Address, and how its file is made: of every year that has what the paper needs."""
    for name, kind in PAPERS.items():
        for year in sorted({*corpus.plans, *corpus.targets.years}):
            if kind.public is public and has(corpus, name, year):
                for suffix in FORMATS:
                    make = partial(_made, corpus, progress, name, year, suffix)
                    yield address(name, year, suffix), make


def _made(corpus: Corpus, progress: Progress, name: str, year: int, suffix: str) -> bytes:
    return WRITERS[suffix](PAPERS[name].build(corpus, progress, year))
