"""Values as they are typed, read as what their column is."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.model.item import FrontMatter, Item
from khlang.source.records import parse_day, read_year
from tests.archive import ITEM, Archive


def item(archive: Archive) -> Item:
    """The archive's item as it was read."""
    opened = archive.check().archive
    assert opened is not None
    return opened.corpus.item_by_id[ITEM]


def front(archive: Archive, **keys: Any) -> FrontMatter:
    archive.item(**keys)
    assert archive.codes() == []
    return item(archive).front


def raw(archive: Archive, line: str) -> list[tuple[str, str]]:
    """What is told about one line typed into the front matter, with its place in the line."""
    path = archive.item()
    archive.edit(path, 'origin: "new"', f'origin: "new"\n{line}')
    base = f"{path}:10:"
    return [(code, at.removeprefix(base)) for code, at in archive.found() if at.startswith(base)]


@pytest.mark.parametrize("title", ["no", "12:30", "010", "2021-07-05", "null ที่แปลว่าว่าง", "true"])
def test_a_title_is_text_whatever_yaml_would_make_of_it(archive: Archive, title: str) -> None:
    """Trap 28, end to end."""
    path = archive.item()
    archive.edit(path, '"อ่านคลื่นลมก่อนออกเรือ"', title)
    assert archive.codes() == []
    assert item(archive).front.title == title


def test_a_bare_code_of_four_digits_stays_text(archive: Archive) -> None:
    """`code: 8302` without quotes is the district's code, not a number."""
    archive.edit("targets.yml", 'code: "8302"', "code: 0302")
    opened = archive.check().archive
    assert opened is not None
    assert opened.corpus.targets.unit_by_slug["kathu"].code == "0302"


def test_a_bare_date_is_a_date(archive: Archive) -> None:
    """Quotes around dates are a habit, not a need."""
    archive.edit("targets.yml", 'date: "2025-07-04"', "date: 2025-07-04")
    opened = archive.check().archive
    assert opened is not None
    assert opened.corpus.targets.years[2568].due.date == date(2025, 7, 4)


@pytest.mark.parametrize(
    ("typed", "day", "code"),
    [
        ("2021-07-05", date(2021, 7, 5), None),
        ("2564-07-05", date(2021, 7, 5), "KH-D003"),
        ("๒๕๖๔-๐๗-๐๕", date(2021, 7, 5), "KH-D003"),
        ("๒๐๒๑-๐๗-๐๕", date(2021, 7, 5), "KH-D004"),
        ("2021-7-5", date(2021, 7, 5), "KH-D005"),
        (" 2021-07-05 ", date(2021, 7, 5), None),
        ("2564-02-29", None, "KH-D002"),  # BE 2564 is 2021: no leap year
        ("2567-02-29", date(2024, 2, 29), "KH-D003"),
        ("2021-13-01", None, "KH-D002"),
        ("0000-01-01", None, "KH-D002"),
        ("5/7/2564", None, "KH-D001"),
        ("5 ก.ค. 2564", None, "KH-D001"),
        ("5 กรกฎาคม พ.ศ. 2564", None, "KH-D001"),
        ("เมื่อวาน", None, "KH-D001"),
        ("", None, "KH-D001"),
    ],
)
def test_a_day_is_read_in_every_spelling_that_is_no_guess(
    typed: str, day: date | None, code: str | None
) -> None:
    """A Buddhist year and Thai digits are understood with a note; other spellings only in the hint."""
    read, told, _ = parse_day(typed)
    assert read == day
    assert (told.id if told else None) == code


@pytest.mark.parametrize("typed", ["5/7/2564", "05-07-2021", "5 ก.ค. 2564", "๕ กรกฎาคม พ.ศ. ๒๕๖๔"])
def test_the_hint_gives_the_day_that_was_meant(typed: str) -> None:
    """The officer copies the hint into the file."""
    assert parse_day(typed)[2] == "2021-07-05"


@given(st.one_of(st.text(max_size=20), st.text("0123456789๐๒๕-/. กค", max_size=14)))
def test_any_text_is_a_day_or_is_told(typed: str) -> None:
    """Never an exception; a day or a code, and a cure that is itself a day."""
    day, code, cure = parse_day(typed)
    assert day is not None or code is not None
    if cure:
        assert parse_day(cure) == (date.fromisoformat(cure), None, "")


@given(st.dates(), st.booleans())
def test_a_cured_day_is_the_day_that_was_read(day: date, buddhist: bool) -> None:
    """Writing the hint changes nothing but the spelling."""
    year = day.year + 543 if buddhist and day.year >= 1857 else day.year
    read, _, cure = parse_day(f"{year:04}-{day.month}-{day.day}")
    if year < 2400 or buddhist:
        assert read == day
        assert cure in ("", day.isoformat())


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("2568", 2568),
        ("๒๕๖๘", 2568),
        (" 2568 ", 2568),
        ("2025", None),
        ("68", None),
        ("2700", None),
    ],
)
def test_a_fiscal_year_is_of_the_buddhist_era(typed: str, year: int | None) -> None:
    """A Gregorian one is told, never converted."""
    assert read_year(typed) == year


@pytest.mark.parametrize(
    ("line", "code", "col"),
    [
        ('sent_to_department: "5 ก.ค. 2568"', "KH-D001", "21"),
        ("tags: คลื่น", "KH-F004", "7"),
        ("tags: {ก: ข}", "KH-F004", "7"),
        ("tags: [[ก]]", "KH-F004", "8"),
        ("video: [ก]", "KH-F004", "8"),
        ("attachments: [ก]", "KH-F004", "15"),
        ("ป้าย: ก", "KH-F001", "1"),
        ("คำสำคัญ: [ก]", "KH-F001", "1"),
        ("topics: [coastal-fishing, costal-fishing]", "KH-C011", "27"),
        ("language: ไทย", "KH-C020", "11"),
        ("sample: yes", "KH-F009", "9"),
        ("aliases: [Kathu-AAAAA]", "KH-F006", "11"),
        ("format_note: " + "ก" * 301, "KH-F005", "14"),
    ],
)
def test_a_line_with_a_fault_is_told_at_the_fault(
    archive: Archive, line: str, code: str, col: str
) -> None:
    """Every type of column, wrongly filled."""
    assert raw(archive, line) == [(code, col)]


@pytest.mark.parametrize(
    ("key", "typed", "read"),
    [
        ("category", "ทะเลและชายฝั่ง", "sea-and-shore"),
        ("category", "ชายฝั่ง", "sea-and-shore"),
        ("category", "Sea-And-Shore", "sea-and-shore"),
        ("formats", ["อินโฟกราฟิก"], ("infographic",)),
        ("topics", ["องค์ความรู้ประมงพื้นบ้าน"], ("coastal-fishing",)),
        ("topics", ["ประมงพื้นบ้าน"], ("coastal-fishing",)),
        ("unit", "อำเภอกะทู้", "kathu"),
        ("unit", "กะทู้", "kathu"),
        ("fiscal_year", "๒๕๖๘", 2568),
        ("title", "  ดู \n คลื่น ", "ดู คลื่น"),
    ],
)
def test_thai_names_and_loose_spellings_are_understood(
    archive: Archive, key: str, typed: Any, read: Any
) -> None:
    """Beside slugs: names, aliases, capitals, blanks, Thai digits."""
    path = archive.item()
    lines = [
        f"{key}: {typed if isinstance(typed, list) else chr(34) + typed.replace(chr(10), ' ') + chr(34)}"
        if line.startswith(f"{key}:")
        else line
        for line in archive.read(path).split("\n")
    ]
    if key == "topics":
        lines.insert(1, f"topics: {typed}")
    archive.write(path, "\n".join(lines))
    assert archive.codes() == []
    assert getattr(item(archive).front, key) == read


def test_the_hint_names_the_closest_word(archive: Archive) -> None:
    """With its Thai name beside the slug."""
    archive.item(category="sea-and-shores")
    (told,) = [each for each in archive.check().diagnostics if each.code.id == "KH-C010"]
    assert "sea-and-shore (ทะเลและชายฝั่ง)" in told.hint_th
    assert "sea-and-shore" in told.hint_en


def test_the_hint_lists_a_short_vocabulary_where_no_word_is_close(archive: Archive) -> None:
    """Rather than pointing to a guide."""
    archive.item(category="ฮวงจุ้ย")
    (told,) = [each for each in archive.check().diagnostics if each.code.id == "KH-C010"]
    assert "sea-and-shore (ทะเลและชายฝั่ง), old-town (ย่านเมืองเก่า)" in told.hint_th


def test_an_unknown_key_is_told_with_the_one_that_was_meant(archive: Archive) -> None:
    """Also by its Thai label."""
    archive.item(titel="ก")
    (told,) = [each for each in archive.check().diagnostics if each.code.id == "KH-F001"]
    assert "title" in told.hint_en


def test_a_value_told_once_is_not_told_as_missing(archive: Archive) -> None:
    """A wrong category is one fault, not two."""
    archive.item(category="sea", contributor="สมชาย", formats=["ภาพ"], origin="old")
    assert sorted(archive.codes()) == ["KH-C010", "KH-C013", "KH-C014", "KH-F006"]


def test_a_note_that_cannot_be_read_is_not_asked_for_again(archive: Archive) -> None:
    """Kind, note and consent are each told once."""
    archive.item(
        formats=["elsewhere"],
        format_note="ก" * 301,
        origin="existing",
        existing_kind="book",
        byline="กลุ่มงาน",
        consent="เมื่อวาน",
    )
    assert sorted(archive.codes()) == ["KH-C015", "KH-D001", "KH-F005"]


def test_all_faults_are_told_at_once(archive: Archive) -> None:
    """The officer mends a file in one go."""
    archive.item(title="", category="sea", tags="คลื่น", sent_to_department="2025-13-01", color="ฟ้า")
    assert sorted(archive.codes()) == ["KH-C010", "KH-D002", "KH-F001", "KH-F003", "KH-F004"]


def test_what_cannot_be_read_leaves_no_gap_in_the_places(archive: Archive) -> None:
    """The step behind an unreadable one is told where it stands."""
    path = archive.item(history=["2025-13-01 submitted", "2025-06-09 published"])
    assert ("KH-D010", archive.at(path, '«"2025-06-09')) in archive.found()


def test_repeated_values_are_read_once(archive: Archive) -> None:
    """And the ones behind them keep their places."""
    path = archive.item(topics=["savings-group", "savings-group", "batik"])
    assert ("KH-C021", archive.at(path, '«"batik"')) in archive.found()
    assert item(archive).front.topics == ("savings-group", "batik")


def test_a_year_and_a_unit_may_be_typed_in_thai_in_the_targets(archive: Archive) -> None:
    """Keys of tables are read like values, and told where they stand."""
    before = archive.found()
    archive.edit("targets.yml", '"2568":', "๒๕๖๘:")
    archive.edit("targets.yml", "      kathu:", "      กะทู้:")
    after = archive.found()
    assert [code for code, _ in after] == [code for code, _ in before]
    assert ("KH-Q001", archive.at("targets.yml", "กะทู้: «{staff")) in after


def test_one_unit_in_two_spellings_is_told(archive: Archive) -> None:
    """The first is kept; neither is added to the other."""
    line = "      kathu: {staff: 2, quota: 2, staff_source: register, quota_source: register}\n"
    archive.edit("targets.yml", line, line + line.replace("kathu", "กะทู้").replace("2", "9"))
    assert ("KH-Y026", archive.at("targets.yml", "      «กะทู้: {")) in archive.found()
    opened = archive.check().archive
    assert opened is not None
    assert opened.corpus.targets.years[2568].units["kathu"].quota == 2


def test_a_quoted_figure_of_the_source_stays_as_it_is(archive: Archive) -> None:
    """Numbers become numbers; what only looks like one, however long, stays text."""
    values = ["968", "010", '"7"', "9" * 5000, "หก"]
    listed = ", ".join(f"{{value: {each}, where: ก}}" for each in values)
    archive.edit(
        "targets.yml",
        "registers:\n",
        f"    known_differences:\n      - {{slug: a, title_th: ก, values: [{listed}], effect: a,"
        " effect_th: ก, show: a, show_th: ก}\nregisters:\n",
    )
    opened = archive.check().archive
    assert opened is not None
    (difference,) = opened.corpus.targets.years[2568].known_differences
    assert [each.value for each in difference.values] == [968, "010", "7", "9" * 5000, "หก"]


def test_an_error_in_a_vocabulary_is_not_told_again_by_every_item(archive: Archive) -> None:
    """A category that cannot be read hides no other fault and makes none."""
    archive.edit(
        "categories.yml", "slug: sea-and-shore, number: 1", "slug: sea-and-shore, number: x"
    )
    assert archive.codes() == ["KH-F007"]
