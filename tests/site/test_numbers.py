"""Every number that a reader meets comes from `progress`, and is the same wherever it stands.

Pages of both provinces and of an empty archive are made on the day before the deadline for items,
on it and after it. Labelled figures are compared one by one; then every other number is looked up
among the figures of its page, so that none is made up on the way.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from khlang.app import Archive, open_workspace
from khlang.export import report
from khlang.export.published import year_figures
from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH, State
from khlang.progress import PlanRowValue, UnitProgress, YearProgress, measure
from khlang.site.build import Output, SiteBuilder
from khlang.site.written import Presentation, WrittenPage
from khlang.thai.dates import MONTHS, MONTHS_SHORT, fiscal_year, month_name, short_date
from khlang.views.charts.pace import number_at
from khlang.views.report import build
from tests.archive import DEADLINE
from tests.site.dom import Node, parse, table_rows
from tests.site.sites import REPOSITORY

JULY_5 = date(2021, 7, 5)
MONTH = "|".join(map(re.escape, (*MONTHS, *MONTHS_SHORT)))
DATE = re.compile(
    rf"(?:\d{{1,2}}[ –-]*(?:\d{{1,2}} )?)?(?:{MONTH})(?:[–-](?:{MONTH}))?(?: 25\d\d)?"
)
YEAR = re.compile(r"(?:ปีงบประมาณ|ปี|พ\.ศ\.) ?25\d\d")
NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?!\w)")
DAYS = {"before": -1, "on": 0, "after": 7}


@dataclass(eq=False)
class Made:
    """The site of an archive on a day; a file is made where it is asked for."""

    archive: Archive
    outputs: dict[str, Output]

    @property
    def year(self) -> YearProgress:
        now = self.archive.progress.now
        assert now is not None
        return now

    @cached_property
    def words(self) -> re.Pattern[str]:
        return quoted(self.archive.corpus)

    @property
    def plan_values(self) -> list[PlanRowValue]:
        return list(self.year.plan_rows.values())

    @cache  # noqa: B019  # lives as long as the test
    def page(self, url: str) -> Node:
        return parse(self.outputs[f"{url}index.html"].content.decode()).one("main")

    def json(self, name: str) -> Any:
        return json.loads(self.outputs[f"data/{name}.json"].content)


@pytest.fixture(scope="session")
def builders(second_root: Path) -> Callable[[str], tuple[SiteBuilder, date]]:
    """For an archive, read long afterwards: the builder of its site, with the day items are due."""

    @cache
    def of(name: str) -> tuple[SiteBuilder, date]:
        root, due = (second_root, DEADLINE) if name == "second" else (REPOSITORY, JULY_5)
        archive = open_workspace(root, today=due + timedelta(days=400), as_of=due).archive
        assert archive is not None
        if name == "empty":
            archive = replace(archive, corpus=replace(archive.corpus, items=()))
        return SiteBuilder(archive, Presentation()), due

    return of


@pytest.fixture(scope="module", params=product(("own", "second", "empty"), DAYS), ids="-".join)
def made(
    request: pytest.FixtureRequest, builders: Callable[[str], tuple[SiteBuilder, date]]
) -> Made:
    name, when = request.param
    builder, due = builders(name)
    day = due + timedelta(days=DAYS[when])
    corpus = builder.archive.corpus
    builder.archive = replace(builder.archive, progress=measure(corpus, day), as_of=day)
    home = builder.written(WrittenPage("", "", "", ""))
    outputs = {each.path: each for each in (*builder.outputs(search=False), home)}
    return Made(builder.archive, outputs)


def number(text: str) -> list[int]:
    return [int(each.replace(",", "")) for each in NUMBER.findall(text)]


def strings(value: Any) -> Iterator[str]:
    """Every text inside records, which may hold numbers of its own."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from strings(each)


def quoted(corpus: Corpus) -> re.Pattern[str]:
    """What the archive's own files say with a number in it, the longest first."""
    front = [(i.front.title, i.front.summary, i.front.format_note) for i in corpus.items]
    found = {*strings(corpus.taxonomy), *strings(corpus.targets), *strings(front)}
    for plan in corpus.plans.values():
        found |= set(strings(plan))
    lines = {" ".join(line.split()) for text in found for line in (text, *text.split("\n"))}
    told = [line for line in lines if re.search(r"[ก-๙a-z].*\d|\d.*[ก-๙a-z]", line)]
    return re.compile("|".join(map(re.escape, sorted(told, key=len, reverse=True))) or "$^")


def integers(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from integers(each)
    elif isinstance(value, int):
        yield abs(value)


def said(page: Node) -> str:
    """The words of a page, with what its drawings say, but without scales of charts."""
    return " ".join("".join(_said(page, shown=True)).split())


def _said(node: Node, *, shown: bool) -> Iterator[str]:
    """In a drawing only figures at a place are words; its scale is none."""
    yield f" {node.attributes.get('aria-label', '')} "
    shown = (shown and node.tag != "svg") or bool({"value", "now-word"} & set(node.classes))
    for child in node.children:
        if isinstance(child, Node):
            if "nb" in child.classes:  # a phrase that stays on its line
                yield "".join(child.texts())
            else:
                yield from _said(child, shown=shown)
        elif shown:
            yield child
    yield " "


def unexplained(made: Made, url: str, figures: set[int]) -> list[int]:
    text = made.words.sub(" ", said(made.page(url)))
    return [each for each in number(YEAR.sub(" ", DATE.sub(" ", text))) if each not in figures]


def known(year: YearProgress, each: YearProgress | UnitProgress, minimum: int) -> set[int]:
    """The figures of one page: those of the data, and how many there are of a kind."""
    own = year_figures(year)
    parts = own if isinstance(each, YearProgress) else own["units"][year.units.index(each)]
    gaps = [slug for slug in year.topics_asked if not each.topics[slug]]
    needed = each.pace.needed(year.as_of)
    found = {
        *integers(parts), *integers(own["deadlines"]), *integers(own["stated_totals"]),
        minimum, len(gaps), len(year.topics_asked), len(year.topics_asked) - len(gaps),
        len(year.units), each.items.filled, abs(needed - each.items.filled), year.units_short,
        max(each.items.missing, each.contributors.missing * minimum),
        each.items.missing, each.items.over,
    }  # fmt: skip
    for month in each.months.values():
        found.add(sum(month.values()))
    found |= {count for _, count in each.timeline}
    first = year.targets.start
    found |= {each.pace.needed(first + timedelta(days=days)) for days in range(366)}
    if isinstance(each, YearProgress):
        bound = [unit for unit in year.units if unit.deadline]
        short = [unit for unit in bound if not unit.items.met]
        found |= {len(short), sum(unit.items.missing for unit in short), len(bound)}
        found |= {unit.unit.seq for unit in year.units}
        found |= {abs(year.items.target - year.district_quota)}
        for ours, stated in zip(
            (year.items.target, year.district_quota, year.items.target - year.district_quota),
            (own["stated_totals"][key] for key in ("total", "districts", "province_office")),
            strict=True,
        ):
            found |= {ours, abs(ours - (stated or 0))}
    else:
        found.add(each.unit.seq)
    return found


def test_no_number_of_a_progress_page_is_made_up(made: Made) -> None:
    """Each is a figure of its own page, a date, or stands in a text of the archive's files."""
    corpus, year = made.archive.corpus, made.year
    minimum = corpus.targets.counting.per_person_min_items
    figures = known(year, year, minimum) | {issue.number for issue in corpus.taxonomy.issues}
    assert unexplained(made, "progress/", figures) == []
    for each in year.units:
        public = [
            item
            for item in corpus.public
            if (item.front.unit, item.front.fiscal_year) == (each.unit.slug, year.year)
        ]
        url = f"progress/{each.unit.slug}/"
        shown = {len(public), len(made.page(url).with_class("entry"))}
        assert unexplained(made, url, known(year, each, minimum) | shown) == [], url


def whole_numbers(value: Any) -> Iterator[int]:
    """Every number inside records: what the data files state, and how many there are of a kind."""
    if isinstance(value, int):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from whole_numbers(getattr(value, field.name))
    elif isinstance(value, (dict, list, tuple)):
        yield len(value)
        for each in value.values() if isinstance(value, dict) else value:
            yield from whole_numbers(each)


@pytest.mark.parametrize("url", ["", "plan/", "registers/", "data/", "topics/"])
def test_no_number_of_another_page_is_made_up(made: Made, url: str) -> None:
    """A figure of the year, one of the data files, or the number of public items of a kind."""
    corpus, year = made.archive.corpus, made.year
    figures = known(year, year, corpus.targets.counting.per_person_min_items)
    for stated in (corpus.taxonomy, corpus.targets, dict(corpus.plans)):
        figures |= set(whole_numbers(stated))
    figures |= set(integers([[row.value, row.percent, row.beside] for row in made.plan_values]))
    for kind in ("category", "unit"):
        counts = Counter(getattr(item.front, kind) for item in corpus.public)
        figures |= {len(corpus.public), *counts.values()}
    for topics in [[each] for each in corpus.taxonomy.issue_of_topic] + [
        [topic.slug for topic in issue.topics] for issue in corpus.taxonomy.issues
    ]:
        figures.add(sum(bool(set(topics) & set(item.front.topics)) for item in corpus.public))
    asked = [slug for slug in year.topics_asked if slug not in covered(corpus)]
    figures |= {len(asked), len(year.plan_rows)}
    for issue in corpus.taxonomy.issues:
        figures.add(sum(topic.slug in asked for topic in issue.topics))
    assert unexplained(made, url, figures) == []


def covered(corpus: Corpus) -> set[str]:
    return {topic for item in corpus.public for topic in item.front.topics}


def test_tables_and_drawings_of_the_province_say_the_same(made: Made) -> None:
    """Map, squares, matrix, funnel, months and deadlines, cell by cell."""
    page, year = made.page("progress/"), made.year
    by_name = {each.unit.short_th: each for each in year.units}
    for district in page.with_class("map")[0].all("a") if page.with_class("map") else ():
        each = by_name[unit_of(district, year)]
        assert (
            f"{each.items.done} จาก {each.items.target} เรื่อง" in district.attributes["aria-label"]
        )
    (matrix,) = [each for each in page.all("table") if "coverage" in each.classes]
    for row in matrix.all("tr"):
        if links := row.all("a"):
            slug = links[0].attributes["href"].strip("/").rpartition("/")[2]
            cells = [cell.text for cell in row.all("td")]
            assert cells[:-1] == [str(each.topics[slug]) for each in year.units]
            assert cells[-1] == (str(year.topics[slug]) if year.topics[slug] else "ไม่มี")
    check_figures(page, year, year)


def test_sentences_and_sums_of_the_province_say_the_same(made: Made) -> None:
    """The four figures, the deadline, what is watched, the sums beside the plan's."""
    page, year = made.page("progress/"), made.year
    shown = {
        each.one("dt").text: number(each.one("dd").text)
        for each in page.with_class("figures")[0].all("div")
    }
    waiting = (
        [year.in_review] if year.oldest_waiting is None else [year.in_review, year.oldest_waiting]
    )
    assert list(shown.values()) == [
        [year.units_met, len(year.units)],
        [year.published],
        waiting,
        [len(year.gaps), len(year.topics_asked)],
    ]
    words = page.text
    assert f"มีเรื่องแล้ว {year.topics_covered} จาก {len(year.topics_asked)} หัวข้อ" in words
    if year.bound_short:
        assert f"{year.bound_short} อำเภอยังส่งไม่ครบ รวมขาด {year.bound_missing} เรื่อง" in words
    needed = year.pace.needed(year.as_of)
    assert f"ถึงวันนี้ควรได้ {needed} เรื่อง ได้แล้ว {year.items.filled} เรื่อง" in words
    behind = year.pace.behind(year.items.filled, year.as_of)
    assert (f"ช้ากว่าจังหวะ {behind} เรื่อง" in words) == bool(behind)
    assert (f"ยังขาด {year.items.missing} เรื่องใน {year.units_short} หน่วยงาน" in words) == bool(
        year.items.missing
    )
    for row in page.with_class("watched")[0].all("li") if page.with_class("watched") else ():
        each = year.by_unit[row.all("a")[0].attributes["href"].strip("/").rpartition("/")[2]]
        if each.items.missing:
            assert f"ขาด {each.items.missing} จากเป้าหมาย {each.items.target} เรื่อง" in row.text
        if each.contributors.missing:
            assert f"เจ้าหน้าที่ {each.contributors.missing} คนยังมีเรื่องไม่ครบ" in row.text
    for sums in [table for table in page.all("table") if "ผลต่าง" in table.one("thead").text]:
        for row in table_rows(sums):
            ours, stated = (number(cell.text)[0] for cell in list(row.values())[1:3])
            assert row["ผลต่าง"].text == (f"{ours - stated:+d}" if ours != stated else "ตรงกัน")
    (units,) = [table.one("tbody") for table in page.all("table") if "units" in table.classes]
    for row in units.all("tr"):
        each = year.by_unit[row.all("a")[0].attributes["href"].strip("/").rpartition("/")[2]]
        assert [number(cell.text) for cell in row.all("td") if "num" in cell.classes] == [
            [each.items.done, each.items.target], [each.items.missing],
            [each.contributors.done, each.contributors.target],
            *([count] for count in each.by_origin.values()), [each.late],
        ]  # fmt: skip
    (total,) = [table.one("tfoot") for table in page.all("table") if "units" in table.classes]
    assert number(total.one("th").text) == [len(year.units)]
    assert [number(cell.text) for cell in total.all("td") if "num" in cell.classes] == [
        [year.items.done, year.items.target], [year.items.missing],
        [year.contributors.done, year.contributors.target],
        *([count] for count in year.by_origin.values()), [year.late],
    ]  # fmt: skip


def unit_of(link: Node, year: YearProgress) -> str:
    slug = link.attributes["href"].strip("/").rpartition("/")[2]
    return year.by_unit[slug].unit.short_th


def check_figures(page: Node, each: YearProgress | UnitProgress, year: YearProgress) -> None:
    """What the page of the province and that of a unit have alike."""
    values = [value.text for value in page.with_class("value") if value.tag == "p"]
    for shown, whole in zip(values, (each.items, each.contributors), strict=True):
        assert number(shown)[:2] == [whole.done, whole.target]
        assert (f"({whole.percent} %)" in shown) == (whole.percent is not None)
    (funnel,) = [table for table in page.all("table") if "funnel" in table.classes]
    states = {row["สถานะ"].text: row for row in table_rows(funnel)}
    for state in State:
        row = states[STATE_NAMES_TH[state]]
        assert row["เรื่อง"].text == str(each.by_state[state])
        age = each.waiting.get(state)
        assert row["รอนานที่สุด"].text == ("" if age is None else f"{age} วัน")
    tables = {
        table.one("caption").text: table for table in page.all("table") if table.all("caption")
    }
    for row in table_rows(tables["เรื่องสะสมเทียบจังหวะที่ควรได้"]):
        day = thai_date(row["ณ สิ้นวันที่"].text)
        assert row["ได้แล้ว"].text == str(number_at(each.timeline, day))
        assert row["ควรได้"].text == str(each.pace.needed(day))
    last = table_rows(tables["เรื่องสะสมเทียบจังหวะที่ควรได้"])[-1]
    assert last["ได้แล้ว"].text == str(each.items.done)
    months = {month_name(date.fromisoformat(f"{key}-01")): row for key, row in each.months.items()}
    by_month = tables.get("เรื่องที่นับได้ แยกตามเดือนที่รับและหมวดหมู่")
    assert by_month or not months  # a unit without any says so instead
    shown_months = table_rows(by_month) if by_month else []
    if by_month:
        assert {row["เดือนที่รับ"].text for row in shown_months} == {*months, "รวม"}
    for row in shown_months:
        name, cells = row["เดือนที่รับ"].text, [cell.text for cell in row.values()][1:]
        counts = each.by_category if name == "รวม" else months[name]
        assert cells == [*map(str, counts.values()), str(sum(counts.values()))]
    (due,) = [table for table in page.all("table") if "due" in table.classes] or [None]
    left = {short.deadline.what_th: abs(short.days_left) for short in year.deadlines}
    for row in table_rows(due) if due else ():
        assert (number(row["เวลา"].text) or [0])[0] in left.values()


def thai_date(text: str) -> date:
    day, month, year = text.split(" ")
    return date(int(year) - 543, MONTHS_SHORT.index(month) + 1, int(day))


def test_pages_of_units_say_what_the_table_says(made: Made) -> None:
    for each in made.year.units:
        check_figures(made.page(f"progress/{each.unit.slug}/"), each, made.year)


def test_home_plan_register_data_badge_and_report_agree(made: Made) -> None:
    """The same measures and totals outside of the progress pages."""
    corpus, year = made.archive.corpus, made.year
    home = said(made.page(""))
    assert f"{year.items.done} จาก {year.items.target} เรื่อง" in home
    assert f"{year.contributors.done} จาก {year.contributors.target} คน" in home
    assert made.json("progress")["years"][str(year.year)] == json.loads(
        json.dumps(year_figures(year), default=str)
    )
    rows = {
        row["slug"]: row["computed"] for row in made.json("plan")["years"][str(year.year)]["rows"]
    }
    for slug, value in year.plan_rows.items():
        assert (rows[slug]["value"], rows[slug]["percent"]) == (value.value, value.percent)
    (plan,) = [table for table in made.page("plan/").all("table") if "form-2" in table.classes]
    cells = [[cell.text for cell in row.all("th", "td")] for row in plan.all("tr")]
    shown = {row[0]: row[-1] for row in cells if len(row) > 1}
    for slug, value in year.plan_rows.items():
        if value.by != "manual":
            assert number(shown[slug.removeprefix("plan-")])[0] == value.value
    register = said(made.page("registers/"))
    assert f"{year.district_staff} คน" in register
    assert f"{year.district_quota} เรื่อง" in register
    badge = ElementTree.fromstring(made.outputs["progress/badge.svg"].content)  # noqa: S314
    assert f"{year.items.done} จาก {year.items.target} เรื่อง" in badge.attrib["aria-label"]
    text = report.as_text(build(corpus, year, None, ""))
    total = [line for line in text.splitlines() if line.startswith("รวม ")][-1]
    assert number(total) == [
        year.items.done, year.items.target, year.items.missing, year.contributors.done,
        year.contributors.target, year.late,
    ]  # fmt: skip
    assert short_date(year.as_of) in text
    assert fiscal_year(year.as_of) == year.year


def test_the_paper_of_the_report_says_what_the_pages_say(made: Made) -> None:
    """Row by row; that CSV, XLSX and print hold the same is tested with the papers."""
    year = made.year
    content = made.outputs[f"papers/{year.year}/progress.csv"].content.decode("utf-8-sig")
    rows = {row["หน่วยงาน"]: row for row in csv.DictReader(io.StringIO(content))}
    for each in year.units:
        row = rows[each.unit.full_th]
        told = {head.rpartition(" ")[2]: value for head, value in row.items() if head}
        assert told["เป้าหมาย"] == str(each.items.target)
        assert told["ส่งแล้ว"] == str(each.items.done)
        assert told["เกิน"] == str(each.items.over)
        assert told["ทั้งหมด"] == str(each.contributors.target)
        assert told["มีเรื่องแล้ว"] == str(each.contributors.done)
        assert row["ส่งหลังกำหนด (เรื่อง)"] == str(each.late)
    (total,) = [row for name, row in rows.items() if name and name.startswith("รวม")]
    figures = list(total.values())[2:6]
    assert figures == [
        str(number)
        for number in (year.items.target, year.items.done, year.items.missing, year.items.over)
    ]
