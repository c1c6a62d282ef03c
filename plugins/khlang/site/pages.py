"""The registry of page kinds: which template shows which view."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from khlang.app import Archive
from khlang.contribute import form, internal
from khlang.model.diagnostic import Diagnostic
from khlang.views import (
    activities,
    calendar,
    data_notes,
    item,
    listing,
    plan,
    progress,
    registers,
    search,
    topics,
)
from khlang.views.common import Covers, Meta


class View(Protocol):
    """What every page has, whatever else it shows."""

    @property
    def meta(self) -> Meta: ...


TEMPLATES: dict[type[Any], str] = {
    listing.ListView: "list.html",
    search.SearchView: "search.html",
    topics.TopicsView: "topics.html",
    progress.ProvinceView: "province.html",
    progress.UnitView: "unit.html",
    progress.NoTargetsView: "no_targets.html",
    plan.PlanView: "plan.html",
    plan.NoPlanView: "no_plan.html",
    calendar.CalendarView: "calendar.html",
    activities.ActivitiesView: "activities.html",
    registers.RegistersView: "registers.html",
    data_notes.DataNotesView: "data_notes.html",
    form.FormView: "contribute.html",
    internal.QueueView: "queue.html",
    internal.HiddenItemView: "hidden_item.html",
    item.ItemView: "item.html",
    item.TombstoneView: "tombstone.html",
    item.RedirectView: "redirect.html",
}


def archive_views(
    archive: Archive,
    covers: Covers,
    site_url: str,
    told: Mapping[str, Sequence[Diagnostic]] | None,
) -> Iterator[View]:
    """Every generated page but those of items and lists, and the home page; `told` for the internal edition."""
    corpus, figures = archive.corpus, archive.progress
    yield search.build(corpus)
    yield topics.build(corpus, figures.current)
    yield from progress.build(corpus, figures, covers, told)
    yield from plan.build(corpus, figures)
    yield from activities.build(corpus, figures)
    yield from registers.build(corpus, figures)
    yield from calendar.build(corpus, figures, site_url)
    yield data_notes.build(corpus, figures)
