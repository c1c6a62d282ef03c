"""The register of a network of persons, in the columns of the source with the line to sign.

It is made for a file outside the archive, by command and from a private file: it is no entry of
`PAPERS`, and nothing of it is kept.
"""

from collections.abc import Iterator, Mapping, Sequence

from khlang.export.paper import Cell, Column, Paper, Row
from khlang.export.papers.wording import REPORTER, fiscal_year
from khlang.model.corpus import Corpus
from khlang.model.targets import Register, RegisterColumn, Unit
from khlang.thai.text import thai_digits

_NUMBER = "number"
_SIGNATURE = "_signature"  # a column that is a line below the table
_MARK = "/"


def build(
    corpus: Corpus,
    register: Register,
    persons: Sequence[Mapping[str, str]],
    year: int,
    unit: Unit | None,
) -> Paper:
    """All persons of the province, or those of one unit, in the order of the private file."""
    shown = [each for each in register.columns if not each.key.endswith(_SIGNATURE)]
    office = "สำนักงานพัฒนาชุมชน" if unit and unit.is_district else ""
    whose = f"{office}{unit.full_th}" if unit else corpus.targets.province.name_th
    signed = len(shown) < len(register.columns)
    return Paper(
        name="network-register",
        sheet="ทะเบียนเครือข่าย",
        title=(register.name_th, f"{whose} {fiscal_year(year)}"),
        head=(),
        columns=tuple(column for each in shown for column in _columns(each)),
        rows=tuple(
            Row(tuple(cell for each in shown for cell in _cells(each, person, number)))
            for number, person in enumerate(persons, start=1)
        ),
        notes=(thai_digits(register.note_th),) if register.note_th else (),
        signature=REPORTER if signed else (),
    )


def _columns(column: RegisterColumn) -> Iterator[Column]:
    if column.values:
        for label in column.values.values():
            yield Column(label, 9, group=column.name_th, centred=True)
    else:
        is_number = column.key == _NUMBER
        yield Column(column.name_th, 6 if is_number else 24, centred=is_number)


def _cells(column: RegisterColumn, person: Mapping[str, str], number: int) -> Iterator[Cell]:
    if column.values:
        for key in column.values:
            yield _MARK if person.get(column.key) == key else None
    else:
        yield number if column.key == _NUMBER else person.get(column.key)
