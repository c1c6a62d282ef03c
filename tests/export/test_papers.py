"""Papers: one table in three formats, with the same figures in each, and those of `progress`."""

import csv
import io
import re
import zipfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from khlang.app import Archive, open_workspace
from khlang.cli.main import main
from khlang.export.paper import ABOVE, Cell, Column, Kind, Paper, Row
from khlang.export.papers import PAPERS, has
from khlang.export.writers import WRITERS
from khlang.thai.text import arabic_digits
from khlang.views.plan import Amount
from tests.archive import AS_OF, DEADLINE, YEAR
from tests.archive import Archive as Folder
from tests.site.dom import Node, parse
from tests.site.sites import REPOSITORY, second_province

DAYS = (AS_OF, DEADLINE, DEADLINE + timedelta(days=16))
FORMULAS = ("=1+1", "+66", "-1", "@SUM(A1)", "\t=1", "＝1", " =cmd|' /C calc'!A0", "\ufeff=1")


@cache
def opened(root: Path, day: date) -> Archive:
    archive = open_workspace(root, today=day, as_of=day).archive
    assert archive is not None
    return archive


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return second_province(tmp_path_factory.mktemp("papers")).root


def number(cell: Cell) -> int | None:
    """The number that a cell of a paper holds."""
    if isinstance(cell, Amount):
        return cell.value
    return cell if isinstance(cell, int) else None


def of_paper(paper: Paper) -> list[list[int]]:
    """The numbers of each row, by the table itself."""
    rows = ([number(cell) for cell in row.cells] for row in paper.rows)
    return [[each for each in row if each is not None] for row in rows]


def of_xlsx(paper: Paper, data: bytes) -> list[list[int]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    head = len(paper.title) + len(paper.head) + (2 if paper.groups else 1)
    lines = list(sheet.iter_rows(min_row=head + 1, max_row=head + len(paper.rows)))
    return [[cell.value for cell in line if isinstance(cell.value, int)] for line in lines]


def of_csv(paper: Paper, data: bytes) -> list[list[int]]:
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    rows = []
    for row, line in zip(paper.rows, lines[1:], strict=False):
        shown = [
            re.sub(r"\D", "", text)
            for cell, text in zip(row.cells, line, strict=False)
            if number(cell) is not None
        ]
        rows.append([int(text) for text in shown])
    return rows


def of_html(paper: Paper, data: bytes) -> list[list[int]]:
    body: Node = parse(data.decode()).one("tbody")
    cells = ([each for each in row.all("td") if "n" in each.classes] for row in body.all("tr"))
    return [
        [int(text) for each in row if (text := re.sub(r"\D", "", arabic_digits(each.text)))]
        for row in cells
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_all_formats_hold_the_same_figures(name: str, second: Path) -> None:
    """In both provinces, after the deadline: row by row, number by number."""
    for root, year, days in ((second, YEAR, DAYS[-1:]), (REPOSITORY, 2564, (date(2021, 7, 6),))):
        for day in days:
            archive = opened(root, day)
            paper = PAPERS[name].build(archive.corpus, archive.progress, year)
            expected = of_paper(paper)
            assert of_xlsx(paper, WRITERS["xlsx"](paper)) == expected
            assert of_csv(paper, WRITERS["csv"](paper)) == expected
            assert of_html(paper, WRITERS["html"](paper)) == expected


@pytest.mark.parametrize("day", DAYS)
def test_totals_are_those_of_progress(day: date, second: Path) -> None:
    """The sum of the report, of both lists, of the register: each is a figure of the year."""
    archive = opened(second, day)
    year = archive.progress.years[YEAR]
    made = {
        name: kind.build(archive.corpus, archive.progress, YEAR) for name, kind in PAPERS.items()
    }
    last = {name: of_paper(paper)[-1] for name, paper in made.items()}
    items, staff = year.items, year.contributors
    assert last["progress"][:4] == [items.target, items.done, items.missing, items.over]
    assert last["progress"][-4:-1] == [staff.target, staff.done, staff.missing]
    assert last["items-by-unit"] == last["items-by-category"] == [items.done]
    assert last["target-register"] == [year.district_staff, year.district_quota]
    for name in ("items-by-unit", "items-by-category"):
        rows = [row for row in made[name].rows if row.kind is Kind.DATA]
        assert len(rows) == items.done
    topics = [row.cells[5] for row in made["form-1"].rows if row.cells[4]]
    assert topics == [year.topics[slug] for slug in ("coastal-fishing", "savings-group")]


def test_trap_01_papers_have_both_totals() -> None:
    """49 in the register's own sum, 61 with the office, 60 by the plan: printed, none adjusted."""
    archive = opened(REPOSITORY, date(2021, 7, 6))
    paper = PAPERS["target-register"].build(archive.corpus, archive.progress, 2564)
    assert of_paper(paper)[-1] == [49, 49]
    notes = " ".join(paper.notes)
    assert all(total in notes for total in ("๖๑ เรื่อง", "๖๐ เรื่อง", "+๑"))
    assert [row.cells[0] for row in paper.rows][:-1] == list(range(1, 12))


def test_trap_02_968_stands_in_form_2_without_a_percentage() -> None:
    archive = opened(REPOSITORY, date(2021, 7, 6))
    paper = PAPERS["form-2"].build(archive.corpus, archive.progress, 2564)
    (row,) = [row for row in paper.rows if "๙๖๘" in str(row.cells[4:5])]
    assert row.cells[9] is None
    assert any("๙๖๘" in note and "๖๐" in note for note in paper.notes)


def test_an_archive_without_an_item_has_its_papers(empty_archive: Folder) -> None:
    archive = opened(empty_archive.root, AS_OF)
    for name, kind in PAPERS.items():
        paper = kind.build(archive.corpus, archive.progress, YEAR)
        for write in WRITERS.values():
            assert write(paper)
        if name.startswith("items"):
            assert not any(row.kind is Kind.DATA for row in paper.rows)
    assert not has(archive.corpus, "form-1", 2570)


def test_no_key_of_a_maker_is_in_a_paper(second: Path) -> None:
    archive = opened(second, AS_OF)
    keys = {key for item in archive.corpus.items for key in item.contributors}
    for kind in PAPERS.values():
        text = WRITERS["csv"](kind.build(archive.corpus, archive.progress, YEAR)).decode()
        assert not [key for key in keys if key in text]


def of_cells(*cells: Cell) -> Paper:
    columns = tuple(Column(f"ช่อง {at}", 10) for at, _ in enumerate(cells))
    return Paper("paper", "แผ่น", ("เอกสาร",), (), columns, (Row(cells),))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    """What an officer typed is text in every program that opens the file."""
    paper = of_cells(text, 3)
    (_, line, *_) = csv.reader(io.StringIO(WRITERS["csv"](paper).decode("utf-8-sig")))
    assert line == [f"'{text}", "3"]
    sheet = openpyxl.load_workbook(io.BytesIO(WRITERS["xlsx"](paper))).active
    assert sheet is not None
    assert sheet.cell(3, 1).data_type == "s"
    assert (
        "<f>"
        not in zipfile.ZipFile(io.BytesIO(WRITERS["xlsx"](paper)))
        .read("xl/worksheets/sheet1.xml")
        .decode()
    )


def test_what_is_typed_is_no_markup() -> None:
    page = WRITERS["html"](of_cells("<b onclick=x>&")).decode()
    assert "&lt;b onclick=x&gt;&amp;" in page


def test_a_workbook_is_an_official_sheet() -> None:
    """A4 across, heads on every page, TH SarabunPSK, Thai digits by format and never as text."""
    paper = Paper(
        "paper",
        "แผ่นที่ 1/2",
        ("เอกสาร",),
        (),
        (Column("ก", 9, group="กลุ่ม"), Column("ข", 9, group="กลุ่ม", unit=" คน"), Column("ค", 9)),
        (
            Row(("หนึ่ง", 1200, date(2021, 7, 5))),
            Row((ABOVE, Amount("อย่างน้อย 3 เรื่อง", 3, "อย่างน้อย ", "เรื่อง"), None)),
        ),
    )
    sheet = openpyxl.load_workbook(io.BytesIO(WRITERS["xlsx"](paper))).active
    assert sheet is not None
    assert sheet.title == "แผ่นที่ 1 2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$2:$3"
    assert {cell.font.name for line in sheet.iter_rows() for cell in line if cell.value} == {
        "TH SarabunPSK"
    }
    assert sheet["B4"].number_format == '[$-D00041E]#,##0" คน"'
    assert sheet["B5"].number_format == '[$-D00041E]"อย่างน้อย "#,##0" เรื่อง"'
    assert sheet["C4"].number_format == "[$-D07041E]d mmm yyyy"
    assert {str(each) for each in sheet.merged_cells.ranges} == {
        "A1:C1", "A2:B2", "C2:C3", "A4:A5",
    }  # fmt: skip


def test_the_same_paper_is_the_same_bytes(second: Path) -> None:
    """Also when it is read anew; nothing in a file tells when it was made."""
    archives = [opened.__wrapped__(second, AS_OF) for _ in range(2)]
    for name, kind in PAPERS.items():
        papers = [kind.build(each.corpus, each.progress, YEAR) for each in archives]
        for write in WRITERS.values():
            assert write(papers[0]) == write(papers[1]), name


def test_csv_opens_in_excel_as_thai() -> None:
    data = WRITERS["csv"](of_cells("น้ำ", 1))
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_samples_say_that_they_are(second: Path) -> None:
    """Every paper of an archive with samples says so; of a real one none does."""
    for root, year, day, said in (
        (REPOSITORY, 2564, date(2021, 7, 6), True),
        (second, YEAR, AS_OF, False),
    ):
        archive = opened(root, day)
        for kind in PAPERS.values():
            paper = kind.build(archive.corpus, archive.progress, year)
            for write in (WRITERS["csv"], WRITERS["html"]):
                assert ("ข้อมูลตัวอย่าง" in write(paper).decode()) == said


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["export", *arguments])
    return result.exit_code, result.output


def test_the_command_writes_what_is_asked_for(second: Path, tmp_path: Path) -> None:
    """By the suffix of the file or by --format; another year, an unknown suffix are told in Thai."""
    root = ("--root", str(second))
    day = ("--as-of", AS_OF.isoformat())
    for suffix, head in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("html", b"<!doctype")):
        file = tmp_path / f"paper.{suffix}"
        assert run("progress", *root, *day, "--out", str(file))[0] == 0
        assert file.read_bytes().startswith(head)
    code, told = run("form-1", *root, *day, "--year", "2569", "--out", str(tmp_path / "a.csv"))
    assert (code, "2569" in told) == (2, True)
    code, told = run("form-1", *root, *day, "--out", str(tmp_path / "a.doc"))
    assert code == 2
    assert re.search("[ก-๙]", told)
