"""Where attachments are examined and cleaned: through the cache, in the sandbox."""

import hashlib
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khlang.files.cache import Cache
from khlang.files.findings import Examination, Finding, Refused, dump, load
from khlang.files.kinds import Kind, has_magic
from khlang.files.limits import MB
from khlang.files.sandbox import Sandbox
from khlang.model.codes import links as codes

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # Office puts a locked document into an old one
_FACTS = ("width", "height", "extent")
_REASONS = {
    "time": {"reason_th": "นานเกินไป", "reason_en": "too long"},
    "memory": {"reason_th": "ใช้หน่วยความจำมากเกินไป", "reason_en": "too much memory"},
    "crash": {"reason_th": "โปรแกรมอ่านไฟล์หยุดกลางคัน", "reason_en": "the reader stopped"},
}


@dataclass(frozen=True, slots=True)
class Copy:
    """A cleaned copy in the cache. `width` and `height` in pixels, of pictures and films; `extent` in
    what its type is counted in.
    """

    path: Path
    size: int
    sha256: str
    width: int | None
    height: int | None
    extent: int | None


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small WebP picture in the cache, made from a cleaned copy."""

    path: Path
    width: int
    height: int
    sha256: str


class Workshop:
    """Examines and cleans the files of one archive. `folder` keeps the results."""

    def __init__(self, folder: Path, sandbox: Sandbox | None = None) -> None:
        self._cache = Cache(folder)
        self._sandbox = sandbox or Sandbox()

    def examine(self, file: Path, kind: Kind) -> Examination:
        """Everything about an attachment. A fault that cannot be found out is a finding, too."""
        data, found = _read(file, kind)
        if found is not None:
            return Examination((found,))
        name = f"{_digest(data)}{kind.suffix}.json"
        kept = self._cache.read(name)
        if kept is not None:
            try:
                return load(kept)
            except ValueError:
                pass  # not ours: made again below
        answer, result = self._sandbox.run("examine", kind.suffix, data)
        if answer["kind"] != "examined":
            return Examination((too_hard(answer["kind"]),))
        examination = load(result)
        self._cache.write(name, dump(examination))
        return examination

    def clean(self, file: Path, kind: Kind) -> Copy:
        """The copy for readers. Raises Refused for what the examination would not pass."""
        data, found = _read(file, kind)
        if found is not None:
            raise Refused(found.code, **found.values)
        stem = f"{_digest(data)}.clean"
        kept = self._kept(stem, kind.suffix)
        if kept is not None:
            return kept
        answer, result = self._sandbox.run("clean", kind.suffix, data)
        if answer["kind"] == "examined":
            finding = load(result).findings[0]
            raise Refused(finding.code, **finding.values)
        if answer["kind"] != "cleaned":
            finding = too_hard(answer["kind"])
            raise Refused(finding.code, **finding.values)
        facts = {name: _number(answer[name]) for name in _FACTS}
        written = json.dumps({"sha256": _digest(result), **facts}).encode()
        self._cache.write(f"{stem}{kind.suffix}", result)
        self._cache.write(f"{stem}{kind.suffix}.json", written)
        path = self._cache.path(f"{stem}{kind.suffix}")
        return Copy(path, len(result), _digest(result), **facts)

    def thumbnails(self, copy: Copy, kind: Kind) -> tuple[Thumbnail, ...]:
        """Small pictures of a cleaned copy, the smallest first; none where it cannot be drawn.

        That costs a reader nothing but the picture in a list, so it is no fault of the item.
        """
        if not kind.has_thumbnails:
            return ()
        index = f"{copy.sha256}.thumbnails.json"
        kept = self._kept_thumbnails(index)
        if kept is not None:
            return kept
        answer, result = self._sandbox.run("thumbnails", kind.suffix, copy.path.read_bytes())
        if answer["kind"] != "made":
            return ()
        facts: list[tuple[int, int, str]] = []
        at = 0
        for width, height, length in answer["sizes"]:
            data = result[at : at + length]
            at += length
            digest = _digest(data)
            self._cache.write(f"{digest}.webp", data)
            facts.append((width, height, digest))
        self._cache.write(index, json.dumps(facts).encode())
        return tuple(self._thumbnail(*each) for each in facts)

    def digest(self, file: Path) -> str:
        """The checksum of an attachment as it lies there."""
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def close(self) -> None:
        """Ends the child process. The workshop can go on being used."""
        self._sandbox.close()

    def _kept(self, stem: str, suffix: str) -> Copy | None:
        """A copy made before, if every byte of it is still as it was made."""
        data = self._cache.read(f"{stem}{suffix}")
        try:
            facts = json.loads(self._cache.read(f"{stem}{suffix}.json") or b"")
            numbers = {name: _number(facts[name]) for name in _FACTS}
            if data is None or facts["sha256"] != _digest(data):
                return None
        except (ValueError, KeyError, TypeError):
            return None
        return Copy(self._cache.path(f"{stem}{suffix}"), len(data), _digest(data), **numbers)

    def _kept_thumbnails(self, index: str) -> tuple[Thumbnail, ...] | None:
        """Thumbnails made before, if every byte of them is still as it was made."""
        try:
            facts = json.loads(self._cache.read(index) or b"")
            kept = tuple(self._thumbnail(*_thumbnail_facts(*each)) for each in facts)
        except (ValueError, TypeError):
            return None
        whole = all(
            (data := self._cache.read(each.path.name)) is not None and _digest(data) == each.sha256
            for each in kept
        )
        return kept if whole else None

    def _thumbnail(self, width: int, height: int, digest: str) -> Thumbnail:
        return Thumbnail(self._cache.path(f"{digest}.webp"), width, height, digest)


def _read(file: Path, kind: Kind) -> tuple[bytes, Finding | None]:
    """The bytes of a regular file, never through a link, or what can be said without looking in."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(file, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                return b"", Finding(codes.ATTACHMENT_DAMAGED, {})
            if status.st_size > kind.limit:
                size, limit = -(-status.st_size // MB), kind.limit // MB
                return b"", Finding(codes.ATTACHMENT_TOO_LARGE, {"size": size, "limit": limit})
            data = stream.read(kind.limit)
    except (OSError, ValueError):  # a name that no file can have
        return b"", Finding(codes.ATTACHMENT_DAMAGED, {})
    return data, _by_head(data, kind)


def _by_head(data: bytes, kind: Kind) -> Finding | None:
    """What the first bytes tell."""
    if not data:
        return Finding(codes.ATTACHMENT_EMPTY, {})
    if data.startswith(_LFS_POINTER):
        return Finding(codes.ATTACHMENT_IS_LFS_POINTER, {})
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED in data:
        return Finding(codes.ATTACHMENT_LOCKED, {})
    if not has_magic(kind, data):
        return Finding(codes.ATTACHMENT_NOT_ITS_TYPE, {"suffix": kind.suffix})
    return None


def too_hard(how: str) -> Finding:
    """Never kept: another machine, or an idle one, may do it."""
    return Finding(codes.ATTACHMENT_TOO_HARD, _REASONS[how])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _thumbnail_facts(width: Any, height: Any, digest: Any) -> tuple[int, int, str]:
    if not (isinstance(width, int) and isinstance(height, int) and isinstance(digest, str)):
        raise TypeError("not a thumbnail")
    return width, height, digest


def _number(value: Any) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError("not a number")
    return value
