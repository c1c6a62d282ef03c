"""Progress of the province and of each unit: both measures side by side, never summed.

Lives here: one module a part of these pages. To add a part: a module here, a field of the view, and
its place in `site/templates/pages/province.html` or `unit.html`.
"""

from collections.abc import Iterator, Mapping, Sequence

from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic
from khlang.progress import Progress
from khlang.views.common import HOME, Covers, Meta, as_of_label
from khlang.views.progress.measures import Bar, bar
from khlang.views.progress.province import ProvinceView, province
from khlang.views.progress.unit import Items, UnitView, unit
from khlang.views.progress.words import honest_sentence
from khlang.views.progress.years import NoTargetsView, other_years

__all__ = [
    "Bar",
    "NoTargetsView",
    "ProvinceView",
    "UnitView",
    "bar",
    "build",
    "honest_sentence",
]


def build(
    corpus: Corpus,
    progress: Progress,
    covers: Covers,
    told: Mapping[str, Sequence[Diagnostic]] | None = None,
) -> Iterator[ProvinceView | UnitView | NoTargetsView]:
    """The current year at `progress/`, every other year at `progress/<year>/`.

    `told` are the diagnostics by path, given for the internal edition alone.
    """
    items = Items.of(corpus, covers, told)
    if progress.now is None:
        yield _no_targets(progress)
    for year in progress.years.values():
        base = "progress/" if year.year == progress.current else f"progress/{year.year}/"
        yield province(corpus, progress, year, base)
        for each in year.units:
            yield unit(corpus, progress, year, each, items, base)


def _no_targets(progress: Progress) -> NoTargetsView:
    year = progress.current
    return NoTargetsView(
        meta=Meta(
            "progress/",
            f"ความก้าวหน้า ปีงบประมาณ {year}",
            f"ยังไม่ได้กำหนดเป้าหมายปีงบประมาณ {year}",
            "progress",
            (HOME,),
        ),
        year=year,
        as_of=as_of_label(progress.as_of),
        other_years=other_years(progress, year),
    )
