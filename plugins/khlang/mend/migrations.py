"""Files of an older schema, carried to the one that this program reads.

The schema of an archive is the number in `schema:` of its data files; items follow their archive.
A migration leads from one number to the next and is a function from path and text to text, for data
files and items alike. There has been one schema so far, so there is no migration yet: the first one
is written here when `schema` becomes 2, and is never taken out again.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

CURRENT = 1
_SCHEMA = re.compile(r"^schema:[ \t]*([0-9]{1,4})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Migration:
    """From the schema `before` to the next one. `carry` is asked for every file of the archive."""

    before: int
    what_th: str
    carry: Callable[[str, str], str]


MIGRATIONS: tuple[Migration, ...] = ()


class NotMigratedError(Exception):
    """Why an archive cannot be carried over, in Thai."""


def schema_of(text: str) -> int | None:
    """The number in a data file, or None where it has none."""
    match = _SCHEMA.search(text)
    return int(match[1]) if match else None


def needed(
    schema: int, migrations: Sequence[Migration] = MIGRATIONS, current: int = CURRENT
) -> tuple[Migration, ...]:
    """The steps from a schema to the current one. Raises NotMigratedError."""
    if schema > current:
        raise NotMigratedError(
            f"คลังนี้เป็นรุ่น {schema} ใหม่กว่าโปรแกรมซึ่งรู้จักถึงรุ่น {current} ให้ปรับรุ่นโปรแกรม khlang"
        )
    steps = {each.before: each for each in migrations}
    missing = [each for each in range(schema, current) if each not in steps]
    if missing:
        raise NotMigratedError(f"ไม่มีวิธีปรับจากรุ่น {missing[0]} เป็นรุ่น {missing[0] + 1}")
    return tuple(steps[each] for each in range(schema, current))


def carried(files: Mapping[str, str], steps: Sequence[Migration]) -> dict[str, str]:
    """Every file after all steps, each data file with its new number."""
    result = dict(files)
    for step in steps:
        for path, text in result.items():
            new = step.carry(path, text)
            number = rf"schema: {step.before + 1}"
            result[path] = _SCHEMA.sub(number, new, count=1) if path.endswith(".yml") else new
    return result
