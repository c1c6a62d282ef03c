"""The frame of a new year: added behind what is there, read back as meant, never over anything."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khlang.cli.data import read_data
from khlang.cli.main import main
from khlang.contribute.new_year import _moved, plan_of, year_of
from tests.archive import YEAR, Archive
from tests.site.sites import REPOSITORY

NEW = YEAR + 1
PLAN = f"content/plan/{NEW}.yml"


def run(root: Path, year: int = NEW) -> Result:
    return CliRunner().invoke(main, ["new-year", str(year), "--root", str(root)])


def tree(root: Path) -> dict[str, bytes]:
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def test_a_year_is_added_and_every_line_before_stays(archive: Archive) -> None:
    """Comments too, also those before the next key; the old year is what it was."""
    archive.edit("targets.yml", "registers:\n", "# ทะเบียนของจังหวัด\nregisters:   # ทั้งหมด\n")
    before, lines = read_data(archive.root)[0], archive.read("targets.yml").splitlines()
    result = run(archive.root)
    assert result.exit_code == 0, result.output
    after = archive.read("targets.yml").splitlines()
    start = after.index(f'  "{NEW}":')
    end = after.index("# ทะเบียนของจังหวัด")
    assert after[:start] + after[end:] == lines
    corpus, _ = read_data(archive.root)
    assert corpus.targets.years[YEAR] == before.targets.years[YEAR]
    assert corpus.targets.years[NEW] == year_of(before.targets, YEAR, NEW)
    assert corpus.plans[NEW] == plan_of(before.plans[YEAR], NEW)
    assert (archive.root / f"content/items/{NEW}/kathu/.gitkeep").is_file()


def test_the_frame_is_sound_and_says_what_is_carried(archive: Archive) -> None:
    """The check finds no error; days are a year on, figures name the year they are from."""
    run(archive.root)
    workspace = archive.check(date(2025, 10, 2))
    assert not workspace.has_errors
    assert workspace.archive is not None
    now = workspace.archive.progress.now
    assert now is not None
    assert (now.year, now.items.target, now.items.done) == (NEW, 7, 0)
    year = now.targets
    assert (year.start, year.end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert {each.quota_source for each in year.units.values()} == {f"carried-{YEAR}"}
    assert year.due.date == date(2026, 7, 4)
    assert str(YEAR) in (year.due.where_th or "")
    plan = workspace.archive.corpus.plans[NEW]
    assert {row.target.value for row in plan.rows} == {None}
    assert {row.compute.value for row in plan.rows} == {None}
    assert {row.status for row in plan.rows} == {"not-stated"}
    assert plan.calendar == ()


def test_nothing_is_written_over(archive: Archive) -> None:
    """A year or a plan that is there: told in Thai, and no byte differs."""
    run(archive.root)
    before = tree(archive.root)
    again = run(archive.root)
    assert again.exit_code == 1
    assert "มีอยู่แล้ว" in again.output
    assert tree(archive.root) == before
    own = archive.read(PLAN).replace(f"fiscal_year: {NEW}", f"fiscal_year: {NEW + 1}")
    archive.write(f"content/plan/{NEW + 1}.yml", own)
    before = tree(archive.root)
    assert run(archive.root, NEW + 1).exit_code == 1
    assert tree(archive.root) == before
    assert run(archive.root, YEAR - 30).exit_code == 2


def test_a_unit_that_is_gone_is_left_and_a_new_one_waits(archive: Archive) -> None:
    """`to` and `from` of a unit; one without figures of the year before begins with none."""
    archive.edit("targets.yml", "name_en: Thalang}", 'name_en: Thalang, to: "2025-09-30"}')
    archive.edit(
        "targets.yml",
        "parties:",
        '  - {slug: patong, kind: district, code: "8304", seq: 3, name_th: ป่าตอง, name_en: Patong, from: "2025-10-01"}\nparties:',
    )
    assert run(archive.root).exit_code == 0
    units = read_data(archive.root)[0].targets.years[NEW].units
    assert list(units) == ["phuket-office", "kathu", "patong"]
    assert (units["patong"].staff, units["patong"].quota) == (0, 0)


def test_a_file_in_another_style_is_left_as_it_is(archive: Archive) -> None:
    """A year whose key the program does not know to stand behind: the file is put back."""
    flow = archive.read("targets.yml").replace('years:\n  "2568":', '? years\n:\n  "2568":')
    archive.write("targets.yml", flow)
    result = run(archive.root)
    assert result.exit_code == 1
    assert not (archive.root / PLAN).exists()
    assert archive.read("targets.yml") == flow


def test_the_first_province_can_go_on(tmp_path: Path) -> None:
    """Its own data files, with all their comments, take the next year."""
    for name in ("targets.yml", "categories.yml"):
        shutil.copy(REPOSITORY / name, tmp_path / name)
    shutil.copytree(REPOSITORY / "content/plan", tmp_path / "content/plan")
    before = (tmp_path / "targets.yml").read_text("utf-8").splitlines()
    assert run(tmp_path, 2565).exit_code == 0
    corpus, _ = read_data(tmp_path)
    assert len(corpus.targets.years[2565].units) == 12
    assert len(corpus.plans[2565].rows) == 12
    assert corpus.plans[2565].kpis.keys() == corpus.plans[2564].kpis.keys()
    after = (tmp_path / "targets.yml").read_text("utf-8").splitlines()
    start = after.index('  "2565":')
    added = len(after) - len(before)
    assert after[:start] + after[start + added :] == before


@pytest.mark.parametrize(
    ("day", "moved"),
    [(date(2024, 2, 29), date(2025, 2, 28)), (date(2021, 7, 5), date(2022, 7, 5))],
)
def test_days_move_by_years(day: date, moved: date) -> None:
    assert _moved(day, 1) == moved
