"""A closed year is shown as it was closed, whatever happens afterwards."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given

from khlang.cli.main import main
from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.progress import freeze, measure
from khlang.progress.closed import thaw
from tests.archive import YEAR, Archive
from tests.progress.items import counted, made
from tests.progress.test_properties import DAYS, ITEMS

END = date(2025, 9, 30)
LATER = date(2026, 1, 15)


@given(ITEMS, DAYS)
def test_a_year_from_its_data_is_the_year(corpus: Corpus, items: list[Item], as_of: date) -> None:
    """Every figure is kept: freeze and thaw give the same year again, said to be closed."""
    year = counted(corpus, items, as_of)
    assert thaw(corpus, freeze(year)) == replace(year, closed=True)


def test_nothing_that_happens_later_changes_a_closed_year(corpus: Corpus) -> None:
    """An item withdrawn, another one added, a quota set anew; before the day histories still speak."""
    published = ("2025-06-02 submitted", "2025-06-09 selected", "2025-06-16 published")
    then = replace(corpus, items=(made(1, "kathu", *published), made(2, "thalang")))
    kept = freeze(measure(then, END).years[YEAR])
    withdrawn = made(1, "kathu", *published, "2025-12-01 withdrawn")
    quota = replace(corpus.targets.years[YEAR].units["kathu"], quota=9)
    year = replace(
        corpus.targets.years[YEAR], units={**corpus.targets.years[YEAR].units, "kathu": quota}
    )
    now = replace(
        corpus,
        targets=replace(corpus.targets, years={YEAR: year}),
        items=(withdrawn, made(3, "thalang", "2025-12-02 submitted")),
    )
    assert measure(now, LATER).years[YEAR].items.done == 1
    closed = measure(replace(now, closed={YEAR: kept}), LATER).years[YEAR]
    assert closed.closed
    assert (closed.items.done, closed.items.target, closed.as_of) == (2, 7, END)
    assert closed.timeline == ((date(2025, 6, 2), 2),)
    before = measure(replace(now, closed={YEAR: kept}), date(2025, 6, 20)).years[YEAR]
    assert not before.closed


def close(root: Path, *more: str) -> tuple[int, str]:
    shown = CliRunner().invoke(main, ["close-year", "2568", "--root", str(root), *more])
    return shown.exit_code, shown.output


def test_the_command_writes_a_file_that_is_read_again(archive: Archive) -> None:
    """Once, when the year is over; what is in it is checked like every data file."""
    code, told = close(archive.root)
    assert code == 0, told
    assert "1 จาก 7 เรื่อง" in told
    archive.edit(
        "content/items/2568/kathu/kathu-aaaaa.md", "2025-06-02 submitted", "2025-06-02 draft"
    )
    opened = archive.check(LATER).archive
    assert opened is not None
    assert opened.progress.years[YEAR].items.done == 1
    assert close(archive.root)[0] == 1
    archive.edit("content/closed/2568.yml", '"staff": 3', '"staff": "สาม"')
    assert ("KH-F007", "content/closed/2568.yml:9:22") in archive.found(LATER)


def test_a_year_that_goes_on_is_not_closed(archive: Archive) -> None:
    """Neither before its end, nor on a day before it."""
    archive.edit("targets.yml", "schema: 1\n", 'schema: 1\nas_of: "2025-06-20"\n')
    assert close(archive.root)[0] == 1
    archive.edit("targets.yml", 'as_of: "2025-06-20"\n', "")
    assert close(archive.root, "--as-of", "2025-06-20")[0] == 1
    assert not (archive.root / "content/closed").exists()
