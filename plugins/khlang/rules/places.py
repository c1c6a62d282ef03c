"""Ids, paths, and references between items."""

from collections.abc import Iterator

from khlang.model.codes import places as codes
from khlang.model.codes.encoding import LOOKALIKE
from khlang.model.columns import compiled
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.model.item import ITEM_ID, Item
from khlang.rules.context import Context
from khlang.thai.characters import point, stranger


def check(item: Item, context: Context) -> Iterator[Diagnostic]:
    """Front matter decides; the path must agree (design section 3)."""
    front = item.front
    year, unit = item.path.split("/")[2:4]
    top = Place(item.path)
    if char := stranger(item.path):
        what = {"what": "the path", "what_th": "ชื่อไฟล์หรือโฟลเดอร์"}
        yield report(LOOKALIKE, top, point=point(char), **what)
    elif not compiled(ITEM_ID.pattern or "").fullmatch(item.id):
        yield report(codes.BAD_ID, top, id=item.id, unit=front.unit)
    elif item.id.rpartition("-")[0] not in (front.unit, unit):  # else the folder is told below
        yield report(codes.WRONG_UNIT_IN_ID, top, id=item.id, unit=front.unit)
    if unit not in context.corpus.targets.unit_by_slug:
        yield report(codes.UNKNOWN_YEAR_OR_UNIT_FOLDER, top, folder=unit)
    elif unit != front.unit:
        yield report(
            codes.WRONG_UNIT_FOLDER,
            item.place("unit"),
            unit=front.unit,
            folder=unit,
            year=front.fiscal_year,
        )
    if year != str(front.fiscal_year):
        yield report(
            codes.WRONG_YEAR_FOLDER,
            item.place("fiscal_year"),
            year=front.fiscal_year,
            folder=year,
            unit=front.unit,
        )


def check_archive(context: Context) -> Iterator[Diagnostic]:
    """`supersedes` and `aliases` against the ids of all items."""
    items = context.corpus.item_by_id
    for item in context.corpus.items:
        older = item.front.supersedes
        if older and older not in items:
            yield report(
                codes.UNKNOWN_REFERENCE, item.place("supersedes"), id=older, key="supersedes"
            )
        elif chain := _circle(item, context):
            yield report(codes.SUPERSEDES_ITSELF, item.place("supersedes"), chain=" → ".join(chain))
        for index, alias in enumerate(item.front.aliases):
            if alias in items:
                yield report(
                    codes.ALIAS_TAKEN,
                    item.place(f"aliases.{index}"),
                    id=alias,
                    other=items[alias].path,
                )


def _circle(item: Item, context: Context) -> tuple[str, ...]:
    """The ids from an item back to itself along `supersedes`; empty where there is no circle."""
    chain = [item.id]
    older = item.front.supersedes
    while older and older in context.corpus.item_by_id:
        if older == item.id:
            return (*chain, older)
        if older in chain:
            return ()
        chain.append(older)
        older = context.corpus.item_by_id[older].front.supersedes
    return ()
