"""`khlang build`: what a user sees of it, and what a failure leaves behind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from khlang.app import open_workspace
from khlang.model.diagnostic import Severity
from tests.archive import AS_OF, Archive
from tests.site.sites import (
    KHLANG,
    REPOSITORY,
    Site,
    build,
    changed,
    environment,
    frame,
    run_build,
    tree,
)


def test_a_build_tells_how_many_pages_it_made(province: Archive, tmp_path: Path) -> None:
    """One Thai line on success, nothing on the error stream."""
    run = run_build(province.root, tmp_path / "site", as_of=AS_OF)
    pages = len(list((tmp_path / "site").rglob("index.html")))
    (line,) = run.stdout.splitlines()
    items = len(list((province.root / "content/items").rglob("*.md")))
    assert line.startswith(f"สร้างเว็บแล้ว {pages} หน้า จาก {items} เรื่อง เปลี่ยน ")
    assert line.endswith(f"วินาที ที่ {tmp_path / 'site'}")
    assert run.stderr == ""


def test_an_error_leaves_the_published_site_as_it_was(province: Archive, tmp_path: Path) -> None:
    """Exit 1; path:line:col and the Thai message; no traceback; the old site whole, nothing beside it."""
    target = tmp_path / "out/site"
    before = tree(build(province.root, target, as_of=AS_OF).root)
    path = "content/items/2568/kathu/kathu-ccccc.md"
    province.edit(path, 'category: "sea-and-shore"', 'category: "sea-and-shor"')
    run = run_build(province.root, target, as_of=AS_OF)
    assert run.returncode == 1
    line = province.read(path).split("\n").index('category: "sea-and-shor"') + 1
    found = re.search(rf"{re.escape(path)}:{line}:(\d+): error (KH-\w+) (.+)", run.stderr)
    assert found, run.stderr
    assert int(found[1]) == len("category: ") + 1
    assert re.search("[ก-๙]{5}", found[3])
    assert "khlang check" in run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert tree(target) == before
    assert {each.name for each in target.parent.iterdir()} == {"site", ".site.editions"}


@pytest.mark.parametrize("name", ["categories.yml", "targets.yml"])
def test_a_broken_data_file_is_told_at_its_place(
    archive: Archive, tmp_path: Path, name: str
) -> None:
    """A data file that cannot be read stops the build at path:line:col, without a traceback."""
    frame(archive).write(name, archive.read(name) + "\n  broken: [\n")
    run = run_build(archive.root, tmp_path / "site", as_of=AS_OF)
    assert run.returncode == 1
    assert re.search(rf"^{name}:\d+:\d+: error KH-\w+ .*[ก-๙]", run.stderr, re.MULTILINE), (
        run.stderr
    )
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "site").exists()


def test_warnings_do_not_stop_a_build(own: Site) -> None:
    """An archive with warnings, such as a unit that is late, is published all the same."""
    workspace = open_workspace(REPOSITORY, today=AS_OF)
    assert workspace.count(Severity.WARNING)
    assert "index.html" in own.files


def test_a_wrong_date_is_told(archive: Archive, tmp_path: Path) -> None:
    """A date that is none: exit 2 at the command line, exit 1 in the settings; in Thai, no traceback."""
    frame(archive)
    for given in ("2025-13-45", "5"):
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--site-dir", tmp_path / "site"],
            cwd=archive.root,
            env=environment(KHLANG_AS_OF=given),
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 1
        assert "ไม่ใช่วันที่" in run.stderr
        assert "Traceback" not in run.stderr
    for arguments, code in ((["--as-of", "2025-06-31"], 2), ([], 1)):
        run = subprocess.run(
            [KHLANG, "build", "--site-dir", tmp_path / "site", *arguments],
            cwd=archive.root,
            env=environment(KHLANG_AS_OF="20 มิถุนายน"),
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == code
        assert "ไม่ใช่วันที่" in run.stderr
        assert "Traceback" not in run.stderr
        assert not (tmp_path / "site").exists()


def test_the_folder_that_git_holds_keeps_its_gitignore(archive: Archive, tmp_path: Path) -> None:
    """site_build/ is an empty folder in Git, held by a .gitignore that every edition carries."""
    target = tmp_path / "site"
    target.mkdir()
    (target / ".gitignore").write_text("*\n!.gitignore\n")
    site = build(frame(archive).root, target, as_of=AS_OF)
    assert site.files[".gitignore"] == b"*\n!.gitignore\n"
    again = build(archive.root, target, as_of=AS_OF)
    assert changed(site.files, again.files) == set()


def test_an_archive_without_as_of_is_built_for_today(archive: Archive, tmp_path: Path) -> None:
    """Without a date the figures are those of today in Bangkok."""
    from khlang.app.clock import today

    before = today()
    site = build(frame(archive).root, tmp_path / "site", TZ="America/Los_Angeles")
    assert before.isoformat() <= site.json("progress")["as_of"] <= today().isoformat()
