"""From bytes to folded text: how a file was saved."""

import pytest

from khlang.source.reporter import Reporter
from khlang.source.text import MAX_FILE, MAX_LINE, decode, place_at


def read(data: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    """The text, and what is told as (code, line, column)."""
    reporter = Reporter()
    text = decode(data, "x.md", reporter)
    told = [(each.code.id, each.place.line, each.place.col) for each in reporter.diagnostics]
    return text, told


def test_utf8_is_read_as_it_is() -> None:
    """Thai, tabs and blank lines included."""
    assert read("ก\n\n\tข\n".encode()) == ("ก\n\n\tข\n", [])


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends_of_other_systems_are_understood(end: str) -> None:
    """A line is a line, and its number is the editor's."""
    assert read(f"ก{end}ข{end}".encode()) == ("ก\nข\n", [])


def test_the_encoding_of_old_thai_windows_is_named() -> None:
    """The officer is told which one, and where the first such letter stands."""
    reporter = Reporter()
    assert decode("title: ขุดหนอง".encode("cp874"), "x.md", reporter) is None
    (told,) = reporter.diagnostics
    assert (told.code.id, told.place.line, told.place.col) == ("KH-Y001", 1, 8)
    assert told.values["encoding"] == "Windows-874 (TIS-620)"


def test_an_unknown_encoding_is_not_guessed() -> None:
    """Bytes of which few are Thai letters come from somewhere else."""
    reporter = Reporter()
    decode("“hello” – €5".encode("cp1252"), "x.md", reporter)
    assert reporter.diagnostics[0].values["encoding"] == "?"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    """What Notepad calls Unicode."""
    mark = "\ufeff".encode(encoding)
    reporter = Reporter()
    assert decode(mark + "ก".encode(encoding), "x.md", reporter) is None
    assert reporter.diagnostics[0].values["encoding"] == "UTF-16"


def test_columns_count_characters_behind_thai_text() -> None:
    """The broken byte stands behind three characters, which are nine bytes."""
    assert read("ก\nน้ำ".encode() + b"\xff") == (None, [("KH-Y001", 2, 4)])


def test_a_byte_order_mark_is_told_and_left_out() -> None:
    """Notepad writes it; nothing else needs it."""
    assert read(b"\xef\xbb\xbfabc") == ("abc", [("KH-Y002", 1, 1)])


@pytest.mark.parametrize(
    "point", ["\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"]
)
def test_what_cannot_be_seen_is_refused(point: str) -> None:
    """Control characters, and line separators that YAML counts and no editor shows."""
    assert read(f"ก\nข{point}ค".encode()) == (None, [("KH-Y003", 2, 2)])


def test_a_decomposed_sara_am_is_counted_and_folded() -> None:
    """Told once, at the first, with the number of all."""
    reporter = Reporter()
    text = decode("ท\u0e4d\u0e32\nน\u0e49\u0e4d\u0e32".encode(), "x.md", reporter)
    assert text == "ทำ\nน้ำ"
    (told,) = reporter.diagnostics
    assert (told.code.id, told.values["count"]) == ("KH-Y004", 2)
    assert (told.place.line, told.place.col) == (1, 2)


def test_the_largest_file_is_read_and_one_byte_more_is_not() -> None:
    """Half a megabyte of text."""
    line = b"x" * 99 + b"\n"
    largest = line * (MAX_FILE // 100) + b"x" * (MAX_FILE % 100)
    assert read(largest) == (largest.decode(), [])
    assert read(largest + b"x") == (None, [("KH-Y005", 1, 1)])


def test_the_longest_line_is_read_and_one_letter_more_is_not() -> None:
    """Counted in characters, not in bytes."""
    longest = "ก" * MAX_LINE
    assert read(f"ข\n{longest}".encode()) == (f"ข\n{longest}", [])
    assert read(f"ข\n{longest}ก".encode()) == (None, [("KH-Y006", 2, 1)])


def test_a_place_is_a_line_and_a_column_from_one() -> None:
    """Of any offset into a text."""
    assert place_at("กข\nคง", 0, "x").col == 1
    place = place_at("กข\nคง", 4, "x", length=1)
    assert (place.line, place.col, place.end) == (2, 2, 3)
