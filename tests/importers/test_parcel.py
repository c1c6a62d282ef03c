"""`khlang import` on parcels: items come in as they are, once, and nothing else comes in."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khlang.cli.main import main
from tests.archive import PDF, YEAR, Archive

ID = "kathu-k7q2m"
TEXT = (
    f"---\ntitle: อ่านคลื่นลม\nunit: kathu\nfiscal_year: {YEAR}\n"
    "attachments:\n  - file: แบบจด.pdf\n    title: แบบจด\n---\n\nเรือหัวโทง\n"
)
MANIFEST = {"khlang.json": b'{"schema": 1}'}
HERE = f"content/items/{YEAR}/kathu/{ID}"


def parcel(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def take(archive: Archive, data: bytes, *options: str) -> Result:
    file = archive.root / "sent.zip"
    file.write_bytes(data)
    return CliRunner().invoke(main, ["import", str(file), "--root", str(archive.root), *options])


def everything(root: Path) -> dict[str, bytes]:
    base = root / "content/items"
    return {str(each): each.read_bytes() for each in base.rglob("*") if each.is_file()}


def good(text: str = TEXT) -> bytes:
    return parcel(MANIFEST | {f"{ID}/index.md": text.encode(), f"{ID}/แบบจด.pdf": PDF})


def test_an_item_comes_in_once_and_is_never_overwritten(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    planned = take(archive, good(), "--dry-run")
    assert planned.exit_code == 0
    assert not (tmp_path / HERE).exists()
    first = take(archive, good())
    assert first.exit_code == 0, first.output
    assert f"นำเข้าแล้ว {HERE}/index.md" in first.output
    assert "ผลการตรวจ" in first.output
    assert (tmp_path / HERE / "index.md").read_bytes() == TEXT.encode()
    assert (tmp_path / HERE / "แบบจด.pdf").read_bytes() == PDF
    before = everything(tmp_path)
    again = take(archive, good())
    assert again.exit_code == 0
    assert "มีอยู่แล้ว" in again.output
    other = take(archive, good(TEXT.replace("เรือหัวโทง", "เรือใบ")))
    assert other.exit_code == 1
    assert "ซ้ำกับ" in other.output
    assert everything(tmp_path) == before


def test_the_same_parcel_twice_in_a_folder_is_one_item(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    for name in ("a.zip", "a (1).zip"):
        (tmp_path / name).write_bytes(good())
    (tmp_path / "b.zip").write_bytes(good(TEXT.replace("เรือหัวโทง", "เรือใบ")))
    files = [str(tmp_path / each) for each in ("a.zip", "a (1).zip", "b.zip")]
    result = CliRunner().invoke(main, ["import", *files, "--root", str(archive.root)])
    assert "รวม นำเข้าแล้ว 1 · มีอยู่แล้ว 1 · ไม่ได้นำเข้า 1" in result.output


def test_an_item_of_one_file(tmp_path: Path) -> None:
    text = f"---\ntitle: อ่านคลื่นลม\nunit: kathu\nfiscal_year: {YEAR}\n---\n\nเรือ\n"
    result = take(Archive(tmp_path), parcel(MANIFEST | {f"{ID}.md": text.encode()}))
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"{HERE}.md").read_text("utf-8") == text


@pytest.mark.parametrize(
    "data",
    [
        b"no zip at all",
        parcel({f"{ID}/index.md": TEXT.encode()}),
        parcel({"khlang.json": b"{"}),
        parcel({"khlang.json": b"[" * 100_000}),
        parcel({"khlang.json": json.dumps({"schema": 2}).encode()}),
        parcel(MANIFEST),
        parcel(MANIFEST | {f"{ID}/../../../evil.md": b""}),
        parcel(MANIFEST | {"/etc/x.md": b""}),
        parcel(MANIFEST | {f"{ID}/.git": b"", f"{ID}/index.md": TEXT.encode()}),
        parcel(MANIFEST | {f"{ID}/a/b.png": b"", f"{ID}/index.md": TEXT.encode()}),
        parcel(MANIFEST | {f"{ID}/แบบจด.pdf": PDF}),
        parcel(MANIFEST | {f"{ID}/index.md": TEXT.replace("kathu", "kathoo").encode()}),
        parcel(MANIFEST | {f"{ID}/index.md": b"\xff\xfe"}),
        parcel(MANIFEST | {f"{ID}/index.md": "เรือ".encode()}),
        good()[:-40],
    ],
    ids=range(15),
)
def test_what_is_no_parcel_is_refused_in_thai_and_changes_nothing(
    data: bytes, tmp_path: Path
) -> None:
    archive = Archive(tmp_path)
    before = everything(tmp_path)
    result = take(archive, data)
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert "ไม่ได้นำเข้า" in result.output
    assert everything(tmp_path) == before
