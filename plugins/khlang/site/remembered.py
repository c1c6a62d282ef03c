"""Files of the edition that readers see, with the keys under which they were made.

A file whose key is the same as then is neither rendered nor written: the new manifest takes its
entry over, and publishing takes the file from the edition.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from khlang.publish import manifest
from khlang.publish.cache import Cache, value
from khlang.publish.manifest import Entry, Manifest
from khlang.site.build import Output

EDITION = "KHLANG_EDITION"
"""Where `khlang build` publishes; a plain `mkdocs build` has no edition and makes every file."""


class Remembered:
    """What the edition at `target` holds, by path."""

    def __init__(self, cache: Cache, target: Path) -> None:
        self._cache = cache
        self._room = f"pages {target}"
        self._rows = cache.kept(self._room)
        listed = manifest.load(target)
        self._shown: Manifest = manifest.same_sizes(target, listed) if listed else {}

    @classmethod
    def of_environment(cls, cache: Cache) -> "Remembered | None":
        """For the edition that `khlang build` names."""
        target = os.environ.get(EDITION)
        return cls(cache, Path(target)) if target else None

    def entry(self, output: Output) -> Entry | None:
        """The entry of a file that is shown already, or None where it has to be made."""
        shown, row = self._shown.get(output.path), self._rows.get(output.path)
        if shown is None or row is None or not output.key or row[0] != output.key:
            return None
        return shown if value(row[1]) == (shown.size, shown.sha256) else None

    def remember(self, keys: Mapping[str, bytes], entries: Manifest) -> None:
        """Keeps the keys of files that were made, and forgets files that are no more."""
        rows = [
            (path, key, (entries[path].size, entries[path].sha256)) for path, key in keys.items()
        ]
        self._cache.write(self._room, rows, self._rows.keys() - entries.keys())
