"""A record of the model as YAML that the reader takes back: columns in their order, empty ones left out."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from khlang.model.columns import columns
from khlang.source.yaml_text import yaml_value


def flow(value: Any) -> str:
    """A value on one line: `{slug: items, date: "2022-07-05"}`."""
    if is_dataclass(value) and not isinstance(value, type):
        value = dict(_filled(value))
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(key)}: {flow(each)}' for key, each in value.items())}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(flow, value))}]"
    return yaml_value(value.isoformat() if isinstance(value, date) else value)


def block(record: Any, indent: int, deep: tuple[type, ...] = ()) -> Iterator[str]:
    """A record with a line a column; records of the types `deep` in lists are blocks themselves."""
    space = " " * indent
    for name, value in _filled(record):
        match value:
            case tuple() if any(is_dataclass(each) for each in value):
                yield f"{space}{name}:"
                for each in value:
                    yield from _entry(each, indent + 2, deep)
            case Mapping() if any(not isinstance(each, int) for each in value.values()):
                yield f"{space}{name}:"
                for key, each in value.items():
                    yield from _pair(_key(key), each, indent + 2)
            case _:
                yield f"{space}{name}: {flow(value)}"


def _entry(record: Any, indent: int, deep: tuple[type, ...]) -> Iterator[str]:
    if not isinstance(record, deep):
        yield f"{' ' * indent}- {flow(record)}"
        return
    lines = block(record, indent + 2, deep)
    yield f"{' ' * indent}- {next(lines).lstrip()}"
    yield from lines


def _pair(key: str, value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, tuple):
        yield f"{' ' * indent}{key}:"
        yield from (f"{' ' * (indent + 2)}- {flow(each)}" for each in value)
    else:
        yield f"{' ' * indent}{key}: {flow(value)}"


def _filled(record: Any) -> Iterator[tuple[str, Any]]:
    kind: type = type(record)
    for name, column in columns(kind).items():
        value = getattr(record, column.attribute)
        if value is not None and value != () and value != {}:
            yield name, value


def _key(key: object) -> str:
    return f'"{key}"' if isinstance(key, int) else str(key)
