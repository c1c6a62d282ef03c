"""The guide's steps are steps: its shell blocks, one after the other, in a clean clone."""

import os
import re
import subprocess
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^( *)```sh\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Khlang"), ("EMAIL", "km@example.org"))
}


def _blocks(page: str) -> list[str]:
    text = (ROOT / f"content/guide/{page}.md").read_text("utf-8")
    return [textwrap.dedent(match[2]) for match in BLOCK.finditer(text)]


def test_an_administrator_a_reviewer_and_an_officer_walk_the_guide(tmp_path: Path) -> None:
    """From the first set-up to the stick; only the set-up itself uses what is installed here."""
    clone = tmp_path / "km"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    (clone / ".venv").symlink_to(ROOT / ".venv")
    blocks = [*_blocks("administrator"), *_blocks("index"), *_blocks("reviewer")]
    assert len(blocks) > 9
    steps = "".join(blocks).replace("make site", "khlang check > /dev/null\nkhlang build")
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", steps],
        cwd=clone,
        env=os.environ | IDENTITY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert (clone / "site_build/index.html").is_file()
    assert (clone / "site_internal/review/index.html").is_file()
    assert (clone / "offline.zip").is_file()
    assert list(clone.glob("content/items/*/ban-pho/ban-pho-*.md"))
