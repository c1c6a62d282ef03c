"""The internal edition: the review queue, and a page for every item that readers may not see.

Only `khlang build --internal` asks for these pages, and it never writes into `site_build/`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khlang.body import Body
from khlang.contribute.review import waiting
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import SEVERITY_NAMES_TH, Diagnostic
from khlang.model.history import STATE_NAMES_TH, STEPS, State
from khlang.model.item import Item
from khlang.progress import Progress
from khlang.thai.dates import short_date
from khlang.views.common import HOME, Crumb, Meta
from khlang.views.downloads import downloads

_URL = "review/"


@dataclass(frozen=True, slots=True)
class Row:
    """An item in a table. `waits` and `due` are empty for one that waits for nobody here."""

    id: str
    title: str
    url: str
    unit: str
    state: str
    waits: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class QueueView:
    """What waits, oldest first; then everything else that is not public."""

    meta: Meta
    waiting: tuple[Row, ...]
    others: tuple[Row, ...]
    downloads: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A diagnostic of the item."""

    severity: str
    place: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class HiddenItemView:
    """An item as its reviewers read it. `body` is safe HTML, `decisions` what may be decided now:
    in words, and as the command that records it.
    """

    meta: Meta
    summary: str
    unit: str
    history: tuple[tuple[str, str, str], ...]
    files: tuple[str, ...]
    told: tuple[Told, ...]
    decisions: tuple[tuple[str, str], ...]
    body: str


def queue(corpus: Corpus, progress: Progress) -> QueueView:
    """The queue at the date of the figures."""
    rows, seen = [], set()
    for each in waiting(corpus, progress.as_of):
        seen.add(each.item.id)
        due = ""
        if each.deadline is not None:
            due = f"ช้ากว่ากำหนด {each.late} วัน" if each.late else "ทันกำหนด"
        rows.append(_row(corpus, each.item, f"{each.days} วัน", due))
    hidden = [item for item in corpus.items if not item.is_public and item.id not in seen]
    others = tuple(_row(corpus, item) for item in hidden)
    meta = Meta(_URL, "เรื่องที่รอพิจารณา", "เรื่องที่รอพิจารณา เก่าสุดก่อน", "", crumbs=(HOME,))
    return QueueView(meta, tuple(rows), others, tuple(_downloads(progress)))


def _downloads(progress: Progress) -> Iterator[Crumb]:
    """Lists of all items that count, in the current year: for the office alone."""
    if progress.now is not None:
        yield from downloads("items-by-unit", "รายการเรื่องรายหน่วยงาน", progress.current)
        yield from downloads("items-by-category", "รายการเรื่องตามหมวดหมู่", progress.current)


def item_page(
    corpus: Corpus, item: Item, body: Body, diagnostics: Sequence[Diagnostic]
) -> HiddenItemView:
    """The page of an item that is not public, with what is said of it."""
    title = item.front.title or item.id
    crumbs = (HOME, Crumb("เรื่องที่รอพิจารณา", _URL))
    entries = [(short_date(each.day), each.word, each.text) for each in item.history]
    return HiddenItemView(
        meta=Meta(
            address(item.id), f"{title} ({item.id})", item.front.summary or title, "", crumbs, title
        ),
        summary=item.front.summary or "",
        unit=_unit(corpus, item),
        history=tuple((day, STATE_NAMES_TH[State(word)], text) for day, word, text in entries),
        files=tuple(f"{each.title} ({each.file})" for each in item.front.attachments),
        told=tuple(map(told, diagnostics)),
        decisions=tuple(_decisions(item)),
        body=body.html,
    )


def _decisions(item: Item) -> Iterator[tuple[str, str]]:
    for step in STEPS:
        if step.before is item.history.state:
            reason = ' --reason "เหตุผล"' if step.needs_reason else ""
            command = f"khlang review {item.id} --to {step.after}{reason}"
            yield STATE_NAMES_TH[step.after], command


def told(each: Diagnostic) -> Told:
    """A diagnostic for the page of the item that it is about."""
    return Told(
        SEVERITY_NAMES_TH[each.severity],
        f"บรรทัด {each.place.line}",
        f"{each.message_th} ({each.code.id})",
        each.hint_th,
    )


def address(id: str) -> str:
    """Where the page of an item that is not public stands."""
    return f"{_URL}{id}/"


def _row(corpus: Corpus, item: Item, waits: str = "", due: str = "") -> Row:
    state = STATE_NAMES_TH[item.history.state]
    title, unit = item.front.title or item.id, _unit(corpus, item)
    return Row(item.id, title, address(item.id), unit, state, waits, due)


def _unit(corpus: Corpus, item: Item) -> str:
    unit = corpus.targets.unit_by_slug.get(item.front.unit)
    return unit.full_th if unit else item.front.unit
