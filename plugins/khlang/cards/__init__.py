"""Share cards: the picture of an item that messengers show, 1200 × 630 pixels.

`lettering` sets and draws words, `lines` breaks a title where a reader would, `drawing` puts a card
together. Knows no item: a card is words, a hue and at most a picture. May import: nothing of ours.
"""

from khlang.cards.card import SIZE, Card

__all__ = ["SIZE", "Card"]
