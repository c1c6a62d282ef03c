"""Strict, located YAML."""

import pytest

from khlang.source.reporter import Reporter
from khlang.source.yaml_nodes import MAX_DEPTH, Mapping, Scalar, Sequence, compose


def read(text: str) -> tuple[object, list[tuple[str, int, int]]]:
    reporter = Reporter()
    node = compose(text, "x.yml", reporter)
    return node, [(each.code.id, each.place.line, each.place.col) for each in reporter.diagnostics]


def value(text: str) -> Scalar:
    node, told = read(text)
    assert told == []
    assert isinstance(node, Mapping)
    found = node.pairs["key"][1]
    assert isinstance(found, Scalar)
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "on",
        "12:30",
        "010",
        "0x1F",
        "1e3",
        "2401",
        "2021-07-05",
        "1_000",
        ".5",
        "=",
        "true",
    ],
)
def test_trap_28_a_plain_value_stays_the_text_that_was_typed(typed: str) -> None:
    """YAML 1.1 makes False, 750, 8, 31, 1000.0 and dates of them (trap 28)."""
    assert value(f"key: {typed}").value == typed


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", '""', "'  '"])
def test_nothing_can_be_said_in_several_ways(typed: str) -> None:
    """Each of them means that the key was left empty."""
    assert value(f"key: {typed}").is_null


@pytest.mark.parametrize("typed", ['"null"', "nil", "0", "none", '"~"'])
def test_a_word_that_only_sounds_empty_is_a_value(typed: str) -> None:
    """Quotes make text of anything that is not blank."""
    assert not value(f"key: {typed}").is_null


def test_places_count_characters_and_ends_are_exclusive() -> None:
    """Behind Thai marks, which take bytes and no columns, the caret is where the editor's is."""
    node, _ = read('ที่: [กุ้ง, “ปู”]\nก่อน: "น้ำ"\n')
    assert isinstance(node, Mapping)
    key, listed = node.pairs["ที่"]
    assert (key.place.line, key.place.col, key.place.end) == (1, 1, 4)
    assert isinstance(listed, Sequence)
    second = listed.items[1].place
    assert (second.line, second.col, second.end) == (1, 13, 17)
    quoted = node.pairs["ก่อน"][1].place
    assert (quoted.line, quoted.col, quoted.end) == (2, 7, 12)


def test_a_value_of_several_lines_has_a_beginning_only() -> None:
    """Its end lies on another line."""
    place = value("key: |\n  ก\n  ข\n").place
    assert (place.line, place.col, place.end) == (1, 6, 0)


@pytest.mark.parametrize(
    ("text", "code", "line", "col"),
    [
        ("a: &ก x", "KH-Y025", 1, 4),
        ("a: &b x", "KH-Y025", 1, 4),
        ("a: *b", "KH-Y025", 1, 4),
        ("a: *สำคัญ*", "KH-Y025", 1, 4),
        ("a: !!python/object:os.system x", "KH-Y025", 1, 4),
        ("a: !สำคัญ x", "KH-Y025", 1, 4),
        ("a: !!binary aGk=", "KH-Y025", 1, 4),
        ("<<: *b", "KH-Y025", 1, 5),
        ("น้ำ: 1\nน้ำ: 2", "KH-Y026", 2, 1),
        ("a: 1\nb: {c: 1, c: 2}", "KH-Y026", 2, 11),
        ("[a]: 1", "KH-Y028", 1, 1),
        ("? {a: 1}\n: 2", "KH-Y028", 1, 3),
        ("a: 1\n---\nb: 2", "KH-Y029", 2, 1),
        ("หัวข้อ: น้ำ: ดิน", "KH-Y021", 1, 12),
        ("a:\n\t- ข", "KH-Y022", 2, 1),
        ("a: ก\n\tb: ข", "KH-Y022", 2, 1),
        ("ที่: @ขุด", "KH-Y023", 1, 6),
        ("ที่: `ขุด`", "KH-Y023", 1, 6),
        ("ที่: %ขุด", "KH-Y023", 1, 6),
        ("a:\t@ขุด", "KH-Y023", 1, 4),
        ('ที่: "ขุด\nb: c', "KH-Y024", 1, 6),
        ("ที่: 'ขุด", "KH-Y024", 1, 6),
        ("ที่: [ขุด, ปลูก\nb: c", "KH-Y024", 1, 6),
        ("ที่: {ขุด: ปลูก\nb: c", "KH-Y024", 1, 6),
        ('ที่: "ขุด" หนอง', "KH-Y020", 1, 12),
        ("ที่: [ขุด}", "KH-Y020", 1, 10),
    ],
)
def test_every_slip_has_its_word_and_its_place(text: str, code: str, line: int, col: int) -> None:
    """In plain words what libyaml calls a problem, and where the slip was made."""
    assert read(text)[1] == [(code, line, col)]


def test_a_duplicate_key_says_where_the_first_one_is() -> None:
    """And the first one is kept, so that the rest can be checked."""
    reporter = Reporter()
    node = compose("a: 1\nb: 2\na: 3\n", "x.yml", reporter, first_line=10)
    assert isinstance(node, Mapping)
    assert isinstance(node.pairs["a"][1], Scalar)
    assert node.pairs["a"][1].value == "1"
    assert reporter.diagnostics[0].values["first"] == 10
    assert reporter.diagnostics[0].place.line == 12


def test_depth_ends_where_no_file_of_ours_goes() -> None:
    """The last level allowed is read; a bomb of brackets is refused at the next."""
    fits = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert read(fits)[1] == []
    assert read("[" * 50_000)[1] == [("KH-Y027", 1, MAX_DEPTH + 1)]


def test_a_colon_is_cured_with_the_whole_value_in_quotes() -> None:
    """Quotes inside the value are escaped, so that the cure can be pasted."""
    reporter = Reporter()
    compose('title: น้ำ "ใส": ดิน', "x.yml", reporter)
    cure = reporter.diagnostics[0].values["cure"]
    assert cure == 'title: "น้ำ \\"ใส\\": ดิน"'
    assert value(cure.replace("title", "key")).value == 'น้ำ "ใส": ดิน'
