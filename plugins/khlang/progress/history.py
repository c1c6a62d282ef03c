"""Progress at any date, over all years that have targets."""

from datetime import date

from khlang.model.corpus import Corpus
from khlang.progress.closed import thaw
from khlang.progress.count import measure_year
from khlang.progress.figures import Progress, YearProgress
from khlang.thai.dates import fiscal_year


def measure(corpus: Corpus, as_of: date) -> Progress:
    """The figures of every year that has targets, at the end of `as_of`."""
    years = {year: _year(corpus, year, as_of) for year in sorted(corpus.targets.years)}
    return Progress(as_of=as_of, current=fiscal_year(as_of), years=years)


def _year(corpus: Corpus, year: int, as_of: date) -> YearProgress:
    """Of a closed year the figures that were kept, but for a day before it was closed."""
    closed = corpus.closed.get(year)
    if closed is not None and closed.as_of <= as_of:
        return thaw(corpus, closed)
    return measure_year(corpus, year, as_of)
