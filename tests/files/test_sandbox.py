"""The child process and the cache: whatever happens there, here it is an answer."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from khlang.files.cache import Cache
from khlang.files.findings import Refused
from khlang.files.kinds import KINDS
from khlang.files.limits import BUDGETS, MB, Budget
from khlang.files.sandbox import Sandbox
from khlang.files.workshop import Workshop
from tests.archive import PDF, PNG
from tests.files import samples

PICTURE, PAPER = KINDS[".png"], KINDS[".pdf"]
_EVIL = """
import sys, types
handler = types.ModuleType("evil")
{body}
handler.examine = handler.clean = work
sys.modules["khlang.files.formats.images"] = handler
"""
BODIES = {
    "time": "def work(data, suffix):\n    while True: pass",
    "memory": "def work(data, suffix):\n    return [bytearray(1 << 20) for _ in range(4096)]",
    "crash": "import os\ndef work(data, suffix):\n    os.abort()",
    "an exception": "def work(data, suffix):\n    raise KeyError(1)",
    "an answer of nonsense": "import os\ndef work(data, suffix):\n    os._exit(0)",
}
SMALL = {job: Budget(cpu=1, wall=5, memory=256 * MB) for job in ("examine", "clean")}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "cache")


def _file(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _evil(monkeypatch: pytest.MonkeyPatch, folder: Path, body: str) -> None:
    """From now on, children meet a decoder of pictures that does its worst."""
    (folder / "sitecustomize.py").write_text(_EVIL.format(body=body))
    path = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path))


@pytest.mark.parametrize("name", sorted(BODIES))
def test_a_decoder_that_does_its_worst_is_an_answer(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It hangs, eats memory, crashes: a fault of this file, and the others do not notice."""
    _evil(monkeypatch, tmp_path, BODIES[name])
    workshop = Workshop(tmp_path / "cache", Sandbox(SMALL))
    bad, good = _file(tmp_path, "bad.png", PNG), _file(tmp_path, "good.pdf", PDF)
    started = time.monotonic()
    found = workshop.examine(bad, PICTURE).findings
    assert time.monotonic() - started < 8
    assert [each.code.id for each in found] == ["KH-L025"]
    assert workshop.examine(good, PAPER).findings == ()
    with pytest.raises(Refused) as refused:
        workshop.clean(bad, PICTURE)
    assert refused.value.finding.code.id == "KH-L025"
    assert workshop.clean(good, PAPER).size


def test_a_child_that_waits_is_ended_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sleeping costs no CPU: there is a second limit, and it ends what the child has started, too."""
    _evil(monkeypatch, tmp_path, "import time\ndef work(data, suffix):\n    time.sleep(600)")
    sandbox = Sandbox({"examine": Budget(cpu=1, wall=1, memory=256 * MB)})
    assert sandbox.run("examine", ".png", PNG) == ({"kind": "time"}, b"")
    assert sandbox.run("examine", ".pdf", PDF)[0]["kind"] == "examined"


def test_a_system_that_cannot_fork_has_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows: one process for all, ended and started again."""
    for body, kind in (("while True: pass", "time"), ("raise KeyError", "crash")):
        work = f"import os\ndel os.fork\ndef work(data, suffix):\n    {body}"
        _evil(monkeypatch, tmp_path, work)
        sandbox = Sandbox({"examine": Budget(cpu=60, wall=1, memory=256 * MB)})
        answer, data = sandbox.run("examine", ".png", PNG)
        assert (answer["kind"], data) == (kind, b"")
        assert sandbox.run("examine", ".pdf", PDF)[0]["kind"] == "examined"


@pytest.mark.skipif(
    not hasattr(os, "fork"),
    reason="such limits are of systems with fork: elsewhere there are none to test",
)
def test_foreign_bytes_meet_no_secrets_and_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the tokens of a workflow, nor a file that can be written, nor the other answers."""
    target = tmp_path / "written"
    look = (
        "import os\ndef work(data, suffix):\n"
        "    found = [name for name in os.environ if 'TOKEN' in name]\n"
        "    try:\n"
        f"        with open({str(target)!r}, 'w') as file: file.write('x' * 9)\n"
        "        found.append('wrote')\n"
        "    except OSError: pass\n"
        "    if len(os.listdir('/proc/self/fd')) > 5: found.append('files')\n"
        "    from khlang.files.findings import Examination\n"
        "    return Examination(text=' '.join(found))"
    )
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    _evil(monkeypatch, tmp_path, look)
    workshop = Workshop(tmp_path / "cache")
    assert workshop.examine(_file(tmp_path, "a.png", PNG), PICTURE).text == ""


def test_the_child_ends_with_its_parent(tmp_path: Path) -> None:
    """Nothing is left running when the program is killed."""
    script = (
        "from khlang.files.sandbox import Sandbox\nimport os, sys\n"
        f"s = Sandbox(); s.run('examine', '.png', {PNG!r})\n"
        "print(s._child.pid, flush=True); os._exit(1)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    child = int(run.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        if "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    pytest.fail("the child still runs")


def test_budgets_are_those_of_the_threat_model() -> None:
    """One bad item costs two seconds and 300 MB; a big one a second more for each 2 MB."""
    budget = BUDGETS["examine"]
    assert (budget.cpu, budget.cpu_for(100_000), budget.cpu_for(10 * MB)) == (2, 2, 7)
    assert budget.memory == 310 * MB  # of addresses, of which a program never uses all
    assert budget.memory < BUDGETS["clean"].memory <= 1024 * MB


def test_what_has_been_done_is_not_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the same run nor in the next: no child is even started."""
    source = _file(tmp_path, "a.png", samples.png())
    first = Workshop(tmp_path / "cache")
    examined, copy = first.examine(source, PICTURE), first.clean(source, PICTURE)

    def none(*_: object) -> None:
        raise AssertionError("a child was asked")

    monkeypatch.setattr(Sandbox, "run", none)
    second = Workshop(tmp_path / "cache")
    assert second.examine(source, PICTURE) == examined
    assert second.clean(source, PICTURE) == copy
    other = _file(tmp_path, "ชื่ออื่น.png", samples.png())
    assert second.clean(other, PICTURE) == copy


def test_a_changed_file_is_examined_again(workshop: Workshop, tmp_path: Path) -> None:
    source = _file(tmp_path, "a.png", PNG)
    assert workshop.examine(source, PICTURE).findings == ()
    source.write_bytes(PNG[:40])
    assert [each.code.id for each in workshop.examine(source, PICTURE).findings] == ["KH-L020"]


@pytest.mark.parametrize(
    "broken", [b"", b"{}", b"[1]", b'{"findings": [["KH-X999", {}]]}', b"\xff"]
)
def test_a_damaged_cache_is_made_again(broken: bytes, tmp_path: Path) -> None:
    """It may be deleted, cut off, or written by hand: results are the same."""
    source = _file(tmp_path, "a.png", samples.png())
    first = Workshop(tmp_path / "cache")
    examined, copy = first.examine(source, PICTURE), first.clean(source, PICTURE)
    data = copy.path.read_bytes()
    for file in (tmp_path / "cache").rglob("*.*"):
        file.write_bytes(broken)
    second = Workshop(tmp_path / "cache")
    assert second.examine(source, PICTURE) == examined
    assert second.clean(source, PICTURE) == copy
    assert copy.path.read_bytes() == data


def test_a_copy_whose_bytes_have_changed_is_not_published(
    workshop: Workshop, tmp_path: Path
) -> None:
    source = _file(tmp_path, "a.png", samples.png())
    copy = workshop.clean(source, PICTURE)
    copy.path.write_bytes(PNG + b"<html>")
    assert workshop.clean(source, PICTURE) == copy
    assert b"<html>" not in copy.path.read_bytes()


def test_an_archive_that_cannot_be_written_is_built_all_the_same(tmp_path: Path) -> None:
    """A file stands where the folder should be: as with a disk that is read only."""
    (tmp_path / "cache").write_bytes(b"")
    source = _file(tmp_path, "a.png", samples.png())
    assert Workshop(tmp_path / "cache").clean(source, PICTURE).path.is_file()


def test_nothing_half_written_stays_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    cache = Cache(tmp_path)
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cache.write("name", b"data")
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.png", b"", "KH-L006"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", "KH-L018"),
        ("a.png", b"<html>", "KH-L004"),
        ("a.png", b"GIF89a" + bytes(99), "KH-L004"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "KH-L004"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "KH-L024",
        ),
    ],
)
def test_what_the_first_bytes_tell_needs_no_child(
    name: str, data: bytes, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sandbox, "run", lambda *_: pytest.fail("a child was asked"))
    workshop, file = Workshop(tmp_path / "cache"), _file(tmp_path, name, data)
    kind = KINDS[file.suffix]
    assert [each.code.id for each in workshop.examine(file, kind).findings] == [code]
    with pytest.raises(Refused) as refused:
        workshop.clean(file, kind)
    assert refused.value.finding.code.id == code


def test_no_link_is_followed(workshop: Workshop, tmp_path: Path) -> None:
    """The walk has told it; a link that was put there since is not read either."""
    link = tmp_path / "a.png"
    link.symlink_to(_file(tmp_path, "secret.png", PNG))
    assert [each.code.id for each in workshop.examine(link, PICTURE).findings] == ["KH-L020"]
    assert [each.code.id for each in workshop.examine(tmp_path, PICTURE).findings] == ["KH-L020"]


def test_a_file_beyond_the_limit_is_not_read(workshop: Workshop, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    with file.open("wb") as stream:
        stream.truncate(PICTURE.limit + 1)
    (found,) = workshop.examine(file, PICTURE).findings
    assert (found.code.id, found.values) == ("KH-L005", {"size": 11, "limit": 10})


def test_messages_show_no_trick_of_a_foreign_name(workshop: Workshop, tmp_path: Path) -> None:
    """Names inside a document are shown on one line, without characters that turn or hide."""
    names = samples.unzipped(samples.word()) | {f"x\u202egnp.exe\n{'y' * 200}": b"MZ"}
    file = _file(tmp_path, "a.docx", samples.zipped(names))
    (found,) = workshop.examine(file, KINDS[".docx"]).findings
    shown = json.dumps(dict(found.values), ensure_ascii=False)
    assert "\u202e" not in shown
    assert len(shown) < 200
