"""The files of a site, each taken over from the edition that readers see or made anew."""

from collections.abc import Callable, Sequence
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
    remaking = _Remaking(Remembered(cache, making), making.staging, meter)
    builder = SiteBuilder.of(workspace, pages.presentation, shown=remaking.remembered)
    try:
        outputs = _outputs(builder, pages)
        notes = remaking.settle(outputs, builder.search.read)
        index = list(builder.search.index(notes))
        remaking.settle(index)
    except Changed as fault:
        raise NotReady(f"{fault.path} เปลี่ยนระหว่างสร้างเว็บ สั่งอีกครั้ง") from fault
    remaking.remembered.remember([*outputs, *index], remaking.entries)
    builder.search.remember()
    items = len(workspace.archive.corpus.items) if workspace.archive else 0
    warnings = workspace.count(Severity.WARNING)
    return Edition(items, warnings, remaking.entries, making.staging, remaking.copies)


class _Remaking:
    """Files as they are settled: their entries, and the places of those that are copied."""

    def __init__(self, remembered: Remembered, staging: Path, meter: Meter) -> None:
        self.remembered = remembered
        self.entries: dict[str, Entry] = {}
        self.copies: dict[str, Path] = {}
        self._staging = staging
        self._meter = meter

    def settle(
        self, outputs: Sequence[Output], read: Callable[[Sequence[Output]], None] | None = None
    ) -> dict[str, bytes]:
        """Each is taken over or made; `read` is told first what has to be. Notes of those made.

        Raises Changed, OSError.
        """
        wanting: list[Output] = []
        for output in outputs:
            shown = self.remembered.entry(output)
            if shown is not None:
                self.entries[output.path] = shown
            elif output.copy_of is None:
                wanting.append(output)
            else:
                self.copies[output.path] = output.copy_of
                self.entries[output.path] = entry_of_file(output.copy_of)
        if read:
            read(wanting)
        new, notes = made(wanting, self._staging, self._meter)
        self.entries.update(new)
        return notes


def _outputs(builder: SiteBuilder, pages: Written) -> list[Output]:
    try:
        return [
            *builder.outputs(pages.addresses),
            *builder.files(pages.files),
            *map(builder.written, pages.pages),
        ]
    except NotPublishable as fault:
        raise NotReady("มีไฟล์แนบที่เผยแพร่ไม่ได้", [fault.diagnostic]) from fault
