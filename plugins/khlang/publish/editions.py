"""Two editions of a site: the one that readers see, and the one before it, which the next is made of.

The difference to the new manifest is applied to the idle edition, which is checked and then takes
the other's place in one step. Until then nothing that readers see is touched: a kill, a full disk
or a write error costs the idle edition only, and the next run begins it anew. Files are never
written in place, so that the editions can share them by hard links.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from khlang.publish import manifest
from khlang.publish.exchange import exchange, resume
from khlang.publish.faults import NotPublished
from khlang.publish.lock import locked
from khlang.publish.manifest import Manifest

Put = Callable[[str, Path], None]
"""Puts the file of the new edition at a path to a place; asked only where no edition holds it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a new edition changed for its readers, in files."""

    files: int
    written: int
    removed: int


@dataclass(frozen=True, slots=True)
class Making:
    """A new edition in the making. `shown` is what can be relied on in the one that readers see;
    `staging` an empty folder on the same disk, which is gone when the making ends.
    """

    target: Path
    shown: Manifest
    staging: Path


class Editions:
    """The editions of the site that is published at `target`; the idle one lies beside it."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._folder = target.parent / f".{target.name}.editions"
        self._idle = self._folder / "previous"
        self._hold = self._folder / "hold"
        self._staging = self._folder / "staging"

    @contextmanager
    def making(self) -> Iterator[Making]:
        """Holds the editions while a new one is made: whoever comes second waits, and sees it.

        Raises NotPublished where `target` is something else than a site.
        """
        with locked(self._folder / "lock"):
            self._recover()
            _check_is_site(self._target)
            self._staging.mkdir()
            try:
                yield Making(self._target, _sound(self._target), self._staging)
            finally:
                shutil.rmtree(self._staging, ignore_errors=True)

    def publish(self, making: Making, new: Manifest, put: Put) -> Change:
        """Makes `new` the edition that readers see.

        Raises NotPublished where what is put is not what the manifest says; OSError where the disk
        will not have it.
        """
        if (
            new == making.shown == manifest.load(self._target)
        ):  # nothing to show; and the edition before stays the one before
            return Change(len(new), 0, 0)
        self._prepare(new, making.shown, put)
        if self._target.exists():
            exchange(self._target, self._idle, self._hold)
        else:
            self._idle.rename(self._target)
        written = sum(making.shown.get(path) != entry for path, entry in new.items())
        return Change(len(new), written, len(making.shown.keys() - new.keys()))

    def rollback(self) -> int:
        """Shows the edition before again; once more comes back. Gives its number of files.

        Raises NotPublished where there is none that is whole.
        """
        with locked(self._folder / "lock"):
            self._recover()
            before = manifest.load(self._idle)
            if before is None or _sound(self._idle) != before or not self._target.exists():
                raise NotPublished(
                    "ไม่มีเว็บรุ่นก่อนที่ครบถ้วนให้ย้อนกลับ", "there is no whole edition before this one"
                )
            exchange(self._target, self._idle, self._hold)
            return len(before)

    def forget(self) -> None:
        """Removes the edition before: what was taken off the site is then in neither."""
        with locked(self._folder / "lock"):
            self._recover()
            if self._idle.exists():
                shutil.rmtree(self._idle)

    def _recover(self) -> None:
        """What a killed run left: an exchange between its steps, or an edition half made."""
        resume(self._target, self._idle, self._hold)
        if self._idle.exists() and manifest.load(self._idle) is None:
            shutil.rmtree(self._idle)
        if self._staging.exists():
            shutil.rmtree(self._staging)

    def _prepare(self, new: Manifest, shown: Manifest, put: Put) -> None:
        """The idle edition becomes `new`. While it is without its manifest it is nothing."""
        held = _sound(self._idle)
        self._idle.mkdir(parents=True, exist_ok=True)
        (self._idle / manifest.NAME).unlink(missing_ok=True)
        _remove_others(self._idle, new)
        made: set[Path] = set()
        for path, entry in new.items():
            if held.get(path) == entry:
                continue
            place = self._idle / path
            if place.parent not in made:
                place.parent.mkdir(parents=True, exist_ok=True)
                made.add(place.parent)
            place.unlink(missing_ok=True)
            if shown.get(path) != entry or not _link(self._target / path, place):
                put(path, place)
            if not place.is_file() or place.stat().st_size != entry.size:
                raise NotPublished("เว็บรุ่นใหม่ไม่ครบถ้วน", f"the new edition is not whole: {path}")
        ignore = self._target / ".gitignore"
        if ignore.is_file():
            shutil.copyfile(ignore, self._idle / ".gitignore")
        (self._idle / manifest.NAME).write_bytes(manifest.dump(new))


def _sound(folder: Path) -> Manifest:
    """What can be relied on in an edition; nothing where there is none."""
    listed = manifest.load(folder)
    return {} if listed is None else manifest.same_sizes(folder, listed)


def _check_is_site(target: Path) -> None:
    """A folder that is no site of ours may hold anything: it is not ours to move away."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        return
    if target.is_symlink() or not target.is_dir():
        raise NotPublished(f"{target} ไม่ใช่โฟลเดอร์", f"{target} is not a folder")
    names = {each.name for each in target.iterdir()} - {".gitignore"}
    if names and not names & {manifest.NAME, "404.html"}:
        raise NotPublished(
            f"{target} มีไฟล์อื่นที่ไม่ใช่เว็บของคลังอยู่ ย้ายออกหรือเลือกโฟลเดอร์อื่นด้วย --site-dir",
            f"{target} holds something that is not a site: choose another folder by --site-dir",
        )


def _remove_others(folder: Path, new: Manifest) -> None:
    """Files that the new edition has not, then folders that this left empty."""
    left: set[Path] = set()
    for path, _ in list(manifest.walk(folder)):
        if path not in new:
            place = folder / path
            place.unlink()
            left.add(place.parent)
    while left:
        place = left.pop()
        if place != folder and not any(place.iterdir()):
            place.rmdir()
            left.add(place.parent)


def _link(source: Path, place: Path) -> bool:
    """The same file in the other edition; False where the file system has no links."""
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        return False
    return True
