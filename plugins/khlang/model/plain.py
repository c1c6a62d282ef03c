"""Records of the model as plain tuples and back, by their declared types: what a cache can keep."""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Record = TypeVar("_Record")
Restore = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """Text, numbers, None and tuples of them: dates as their ordinal, records by their fields."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, tuple):
        return tuple(map(to_plain, value))
    if not is_dataclass(value):
        raise TypeError(f"no plain form for {type(value).__name__}")
    record: Any = type(value)
    return tuple(to_plain(getattr(value, name)) for name in _names(record))


def from_plain(record: type[_Record], plain: Any) -> _Record:
    """A record from its plain form. Raises TypeError or ValueError where it is not of that form."""
    kind: Any = record
    restored: _Record = _record(kind)(plain)
    return restored


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record))


@cache
def _record(record: Any) -> Restore:
    hints = get_type_hints(record)
    names = _names(record)
    changed = [(at, each) for at, name in enumerate(names) if (each := _restore(hints[name]))]

    def restore(plain: Any) -> Any:
        values = list(plain)
        for at, each in changed:
            if values[at] is not None and values[at] != ():
                values[at] = each(values[at])
        return record(**dict(zip(names, values, strict=True)))

    return restore


def _restore(hint: Any) -> Restore | None:
    """How a value of this type is restored, or None where it is what it was."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
        return _restore(hint)
    if origin is tuple:
        inner = _restore(get_args(hint)[0])
        return (lambda values: tuple(map(inner, values))) if inner else None
    if hint is date:
        return date.fromordinal
    record: Any = hint
    return _record(record) if is_dataclass(hint) else None
