"""At a thousand items the promises of the small archives still hold."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.archives import khlang_archive

KHLANG = str(Path(sys.executable).with_name("khlang"))


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The same archive of a thousand items, built in two folders with different hash seeds."""
    found = []
    for seed in ("1", "2"):
        root = tmp_path_factory.mktemp(f"seed{seed}")
        (root / "content").mkdir()
        khlang_archive(root, 1000)
        environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "TZ": f"UTC+{seed}"}
        subprocess.run([KHLANG, "build"], cwd=root, check=True, env=environment)
        site = root / "site_build"
        files = (path for path in site.rglob("*") if path.is_file())
        found.append({path.relative_to(site).as_posix(): path.read_bytes() for path in files})
    return found


def test_two_builds_have_the_same_bytes(trees: list[dict[str, bytes]]) -> None:
    """Whatever the folder, the time zone and the hash seed."""
    assert trees[0] == trees[1]


def test_no_list_grows_with_the_archive(trees: list[dict[str, bytes]]) -> None:
    """Lists are cut into pages of 24: the newest one holds up to 29, and so do those in another order."""
    lists = [html for path, html in trees[0].items() if path.startswith("archive/")]
    assert len(lists) > 20
    assert all(html.count(b'class="entry ') <= 29 for html in lists)
