"""One visit of a browser to a site of hostile and harmless items, in one of four states of defence."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.hostile.archives import address_of, archive_of, files_of, unsanitised
from tests.hostile.benign import BENIGN
from tests.hostile.browser import Outcome, Visitor
from tests.hostile.payloads import Payload
from tests.hostile.proxy import Internet

PLAIN = Payload(0, "plain", "คลื่น")
HARMLESS = {
    Payload(10_000 + number, "harmless", text): html
    for number, (text, html) in enumerate(BENIGN.values())
}


@dataclass(frozen=True)
class Defence:
    """What stands between an author and a reader."""

    sanitiser: bool = True
    policy: bool = True


def visit(
    browser: Browser,
    world: Internet,
    root: Path,
    payloads: Sequence[Payload],
    defence: Defence,
    *,
    lists: Sequence[str] = (),
) -> tuple[Outcome, list[str]]:
    """What came of it, and the harmless texts that are shown otherwise than they should be.

    Every item is opened, and the given pages that list items: all of them if none is given. A page
    whose head has other elements than that of a plain item counts as alive, but where the
    sanitiser is switched off.
    """
    with nullcontext() if defence.sanitiser else unsanitised():
        files = files_of(
            archive_of(root, [PLAIN, *payloads, *HARMLESS]), preview=not defence.policy
        )
    others = [path.removesuffix("index.html") for path in files if path.endswith(".html")]
    # The form is alive, and shows nothing that anybody wrote.
    lists = lists or [url for url in others if not url.startswith(("items/", "contribute/"))]
    with Visitor(browser, world, files) as visitor:
        head = visitor.see([address_of(PLAIN)])
        visitor.see(map(address_of, payloads), head=head if defence.sanitiser else None)
        visitor.see(lists)
        expected = {address_of(text): html for text, html in HARMLESS.items()}
        return visitor.outcome, visitor.unchanged(expected)
