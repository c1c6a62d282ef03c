"""Fields that a state or another field asks for."""

from collections.abc import Iterator, Sequence

from khlang.model.codes import fields as codes
from khlang.model.columns import Choice, Column, Many, columns
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.model.history import STATE_NAMES_TH, State
from khlang.model.item import CONTRIBUTOR, FrontMatter, Item
from khlang.model.taxonomy import Category, Taxonomy, Term
from khlang.rules.context import Context


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Required from a state on (design section 3); notes, kinds and consent where they are due.

    `item.places` says what was given: a value that could not be read is told already.
    """
    front, state = item.front, item.history.state
    if state is not State.DRAFT:
        for column in columns(FrontMatter).values():
            if column.since is not None and column.name not in item.places:
                yield report(
                    codes.MISSING_FOR_STATE,
                    item.place("history"),
                    key=column.name,
                    label=column.label_th,
                    state=state.value,
                    state_th=STATE_NAMES_TH[state],
                    example=example(column, item.front.unit, context.corpus.taxonomy),
                )
        if not (item.body.strip() or front.attachments or front.video):
            place = Place(item.path, item.body_line - 1)  # the fence that the text should follow
            yield report(codes.EMPTY_BODY, place, state=state.value, state_th=STATE_NAMES_TH[state])
    for format in front.formats:
        term = context.corpus.taxonomy.format_by_slug.get(format)
        if term and term.needs_note and "format_note" not in item.places:
            yield report(codes.NEEDS_NOTE, item.place("formats"), format=format)
    if front.origin == "existing" and "existing_kind" not in item.places:
        kinds = ", ".join(each.slug for each in context.corpus.taxonomy.existing_kinds)
        yield report(codes.NEEDS_EXISTING_KIND, item.place("origin"), kinds=kinds)
    if front.byline and "consent" not in item.places:
        yield report(codes.NEEDS_CONSENT, item.place("byline"))


def example(column: Column, unit: str, taxonomy: Taxonomy) -> str:
    """A value to begin from, which this archive accepts: a key of the unit, a word of its own lists."""
    of = column.type.of if isinstance(column.type, Many) else column.type
    if of is CONTRIBUTOR:
        value = f"{unit}-01"
    elif isinstance(of, Choice) and (terms := _terms(taxonomy, of.vocabulary)):
        value = terms[0].slug
    else:
        value = str(column.example)
    return f"[{value}]" if isinstance(column.type, Many) else value


def _terms(taxonomy: Taxonomy, vocabulary: str) -> Sequence[Category | Term]:
    """The words of the lists that an item must choose from."""
    lists: dict[str, Sequence[Category | Term]] = {
        "categories": taxonomy.categories,
        "formats": taxonomy.formats,
        "origins": taxonomy.origins,
    }
    return lists.get(vocabulary, ())
