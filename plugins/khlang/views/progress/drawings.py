"""The charts of a year or of one unit in it, from their figures."""

from datetime import date

from khlang.model.corpus import Corpus
from khlang.progress import UnitProgress, YearProgress
from khlang.views.charts import months, pace
from khlang.views.charts.months import MonthsChart
from khlang.views.charts.pace import PaceChart, PaceFigures
from khlang.views.progress.words import pace_sentence


def pace_chart(each: YearProgress | UnitProgress, year: YearProgress) -> PaceChart:
    """Against the target of the units; what the plan states as their sum stands beside it (trap 1)."""
    label = f"เป้าหมาย {each.items.target}"
    totals = year.targets.stated_totals
    stated = totals.plan.total if totals and totals.plan else None
    if isinstance(each, YearProgress) and stated is not None and stated != each.items.target:
        label += f" (แผน {stated})"
    return pace.build(
        PaceFigures(
            timeline=each.timeline,
            done=each.items.done,
            target=each.items.target,
            pace=each.pace,
            as_of=year.as_of,
            end=max(year.targets.end, *(day for day, _ in each.timeline), date.min),
            target_label=label,
        ),
        pace_sentence(each, year),
    )


def months_chart(
    corpus: Corpus, each: YearProgress | UnitProgress, year: YearProgress
) -> MonthsChart:
    """Every month from the start of the work to the end of the year."""
    categories = [(slug, name.name_th) for slug, name in corpus.taxonomy.category_by_slug.items()]
    return months.build(each.months, categories, each.pace.start, year.targets.end)
