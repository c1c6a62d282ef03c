"""`khlang report`: any date, any year, and what a change of the archive made of the figures."""

import json
import subprocess
from typing import Any

import pytest
from click.testing import CliRunner

from khlang.cli.main import main
from khlang.export.report import MARK
from tests.archive import Archive


def report(archive: Archive, *more: str) -> tuple[int, str]:
    arguments = ["report", "--root", str(archive.root), "--as-of", "2025-07-10", *more]
    shown = CliRunner().invoke(main, arguments)
    return shown.exit_code, shown.output


def figures(archive: Archive, *more: str) -> Any:
    code, told = report(archive, "--format", "json", *more)
    assert code == 0, told
    return json.loads(told)


def commit(archive: Archive) -> None:
    for arguments in (["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(
            ["git", "-C", archive.root, "-c", "user.name=x", "-c", "user.email=x", *arguments],
            check=True,
        )


@pytest.fixture
def merged(archive: Archive) -> Archive:
    """An archive with a commit, and beyond it a late item on a topic nobody had written about."""
    subprocess.run(["git", "init", "-q", archive.root], check=True)
    commit(archive)
    archive.item(
        "thalang-bbbbb", topics=["savings-group"], history=["2025-07-09 submitted"], title="a|b <c>"
    )
    return archive


def test_the_report_reads_the_histories_at_its_date(archive: Archive) -> None:
    archive.item("kathu-bbbbb", history=["2025-06-20 submitted"], contributor="kathu-02")
    assert figures(archive)["figures"]["items"]["done"] == 2
    assert figures(archive, "--as-of", "2025-06-19")["figures"]["items"]["done"] == 1
    code, told = report(archive, "--as-of", "2025-06-01")
    assert code == 0
    assert "ส่งแล้ว 0 เรื่อง" in told


def test_before_and_after_by_unit(merged: Archive) -> None:
    """Both at the same date: only what the change made differs."""
    change = figures(merged, "--since", "HEAD")["change"]
    units = {each["unit"]: each for each in change["units"]}
    assert units["thalang"]["before"]["items"] == 0
    assert units["thalang"]["after"]["items"] == 1
    assert units["kathu"]["before"] == units["kathu"]["after"]
    assert change["items"] == change["contributors"] == 1
    assert change["topics_covered"] == ["savings-group"]
    assert change["newly_late"] == [{"id": "thalang-bbbbb", "unit": "thalang", "days": 5}]
    commit(merged)
    assert figures(merged, "--since", "HEAD")["change"]["items"] == 0
    assert figures(merged, "--since", "HEAD~1")["change"]["items"] == 1


def test_the_change_in_words_and_in_markdown(merged: Archive) -> None:
    """What the job's summary and the comment show; nobody's title is in it."""
    code, told = report(merged, "--since", "HEAD")
    assert code == 0
    assert "หัวข้อที่เพิ่งมีเรื่อง: กลุ่มออมทรัพย์" in told
    assert "thalang-bbbbb (ถลาง) ช้า 5 วัน" in told
    code, shown = report(merged, "--since", "HEAD", "--format", "markdown")
    assert code == 0
    assert shown.startswith(f"{MARK}\n## ")
    assert "| ถลาง | 0 | 1 | +1 |" in shown.replace("&#43;", "+")
    assert "<c>" not in shown


def test_a_revision_without_an_archive_and_one_that_is_not_there(merged: Archive) -> None:
    """Everything is new, or the command says what is wrong (exit 2)."""
    empty = subprocess.run(
        ["git", "-C", merged.root, "-c", "user.name=x", "-c", "user.email=x", "commit-tree",
         "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "-m", "x"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    assert figures(merged, "--since", empty)["change"]["units"][0]["before"] is None
    assert report(merged, "--since", "--output=x")[0] == 2
    assert report(merged, "--since", "nosuch")[0] == 2


def test_a_year_without_targets_is_told(archive: Archive) -> None:
    code, told = report(archive, "--year", "2570")
    assert code == 1
    assert "--year" in told
    assert report(archive, "--year", "2568", "--as-of", "2026-02-01")[0] == 0
