"""Vocabularies: the words a value may be, by slug, by Thai name and by alias."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from khlang.thai.text import fold


@dataclass(slots=True)
class Vocabulary:
    """The words of one closed list.

    `complete` is False where the file that holds the list had errors: a word that is missing
    from it is then not reported a second time.
    """

    names: dict[str, str] = field(default_factory=dict)  # slug -> Thai name
    spellings: dict[str, str] = field(default_factory=dict)  # normalised spelling -> slug
    complete: bool = True

    @classmethod
    def of(
        cls, entries: Iterable[tuple[str, str, Iterable[str]]], *, complete: bool = True
    ) -> "Vocabulary":
        """From (slug, Thai name, aliases)."""
        vocabulary = cls(complete=complete)
        for slug, name, aliases in entries:
            vocabulary.names[slug] = name
            for spelling in (slug, name, *aliases):
                vocabulary.spellings.setdefault(normalise(spelling), slug)
        return vocabulary

    def find(self, word: str) -> str | None:
        """The slug that `word` spells, or None."""
        return word if word in self.names else self.spellings.get(normalise(word))

    def closest(self, word: str) -> str | None:
        """The slug or Thai name most like `word`, or None where nothing is like it."""
        matches = difflib.get_close_matches(normalise(word), self.spellings, n=1, cutoff=0.6)
        return self.spellings[matches[0]] if matches else None


Vocabularies = Mapping[str, Vocabulary]


def normalise(word: str) -> str:
    """Folded, case-folded, spaces and hyphens and the sign ฯ left out."""
    return fold(word).casefold().replace(" ", "").replace("-", "").replace("_", "").replace("ฯ", "")
