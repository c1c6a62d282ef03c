"""The rules: judgement over what `source` read. One module a rule family; they mutate nothing.

A rule of one item is a function of (item, context) and depends on nothing else that may change;
a rule of the archive is a function of the context. May import: `progress`, `source`, `body`,
`files`, `privacy`, `model`, `thai`. To add a rule: a `Code` in `model.codes`, a function in its family
here, one line in the registry below, a pair of cases in `tests/rules/`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from khlang.model.codes import ALL
from khlang.model.diagnostic import Diagnostic, Severity
from khlang.model.item import Item
from khlang.model.targets import Targets
from khlang.rules import (
    archive,
    attachments,
    characters,
    contributors,
    data,
    dates,
    fields,
    gfm,
    links,
    places,
    plans,
    privacy,
    quota,
    source,
    values,
)
from khlang.rules.context import Context

_MAX_TOLD = 100

ItemRule = Callable[[Item, Context], Iterator[Diagnostic]]
ArchiveRule = Callable[[Context], Iterator[Diagnostic]]

ITEM_RULES: tuple[ItemRule, ...] = (
    fields.check,
    values.check,
    dates.check,
    places.check,
    attachments.check,
    links.check,
    gfm.check,
    characters.check,
    contributors.check,
    privacy.check,
)
ARCHIVE_RULES: tuple[ArchiveRule, ...] = (
    data.check,
    plans.check,
    places.check_archive,
    attachments.check_archive,
    privacy.check_archive,
    contributors.check_archive,
    quota.check,
    source.check,
    archive.check,
)
NEIGHBOUR_RULES: tuple[ArchiveRule, ...] = (places.check_archive, attachments.check_archive)
"""Rules of the archive that tell something of an item, from itself and those that it names."""


def check_item(item: Item, context: Context) -> Iterator[Diagnostic]:
    """What can be said about one item: by each rule the first hundred faults, which are enough."""
    for rule in ITEM_RULES:
        yield from islice(rule(item, context), _MAX_TOLD)


def check_archive(
    context: Context, rules: tuple[ArchiveRule, ...] = ARCHIVE_RULES
) -> Iterator[Diagnostic]:
    """Everything that is said about the archive as a whole."""
    for rule in rules:
        yield from rule(context)


def with_severities(
    diagnostics: tuple[Diagnostic, ...], targets: Targets
) -> tuple[Diagnostic, ...]:
    """The severities that the province has set in targets.yml; `off` leaves a diagnostic out."""
    changed = {
        code: each.severity
        for code, each in targets.severities.items()
        if code in ALL and archive.may_change(ALL[code])
    }
    return tuple(
        replace(each, severity=Severity(changed[each.code.id])) if each.code.id in changed else each
        for each in diagnostics
        if changed.get(each.code.id) != "off"
    )
