"""Progress at any date, over all years that have targets."""

from datetime import date

from khlang.model.corpus import Corpus
from khlang.progress.count import measure_year
from khlang.progress.figures import Progress
from khlang.thai.dates import fiscal_year


def measure(corpus: Corpus, as_of: date) -> Progress:
    """The figures of every year that has targets, at the end of `as_of`."""
    years = {year: measure_year(corpus, year, as_of) for year in sorted(corpus.targets.years)}
    return Progress(as_of=as_of, current=fiscal_year(as_of), years=years)
