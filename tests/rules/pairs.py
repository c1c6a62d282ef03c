"""Pairs: break one thing, read exactly its code at its place, mend it, read nothing any more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from tests.archive import AS_OF, Archive, Found, more

Steps = Callable[[Archive], Iterator[str]]


@dataclass(frozen=True)
class Pair:
    """A scenario of one code. `steps` breaks, yields the place to be told, and then mends.

    `also` are codes that the same break cannot but raise too.
    """

    code: str
    steps: Steps
    as_of: date = AS_OF
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.code}-{self.steps.__name__}"


@dataclass
class Pairs:
    """The pairs of one family of rules, in the order they are written."""

    found: list[Pair] = field(default_factory=list)

    def breaks(
        self, code: str, *, as_of: date = AS_OF, also: tuple[str, ...] = ()
    ) -> Callable[[Steps], Steps]:
        """Registers a scenario."""

        def register(steps: Steps) -> Steps:
            self.found.append(Pair(code, steps, as_of, also))
            return steps

        return register


def run(pair: Pair, archive: Archive) -> None:
    """Breaks and mends, and compares what is told in between with what is told afterwards."""
    steps = pair.steps(archive)
    place = next(steps)
    broken = archive.found(pair.as_of)
    next(steps, None)
    mended = archive.found(pair.as_of)

    told = [each for each in more(mended, broken) if _concerns(pair, each)]
    companions = [each for each in told if each[0] in pair.also]
    expected: list[Found] = [(pair.code, place)]
    assert [each for each in told if each not in companions] == expected
    assert {code for code, _ in companions} == set(pair.also)
    assert [each for each in more(broken, mended) if _concerns(pair, each)] == []


def _concerns(pair: Pair, found: Found) -> bool:
    """Shortfalls (KH-Q) follow from every item that comes or goes: only their own pairs look at them."""
    return pair.code.startswith("KH-Q") or not found[0].startswith("KH-Q")
