"""What stands on a card, and the name that it has for as long as it looks the same."""

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version

STYLE = 2  # raised when cards are drawn otherwise: messengers keep a picture by its address
SIZE = (1200, 630)
_LIBRARIES = ("pillow", "uharfbuzz", "icu4py")  # their releases draw other bytes too


@dataclass(frozen=True)
class Card:
    """`hue` is the number of the category, 0 without one. `picture` is the file of a small picture
    that stands beside the words, and `picture_digest` its checksum; empty where there is none.
    """

    title: str
    category: str
    hue: int
    office: str
    site_name: str
    tagline: str
    note: str = ""
    picture: str = ""
    picture_digest: str = ""

    @cached_property
    def name(self) -> str:
        """The file's name, with a checksum of everything that is seen on it."""
        seen = (
            _drawn_by(),
            self.title,
            self.category,
            self.hue,
            self.office,
            self.site_name,
            self.tagline,
            self.note,
            self.picture_digest,
        )
        digest = hashlib.sha256(repr(seen).encode()).hexdigest()
        return f"card.{digest[:16]}.{'jpg' if self.picture else 'png'}"

    @property
    def media_type(self) -> str:
        return "image/jpeg" if self.picture else "image/png"


@cache
def _drawn_by() -> tuple[object, ...]:
    """What draws: asked of the disk once, not for every card."""
    return (STYLE, *map(version, _LIBRARIES))
