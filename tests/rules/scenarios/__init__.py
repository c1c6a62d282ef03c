"""The scenarios, one module a family of codes; a code that lacks one fails `test_pairs`."""

from tests.rules.pairs import Pair
from tests.rules.scenarios import (
    contributors,
    dates,
    encoding,
    fields,
    links,
    places,
    quota,
    settings,
    source,
    values,
)

ALL: tuple[Pair, ...] = tuple(
    pair
    for family in (
        encoding,
        fields,
        values,
        dates,
        places,
        links,
        contributors,
        quota,
        source,
        settings,
    )
    for pair in family.PAIRS.found
)
