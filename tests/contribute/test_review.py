"""`khlang review` and `khlang codeowners` as a reviewer uses them."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from khlang.cli.main import main
from khlang.contribute.review import waiting
from khlang.model.history import State
from khlang.source.repository import read
from tests.archive import ITEM, Archive


def run(archive: Archive, *arguments: str) -> tuple[int, str]:
    shown = CliRunner().invoke(main, [*arguments, "--root", str(archive.root)])
    return shown.exit_code, shown.output


def test_the_queue_is_oldest_first_with_age_and_deadline(archive: Archive) -> None:
    archive.item("kathu-bbbbb", history=["2025-07-10 submitted"], title="ส่งช้า")
    archive.item("kathu-ccccc", history=["2025-05-01 submitted", "2025-05-02 returned แก้"])
    archive.item("kathu-ddddd", history=["2025-05-01 submitted", "2025-05-09 selected"])
    code, shown = run(archive, "review", "--date", "2025-07-12")
    rows = shown.strip().splitlines()
    assert code == 0
    assert [row.split()[0] for row in rows] == ["kathu-ddddd", ITEM, "kathu-bbbbb"]
    assert "รอ 2 วัน" in rows[2]
    assert "ช้ากว่ากำหนด 6 วัน" in rows[2]
    assert "ทันกำหนด" in rows[1]


@pytest.mark.parametrize(
    ("history", "after"),
    [
        ("history:\n  # มติ\n  - 2025-06-02 submitted  # รับแล้ว\n", "  - 2025-06-03 selected\n"),
        ("history: [2025-06-02 submitted]  # รับแล้ว\n", ", 2025-06-03 selected]"),
        ('history:\n- "2025-06-02 submitted"\n', "- 2025-06-03 selected\n"),
    ],
)
def test_a_decision_is_one_more_line_and_nothing_else(
    archive: Archive, history: str, after: str
) -> None:
    """Comments, quotes and the style of the list stay; the check is clean afterwards."""
    path = f"content/items/2568/kathu/{ITEM}.md"
    standing = next(line for line in archive.read(path).splitlines() if line.startswith("history"))
    archive.edit(path, f"{standing}\n", history)
    before = archive.read(path)
    code, shown = run(archive, "review", ITEM, "--to", "selected", "--date", "2025-06-03")
    assert code == 0, shown
    text = archive.read(path)
    assert after in text
    assert len(text) - len(before) == len(after) - (1 if after.endswith("]") else 0)
    assert not [code for code, _ in archive.found() if not code.startswith("KH-Q")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "published"), "เปลี่ยนสถานะจาก submitted เป็น published ไม่ได้"),
        (("--to", "returned"), "ต้องมีเหตุผลต่อท้าย"),
        (("--to", "selected", "--date", "2025-06-01"), "อยู่ก่อนบรรทัดก่อนหน้า"),
    ],
)
def test_what_the_table_forbids_is_refused_in_thai(
    archive: Archive, arguments: tuple[str, ...], said: str
) -> None:
    """And nothing is written, for no item of the command."""
    archive.item("kathu-bbbbb", history=["2025-06-02 submitted"])
    before = archive.read(f"content/items/2568/kathu/{ITEM}.md")
    code, shown = run(archive, "review", ITEM, "kathu-bbbbb", *arguments)
    assert code == 1
    assert said in shown
    assert archive.read(f"content/items/2568/kathu/{ITEM}.md") == before


def test_a_reason_that_yaml_would_misread_is_quoted(archive: Archive) -> None:
    arguments = ("--to", "returned", "--reason", "แก้: ภาพ #2", "--date", "2025-06-03")
    code, _ = run(archive, "review", ITEM, *arguments)
    assert code == 0
    reading = read(archive.root)
    corpus, _ = reading.corpus(reading.items(archive.root))
    assert corpus is not None
    item = corpus.item_by_id[ITEM]
    assert item.history.state is State.RETURNED
    assert item.history.entries[-1].text == "แก้: ภาพ #2"
    assert not waiting(corpus, date(2025, 6, 9))


def test_a_draft_gets_its_first_entry(archive: Archive) -> None:
    archive.item("kathu-bbbbb", history=None)
    arguments = ("--to", "submitted", "--date", "2025-06-03")
    assert run(archive, "review", "kathu-bbbbb", *arguments)[0] == 0
    assert "history:\n  - 2025-06-03 submitted\n---\n" in archive.read(
        "content/items/2568/kathu/kathu-bbbbb.md"
    )


def test_codeowners_come_from_targets(archive: Archive) -> None:
    targets = archive.read("targets.yml")
    extra = 'administrators: ["@office/km"]\nreview_group: ["@office/review"]\n'
    archive.write(
        "targets.yml", extra + targets.replace("slug: kathu,", 'slug: kathu, reviewers: ["@a"],', 1)
    )
    assert run(archive, "codeowners")[0] == 0
    lines = (Path(archive.root) / "CODEOWNERS").read_text("utf-8").splitlines()[1:]
    assert lines == [
        "* @office/km",
        "/content/items/ @office/review",
        "/content/items/*/kathu/ @a @office/review",
    ]


def test_several_are_written_together_or_not_at_all(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be edited, or a disk that fails half-way, leaves every file as it was."""
    other = archive.item("kathu-bbbbb", history=["2025-06-02 submitted"])
    paths = (f"content/items/2568/kathu/{ITEM}.md", other)
    arguments = ("review", ITEM, "kathu-bbbbb", "--to", "selected", "--date", "2025-06-03")
    good = archive.read(other)
    archive.edit(other, '["2025-06-02 submitted"]', "\n  - >\n    2025-06-02 submitted")
    standing = [archive.read(path) for path in paths]
    code, shown = run(archive, *arguments)
    assert (code, [archive.read(path) for path in paths]) == (1, standing), shown
    assert "เพิ่มบรรทัดเอง: 2025-06-03 selected" in shown

    archive.write(other, good)
    standing = [archive.read(path) for path in paths]
    with monkeypatch.context() as patched:
        replace, done = Path.replace, list[Path]()

        def failing(new: Path, file: Path) -> Path:
            if done:
                raise OSError(28, "No space left on device")
            done.append(file)
            return replace(new, file)

        patched.setattr(Path, "replace", failing)
        code, shown = run(archive, *arguments)
    assert (code, [archive.read(path) for path in paths]) == (1, standing)
    assert "ยังไม่ได้บันทึกเรื่องใด" in shown
    assert len(list((archive.root / other).parent.iterdir())) == 2  # nothing is left lying about
    assert run(archive, *arguments)[0] == 0
    assert all("2025-06-03 selected" in archive.read(path) for path in paths)


def test_a_reason_with_somebody_s_number_is_refused(archive: Archive) -> None:
    arguments = ("--to", "returned", "--reason", "โทร 081-000-0012", "--date", "2025-06-03")
    code, shown = run(archive, "review", ITEM, *arguments)
    assert code == 1
    assert "ข้อมูลส่วนบุคคล" in shown
    assert "0012" not in shown
