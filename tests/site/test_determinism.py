"""The same archive gives the same bytes, wherever and however it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.archive import AS_OF
from tests.site.sites import Site, build, changed, environment, tree


def test_bytes_do_not_depend_on_the_machine(
    second: Site, second_root: Path, tmp_path: Path
) -> None:
    """Another folder, order of files, hash seed, time zone, locale, mask: the same tree."""
    root = tmp_path / "คลัง อื่น"
    for path in sorted((each for each in second_root.rglob("*") if each.is_file()), reverse=True):
        copy = root / path.relative_to(second_root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (0, 0))
    other = build(
        root, tmp_path / "site", as_of=AS_OF,
        PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", HOME=str(tmp_path),
    )  # fmt: skip
    assert changed(second.files, other.files) == set()


def test_mkdocs_gives_the_same_bytes(second: Site, second_root: Path, tmp_path: Path) -> None:
    """`mkdocs build --strict` is the other front door: the same pages, the same data."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"],
        cwd=second_root,
        env=environment(KHLANG_AS_OF=AS_OF.isoformat(), PYTHONHASHSEED="7"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert changed(tree(second.root), tree(tmp_path / "site")) == set()


def test_a_second_build_changes_nothing(own: Site, tmp_path: Path) -> None:
    """The repository built twice, over the site of the first time: not a byte differs."""
    shutil.copytree(own.root, tmp_path / "site")
    again = build(Path(__file__).parents[2], tmp_path / "site", PYTHONHASHSEED="1")
    assert changed(own.files, again.files) == set()


def test_no_file_tells_where_it_was_built(own: Site, second: Site, second_root: Path) -> None:
    """No path of the machine, no name of its user, no time of the build stands in a file."""
    for site, root in ((own, Path(__file__).parents[2]), (second, second_root)):
        for path, data in site.files.items():
            for trace in (str(root), str(site.root), str(Path.home())):
                assert f"{trace}/".encode() not in data or len(trace) < 6, f"{path}: {trace}"
