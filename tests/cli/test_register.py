"""Registers of persons: read outside the archive, written outside it, and never a word of them inside."""

import csv
import io
import os
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from khlang.cli.data import read_data
from khlang.cli.main import main
from khlang.model.targets import RegisterSummary
from tests.archive import AS_OF, YEAR, Archive
from tests.site.sites import build, frame

COLUMNS = """columns:
      - {key: number, name_th: ที่, name_en: No., personal: false}
      - {key: full_name, name_th: ชื่อ - สกุล, name_en: Full name, personal: true, publish: never}
      - {key: office, name_th: สังกัด, name_en: Office, personal: false, publish: province-total}
      - {key: phone, name_th: เบอร์โทรศัพท์, name_en: Phone, personal: true, publish: never}
      - {key: trained, name_th: ผ่านอบรมกิจกรรมที่ ๑.๒, name_en: Trained, values: {passed: ผ่าน, not_passed: ไม่ผ่าน}, personal: true, publish: province-total}
      - {key: reporter_signature, name_th: ลงชื่อ ผู้รายงาน, name_en: Signature, personal: true, publish: never}
"""
SECRETS = ("สมมุติหนึ่ง", "สมมุติสอง", "สมมุติสาม", "ก2ข3ค4")
ROWS = [
    ["1", SECRETS[0], "สำนักงานพัฒนาชุมชนอำเภอกะทู้", SECRETS[3], "/", ""],
    ["2", SECRETS[1], "อำเภอถลาง", "=1+1", "", "/"],
    ["3", SECRETS[2], "ที่อื่น", "", "✓", "-"],
]
TITLE = ["ทะเบียนเครือข่าย"]
FLAT = ["ที่", "ชื่อ-สกุล", "สังกัด", "เบอร์โทรศัพท์", "ผ่านอบรมกิจกรรมที่ 1.2: ผ่าน", "ผ่านอบรมกิจกรรมที่ 1.2: ไม่ผ่าน"]
DEEP = [
    ["ที่", "ชื่อ - สกุล", "สังกัด", "เบอร์โทรศัพท์", "ผ่านอบรมกิจกรรมที่ ๑.๒", ""],
    ["", "", "", "", "ผ่าน", "ไม่ผ่าน"],
]
END = [[], ["*** หมายเหตุ"], ["", "", "", "", "ลงชื่อ", "ผู้รายงาน"]]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """The second province with the register's columns of the source, in a Git work tree."""
    made = frame(Archive(tmp_path / "tree/archive"))
    (tmp_path / "tree/.git").mkdir()
    text = made.read("targets.yml")
    made.write("targets.yml", text[: text.index("columns:")] + COLUMNS)
    return made


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A private register where it belongs: outside."""
    folder = tmp_path / "outside"
    folder.mkdir()
    return put(folder / "register.csv", [TITLE, FLAT, *ROWS, *END], "utf-8-sig")


def put(file: Path, rows: list[list[str]], encoding: str, delimiter: str = ",") -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    file.write_bytes(stream.getvalue().encode(encoding))
    return file


def workbook(file: Path, rows: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


def run(archive: Archive, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(archive.root)])


def summed(archive: Archive, file: Path, day: str = "2025-05-02") -> RegisterSummary:
    result = run(archive, "register", "summary", str(file), "--date", day)
    assert result.exit_code == 0, result.output
    assert not [each for each in SECRETS if each in result.output]
    corpus, _ = read_data(archive.root)
    return corpus.targets.years[YEAR].registers["network"]


def export(archive: Archive, source: Path, target: Path, *more: str) -> Result:
    files = ("--private", str(source), "--out", str(target))
    return run(archive, "export", "network-register", *files, "--year", str(YEAR), *more)


def test_totals_are_read_from_what_offices_save(archive: Archive, private: Path) -> None:
    """CSV of every kind that Excel saves, and XLSX with the two rows of heads of the source."""
    folder = private.parent
    flat, deep = [TITLE, FLAT, *ROWS, *END], [TITLE, [], *DEEP, *ROWS, *END]
    words = [TITLE, [*FLAT[:4], "ผ่านอบรมกิจกรรมที่ ๑.๒"]]
    words += [[*row[:4], "ผ่าน" if row[4] else "ไม่ผ่าน"] for row in ROWS]
    files = [
        private,
        put(folder / "a.csv", words, "cp874", ";"),
        put(folder / "b.csv", deep, "utf-8"),
        put(folder / "c.txt", flat, "utf-16", "\t"),
        workbook(folder / "d.xlsx", deep),
        workbook(folder / "e.xlsx", flat),
    ]
    for file in files:
        found = summed(archive, file)
        assert (found.named, found.trained) == (3, 2), file.name


def test_a_workbook_may_have_a_sheet_for_each_office(archive: Archive, private: Path) -> None:
    """The form is one an office; a sheet that is no register is passed over."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["คำชี้แจง"])
    for row in ROWS:
        sheet = book.create_sheet()
        for line in ([], *DEEP, row):
            sheet.append(line)
    file = private.with_name("sheets.xlsx")
    book.save(file)
    found = summed(archive, file)
    assert (found.named, found.trained) == (3, 2)


def test_only_one_line_of_targets_changes(archive: Archive, private: Path) -> None:
    """Comments stay; a second run takes the place of the first; the check has nothing to say."""
    archive.edit("targets.yml", '    end: "2025-09-30"\n', '    end: "2025-09-30"   # วันสุดท้าย\n')
    before = archive.read("targets.yml").splitlines()
    summed(archive, private)
    again = summed(archive, private, "2025-06-01")
    after = archive.read("targets.yml").splitlines()
    new = [line for line in after if line not in before]
    assert new == ['    registers: {network: {named: 3, trained: 2, date: "2025-06-01"}}']
    assert [line for line in after if line in before] == before
    assert again.date.isoformat() == "2025-06-01"
    assert not archive.check().has_errors


def test_a_file_in_another_style_is_left_as_it_is(archive: Archive, private: Path) -> None:
    """Where a line cannot be put in safely, the line is said and the file stays."""
    text = archive.read("targets.yml")
    flow = text.replace('    start: "2024-10-01"\n    end: "2025-09-30"\n', "")
    flow = flow.replace('"2568":\n', '"2568":\n    "end": "2025-09-30"\n    start: "2024-10-01"\n')
    archive.write("targets.yml", flow)
    result = run(archive, "register", "summary", str(private), "--date", "2025-05-02")
    assert result.exit_code == 1
    assert "named: 3" in result.output
    assert archive.read("targets.yml") == flow


def test_trap_26_nothing_personal_reaches_site_data_or_log(
    archive: Archive, private: Path, tmp_path: Path
) -> None:
    """After a summary and an export: every byte of the tree and of a built site is searched."""
    shutil.rmtree(archive.root / ".khlang", ignore_errors=True)
    summed(archive, private)
    target = tmp_path / "outside/upward.xlsx"
    told = export(archive, private, target)
    assert told.exit_code == 0, told.output
    site = build(archive.root, tmp_path / "site", as_of=AS_OF)
    kept = [file for file in (tmp_path / "tree").rglob("*") if file.is_file()]
    texts = [file.read_bytes() for file in kept] + list(site.files.values())
    assert len(texts) > 30
    for secret in SECRETS:
        assert secret not in told.output
        assert not [data for data in texts if secret.encode() in data], secret
    shown = site.page("registers/").one("main").text
    assert "3 คน" in shown
    assert "2 คน" in shown


def test_no_figure_is_by_unit(archive: Archive, private: Path) -> None:
    """A register of one unit and one of three differ by their sums alone."""
    one = put(private.with_name("one.csv"), [FLAT, ROWS[0]], "utf-8")
    summed(archive, one)
    line = next(line for line in archive.read("targets.yml").splitlines() if "registers: {" in line)
    assert line.strip() == 'registers: {network: {named: 1, trained: 1, date: "2025-05-02"}}'
    assert "กะทู้" not in run(archive, "register", "summary", str(one)).output


def test_the_exported_register_is_that_of_the_source(
    archive: Archive, private: Path, tmp_path: Path
) -> None:
    """Its columns with both marks, the line to sign, no formula; readable by the owner alone; and it
    can be read back.
    """
    for suffix in ("xlsx", "csv"):
        target = tmp_path / f"outside/register.{suffix}"
        assert export(archive, private, target).exit_code == 0
        assert os.name != "posix" or target.stat().st_mode & 0o077 == 0
        assert summed(archive, target).named == 3
        assert summed(archive, target).trained == 2
    page = tmp_path / "outside/register.html"
    assert export(archive, private, page, "--unit", "kathu").exit_code == 0
    text = page.read_text("utf-8")
    assert SECRETS[0] in text
    assert SECRETS[1] not in text
    assert "อำเภอกะทู้" in text
    assert "ผู้รายงาน" in text
    cells = (tmp_path / "outside/register.csv").read_text("utf-8-sig")
    assert "'=1+1" in cells


def test_no_path_inside_the_work_tree_is_taken(
    archive: Archive, private: Path, tmp_path: Path
) -> None:
    """Inside, above the archive in the same tree, through links, through `..`, into a site."""
    tree, outside = tmp_path / "tree", tmp_path / "outside"
    (outside / "folder").symlink_to(archive.root / "content")
    (outside / "dangling.csv").symlink_to(tree / "new.csv")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/manifest.json").write_text("{}")
    refused = [
        archive.root / "out.csv",
        tree / "out.csv",
        outside / "folder/out.csv",
        outside / "dangling.csv",
        outside / "../tree/archive/out.csv",
        tmp_path / "site/data/out.csv",
    ]
    for target in refused:
        result = export(archive, private, target)
        assert result.exit_code == 2, target
        assert not target.exists()
    inside = archive.root / "register.csv"
    shutil.copy(private, inside)
    (outside / "link.csv").symlink_to(inside)
    for source in (inside, outside / "link.csv"):
        assert export(archive, source, outside / "out.csv").exit_code == 2
        assert run(archive, "register", "summary", str(source)).exit_code == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01",
        b"PK\x03\x04 broken",
        "ชื่อ,อะไร\nสมมุติหนึ่ง,ก2ข3ค4\n".encode(),
        "\ufeffที่,สังกัด\n1,สมมุติหนึ่ง\n".encode(),
    ],
)
def test_what_is_no_register_is_told_without_a_word_of_it(
    archive: Archive, private: Path, content: bytes
) -> None:
    private.write_bytes(content)
    result = run(archive, "register", "summary", str(private), "--date", "2025-05-02")
    assert result.exit_code == 1
    assert not [each for each in SECRETS if each in result.output]
    assert "Traceback" not in result.output
    assert "registers: {" not in archive.read("targets.yml")
