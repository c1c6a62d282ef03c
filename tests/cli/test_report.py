"""What CI tells a contributor: annotations within GitHub's limit, a Thai summary, GitLab's report."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from khlang.cli.main import main
from tests.archive import Archive

HOOK = Path(__file__).parents[2] / "scripts/hooks/pre-commit"


def check(archive: Archive, format: str, **env: str) -> tuple[int, str]:
    arguments = ["check", "--root", str(archive.root), "--format", format, "--as-of", "2025-06-20"]
    shown = CliRunner().invoke(main, arguments, env=env)
    return shown.exit_code, shown.output


def test_ten_annotations_a_kind_and_the_rest_in_a_summary(archive: Archive, tmp_path: Path) -> None:
    """GitHub drops what is beyond ten without a word, so the tenth says how many are left."""
    for number in range(14):
        archive.item(f"kathu-{'abcdefghijklmn'[number] * 5}", category="no|<b>such</b>")
    summary = tmp_path / "summary.md"
    code, shown = check(archive, "github", GITHUB_STEP_SUMMARY=str(summary))
    errors = [line for line in shown.splitlines() if line.startswith("::error")]
    assert code == 1
    assert len(errors) == 10
    assert errors[-1].startswith("::error title=khlang::ยังมีข้อผิดพลาดอีก ")
    assert "line=4," in errors[0]
    text = summary.read_text("utf-8")
    assert "## ผลตรวจคลังความรู้: มีจุดที่ต้องแก้ก่อนเผยแพร่" in text
    assert text.count("| ข้อผิดพลาด |") >= 14
    assert "<b>" not in text
    assert "no|" not in text


def test_a_clean_archive_gets_a_summary_too(archive: Archive, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    code, shown = check(archive, "github", GITHUB_STEP_SUMMARY=str(summary))
    assert code == 0
    assert "::error" not in shown
    assert "ผ่าน ไม่มีข้อผิดพลาด" in summary.read_text("utf-8")


def test_gitlab_gets_entries_that_keep_their_fingerprint(archive: Archive) -> None:
    """When lines move, GitLab must not take an old fault for a new one."""
    path = archive.item("kathu-bbbbb", category="nosuch")
    first = json.loads(check(archive, "gitlab")[1])
    archive.edit(path, "---\ntitle", "---\n# หมายเหตุ\ntitle")
    second = json.loads(check(archive, "gitlab")[1])
    assert [each["fingerprint"] for each in first] == [each["fingerprint"] for each in second]
    assert first[0]["location"]["lines"]["begin"] + 1 == second[0]["location"]["lines"]["begin"]
    assert first[0]["severity"] == "major"


@pytest.mark.parametrize(("category", "stopped"), [("nosuch", True), ("sea-and-shore", False)])
def test_the_hook_checks_what_is_staged(archive: Archive, category: str, stopped: bool) -> None:
    root = archive.root
    path = archive.item("kathu-bbbbb", category=category, history=["2025-06-02 submitted"])
    (root / ".venv").symlink_to(HOOK.parents[2] / ".venv")
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "add", path], check=True)
    run = subprocess.run([HOOK], cwd=root, capture_output=True, text=True, check=False)
    assert bool(run.returncode) is stopped, run.stdout + run.stderr
    assert ("nosuch" in run.stdout) is stopped


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


def test_a_pull_request_is_told_of_its_own_files_and_of_the_harm_it_does_elsewhere(
    archive: Archive, tmp_path: Path
) -> None:
    """Changed files with warnings, other files only with what stops publication."""
    root, tags = archive.root, ["น้ำ", "น้ำ"]
    archive.item("kathu-bbbbb", tags=tags)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "before")
    mine = archive.item("kathu-ccccc", tags=tags)
    archive.edit("categories.yml", "slug: sea-and-shore", "slug: sea")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "after")
    summary = tmp_path / "summary.md"
    arguments = ["check", "--root", str(root), "--as-of", "2025-06-20", "--since", "HEAD^1"]
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    shown = CliRunner().invoke(main, [*arguments, "--format", "github"], env=env)
    assert shown.exit_code == 1
    warned = [line for line in shown.output.splitlines() if line.startswith("::warning")]
    assert {line.partition("file=")[2].partition(",")[0] for line in warned} == {mine}
    assert "kathu-bbbbb.md,line=4," in shown.output  # its category is gone
    assert "ในตาราง: ไฟล์ที่เปลี่ยน 2 ไฟล์ทุกข้อ ไฟล์อื่นเฉพาะข้อผิดพลาด" in summary.read_text("utf-8")
    unknown = CliRunner().invoke(main, [*arguments[:-1], "no-such-branch"])
    assert unknown.exit_code == 2
    assert "Git ไม่รู้จัก no-such-branch" in unknown.output


def test_an_attachment_stands_for_its_item(archive: Archive) -> None:
    """Who changed only the picture is told what the item's file says of it."""
    archive.item(files={"a.png": b"no picture"}, attachments=[{"file": "a.png", "title": "ภาพ"}])
    (archive.root / "content/items/2568/kathu/kathu-aaaaa.md").unlink()
    path = archive.root / "content/items/2568/kathu/kathu-aaaaa/a.png"
    shown = CliRunner().invoke(main, ["check", str(path), "--root", str(archive.root)])
    assert "KH-L004" in shown.output
