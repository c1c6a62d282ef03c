"""A text as all finders share it: made plain and cut into runs of digits once."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from khlang.privacy.nearby import web_addresses
from khlang.privacy.numbers import Run, runs
from khlang.privacy.plain import plain


@dataclass(frozen=True)
class Reading:
    """A plain text. Offsets in it are offsets in the text it was made of."""

    text: str

    @classmethod
    def of(cls, text: str) -> "Reading":
        return cls(plain(text))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(runs(self.text))

    @cached_property
    def _web_addresses(self) -> tuple[tuple[int, int], ...]:
        return tuple(web_addresses(self.text))

    def is_in_web_address(self, at: int) -> bool:
        """Whether an offset is inside a web address."""
        before = bisect_right(self._web_addresses, (at, len(self.text)))
        return before > 0 and at < self._web_addresses[before - 1][1]
