"""Readers see the old site or the new one, never half of one; the edition before can come back."""

import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.publish import Editions, NotPublished, manifest, verify

Site = Mapping[str, bytes]

ONE: Site = {
    "index.html": b"one",
    "404.html": b"?",
    "items/a/index.html": b"a",
    "items/b/index.html": b"b",
}
TWO: Site = {"index.html": b"two", "404.html": b"?", "items/a/index.html": b"a"}
THREE: Site = {**TWO, "items": b"a file where a folder was"}
del THREE["items/a/index.html"]  # type: ignore[attr-defined]


def publish(target: Path, site: Site) -> None:
    new = {path: manifest.entry_of(content) for path, content in site.items()}
    editions = Editions(target)
    with editions.making() as making:
        editions.publish(making, new, lambda path, place: write(place, site[path]))


def write(place: Path, content: bytes) -> None:
    place.write_bytes(content)


def read(target: Path) -> dict[str, bytes]:
    return {path: Path(each.path).read_bytes() for path, each in manifest.walk(target)}


def test_each_edition_is_exactly_its_files(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for site in (ONE, TWO, ONE, THREE, TWO, TWO, ONE):
        publish(target, site)
        assert read(target) == site
        assert verify(target).is_whole


paths = st.sampled_from(["a", "b/a", "b/b", "c/d/e", "index.html"])
sites = st.dictionaries(paths, st.binary(max_size=2), max_size=5)


@given(several=st.lists(sites, max_size=5))
def test_any_sequence_of_editions(
    several: list[dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("editions") / "site"
    for each in several:
        publish(target, {**each, "404.html": b""})
        assert read(target) == {**each, "404.html": b""}


def test_only_what_no_edition_holds_is_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    publish(target, ONE)
    asked: list[str] = []

    class Asking(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            asked.append(path)
            return super().__getitem__(path)

    publish(target, Asking(TWO))
    assert asked == ["index.html"]


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    before = (target / "items/a/index.html").stat().st_ino
    publish(target, TWO)
    assert (target / "items/a/index.html").stat().st_ino == before


def test_rollback_shows_the_edition_before_and_once_more_comes_back(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    publish(target, TWO)
    Editions(target).rollback()
    assert read(target) == ONE
    Editions(target).rollback()
    assert read(target) == TWO


def test_rollback_needs_an_edition_that_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    with pytest.raises(NotPublished, match="ไม่มีเว็บรุ่นก่อน"):
        Editions(target).rollback()
    publish(target, TWO)
    (tmp_path / ".site.editions/previous/items/b/index.html").unlink()
    with pytest.raises(NotPublished, match="ไม่มีเว็บรุ่นก่อน"):
        Editions(target).rollback()
    assert read(target) == TWO


def test_a_forgotten_edition_is_nowhere(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    publish(target, TWO)
    Editions(target).forget()
    assert not [
        path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == b"b"
    ]
    publish(target, ONE)
    assert read(target) == ONE


def test_gitignore_goes_with_every_edition(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / ".gitignore").write_text("*\n", "utf-8")
    for site in (ONE, TWO, ONE):
        publish(target, site)
        assert (target / ".gitignore").read_text("utf-8") == "*\n"


def test_a_damaged_site_is_mended_by_the_next_edition(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    publish(target, ONE)
    (target / "index.html").unlink()
    (target / "items/a/index.html").write_bytes(b"longer than it was")
    publish(target, ONE)
    assert verify(target).is_whole


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"dear")
    with pytest.raises(NotPublished, match="--site-dir"):
        publish(tmp_path, ONE)
    assert (tmp_path / "letter.docx").read_bytes() == b"dear"


def test_contents_that_are_not_those_of_the_manifest_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    new = {path: manifest.entry_of(content) for path, content in TWO.items()}
    editions = Editions(target)
    with pytest.raises(NotPublished), editions.making() as making:
        editions.publish(making, new, lambda _, place: write(place, b"of another length"))
    assert read(target) == ONE
    publish(target, TWO)
    assert read(target) == TWO


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda site: (site / "index.html").unlink(), "missing"),
        (lambda site: (site / "index.html").write_bytes(b"eno"), "changed"),
        (lambda site: (site / "more.html").write_bytes(b""), "unlisted"),
    ],
)
def test_verify_tells_every_kind_of_harm(tmp_path: Path, harm: object, told: str) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    harm(target)  # type: ignore[operator]
    verdict = verify(target)
    assert not verdict.is_whole
    assert len(getattr(verdict, told)) == 1


def test_readers_meet_no_gap(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    gaps: list[OSError] = []
    done = threading.Event()

    def reader() -> None:
        while not done.is_set():
            try:
                (target / "index.html").read_bytes()
            except OSError as gap:
                gaps.append(gap)

    thread = threading.Thread(target=reader)
    thread.start()
    for number in range(60):
        publish(target, {**ONE, "index.html": str(number).encode()})
    done.set()
    thread.join()
    assert not gaps


_WRITER = """
import sys
from pathlib import Path
from khlang.publish import Editions, manifest
target, number = Path(sys.argv[1]), 0
while True:
    number += 1
    site = {f"{at % 7}/{at}.html": f"{number} {at}".encode() * 400 for at in range(60) if at % 5 != number % 5}
    site["404.html"] = site["index.html"] = str(number).encode()
    new = {path: manifest.entry_of(content) for path, content in site.items()}
    editions = Editions(target)
    with editions.making() as making:
        editions.publish(making, new, lambda path, place: place.write_bytes(site[path]))
"""


def test_kills_at_random_moments_leave_a_whole_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    draw = random.Random(4)  # noqa: S311  # the same moments every time
    for _ in range(12):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(target)])
        time.sleep(0.1 + draw.random() * 0.2)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        assert verify(target).is_whole
    publish(target, TWO)
    assert read(target) == TWO


def test_two_writers_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    target = tmp_path / "site"
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(target)]) for _ in range(2)]
    time.sleep(1)
    assert [writer.poll() for writer in writers] == [None, None]
    for writer in writers:
        writer.kill()
        writer.wait()
    publish(target, TWO)
    assert read(target) == TWO


_LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
from pathlib import Path
from khlang.publish import Editions, manifest
site = {"404.html": b"?", "index.html": b"x" * 5000, "items/c/index.html": b"y" * 9000}
new = {path: manifest.entry_of(content) for path, content in site.items()}
editions = Editions(Path(sys.argv[1]))
try:
    with editions.making() as making:
        editions.publish(making, new, lambda path, place: place.write_bytes(site[path]))
except OSError:
    sys.exit(3)
"""


@pytest.mark.parametrize("limit", [0, 4000, 8000])
def test_a_disk_that_takes_no_more_leaves_the_site_as_it_was(tmp_path: Path, limit: int) -> None:
    target = tmp_path / "site"
    publish(target, ONE)
    publish(target, ONE)
    ran = subprocess.run([sys.executable, "-c", _LIMITED, str(target), str(limit)], check=False)
    assert ran.returncode == 3
    assert read(target) == ONE
    assert verify(target).is_whole
    publish(target, TWO)
    assert read(target) == TWO
