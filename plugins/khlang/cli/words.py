"""Words that are typed on the command line, as slugs of a vocabulary."""

import click

from khlang.source.vocabulary import Vocabulary


def slug_of(vocabulary: Vocabulary, typed: str) -> str:
    """The slug that a word spells. Ends the command, or asks again, where there is none."""
    slug = vocabulary.find(typed)
    if slug is not None:
        return slug
    closest = vocabulary.closest(typed)
    meant = f" หมายถึง {closest} ({vocabulary.names[closest]}) ใช่หรือไม่" if closest else ""
    raise click.UsageError(f"ไม่มี “{typed}”{meant}")
