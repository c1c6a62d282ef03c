"""Words that are typed: on the command line, or in answer to a question."""

from collections.abc import Callable
from typing import TypeVar

import click

from khlang.source.vocabulary import Vocabulary

_Answer = TypeVar("_Answer")


def slug_of(vocabulary: Vocabulary, typed: str) -> str:
    """The slug that a word spells. Raises UsageError where there is none."""
    slug = vocabulary.find(typed)
    if slug is not None:
        return slug
    closest = vocabulary.closest(typed)
    meant = f" หมายถึง {closest} ({vocabulary.names[closest]}) ใช่หรือไม่" if closest else ""
    raise click.UsageError(f"ไม่มี “{typed}”{meant}")


def asked(label: str, read: Callable[[str], _Answer]) -> _Answer:
    """The answer to a question, asked again until it can be read; click would say why in English."""
    while True:
        typed: str = click.prompt(label, default="", show_default=False)
        try:
            return read(typed.strip())
        except click.UsageError as fault:
            click.echo(fault.message)
