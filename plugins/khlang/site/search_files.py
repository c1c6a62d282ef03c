"""The files of the search. Where readers see an edition already, its index is patched: the cost
follows the change. Where there is none, or it is not whole, all is made anew, by all cores.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, Protocol

from khlang.app import Archive
from khlang.app.forks import processes, spread
from khlang.app.version import program
from khlang.publish.cache import Cache, value
from khlang.search import Document, columns, numbered, record
from khlang.search.items import document, facets
from khlang.search.records import path_of
from khlang.site.output import Output

ROOM = "search"
_ALONE = 1000  # fewer items than this are written faster than forks are made
_PATCHED = 20  # one in so many may have changed for patching to be worth while

Make = Callable[[], bytes]


class Shown(Protocol):
    """The edition that readers see, and what is kept between builds."""

    cache: Cache
    target: Path

    def content(self, path: str, key: bytes) -> bytes | None:
        """A file of it, or None where it is not what was made under this key."""


class SearchFiles:
    """Everything below `search/` but the page; of public items alone."""

    def __init__(self, archive: Archive, shown: Shown | None = None) -> None:
        self._archive = archive
        self._shown = shown
        self._items = {item.id: item for item in archive.corpus.public}
        self._numbers = numbered(self._items)
        self._attached: dict[str, str] = {}
        self._new: dict[str, bytes] = {}
        self._last: Document | None = None
        self._keys_by_path: dict[str, bytes] = {}

    def outputs(self) -> Iterator[Output]:
        """A file for each item, whose postings are the note of its making; the columns of facets."""
        for id, number in self._numbers.items():
            yield Output(
                path_of(number),
                partial(self._record, id),
                key=self._keys[id],
                about=id,
                note=partial(self._postings_of, id),
            )
        for path, content in self._columns().items():
            yield Output(path, partial(bytes, content), key=_digest(content))

    def index(self, notes: Mapping[str, bytes] | None = None) -> Iterator[Output]:
        """The files of the index. `notes` are those of `outputs`, as far as these were made."""
        by_path = {path_of(number): id for id, number in self._numbers.items()}
        self._new.update((by_path[path], note) for path, note in (notes or {}).items())
        for path, (key, make) in sorted((self._patched() or self._anew()).items()):
            self._keys_by_path[path] = key
            yield Output(path, make, key=key)

    def find(self, path: str) -> Output | None:
        """One of the files, for a preview."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[str, Output]:
        return {output.path: output for output in (*self.outputs(), *self.index())}

    def read(self, outputs: Sequence[Output]) -> None:
        """Before they are made, in this process: what opens attachments is no matter for forks, and
        what all of them need is loaded once.
        """
        for each in outputs:
            if each.note:
                from khlang.search import postings  # noqa: F401

                self._attached[each.about] = self._archive.attached_text(self._items[each.about])

    def remember(self) -> None:
        """Keeps what the next build begins with."""
        if self._shown is None:
            return
        kept, room = self._shown.cache, f"{ROOM} {self._shown.target}"
        kept.write(ROOM, [(id, self._keys[id], packed) for id, packed in self._new.items()])
        known = {id: (number, self._keys[id]) for id, number in self._numbers.items()}
        kept.write(room, [("state", self._base, (known, self._keys_by_path))])

    @cached_property
    def _base(self) -> bytes:
        """Of what all documents follow from besides their items."""
        corpus = self._archive.corpus
        return _digest(repr((program(), corpus.taxonomy, corpus.targets.units)).encode())

    @cached_property
    def _keys(self) -> Mapping[str, bytes]:
        known = self._archive.keys
        return {id: _digest(self._base, known.get(id, b"")) for id in self._items}

    def _patched(self) -> dict[str, tuple[bytes, Make]] | None:
        """The index of the shown edition with what has changed since; None where it has to be anew."""
        state = self._state()
        if state is None:
            return None
        known, keys = state
        now = {id: (number, self._keys[id]) for id, number in self._numbers.items()}
        gone = {id: known[id] for id in known if now.get(id) != known[id]}
        come = [id for id in now if known.get(id) != now[id]]
        files: dict[str, tuple[bytes, Make]] = {
            path: (key, partial(self._whole, path)) for path, key in keys.items()
        }
        if not gone and not come:
            return files
        if (len(gone) + len(come)) * _PATCHED > len(now) + 200:
            return None
        before = self._kept({id: key for id, (_, key) in gone.items()})
        if len(before) < len(gone):
            return None
        after = self._postings(come)
        from khlang.search.index import update

        changed = update(
            self._read(keys),
            [(number, before[id]) for id, (number, _) in gone.items()],
            [(self._numbers[id], after[id]) for id in come],
        )
        if changed is None:
            return None
        for path, content in changed.items():
            if content is None:
                del files[path]
            else:
                files[path] = (_digest(content), partial(bytes, content))
        return files

    def _anew(self) -> dict[str, tuple[bytes, Make]]:
        return {
            path: (_digest(content), partial(bytes, content))
            for path, content in self._all_files.items()
        }

    @cached_property
    def _all_files(self) -> Mapping[str, bytes]:
        from khlang.search.index import build

        found = self._postings(list(self._numbers))
        documents = [(number, found[id]) for id, number in self._numbers.items()]
        count = processes() if len(documents) >= _ALONE else 1
        if count == 1:
            return build(documents)
        return build(documents, partial(spread, count=count))

    def _whole(self, path: str) -> bytes:
        """A file of the index that should have been there: the edition was harmed."""
        return self._all_files[path]

    def _state(self) -> tuple[dict[str, tuple[int, bytes]], dict[str, bytes]] | None:
        if self._shown is None:
            return None
        rows = self._shown.cache.some(f"{ROOM} {self._shown.target}", ["state"])
        if "state" not in rows or rows["state"][0] != self._base:
            return None
        state: Any = value(rows["state"][1])
        return state if state and state[0] else None

    def _read(self, keys: Mapping[str, bytes]) -> Callable[[str], bytes | None]:
        @cache
        def read(path: str) -> bytes | None:
            return self._shown.content(path, keys[path]) if self._shown and path in keys else None

        return read

    def _postings(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Of items: those just made, those kept where the content is the same, the rest from texts."""
        found = {id: self._new[id] for id in ids if id in self._new}
        found.update(self._kept({id: self._keys[id] for id in ids if id not in found}))
        for id in ids:
            if id not in found:
                found[id] = self._new[id] = self._postings_of(id)
        return found

    def _kept(self, keys: Mapping[str, bytes]) -> dict[str, bytes]:
        rows = self._shown.cache.some(ROOM, keys) if self._shown else {}
        packed = {id: value(row[1]) for id, row in rows.items() if row[0] == keys[id]}
        return {id: each for id, each in packed.items() if isinstance(each, bytes)}

    def _document(self, id: str) -> Document:
        """Raises Changed where the item's file is another than was judged."""
        if self._last is None or self._last.id != id:
            item = self._items[id]
            body = self._archive.body(item)
            if id not in self._attached:
                self._attached[id] = self._archive.attached_text(item)
            headings = [each.text for each in body.headings]
            corpus, attached = self._archive.corpus, self._attached[id]
            self._last = document(corpus, item, body.html, headings, attached)
        return self._last

    def _postings_of(self, id: str) -> bytes:
        from khlang.search.postings import postings

        (found,) = postings([self._document(id)])
        return found.tobytes()

    def _record(self, id: str) -> bytes:
        return record(self._document(id))

    def _columns(self) -> Mapping[str, bytes]:
        corpus = self._archive.corpus
        rows = []
        for id, number in self._numbers.items():
            day = self._items[id].history.first_published
            rows.append((number, day.isoformat() if day else "", facets(corpus, self._items[id])))
        return columns(rows)


def _digest(*parts: bytes) -> bytes:
    return hashlib.blake2b(b"".join(parts), digest_size=16).digest()
