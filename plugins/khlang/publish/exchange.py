"""Exchange of the published folder: readers see the old site or the new one, never half of one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Gives a folder beside `target` to build into; on leaving without an error, exchanges them.

    Two renames: between them `target` is missing for a moment. What a killed run left behind is
    a folder `.<name>-*` beside the target, which nobody serves. `.gitignore` is carried over.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    staging, old = workshop / "new", workshop / "old"
    try:
        staging.mkdir()
        yield staging
        ignore = target / ".gitignore"
        if ignore.is_file():
            shutil.copyfile(ignore, staging / ".gitignore")
        if target.exists():
            target.rename(old)
        try:
            staging.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
