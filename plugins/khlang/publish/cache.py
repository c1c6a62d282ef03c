"""What is kept between builds: rows by name, each under the key of all it was made from.

One SQLite file below `.khlang/`, which may be deleted at any time: a cache that cannot be read is
begun anew, and one that cannot be written is done without. Values are written by `marshal`, which
holds data and never code; what cannot be read back counts as not kept.
"""

import marshal
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

FORMAT = 1  # raised when rows are written otherwise; an older file is begun anew
_DAMAGED = (EOFError, ValueError, TypeError)

Row = tuple[str, bytes, Any]
"""Name, key, value."""


class Cache:
    """Rooms of rows. Never raises for the state of the disk."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "cache.db"
        self._connection = self._open()

    def kept(self, room: str) -> dict[str, tuple[bytes, bytes]]:
        """Every row of a room: its key and its value, still as bytes for `value`."""
        with suppress(sqlite3.Error):
            found = self._connection.execute(
                "SELECT name, key, value FROM rows WHERE room = ?", (room,)
            )
            return {name: (key, value) for name, key, value in found}
        return {}

    def some(self, room: str, names: Iterable[str]) -> dict[str, tuple[bytes, bytes]]:
        """Rows of a room by their names, where there are any."""
        found: dict[str, tuple[bytes, bytes]] = {}
        with suppress(sqlite3.Error):
            for name in names:
                row = self._connection.execute(
                    "SELECT key, value FROM rows WHERE room = ? AND name = ?", (room, name)
                ).fetchone()
                if row:
                    found[name] = row
        return found

    def write(self, room: str, rows: Iterable[Row], gone: Iterable[str] = ()) -> None:
        """Keeps rows and forgets others: all of it or nothing."""
        with suppress(sqlite3.Error), self._connection:
            self._connection.executemany(
                "DELETE FROM rows WHERE room = ? AND name = ?", ((room, name) for name in gone)
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)",
                ((room, name, key, marshal.dumps(value)) for name, key, value in rows),
            )

    def close(self) -> None:
        self._connection.close()

    def _open(self) -> sqlite3.Connection:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return _connect(self._file)
        except (OSError, sqlite3.Error):
            pass
        try:
            self._file.unlink(missing_ok=True)
            return _connect(self._file)
        except (OSError, sqlite3.Error):
            return _connect(":memory:")


def value(data: bytes) -> Any:
    """A row's value, or None where it cannot be read."""
    with suppress(*_DAMAGED):
        return marshal.loads(data)  # noqa: S302  # our own file
    return None


def _connect(file: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=20)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version not in (0, FORMAT):
        connection.execute("DROP TABLE IF EXISTS rows")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS rows"
        " (room TEXT, name TEXT, key BLOB, value BLOB, PRIMARY KEY (room, name)) WITHOUT ROWID"
    )
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    # A kill may cost the last rows, never the site: what is lost is made again.
    connection.execute("PRAGMA synchronous = OFF")
    connection.commit()
    return connection
