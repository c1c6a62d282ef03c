"""Metadata of many items by a table: what goes out comes back the same, and changes are shown first."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from khlang.cli.main import main
from khlang.importers import cells
from tests.archive import ITEM, YEAR, Archive
from tests.importers.test_parcel import everything

HERE = f"content/items/{YEAR}/kathu/{ITEM}.md"
TEXTS = st.text("กขน้ำ=+-@'|,;\"[]\\ :#\n\tab1", max_size=12).map(str.strip)


def run(archive: Archive, *options: str) -> Result:
    return CliRunner().invoke(main, [*options, "--root", str(archive.root)])


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.item(
        "kathu-bbbbb",
        title="=ขุด: “หนอง”, ห้าขั้นตอน",
        tags=["ก | ข", "น้ำ, ดิน", "[ค]"],
        topics=None,
        byline="กลุ่มงาน",
        consent="2025-06-01",
        history=None,
    )
    return archive


def exported(archive: Archive) -> list[list[str]]:
    out = archive.root / "items.csv"
    out.unlink(missing_ok=True)
    assert run(archive, "export", "items", "--out", str(out)).exit_code == 0
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def taken(
    archive: Archive,
    rows: list[list[str]],
    *options: str,
    encoding: str = "utf-8-sig",
    delimiter: str = ",",
) -> Result:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    file = archive.root / "edited.csv"
    file.write_bytes(text.getvalue().encode(encoding))
    return run(archive, "import", "--metadata", str(file), *options)


def edited(rows: list[list[str]], id: str, /, **changed: str) -> list[list[str]]:
    names = [each.partition(" ")[0] for each in rows[0]]
    result = [list(row) for row in rows]
    for row in result[1:]:
        if row[0] == id:
            for name, value in changed.items():
                row[names.index(name)] = value
    return result


def test_there_and_back_changes_nothing(archive: Archive) -> None:
    """In each encoding and with each delimiter that Excel saves; formulas are guarded."""
    rows = exported(archive)
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row)
    assert "'=ขุด: “หนอง”, ห้าขั้นตอน" in rows[2]
    for encoding, delimiter in (("utf-8-sig", ","), ("cp874", ";"), ("utf-16", "\t")):
        result = taken(archive, rows, "--write", encoding=encoding, delimiter=delimiter)
        assert (result.exit_code, result.output) == (0, "ไม่มีอะไรเปลี่ยน\n")
    assert run(archive, "export", "items", "--out", str(archive.root / "items.csv")).exit_code == 2


def test_changes_are_shown_then_written(archive: Archive) -> None:
    before = archive.read(HERE)
    rows = edited(
        exported(archive), ITEM, title="ชื่อใหม่: ยาว", category="ทะเลและชายฝั่ง", tags="น้ำ, ดิน", summary="",
        state="returned", state_reason="ขอภาพ", state_date="10/6/2568",
    )  # fmt: skip
    shown = taken(archive, rows)
    assert "ชื่อเรื่อง (title): “อ่านคลื่นลมก่อนออกเรือ” → “ชื่อใหม่: ยาว”" in shown.output
    assert "สถานะ: submitted → 2025-06-10 returned ขอภาพ" in shown.output
    assert archive.read(HERE) == before
    assert taken(archive, rows, "--write").exit_code == 0
    after = archive.read(HERE)
    assert 'title: "ชื่อใหม่: ยาว"\n' in after
    assert "tags: [น้ำ, ดิน]\n" in after
    assert "summary" not in after
    assert '"2025-06-02 submitted", 2025-06-10 returned ขอภาพ]' in after
    assert taken(archive, edited(exported(archive), ITEM)).output == "ไม่มีอะไรเปลี่ยน\n"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"unit": "ภูเขา"}, "ไม่มีหน่วยงาน"),
        ({"title": ""}, "ไม่มีช่อง title"),
        ({"state": "published"}, "เปลี่ยนสถานะจาก"),
        ({"state": "x"}, "ไม่มีสถานะ x"),
        ({"contributor": "สมชาย"}, "contributor"),
        ({"version": "vxxxxxxxxxx", "title": "อื่น"}, "ไฟล์เปลี่ยนไป"),
        ({"consent": "5/7/2021"}, "ไม่ใช่วันที่"),
        ({"id": "kathu-zzzzz"}, "ไม่มีเรื่องรหัสนี้"),
    ],
)
def test_one_bad_row_and_nothing_is_written(
    archive: Archive, changed: dict[str, str], told: str
) -> None:
    before = everything(archive.root)
    rows = edited(edited(exported(archive), "kathu-bbbbb", title="ดี"), ITEM, **changed)
    result = taken(archive, rows, "--write")
    assert result.exit_code == 1
    assert told in result.output
    assert everything(archive.root) == before


def test_a_file_of_windows_stays_one(archive: Archive) -> None:
    archive.write(HERE, archive.read(HERE).replace("\n", "\r\n"))
    rows = edited(exported(archive), ITEM, title="ใหม่", state="selected", state_date="2025-06-10")
    assert taken(archive, rows, "--write").exit_code == 0
    data = (archive.root / HERE).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    assert "2025-06-10 selected" in data.decode()


def test_dates_as_spreadsheets_write_them_are_the_same_dates(archive: Archive) -> None:
    for typed in ("1/6/2025", "6/1/2025", "1/6/2568", "2568-06-01"):
        result = taken(archive, edited(exported(archive), "kathu-bbbbb", consent=typed))
        assert result.output == "ไม่มีอะไรเปลี่ยน\n", typed


@pytest.mark.parametrize(
    "data", [b"", b"title\nx\n", b"id,color\n1,2\n", b"id,id\n1,2\n", b"\x81\x82\x83"]
)
def test_what_is_no_table_is_told(archive: Archive, data: bytes) -> None:
    file = archive.root / "x.csv"
    file.write_bytes(data)
    result = run(archive, "import", "--metadata", str(file))
    assert result.exit_code == 1
    assert "x.csv" in result.output


@given(st.one_of(TEXTS.filter(bool), st.lists(TEXTS.filter(bool), min_size=1, max_size=4)))
def test_cells_hold_any_value(value: str | list[str]) -> None:
    cell = cells.written(value)
    (row,) = cells.from_csv(cells.to_csv([["a", cell, "b"]]).decode("utf-8-sig"))
    back = cells.bare(row[1])
    assert (cells.listed(back) if isinstance(value, list) else back) == value
    assert not cell.startswith(("=", "+", "-", "@", "\t"))
