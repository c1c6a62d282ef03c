"""Whether a published folder is what its manifest says, wherever it was copied to."""

from dataclasses import dataclass
from pathlib import Path

from khlang.publish import manifest
from khlang.publish.faults import NotPublished


@dataclass(frozen=True, slots=True)
class Verdict:
    """What differs, each in the order of the paths; `files` is the number of files listed."""

    files: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    unlisted: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.changed or self.unlisted)


def verify(folder: Path) -> Verdict:
    """Reads every byte of `folder`. Raises NotPublished where it holds no manifest."""
    listed = manifest.load(folder)
    if listed is None:
        raise NotPublished(
            f"{folder} ไม่มี {manifest.NAME} ที่อ่านได้ จึงไม่ใช่เว็บที่ khlang build สร้าง",
            f"no readable {manifest.NAME} in {folder}: not a site that khlang build made",
        )
    found = manifest.measure(folder)
    return Verdict(
        files=len(listed),
        missing=tuple(sorted(listed.keys() - found.keys())),
        changed=tuple(
            sorted(path for path in listed if found.get(path, listed[path]) != listed[path])
        ),
        unlisted=tuple(sorted(found.keys() - listed.keys())),
    )
