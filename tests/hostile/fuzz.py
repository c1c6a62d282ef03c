"""Inputs that nobody would write: mutated items, byte by byte, and texts that Hypothesis makes up.

Everything is drawn from a seed, so that two runs try the same. An input that ever raised is kept
in `cases/` and tried by every `make test`.
"""

import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import strategies as st

from khlang.cli.report import FORMATS
from tests.archive import ITEM, Archive
from tests.hostile.payloads import PAYLOADS
from tests.source.places import assert_inside

SECONDS = 2.0  # of processor time that one item may take, at most

_TOKENS = [
    b"---\n", b"\n", b"\r", b"\t", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b'"', b"'", b"|", b">",
    b"&a", b"*a", b"!!", b"%", b"@", b"`", b"```\n", b"~~~", b"**", b"__", b"<", b"</", b"-->", b"<!--",
    b"![](", b"](", b"[^1]", b"[^1]: ", b"> [!NOTE]\n", b"- [x] ", b"|-|-|\n", b"# ", b"\\", b"\\u202e",
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xe0\xb8", b"\xf0\x9f",
    "\u0e4d\u0e32".encode(), "\u0e33".encode(), "เ".encode(), "๒๕๖๘".encode(), b"\xed\xa0\x80", b"\xc0\x80",
    b"title:", b"history:", b"attachments:", b"fiscal_year: ", b"2025-06-31", b"null", b"~", b"9" * 40,
    b"&#x202e;", b"&#0;", b"&lt;", b"&#x110000;", b"data-sourcepos=\"1:1-1:1\"", b"https://", b"//", b"%00",
]  # fmt: skip


def seeds(repository: Path) -> list[bytes]:
    """Sound items to begin with: the samples of this repository, and some hostile ones."""
    items = sorted(repository.glob("content/items/**/*.md"))
    sound = [path.read_bytes() for path in items]
    return sound + [
        sound[number % len(sound)] + each.text.encode("utf-8", "surrogatepass")
        for number, each in enumerate(PAYLOADS[::9])
    ]


def mutations(count: int, sound: Sequence[bytes], seed: int = 2564) -> Iterator[bytes]:
    """`count` inputs, each a sound item with one to eight slips of another kind."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    for _ in range(count):
        data = bytearray(chance.choice(sound))
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            _slip(data, chance, sound)
        yield bytes(data)


def _slip(data: bytearray, chance: random.Random, sound: Sequence[bytes]) -> None:
    # Front matter is short and breaks more: half of the slips fall there.
    end = data.find(b"\n---", 4) + 4 if chance.random() < 0.5 else len(data)
    start = chance.randrange(max(1, min(end, len(data))))
    stop = min(len(data), start + chance.choice((1, 1, 2, 5, 40, 400)))
    match chance.randrange(9):
        case 0:
            data[start:stop] = b""
        case 1:
            data[start:start] = chance.choice(_TOKENS)
        case 2:
            data[start:stop] = chance.choice(_TOKENS)
        case 3 if start < len(data):
            data[start] ^= 1 << chance.randrange(8)
        case 4:
            data[start:start] = data[start:stop] * chance.choice((1, 2, 30))
        case 5:
            other = chance.choice(sound)
            at = chance.randrange(len(other))
            data[start:start] = other[at : at + chance.choice((3, 30, 300))]
        case 6:
            data[start:start] = chance.randbytes(chance.choice((1, 2, 8)))
        case 7:
            del data[start:]
        case _:
            data[start:stop] = bytes(reversed(data[start:stop]))


_WORDS = st.sampled_from(
    [
        "title",
        "unit",
        "kathu",
        "history",
        "2025-06-02 submitted",
        "fiscal_year",
        "2568",
        "tags",
        "~",
    ]
)
_VALUES = st.recursive(
    _WORDS | st.text(max_size=20) | st.integers().map(str) | st.booleans().map(str),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda several: f"[{', '.join(several)}]")
        | st.lists(st.tuples(_WORDS, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=12,
)
_KEYS = st.sampled_from(
    ["title", "summary", "category", "unit", "fiscal_year", "contributor", "with", "topics", "formats",
     "format_note", "origin", "tags", "language", "attachments", "video", "byline", "consent", "revised",
     "history", "supersedes", "aliases", "pii_exceptions", "sample"]
)  # fmt: skip
_FRONT = st.lists(st.tuples(_KEYS, _VALUES), max_size=10).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)
_BODIES = st.lists(
    st.sampled_from([each.text for each in PAYLOADS]) | st.text(max_size=60), max_size=5
).map("\n\n".join)
ITEMS: st.SearchStrategy[bytes] = st.one_of(
    st.binary(max_size=400),
    st.builds("---\n{}---\n{}".format, _FRONT, _BODIES).map(
        lambda text: text.encode("utf-8", "replace")
    ),
)
"""Items that are built and not mutated: any bytes, and any values under the keys of the field table."""

_LIVE = re.compile(
    r"<(?:script|iframe|object|embed|form|meta|base|style|link|svg|math|video|audio|template)\b",
    re.I,
)


def bear(archive: Archive, data: bytes) -> None:
    """Opens an archive that holds one such item: it is told inside the file, quickly, in every form,
    and what is left of its text has nothing that acts.
    """
    archive.write(f"content/items/2568/kathu/{ITEM}.md", data)
    begun = time.process_time()
    workspace = archive.check()
    for form in FORMATS.values():
        form(workspace, workspace.diagnostics).encode()
    if workspace.archive is not None:
        for item in workspace.archive.corpus.items:
            assert not _LIVE.search(workspace.archive.body(item).html)
    assert time.process_time() - begun < SECONDS
    for each in workspace.diagnostics:
        assert_inside(archive.root, each)
