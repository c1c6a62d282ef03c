"""`khlang samples --remove`: the sample archive ends, and nothing else with it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khlang.app import open_workspace
from khlang.cli.main import main
from tests.archive import AS_OF, ITEM, PNG, YEAR, Archive

ROOT = Path(__file__).parents[2]
AS_OF_LINE = f'as_of: "{AS_OF.isoformat()}"   # หมายเหตุท้ายบรรทัด\n'


def run(root: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["samples", "--root", str(root), *arguments], input=answers)


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A copy of the repository's data and content."""
    for name in ("categories.yml", "targets.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def archive(archive: Archive) -> Archive:
    """One real item, and beside it samples: a file, a folder with an attachment, a whole year."""
    archive.item("kathu-bbbbb", sample=True)
    attachment = {"file": "map.png", "title": "แผนที่", "alt": "แผนที่อ่าว"}
    archive.item("kathu-ccccc", files={"map.png": PNG}, attachments=[attachment], sample=True)
    archive.item("kathu-ddddd", fiscal_year=YEAR - 1, history=["2024-06-02 submitted"], sample=True)
    archive.edit("targets.yml", "schema: 1\n", f"schema: 1\n{AS_OF_LINE}")
    return archive


def test_the_repository_becomes_an_empty_archive_without_errors(ours: Path) -> None:
    before = (ours / "targets.yml").read_bytes()
    assert run(ours, "--remove", "--yes").exit_code == 0
    left = {path for path in files(ours) if path.startswith("content/items")}
    assert left == {"content/items"}
    lines = [line for line in before.splitlines(keepends=True) if not line.startswith(b"as_of:")]
    assert (ours / "targets.yml").read_bytes() == b"".join(lines)
    workspace = open_workspace(ours, today=AS_OF)
    assert not workspace.has_errors
    assert workspace.archive is not None
    assert not workspace.archive.corpus.has_samples


def test_it_counts_without_touching_anything(archive: Archive) -> None:
    before = files(archive.root)
    result = run(archive.root)
    assert "มีเรื่องตัวอย่าง 3 เรื่อง จากทั้งหมด 4 เรื่อง" in result.output
    assert files(archive.root) == before


def test_real_items_stay_and_empty_folders_go(archive: Archive) -> None:
    targets = archive.read("targets.yml")
    before = files(archive.root)
    result = run(archive.root, "--remove", answers="y\n")
    assert result.exit_code == 0
    year = f"content/items/{YEAR}/kathu"
    older = f"content/items/{YEAR - 1}"
    assert before - files(archive.root) == {
        f"{year}/kathu-bbbbb.md",
        f"{year}/kathu-ccccc",
        f"{year}/kathu-ccccc/index.md",
        f"{year}/kathu-ccccc/map.png",
        older,
        f"{older}/kathu",
        f"{older}/kathu/kathu-ddddd.md",
    }
    assert archive.read("targets.yml") == targets.replace(AS_OF_LINE, "")
    assert f"ลบ {year}/kathu-ccccc\n" in result.output
    assert [item.id for item in archive.check().archive.corpus.items] == [ITEM]


def test_without_a_yes_nothing_is_removed(archive: Archive) -> None:
    before = files(archive.root)
    assert run(archive.root, "--remove", answers="n\n").exit_code == 1
    assert files(archive.root) == before
    assert AS_OF_LINE in archive.read("targets.yml")


def test_a_second_time_there_is_nothing_to_do(archive: Archive) -> None:
    run(archive.root, "--remove", "--yes")
    assert "ไม่มีสิ่งที่ต้องลบ" in run(archive.root, "--remove").output


def test_line_ends_of_windows_stay(archive: Archive) -> None:
    windows = archive.read("targets.yml").replace("\n", "\r\n").encode()
    archive.write("targets.yml", windows)
    run(archive.root, "--remove", "--yes")
    line = AS_OF_LINE.replace("\n", "\r\n").encode()
    assert (archive.root / "targets.yml").read_bytes() == windows.replace(line, b"")


def test_as_of_on_two_lines_is_left_to_a_person(archive: Archive) -> None:
    archive.edit("targets.yml", AS_OF_LINE, f'as_of:\n  "{AS_OF.isoformat()}"\n')
    text = archive.read("targets.yml")
    result = run(archive.root, "--remove", "--yes")
    assert archive.read("targets.yml") == text
    assert "ไม่ได้ลบ as_of (targets.yml)" in result.output


def test_links_are_not_followed(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither a link inside a sample nor a whole folder of items that is one."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "kept.txt").write_text("stays")
    kathu = archive.root / f"content/items/{YEAR}/kathu"
    (kathu / "kathu-ccccc/link").symlink_to(outside, target_is_directory=True)
    elsewhere = outside / "items"
    shutil.move(archive.root / f"content/items/{YEAR - 1}", elsewhere)
    (archive.root / f"content/items/{YEAR - 1}").symlink_to(elsewhere, target_is_directory=True)
    run(archive.root, "--remove", "--yes")
    assert (outside / "kept.txt").read_text() == "stays"
    assert (elsewhere / "kathu/kathu-ddddd.md").is_file()
    assert not (kathu / "kathu-ccccc").exists()


def test_items_behind_a_link_are_left(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A folder of items that is a link is refused as a whole, by its name."""
    elsewhere = tmp_path_factory.mktemp("outside") / "items"
    shutil.move(archive.root / "content/items", elsewhere)
    (archive.root / "content/items").symlink_to(elsewhere, target_is_directory=True)
    before = files(elsewhere)
    result = run(archive.root, "--remove", "--yes")
    assert files(elsewhere) == before
    assert result.exit_code == 1
    assert "content/items" in result.output
