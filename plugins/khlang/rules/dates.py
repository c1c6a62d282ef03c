"""Histories: order, allowed steps, reasons, dates against the calendar and the fiscal year."""

from collections.abc import Iterator

from khlang.model.codes import dates as codes
from khlang.model.diagnostic import Diagnostic, report
from khlang.model.history import State, allowed_in_words, step_between
from khlang.model.item import Item
from khlang.rules.context import Context
from khlang.thai.dates import fiscal_year_span, short_date


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Each entry of the history against the one before, then single dates."""
    yield from _steps(item, context)
    received = item.history.received
    if received is not None and item.front.fiscal_year:
        start, end = fiscal_year_span(item.front.fiscal_year)
        if not start <= received <= end:
            yield report(
                codes.OUTSIDE_FISCAL_YEAR,
                item.place("history"),
                value=received.isoformat(),
                year=item.front.fiscal_year,
                start=short_date(start),
                end=short_date(end),
            )
    sent = item.front.sent_to_department
    if sent is not None:
        place = item.place("sent_to_department")
        if sent > context.horizon:
            yield report(
                codes.IN_THE_FUTURE,
                place,
                value=sent.isoformat(),
                as_of=context.horizon.isoformat(),
            )
        selected = next((each.day for each in item.history if each.word == State.SELECTED), None)
        if selected is not None and sent < selected:
            yield report(codes.SENT_TOO_EARLY, place, value=sent.isoformat())


def _steps(item: Item, context: Context) -> Iterator[Diagnostic]:
    state = State.DRAFT
    previous = None
    for index, entry in enumerate(item.history):
        place = item.place(f"history.{index}")
        if entry.day > context.horizon:
            yield report(
                codes.IN_THE_FUTURE,
                place,
                value=entry.day.isoformat(),
                as_of=context.horizon.isoformat(),
            )
        if previous is not None and entry.day < previous:
            yield report(
                codes.OUT_OF_ORDER, place, value=entry.day.isoformat(), before=previous.isoformat()
            )
        previous = entry.day
        after = State(entry.word)
        if index == 0 and after is State.DRAFT:
            continue
        step = step_between(state, after)
        if step is None:
            yield report(
                codes.STEP_NOT_ALLOWED,
                place,
                before=state.value,
                after=after.value,
                **allowed_in_words(state),
            )
        elif step.needs_reason and not entry.text:
            yield report(codes.NEEDS_REASON, place, state=after.value)
        state = after
