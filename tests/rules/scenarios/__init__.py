"""The scenarios, one module a family of codes; a code that lacks one fails `test_pairs`."""

from tests.rules.pairs import Pair
from tests.rules.scenarios import (
    attachments,
    contributors,
    dates,
    encoding,
    fields,
    links,
    places,
    privacy,
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
        attachments,
        contributors,
        privacy,
        quota,
        source,
        settings,
    )
    for pair in family.PAIRS.found
)
