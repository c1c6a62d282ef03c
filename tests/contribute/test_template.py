"""`khlang new`: from two answers to a draft that the check accepts."""

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, given
from hypothesis import strategies as st

from khlang.app import clock
from khlang.cli.main import main
from khlang.contribute.template import Draft, clean_title, draft_text, draw_id
from khlang.model.item import ITEM_ID, FrontMatter
from khlang.source.front_matter import parse
from khlang.source.records import RecordReader
from khlang.source.reporter import Reporter
from khlang.source.repository import read
from khlang.source.text import decode
from tests.archive import AS_OF, PNG, PROVINCE, YEAR, Archive

VOCABULARIES = read(PROVINCE).vocabularies


@pytest.fixture
def archive(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """The second province on a day of its fiscal year."""
    monkeypatch.setattr(clock, "today", lambda: AS_OF)
    return archive


def run(archive: Archive, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["new", "--root", str(archive.root), *arguments], input=answers)


def drafts(archive: Archive) -> list[Path]:
    items = (archive.root / "content/items").rglob("*.md")
    return [file for file in items if "kathu-aaaaa" not in file.name]


def only_draft(archive: Archive) -> str:
    (file,) = drafts(archive)
    return file.relative_to(archive.root).as_posix()


@pytest.mark.parametrize("folder", [False, True])
def test_a_new_draft_is_clean_where_it_lies(archive: Archive, folder: bool) -> None:
    before = archive.found()
    result = run(
        archive, "--unit", "kathu", "--title", "ดูเมฆ: ห้าแบบ", *(["--folder"] if folder else [])
    )
    assert result.exit_code == 0
    assert archive.found() == before
    path = only_draft(archive)
    shape = rf"content/items/{YEAR}/kathu/{ITEM_ID.pattern}{'/index' if folder else ''}\.md"
    assert re.fullmatch(shape, path)
    assert f"สร้างแล้ว: {path}" in result.output
    assert f"- {AS_OF.isoformat()} submitted" in result.output


def test_every_offered_key_may_be_uncommented(archive: Archive) -> None:
    before = archive.found()
    run(archive, "--unit", "kathu", "--title", "ดูเมฆ", "--folder")
    path = only_draft(archive)
    lines = re.sub(r"^# (?=[a-z_]+:)(?!attachments)", "", archive.read(path), flags=re.MULTILINE)
    assert "\nsummary:\n" in lines
    assert "\ntopics: []\n" in lines
    archive.write(path, lines)
    assert archive.found() == before


def test_the_offered_attachment_is_a_list_of_what_an_attachment_has(archive: Archive) -> None:
    run(archive, "--unit", "kathu", "--title", "ดูเมฆ", "--folder")
    path = only_draft(archive)
    offered = r"^# (attachments:)\n#(   - \S+: .*)\n#(     \S+: .*)\n#(     \S+: .*)$"
    text = re.sub(offered, r"\1\n\2\n\3\n\4", archive.read(path), flags=re.MULTILINE)
    archive.write(path, text)
    assert archive.codes() == ["KH-L001"]
    archive.write(path.replace("index.md", "poster.png"), PNG)
    assert archive.codes() == []


def test_after_the_next_steps_it_says_what_is_missing(archive: Archive) -> None:
    run(archive, "--unit", "kathu", "--title", "ดูเมฆ")
    path = only_draft(archive)
    archive.edit(path, "\n---\n", f"\nhistory:\n  - {AS_OF.isoformat()} submitted\n---\n")
    assert set(archive.codes()) == {"KH-F020"}


def test_it_asks_in_thai_and_asks_again(archive: Archive) -> None:
    answers = "กะทุ้\n๓\n \nดูเมฆ\nทะเลและชายฝั่ง\n9\n1, 2\nสมชาย\n๗\nอาจ\nใช่\n"
    result = run(archive, answers=answers)
    assert result.exit_code == 0, result.output
    assert "ไม่มี “กะทุ้” หมายถึง kathu (กะทู้) ใช่หรือไม่" in result.output
    assert "ชื่อเรื่องว่างเปล่า" in result.output
    text = archive.read(only_draft(archive))
    assert "unit: kathu\n" in text
    assert "category: sea-and-shore\n" in text
    assert "formats: [infographic, video]\n" in text
    assert "contributor: kathu-07\n" in text
    assert "Error" not in result.output
    assert "พิมพ์เลข 1 ถึง" in result.output
    assert "ตอบ ใช่ หรือ ไม่" in result.output
    assert only_draft(archive).endswith("/index.md")


def test_the_category_may_wait(archive: Archive) -> None:
    assert run(archive, "--unit", "kathu", answers="ดูเมฆ\n\n\n\n\n").exit_code == 0
    assert "# category:\n" in archive.read(only_draft(archive))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--unit", "kathuu", "--title", "ดูเมฆ"),
        ("--unit", "kathu", "--title", "  "),
        ("--unit", "kathu", "--title", "ก" * 201),
        ("--unit", "kathu", "--title", "ดูเมฆ", "--category", "sea"),
        ("--unit", "kathu", "--title", "ดูเมฆ", "--year", "2025"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    archive: Archive, arguments: tuple[str, ...]
) -> None:
    assert run(archive, *arguments).exit_code == 2
    assert drafts(archive) == []


def test_the_year_is_that_of_today_unless_given(archive: Archive) -> None:
    run(archive, "--unit", "kathu", "--title", "ดูเมฆ", "--year", "2567")
    assert only_draft(archive).startswith("content/items/2567/kathu/")


def test_an_id_in_use_is_never_drawn_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.item("kathu-bbbbb", aliases=["kathu-ccccc"])
    archive.write(f"content/items/{YEAR}/kathu/kathu-ddddd.md", "cannot be read")
    letters: Iterator[str] = iter("aaaaabbbbbcccccdddddeeeee")
    monkeypatch.setattr(secrets, "choice", lambda _: next(letters))
    result = run(archive, "--unit", "kathu", "--title", "ดูเมฆ")
    assert f"content/items/{YEAR}/kathu/kathu-eeeee.md" in result.output


def test_ids_have_the_shape_of_ids() -> None:
    ids = {draw_id("kathu", frozenset()) for _ in range(200)}
    assert len(ids) > 190
    assert all(re.fullmatch(ITEM_ID.pattern or "", id) for id in ids)


def test_a_sample_archive_says_what_comes_first(archive: Archive) -> None:
    archive.edit("targets.yml", "schema: 1\n", f'schema: 1\nas_of: "{AS_OF.isoformat()}"\n')
    result = run(archive, "--unit", "kathu", "--title", "ดูเมฆ")
    assert "khlang samples --remove" in result.output


@given(st.text(max_size=60))
def test_any_title_survives_being_written(typed: str) -> None:
    title = clean_title(typed)
    assume(title)
    reporter = Reporter()
    draft = Draft("kathu-bbbbb", title, "kathu", YEAR)
    text = decode(draft_text(draft, VOCABULARIES).encode(), draft.path, reporter)
    assert text is not None
    document = parse(text, draft.path, reporter)
    assert document is not None
    values = RecordReader(reporter, VOCABULARIES).values(FrontMatter, document.front)
    assert reporter.diagnostics == []
    assert values is not None
    assert values["title"] == title


def test_each_category_has_the_record_form_that_its_data_says(archive: Archive) -> None:
    """Headings are data: the category's own, else the archive's, else the Department's."""
    first = archive.read(archive.root.joinpath("categories.yml").name)
    archive.edit(
        "categories.yml",
        "schema: 1\n",
        "schema: 1\nrecord_form: [{heading_th: ของจังหวัด, hint_th: ก}]\n",
    )
    slug = re.search("slug: (sea-and-shore)", first)
    assert slug
    run(archive, "--unit", "kathu", "--title", "ดูเมฆ", "--category", slug[1])
    assert "## ของจังหวัด\n\n<!-- ก -->\n" in archive.read(only_draft(archive))
    text = archive.read("categories.yml")
    own = "sections: [{heading_th: ของหมวด, hint_th: ข}]"
    archive.write(
        "categories.yml", text.replace("slug: sea-and-shore,", f"slug: sea-and-shore, {own},", 1)
    )
    (archive.root / only_draft(archive)).unlink()
    run(archive, "--unit", "kathu", "--title", "ดูเมฆ", "--category", slug[1])
    draft = archive.read(only_draft(archive))
    assert "## ของหมวด\n\n<!-- ข -->\n" in draft
    assert "ของจังหวัด" not in draft
