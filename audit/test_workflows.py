"""The commands of the workflows, as a runner runs them: a pull request with faults and one without."""

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GOOD = """---
title: ทำปุ๋ยจากใบไม้
summary: วิธีหมักใบไม้ให้เป็นปุ๋ยในสองเดือน
category: model-area
unit: ban-pho
fiscal_year: 2564
contributor: ban-pho-01
formats: [infographic]
origin: new
sample: true
history:
  - 2021-06-21 submitted
---

กองใบไม้สลับมูลสัตว์
"""
BAD = GOOD.replace("category: model-area", "category: model-aera") + "\nโทร 081-000-0012\n"
IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.org")


def git(root: Path, *arguments: str) -> str:
    run = subprocess.run(
        ["git", "-C", root, *IDENTITY, *arguments], check=True, capture_output=True, text=True
    )
    return run.stdout.strip()


def merged(tmp_path: Path, item: str) -> tuple[Path, str]:
    """What a runner checks out for a pull request that adds an item, and the base of its changes."""
    office, runner = tmp_path / "office", tmp_path / "runner"
    git(ROOT, "clone", "-q", str(ROOT), str(office))
    git(office, "checkout", "-qb", "trunk")
    git(office, "checkout", "-qb", "item")
    file = office / "content/items/2564/ban-pho/ban-pho-zzzzz.md"
    file.write_text(item, "utf-8")
    git(office, "add", "-A")
    git(office, "commit", "-qm", "item")
    git(office, "checkout", "-q", "trunk")
    git(office, "commit", "-qm", "elsewhere", "--allow-empty")
    git(office, "merge", "-q", "--no-ff", "-m", "merge", "item")
    base = git(office, "merge-base", "HEAD^1", "item")
    git(office, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(ROOT, "clone", "-q", "--depth", "2", f"file://{office}", str(runner))
    (runner / ".venv").symlink_to(ROOT / ".venv")
    return runner, base


def run(command: str, root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=root,
        env=os.environ | {"CI": "true", "PYTHONPATH": str(root / "plugins")} | env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("item", "passes"), [(BAD, False), (GOOD, True)])
def test_github_tells_the_contributor(tmp_path: Path, item: str, passes: bool) -> None:
    """Annotations at line and column, the summary in Thai; every step of a sound one passes."""
    runner, _ = merged(tmp_path, item)
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    summary, output = tmp_path / "summary.md", tmp_path / "output"
    env = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_OUTPUT": str(output),
    }
    told = ""
    for job in ("check", "build"):
        for step in workflow["jobs"][job]["steps"]:
            if "run" not in step or "scripts/setup" in step["run"]:
                continue
            done = run(step["run"], runner, **env)
            told += done.stdout
            assert (done.returncode == 0) is passes, done.stdout + done.stderr
            if not passes:
                break
    path = "content/items/2564/ban-pho/ban-pho-zzzzz.md"
    assert (f"::error file={path},line=4,col=11,title=KH-C010::" in told) is not passes
    assert (f"::error file={path},line=17,col=5,title=KH-P002::" in told) is not passes
    text = summary.read_text("utf-8")
    assert ("มีจุดที่ต้องแก้ก่อนเผยแพร่" in text) is not passes
    assert "ไฟล์ที่เปลี่ยน 1 ไฟล์ทุกข้อ" in text


@pytest.mark.parametrize(("item", "passes"), [(BAD, False), (GOOD, True)])
def test_gitlab_tells_the_contributor(tmp_path: Path, item: str, passes: bool) -> None:
    """The report is written before the verdict falls."""
    runner, base = merged(tmp_path, item)
    pipeline = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    script = "\n".join(pipeline["check"]["script"])
    done = run(script, runner, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (done.returncode == 0) is passes, done.stdout + done.stderr
    report = json.loads((runner / "gl-code-quality-report.json").read_text("utf-8"))
    majors = {each["check_name"] for each in report if each["severity"] == "major"}
    assert majors == (set() if passes else {"KH-C010", "KH-P002"})
    if passes:
        for job in ("build", "pages"):
            script = "\n".join(pipeline[job]["script"])
            built = run(script, runner, KHLANG_SITE_URL="https://km.example.go.th/km/")
            assert built.returncode == 0, built.stdout + built.stderr
        assert "https://km.example.go.th/km/" in (runner / "site_build/index.html").read_text()
