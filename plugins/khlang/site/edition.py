"""A new edition of the site: what readers see already is taken over, the rest is made and staged."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khlang.app import Opening
from khlang.app.clock import today
from khlang.app.meter import SILENT, Meter
from khlang.publish import manifest
from khlang.publish.cache import Cache, value
from khlang.publish.editions import Making
from khlang.publish.manifest import Manifest
from khlang.site import written
from khlang.site.opening import NotReady, day_of_environment, publishable
from khlang.site.written import NotRendered, Written

ROOM = "editions"


@dataclass(frozen=True, slots=True)
class Edition:
    """The files of an edition; `put` brings one that is not shown yet to its place.

    `items` is the number of items in the archive, `warnings` of the warnings about it.
    """

    items: int
    warnings: int
    files: Manifest
    staging: Path
    copies: Mapping[str, Path]

    def put(self, path: str, place: Path) -> None:
        copied = self.copies.get(path)
        if copied is None:
            (self.staging / path).rename(place)
        else:
            shutil.copyfile(copied, place)


def make(
    root: Path,
    making: Making,
    *,
    as_of: date | None = None,
    internal: bool = False,
    meter: Meter = SILENT,
) -> Edition:
    """The edition of the archive as it is now, staged. Raises NotReady, OSError."""
    cache = Cache(root / ".khlang")
    pages = _written(root, cache, meter)
    presentation = replace(pages.presentation, internal=internal or pages.presentation.internal)
    pages = replace(pages, presentation=presentation)
    day = as_of or day_of_environment()
    opening = Opening(root, today=today(), as_of=day, kept=cache, meter=meter)
    stamp = opening.stamp_with(repr(pages))
    edition = _unchanged(making, cache, stamp)
    if edition is None:
        from khlang.site import remaking  # the whole site, for which templates and fonts are loaded

        edition = remaking.remake(
            publishable(opening, internal=presentation.internal), pages, making, cache, meter
        )
        shown = manifest.entry_of(manifest.dump(edition.files)).sha256
        row = (edition.items, edition.warnings, shown)
        cache.write(ROOM, [(str(making.target), stamp, row)])
    cache.close()
    return edition


def _unchanged(making: Making, cache: Cache, stamp: bytes) -> Edition | None:
    """The edition that readers see, if it is whole and was made of the very same."""
    key, kept = cache.kept(ROOM).get(str(making.target), (b"", b""))
    if key != stamp:
        return None
    try:
        items, warnings, shown = value(kept)
    except (TypeError, ValueError):
        return None
    if shown != manifest.entry_of(manifest.dump(making.shown)).sha256:
        return None
    return Edition(items, warnings, making.shown, making.staging, {})


def _written(root: Path, cache: Cache, meter: Meter) -> Written:
    try:
        return written.current(root, cache, meter)
    except NotRendered as fault:
        opening = Opening(root, today=today(), kept=cache)
        publishable(opening, internal=False)  # what has a place is told by its place
        raise NotReady("แก้ mkdocs.yml หรือหน้าที่เขียนด้วยมือตามข้อความข้างต้นก่อน") from fault
