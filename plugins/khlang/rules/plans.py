"""The plan files: what a page would have to leave out, or could not say."""

from collections.abc import Iterator

from khlang.model.codes import archive as codes
from khlang.model.codes import dates as date_codes
from khlang.model.diagnostic import Diagnostic, report
from khlang.model.plan import Compute, Plan
from khlang.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Rows, then outputs, then the calendar, of every year."""
    for year, plan in context.corpus.plans.items():
        file = f"content/plan/{year}.yml"
        for step_index, step in enumerate(plan.steps):
            for row_index, row in enumerate(step.rows):
                path = f"steps.{step_index}.rows.{row_index}"
                if row.status not in plan.status_by_slug:
                    place = context.place(file, f"{path}.status")
                    yield report(codes.UNKNOWN_STATUS, place, status=row.status)
                yield from _compute(context, file, f"{path}.compute", row.compute)
        for key in ("outputs", "outcomes"):
            for index, each in enumerate(getattr(plan, key)):
                yield from _entered(context, file, f"{key}.{index}.compute", each.compute)
        yield from _events(context, file, plan)


def _compute(context: Context, file: str, path: str, compute: Compute) -> Iterator[Diagnostic]:
    yield from _entered(context, file, path, compute)
    if compute.by != "manual" and compute.measure is None:
        yield report(codes.NO_MEASURE, context.place(file, f"{path}.by"), by=compute.by)


def _entered(context: Context, file: str, path: str, compute: Compute) -> Iterator[Diagnostic]:
    """A value by hand counts from its date; without evidence nobody can tell whether it is true."""
    if compute.value is not None and not (compute.date and compute.evidence_th):
        missing = "evidence_th" if compute.date else "date"
        place = context.place(file, f"{path}.value")
        yield report(codes.VALUE_WITHOUT_EVIDENCE, place, missing=missing)


def _events(context: Context, file: str, plan: Plan) -> Iterator[Diagnostic]:
    known = {*plan.centre_by_slug, *context.corpus.targets.unit_by_slug}
    for index, event in enumerate(plan.calendar):
        if event.end < event.start:
            place = context.place(file, f"calendar.{index}.end")
            dates = {"start": event.start.isoformat(), "end": event.end.isoformat()}
            yield report(date_codes.PERIOD_BACKWARDS, place, **dates)
        if event.place is not None and event.place not in known:
            place = context.place(file, f"calendar.{index}.place")
            yield report(codes.UNKNOWN_PLACE, place, slug=event.place)
