"""Readers never meet half a site: kills at any moment, disks that are full, scripts of edits."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.archive import AS_OF, Archive
from tests.site.sites import KHLANG, build, environment, frame, second_province, tree
from tests.site.test_incremental import EDITS, compare_script, steps

from khlang.publish import verify

KILLS = 200


@given(script=st.lists(steps, min_size=3, max_size=8))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_warm_bytes_are_cold_bytes_after_long_scripts(
    script: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    compare_script(script, tmp_path_factory.mktemp("script"))


def test_kills_at_random_moments_leave_no_damage_and_no_gap(tmp_path: Path) -> None:
    """A build is killed while another edit waits to be published and somebody reads all the time."""
    archive = frame(second_province(tmp_path / "archive"))
    target = tmp_path / "site"
    build(archive.root, target, as_of=AS_OF)
    gaps: list[OSError] = []
    done = threading.Event()

    def reader() -> None:
        while not done.is_set():
            try:
                (target / "index.html").read_bytes()
            except OSError as gap:
                gaps.append(gap)
            time.sleep(0.0005)

    thread = threading.Thread(target=reader)
    thread.start()
    draw = random.Random(9)  # noqa: S311  # the same moments every time
    names = sorted(EDITS)
    ended = 0
    for number in range(KILLS):
        EDITS[names[number % len(names)]](archive)
        child = subprocess.Popen(
            [KHLANG, "build", "--site-dir", target, "--as-of", AS_OF.isoformat()],
            cwd=archive.root,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(draw.uniform(0.1, 2.0))
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        else:
            ended += 1
        child.wait()
        assert verify(target).is_whole, number
    done.set()
    thread.join()
    assert not gaps
    assert ended < KILLS
    again = build(archive.root, target, as_of=AS_OF)
    shutil.rmtree(archive.root / ".khlang")
    assert again.files == build(archive.root, tmp_path / "cold", as_of=AS_OF).files


_FULL = """
set -e
mount -t tmpfs -o size={size}k tmpfs {disk}
cp -r {site} {disk}/site
{khlang} build --root {root} --site-dir {disk}/site --as-of {day} && status=0 || status=$?
rm -rf {after}; cp -r {disk}/site {after}
exit $status
"""


def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """Disks that hold the site, and less than an edition more."""
    archive = frame(second_province(tmp_path / "archive"))
    site = build(archive.root, tmp_path / "site", as_of=AS_OF).root
    shutil.rmtree(archive.root / ".khlang")
    EDITS["a category"](archive)
    disk, after = tmp_path / "disk", tmp_path / "after"
    disk.mkdir()
    used = sum(-(-file.stat().st_size // 4096) * 4 for file in site.rglob("*") if file.is_file())
    folders = sum(4 for each in site.rglob("*") if each.is_dir())
    refused = 0
    for more in (40, 200, 600):
        script = _FULL.format(
            size=used + folders + more, disk=disk, site=site, khlang=KHLANG, root=archive.root,
            day=AS_OF.isoformat(), after=after,
        )  # fmt: skip
        run = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script],
            env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert "Traceback" not in run.stderr
        assert verify(after).is_whole, run.stderr
        if run.returncode:
            refused += 1
            assert "เว็บเดิมยังอยู่ครบ" in run.stderr, run.stderr
            assert tree(after) == tree(site)
    assert refused


def test_write_limits_leave_the_site_as_it_was(tmp_path: Path) -> None:
    archive: Archive = frame(second_province(tmp_path / "archive"))
    target = tmp_path / "site"
    before = tree(build(archive.root, target, as_of=AS_OF).root)
    EDITS["a category"](archive)
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2);"
        "sys.argv = ['khlang', *sys.argv[2:]];"
        "from khlang.cli.main import main; main()"
    )
    for limit in (0, 4096, 16384):
        run = subprocess.run(
            [sys.executable, "-c", program, str(limit), "build", "--site-dir", str(target),
             "--as-of", AS_OF.isoformat()],
            cwd=archive.root, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 1
        assert "Traceback" not in run.stderr, run.stderr
        assert tree(target) == before
