"""Two editions of a site: the one that readers see, and the one before it, which the next is made of.

The difference to the new manifest is applied to the idle edition, which is checked and then takes
the other's place in one step. Until then nothing that readers see is touched: a kill, a full disk
or a write error costs the idle edition only, and the next run begins it anew. Files are never
written in place, so that the editions can share them by hard links.
"""

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
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
    `staging` an empty folder on the same disk, which is gone when the making ends; `whole` says
    whether nothing of what readers see is missing.
    """

    target: Path
    shown: Manifest
    staging: Path
    whole: bool


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
            listed = manifest.load(self._target)
            sound = manifest.same_sizes(self._target, listed or {})
            try:
                yield Making(self._target, sound, self._staging, sound == listed)
            finally:
                shutil.rmtree(self._staging, ignore_errors=True)

    def publish(self, making: Making, new: Manifest, put: Put) -> Change:
        """Makes `new` the edition that readers see.

        Raises NotPublished where what is put is not what the manifest says; OSError where the disk
        will not have it.
        """
        if making.whole and new == making.shown:
            return Change(len(new), 0, 0)  # and the edition before stays the one before
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
            whole = before is not None and manifest.same_sizes(self._idle, before) == before
            if before is None or not whole or not self._target.exists():
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
        if self._idle.exists() and not (self._idle / manifest.NAME).exists():
            shutil.rmtree(self._idle)
        if self._staging.exists():
            shutil.rmtree(self._staging)

    def _prepare(self, new: Manifest, shown: Manifest, put: Put) -> None:
        """The idle edition becomes `new`. While it is without its manifest it is nothing."""
        if self._idle.exists():
            listed: Manifest = manifest.load(self._idle) or {}
            (self._idle / manifest.NAME).unlink(missing_ok=True)
        else:
            listed = new
            self._staging.rename(self._idle)  # a first edition: all that was made, in one step
        lying = manifest.sizes(self._idle)
        _remove(self._idle, lying.keys() - new.keys())
        held = {path: each for path, each in listed.items() if lying.get(path) == each.size}
        made: set[str] = set()
        for path, entry in new.items():
            if held.get(path) == entry:
                continue
            place = f"{self._idle}/{path}"
            folder = place.rpartition("/")[0]
            if folder not in made:
                os.makedirs(folder, exist_ok=True)
                made.add(folder)
            with suppress(FileNotFoundError):
                os.unlink(place)
            if shown.get(path) != entry or not _link(f"{self._target}/{path}", place):
                put(path, Path(place))
            if not _has_size(place, entry.size):
                raise NotPublished("เว็บรุ่นใหม่ไม่ครบถ้วน", f"the new edition is not whole: {path}")
        ignore = self._target / ".gitignore"
        if ignore.is_file():
            shutil.copyfile(ignore, self._idle / ".gitignore")
        (self._idle / manifest.NAME).write_bytes(manifest.dump(new))


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


def _remove(folder: Path, paths: Iterable[str]) -> None:
    """Files, then folders that this left empty."""
    left: set[Path] = set()
    for path in paths:
        place = folder / path
        place.unlink()
        left.add(place.parent)
    while left:
        place = left.pop()
        if place != folder and not any(place.iterdir()):
            place.rmdir()
            left.add(place.parent)


def _has_size(place: str, size: int) -> bool:
    """Whether a file, and no link, lies there with so many bytes."""
    with suppress(FileNotFoundError):
        found = os.lstat(place)
        return stat.S_ISREG(found.st_mode) and found.st_size == size
    return False


def _link(source: str, place: str) -> bool:
    """The same file in the other edition; False where the file system has no links."""
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        return False
    return True
