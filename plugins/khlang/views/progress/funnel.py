"""Items by state, as they narrow on their way to the reader, with the age of what waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from khlang.model.history import STATE_NAMES_TH, State


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """A state. `length` is that of its bar where the longest is 100; `age` is empty where nothing waits."""

    name: str
    count: int
    length: int
    age: str


def funnel(by_state: Mapping[State, int], waiting: Mapping[State, int]) -> tuple[FunnelRow, ...]:
    most = max(1, *by_state.values())
    return tuple(
        FunnelRow(
            name=STATE_NAMES_TH[state],
            count=count,
            length=round(100 * count / most),
            age=f"{waiting[state]} วัน" if state in waiting else "",
        )
        for state, count in by_state.items()
    )
