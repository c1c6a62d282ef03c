"""Files of the repository that are printed from the code: written, or compared with what stands.

They are kept in Git so that editors and readers have them without running anything.
"""

from collections.abc import Mapping
from pathlib import Path


def stale(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Paths whose file is missing or says something else. CRLF, as Git may check out, is no change."""
    return tuple(path for path, text in files.items() if _standing(root / path) != text.encode())


def write(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Writes what is stale and returns its paths."""
    changed = stale(root, files)
    for path in changed:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def _standing(file: Path) -> bytes | None:
    return file.read_bytes().replace(b"\r\n", b"\n") if file.is_file() else None
