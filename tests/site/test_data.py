"""Published data: valid, open, and saying the same as the pages."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.archive import AS_OF, DEADLINE
from tests.site.conftest import SiteAt
from tests.site.dom import Node, table_rows
from tests.site.sites import Site

NAMES = ("items", "progress", "plan", "taxonomy")
DAYS = [AS_OF, DEADLINE, DEADLINE + timedelta(days=16)]


def numbers(node: Node) -> list[int]:
    return [int(each) for each in re.findall(r"\d+", node.text)]


def shown_units(site: Site, url: str) -> dict[str, dict[str, list[int]]]:
    """The table of the province: figures by unit, then by heading; the sum under ``."""
    tables = [
        table
        for table in site.page(url).all("table")
        if "เรื่อง / เป้าหมาย" in table.one("thead").text
    ]
    assert len(tables) == 1
    return {
        row["หน่วยงาน"].all("a")[0].attributes["href"].strip("/").rpartition("/")[2]
        if row["หน่วยงาน"].all("a")
        else "": {head: numbers(cell) for head, cell in row.items()}
        for row in table_rows(tables[0])
    }


@pytest.mark.parametrize("name", NAMES)
def test_data_agree_with_their_schemas(site: Site, name: str) -> None:
    """Each data file is valid by the schema that is published beside it, dates too."""
    schema = site.json(f"{name}.schema")
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    assert [error.message for error in checker.iter_errors(site.json(name))] == []
    assert schema["additionalProperties"] is False
    assert site.json(name)["schema"] == 1


def test_data_are_linked(site: Site) -> None:
    """The page on the data offers every file of data/, and its schema."""
    links = {link.attributes["href"].rpartition("/")[2] for link in site.page("data/").all("a")}
    files = {path.partition("/")[2] for path in site.files if path.startswith("data/")}
    assert files - {"index.html"} <= links


def test_data_are_readable_as_they_are(site: Site) -> None:
    """Thai stands in the files as Thai; a reader of another language needs no decoder."""
    for name in NAMES:
        data = site.files[f"data/{name}.json"]
        assert b"\\u" not in data
        assert data.endswith(b"}\n")
        assert json.loads(data) == site.json(name)


def test_items_are_those_of_the_pages(site: Site) -> None:
    """items.json lists exactly the items that have a page, by its address, with files that are there."""
    items = site.json("items")["items"]
    former = re.compile("ถอนการเผยแพร่|ย้ายแล้ว")
    pages = {
        path.removesuffix("index.html")
        for path, page in site.pages.items()
        if path.startswith("items/") and not former.search(page.one("title").text)
    }
    assert {item["url"] for item in items} == pages
    for item in items:
        assert site.page(item["url"]).one("h1").text == item["title"]
        for file in item["attachments"]:
            assert len(site.files[file["url"]]) == file["size"]


@pytest.mark.parametrize("day", DAYS, ids=["before", "deadline", "after"])
def test_figures_of_the_pages_are_those_of_the_data(second_at: SiteAt, day: date) -> None:
    """Table of the province, page of each unit and progress.json agree, before and after the deadline."""
    site = second_at(day)
    agree(site, "progress/", site.json("progress")["years"]["2568"])
    assert site.json("progress")["as_of"] == day.isoformat()


def test_figures_of_this_repository_agree(own: Site) -> None:
    """The same in the first province, whose 12 units stand at every stage."""
    year = own.json("progress")["years"]["2564"]
    agree(own, "progress/", year)
    assert len(year["units"]) == 12
    assert {"people-short", "none", "late", "complete"} <= {
        unit["status"] for unit in year["units"]
    }
    assert year["items"]["over"]


def agree(site: Site, url: str, year: Any) -> None:
    shown = shown_units(site, url)
    assert set(shown) == {"", *(unit["unit"] for unit in year["units"])}
    for unit in year["units"]:
        items, people, row = unit["items"], unit["contributors"], shown[unit["unit"]]
        assert row["เรื่อง / เป้าหมาย"] == [items["done"], items["quota"]]
        assert row["ผู้จัดทำ / เจ้าหน้าที่"] == [people["done"], people["staff"]]
        assert row["ขาด"] == [items["missing"]]
        assert row["ส่งช้า"] == [unit["late"]]
        page = site.main(f"{url}{unit['unit']}/")
        assert f"{items['done']} จาก {items['quota']} เรื่อง" in page
        assert f"{people['done']} จาก {people['staff']} คน" in page
        assert (f"ขาด {items['missing']} เรื่อง" in page) == bool(items["missing"])
        assert (f"ขาด {people['missing']} คน" in page) == bool(people["missing"])
        assert bool(re.search(rf"ส่งหลังกำหนด\D*{unit['late']}\b", page)) == bool(unit["late"])
    total, row = year["items"], shown[""]
    assert row["เรื่อง / เป้าหมาย"] == [total["done"], total["quota"]]
    assert row["ผู้จัดทำ / เจ้าหน้าที่"] == [year["contributors"]["done"], year["contributors"]["staff"]]
    assert row["ขาด"] == [total["missing"]]
    assert row["ส่งช้า"] == [sum(unit["late"] for unit in year["units"])]
    for key in ("done", "quota", "missing", "over"):
        assert total[key] == sum(unit["items"][key] for unit in year["units"])


def test_late_and_missing_move_with_the_date(second_at: SiteAt) -> None:
    """An item sent six days late is missing on the last day, and counted but late sixteen days on."""
    found = []
    for day in DAYS:
        units = {
            unit["unit"]: unit for unit in second_at(day).json("progress")["years"]["2568"]["units"]
        }
        thalang = units["thalang"]
        found.append((thalang["items"]["done"], thalang["late"], thalang["days_left"]))
    assert found == [(1, 0, 14), (1, 0, 0), (2, 1, -16)]


def test_the_known_differences_stand_beside_each_other(own: Site) -> None:
    """The plan's 60 and 48 beside our sums 61 and 49, each with the difference; no figure repaired."""
    tables = [table for table in own.page("progress/").all("table") if "60 เรื่อง" in table.text]
    assert len(tables) == 1
    rows = [numbers(row) for row in tables[0].one("tbody").all("tr")]
    assert [61, 60, 1] in rows
    assert [49, 48, 1] in rows
    assert [12, 12] in rows
    stated = own.json("progress")["years"]["2564"]["stated_totals"]
    assert stated == {"province_office": 12, "districts": 48, "total": 60}
    assert own.json("progress")["years"]["2564"]["items"]["quota"] == 61
    assert own.json("progress")["years"]["2564"]["district_quota"] == 49
    notes = own.main("data/")
    assert all(number in notes for number in ("48", "49", "60", "968"))


def test_the_register_is_shown_in_its_own_order(own: Site) -> None:
    """The target register: 11 districts as numbered, 49 and 49 in its sum, which is ours."""
    tables = [table for table in own.page("registers/").all("table") if "กลุ่มเป้าหมาย" in table.text]
    rows = [numbers(row) for row in tables[0].one("tbody").all("tr")]
    assert [row[0] for row in rows] == list(range(1, 12))
    assert numbers(tables[0].one("tfoot"))[-2:] == [49, 49]


def test_trap_02_968_takes_part_in_no_percentage(own: Site) -> None:
    """Plan row 4.2 shows the target as stated, says that it is disputed, and has no percentage."""
    rows = [row for row in own.page("plan/").all("tr") if "๙๖๘" in row.text or "968" in row.text]
    assert len(rows) == 1
    assert "%" not in rows[0].text
    assert "60" in rows[0].text
    row = next(
        row for row in own.json("plan")["years"]["2564"]["rows"] if row["slug"] == "plan-4.2"
    )
    assert row["target"]["value"] == 968
    assert row["computed"]["percent"] is None


def test_the_plan_page_shows_what_the_data_say(second: Site) -> None:
    """Each computed row of the plan has one value, on the page and in plan.json; proxies no percentage."""
    rows = second.json("plan")["years"]["2568"]["rows"]
    shown = {
        row.all("th")[0].text: row.all("td")
        for row in second.page("plan/").all("table")[0].all("tr")[1:]
        if row.all("td")
    }
    assert len(shown) == len(rows) == 8
    for row in rows:
        cells = shown[row["slug"].removeprefix("plan-")]
        result, target = cells[-1].text, row["target"]["value"]
        value, percent = row["computed"]["value"], row["computed"]["percent"]
        words = "มีแล้ว" if row["target"]["unit"] == "exists" else str(value)
        assert words in result if value is not None else "ยังไม่ได้บันทึก" in result
        assert (f"{percent} %" in result) if percent is not None else ("%" not in result)
        assert ("ไม่ได้ระบุ" if target is None else str(target)) in cells[3].text
    by = {row["slug"]: row["computed"]["by"] for row in rows}
    assert by["plan-2.1"] == by["plan-6.1"] == "proxy"
