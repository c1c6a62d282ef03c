"""One visit of a browser to a site of hostile and harmless items, in one of four states of defence."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.archives import (
    Bundle,
    address_of,
    alone,
    archive_of,
    files_of,
    unsanitised,
)
from tests.hostile.benign import BENIGN
from tests.hostile.browser import Outcome, Tour, see
from tests.hostile.payloads import Payload

PLAIN = (Payload(0, "plain", "คลื่น"),)
HARMLESS = {
    (Payload(1_000_000 + number, "harmless", text),): html
    for number, (text, html) in enumerate(BENIGN.values())
}
TOGETHER = 8
QUERIES = ("pwned", "script", "onerror", "javascript", "หัวข้อ", "ก่อน")


@dataclass(frozen=True)
class Defence:
    """What stands between an author and a reader."""

    sanitiser: bool = True
    policy: bool = True


def visit(
    root: Path, payloads: Sequence[Payload], defence: Defence, *, lists: Sequence[str] = ()
) -> tuple[Outcome, list[str]]:
    """What came of it, and the harmless texts that are shown otherwise than they should be.

    Every item is opened, and the given pages that list items: all of them, and some results of the
    search, if none is given. With the sanitiser payloads share items, and those of an item where something was
    seen are opened again one by one. Without it each has an item of its own, since one may
    swallow the next; pages that list items have nothing of their texts, and are left out.
    """
    if not defence.sanitiser:
        return _see(root, alone(payloads), defence, ())
    bundles = [tuple(payloads[at : at + TOGETHER]) for at in range(0, len(payloads), TOGETHER)]
    outcome, changed = _see(root, bundles, defence, lists or None)
    seen_at = [each for each in bundles if address_of(each) in outcome.addresses]
    if not seen_at:
        return outcome, changed
    elsewhere = outcome.of(outcome.addresses - {address_of(each) for each in seen_at})
    again, _ = _see(root, alone([each for bundle in seen_at for each in bundle]), defence, ())
    return elsewhere + (again if again.addresses else outcome), changed


def _see(
    root: Path, bundles: Sequence[Bundle], defence: Defence, lists: Sequence[str] | None
) -> tuple[Outcome, list[str]]:
    with nullcontext() if defence.sanitiser else unsanitised():
        archive = archive_of(root, [PLAIN, *bundles, *HARMLESS])
        files = files_of(archive, preview=not defence.policy)
    if lists is None:
        pages = (path.removesuffix("index.html") for path in files if path.endswith(".html"))
        # The form is alive, and shows nothing that anybody wrote.
        lists = [url for url in pages if not url.startswith(("items/", "contribute/"))]
        lists += [f"search/?q={query}" for query in QUERIES]
    tour = Tour(
        plain=address_of(PLAIN),
        addresses=[address_of(each) for each in bundles],
        guarded=defence.sanitiser,
        others=lists,
        expected={address_of(text): html for text, html in HARMLESS.items()}
        if defence.sanitiser
        else {},
    )
    return see(files, tour)
