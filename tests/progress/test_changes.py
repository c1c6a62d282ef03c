"""Staff and quota that change within a year, from a day on."""

from dataclasses import replace
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.targets import QuotaChange
from khlang.progress import Measure
from tests.archive import YEAR, Archive
from tests.progress.items import counted, made

FIRST, SECOND = date(2025, 6, 1), date(2025, 8, 1)


def with_changes(corpus: Corpus) -> Corpus:
    year = corpus.targets.years[YEAR]
    quota = replace(
        year.units["kathu"],
        changes=(
            QuotaChange(from_=SECOND, quota=1, where_th="หนังสือที่สอง"),
            QuotaChange(from_=FIRST, staff=3, quota=3, where_th="หนังสือแรก"),
        ),
    )
    changed = replace(year, units={**year.units, "kathu": quota})
    return replace(corpus, targets=replace(corpus.targets, years={YEAR: changed}))


def test_each_day_has_the_quota_of_that_day(corpus: Corpus) -> None:
    """The day itself included; what a change does not name stays as it was; order in the file is free."""
    changed = with_changes(corpus)
    kathu = {
        day: counted(changed, [made(1)], day).by_unit["kathu"]
        for day in (date(2025, 5, 31), FIRST, date(2025, 7, 31), SECOND)
    }
    assert [each.items.target for each in kathu.values()] == [2, 3, 3, 1]
    assert [each.contributors.target for each in kathu.values()] == [2, 3, 3, 3]
    assert kathu[SECOND].items == Measure(1, 1)
    assert counted(changed, [], FIRST).items.target == 8


def test_changes_are_read_from_the_file(archive: Archive) -> None:
    """With their source, which is required."""
    plain = "kathu: {staff: 2, quota: 2, staff_source: register, quota_source: register}"
    change = '{from: "2025-06-10", quota: 4, where_th: หนังสือจังหวัด}'
    archive.edit("targets.yml", plain, f"{plain[:-1]}, changes: [{change}]}}")
    for day, quota in ((date(2025, 6, 9), 2), (date(2025, 6, 10), 4)):
        opened = archive.check(day, today=date(2025, 6, 20)).archive
        assert opened is not None
        assert opened.progress.years[YEAR].by_unit["kathu"].items.target == quota
    archive.edit("targets.yml", ", where_th: หนังสือจังหวัด", "")
    assert "KH-F002" in archive.codes()
