"""Words that are typed: on the command line, or in answer to a question."""

from collections.abc import Callable
from typing import TypeVar

import click

from khlang.source.vocabulary import Vocabulary
from khlang.thai.text import arabic_digits

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


def ask_word(vocabulary: Vocabulary, label: str, *, optional: bool = False) -> str:
    """The slug of what is typed, empty for no answer; the words are shown before the question."""
    show(vocabulary)
    return asked(label, lambda typed: "" if optional and not typed else chosen(vocabulary, typed))


def show(vocabulary: Vocabulary) -> None:
    """The words of a list with the numbers that may be typed for them."""
    for number, (slug, name) in enumerate(vocabulary.names.items(), start=1):
        click.echo(f"  {number:>2}. {name} ({slug})")


def chosen(vocabulary: Vocabulary, typed: str) -> str:
    """A word by its number in the list that was shown, or as it is spelled."""
    slugs = list(vocabulary.names)
    number = arabic_digits(typed.strip())
    if number.isdecimal() and typed not in vocabulary.names:
        if not 1 <= int(number) <= len(slugs):
            raise click.UsageError(f"พิมพ์เลข 1 ถึง {len(slugs)} หรือชื่อ")
        return slugs[int(number) - 1]
    if not typed.strip():
        raise click.UsageError("พิมพ์เลขหรือชื่อจากรายการข้างบน")
    return slug_of(vocabulary, typed)
