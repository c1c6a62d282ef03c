"""Share cards as files: drawn once, then kept under the name that says what is on them."""

import hashlib
from contextlib import suppress
from pathlib import Path

from khlang.cards import Card
from khlang.files.cache import Cache

_DIGEST = hashlib.sha256().digest_size


class Drawn:
    """Cards that are kept below `.khlang/cards`, each after its checksum: what is harmed is made anew."""

    def __init__(self, root: Path) -> None:
        self._kept = Cache(root / ".khlang/cards")

    def content(self, card: Card) -> bytes:
        """The bytes of a card's picture."""
        kept = self._kept.read(card.name) or b""
        digest, content = kept[:_DIGEST], kept[_DIGEST:]
        if content and hashlib.sha256(content).digest() == digest:
            return content
        from khlang.cards.drawing import draw  # letters and pictures, loaded where a card is new

        content = draw(card)
        with suppress(OSError):  # a full disk costs time, not the site
            self._kept.write(card.name, hashlib.sha256(content).digest() + content)
        return content
