"""The files of a site, each taken over from the edition that readers see or made anew."""

from pathlib import Path

from khlang.app import Changed, NotPublishable, Workspace
from khlang.app.meter import Meter
from khlang.model.diagnostic import Severity
from khlang.publish.cache import Cache
from khlang.publish.editions import Making
from khlang.publish.manifest import Entry, entry_of_file
from khlang.site.build import SiteBuilder
from khlang.site.edition import Edition
from khlang.site.making import made
from khlang.site.opening import NotReady
from khlang.site.output import Output
from khlang.site.remembered import Remembered
from khlang.site.written import Written


def remake(
    workspace: Workspace, pages: Written, making: Making, cache: Cache, meter: Meter
) -> Edition:
    """The edition of an archive that can be published. Raises NotReady, OSError."""
    meter("รวบรวมหน้า")
    remembered = Remembered(cache, making)
    builder = SiteBuilder.of(workspace, pages.presentation, shown=remembered)
    try:
        outputs = _outputs(builder, pages)
    except Changed as fault:
        raise _changed(fault) from fault
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
        raise _changed(fault) from fault
    remembered.remember(outputs, entries)
    builder.search.remember()
    items = len(workspace.archive.corpus.items) if workspace.archive else 0
    return Edition(items, workspace.count(Severity.WARNING), entries, making.staging, copies)


def _outputs(builder: SiteBuilder, pages: Written) -> list[Output]:
    try:
        return [
            *builder.outputs(pages.addresses),
            *builder.files(pages.files),
            *map(builder.written, pages.pages),
        ]
    except NotPublishable as fault:
        raise NotReady("มีไฟล์แนบที่เผยแพร่ไม่ได้", [fault.diagnostic]) from fault


def _changed(fault: Changed) -> NotReady:
    return NotReady(f"{fault.path} เปลี่ยนระหว่างสร้างเว็บ สั่งอีกครั้ง")
