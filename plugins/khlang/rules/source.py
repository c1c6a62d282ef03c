"""The source's known differences: always told, never repaired (brief, section 11)."""

from collections.abc import Iterator

from khlang.model.codes import source as codes
from khlang.model.diagnostic import Diagnostic, report
from khlang.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """The differences of the current year as recorded, and our sums beside the stated totals."""
    progress = context.progress.now
    if progress is None:
        return
    at = f"years.{progress.year}"
    for index, each in enumerate(progress.targets.known_differences):
        yield report(
            codes.KNOWN_DIFFERENCE,
            context.place("targets.yml", f"{at}.known_differences.{index}"),
            slug=each.slug,
            title=each.title_th,
            effect=each.effect_th,
            effect_en=each.effect,
            show=each.show_th,
            show_en=each.show,
        )
    totals = progress.targets.stated_totals
    stated = totals.plan.total if totals and totals.plan else None
    computed = progress.items.target
    if stated is not None and stated != computed:
        yield report(
            codes.TOTAL_DIFFERS,
            context.place("targets.yml", f"{at}.stated_totals.plan.total"),
            computed=computed,
            stated=stated,
            difference=computed - stated,
        )
