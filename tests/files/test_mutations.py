"""Damaged files of every type: never an exception, always either a fault or a copy that is clean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khlang.files import jobs
from khlang.files.findings import Refused, dump, load
from khlang.files.worker import answer
from tests.files.samples import DIRTY, unzipped, zipped

SOURCES = {suffix: make() for suffix, make in DIRTY.items()}
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("set", "cut", "put", "copy", "end")),
        st.floats(0, 1, exclude_max=True),
        st.binary(min_size=1, max_size=24),
    ),
    min_size=1,
    max_size=8,
)


def mutated(data: bytes, edits: list[tuple[str, float, bytes]]) -> bytes:
    """Bytes set, cut out, put in, copied to another place; the end missing."""
    result = bytearray(data)
    for kind, where, piece in edits:
        at = int(where * len(result))
        match kind:
            case "set":
                result[at : at + 1] = piece[:1]
            case "cut":
                del result[at : at + len(piece)]
            case "put":
                result[at:at] = piece
            case "copy":
                other = piece[0] * len(result) // 256
                result[at : at + len(piece)] = result[other : other + len(piece)]
            case _:
                del result[at:]
    return bytes(result)


def _judged(data: bytes, suffix: str) -> None:
    """Nothing but Refused comes out, and what is published is clean and stays as it is."""
    examination = jobs.examine(data, suffix)
    assert load(dump(examination)) == examination
    try:
        copy = jobs.clean(data, suffix).data
    except Refused:
        return
    errors = [each.code.id for each in examination.findings if each.code.severity == "error"]
    assert errors == []
    assert jobs.clean(copy, suffix).data == copy


@pytest.mark.parametrize("suffix", sorted(SOURCES))
@given(edits=EDITS)
@settings(max_examples=40)
def test_a_damaged_file_is_a_fault_or_a_clean_copy(
    suffix: str, edits: list[tuple[str, float, bytes]]
) -> None:
    _judged(mutated(SOURCES[suffix], edits), suffix)


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".xlsx"])
@given(edits=EDITS, which=st.integers(0, 10**6))
@settings(max_examples=40)
def test_a_document_with_a_damaged_part_is_a_fault_or_a_clean_copy(
    suffix: str, edits: list[tuple[str, float, bytes]], which: int
) -> None:
    """The zip is whole, so that the damage reaches what reads the parts."""
    files = unzipped(SOURCES[suffix])
    name = sorted(files)[which % len(files)]
    _judged(zipped({**files, name: mutated(files[name], edits)}), suffix)


@pytest.mark.parametrize("suffix", sorted(SOURCES))
@given(data=st.binary(max_size=200))
@settings(max_examples=30)
def test_any_bytes_behind_the_right_ones_are_a_fault(suffix: str, data: bytes) -> None:
    """As the child answers them."""
    header = {"job": "examine", "suffix": suffix}
    found = load(answer(header, SOURCES[suffix][:8] + data)[1])
    assert [each.code.severity for each in found.findings][:1] == ["error"]
