"""A new edition of the site: what readers see already is taken over, the rest is made and staged."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khlang.app import Changed, NotPublishable
from khlang.app.meter import SILENT, Meter
from khlang.model.diagnostic import Severity
from khlang.publish.cache import Cache
from khlang.publish.editions import Making
from khlang.publish.manifest import Entry, Manifest, entry_of_file
from khlang.site import written
from khlang.site.build import Output
from khlang.site.making import made
from khlang.site.opening import NotReady, publishable, site_builder
from khlang.site.remembered import Remembered
from khlang.site.written import Presentation, Written


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
    workspace = publishable(root, presentation, cache=cache, as_of=as_of, meter=meter)
    meter("รวบรวมหน้า")
    builder = site_builder(workspace, presentation)
    remembered = Remembered(cache, making)
    try:
        outputs = [
            *builder.outputs(pages.addresses),
            *builder.files(pages.files),
            *map(builder.written, pages.pages),
        ]
    except NotPublishable as fault:
        raise NotReady("มีไฟล์แนบที่เผยแพร่ไม่ได้", [fault.diagnostic]) from fault
    entries: dict[str, Entry] = {}
    copies: dict[str, Path] = {}
    wanting: list[Output] = []
    for output in outputs:
        shown = remembered.entry(output)
        if shown is not None:
            entries[output.path] = shown
        elif output.copy_of is None:
            wanting.append(output)
        else:
            copies[output.path] = output.copy_of
            entries[output.path] = entry_of_file(output.copy_of)
    try:
        entries.update(made(wanting, making.staging, meter))
    except Changed as fault:
        raise NotReady(f"{fault.path} เปลี่ยนระหว่างสร้างเว็บ สั่งอีกครั้ง") from fault
    remembered.remember(outputs, entries)
    cache.close()
    items = len(workspace.archive.corpus.items) if workspace.archive else 0
    warnings = workspace.count(Severity.WARNING)
    return Edition(items, warnings, entries, making.staging, copies)


def _written(root: Path, cache: Cache, meter: Meter) -> Written:
    kept = written.kept(root, cache)
    if kept is not None:
        return kept
    meter("หน้าที่เขียนด้วยมือ")
    from khlang.site import handwritten  # MkDocs takes a second to load

    try:
        pages, is_ours = handwritten.render(root)
    except handwritten.NotRendered as fault:
        publishable(root, Presentation(), cache=cache)  # what has a place is told by its place
        raise NotReady("แก้ mkdocs.yml หรือหน้าที่เขียนด้วยมือตามข้อความข้างต้นก่อน") from fault
    if is_ours:
        written.keep(root, cache, pages)
    return pages
