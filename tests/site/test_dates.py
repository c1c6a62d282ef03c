"""The same archive at other dates: before and after the deadline, and at the turn of the fiscal year."""

from datetime import date, timedelta

from tests.archive import AS_OF, DEADLINE
from tests.site.conftest import SiteAt
from tests.site.dom import table_rows
from tests.site.sites import Site

AFTER = DEADLINE + timedelta(days=1)
LAST = date(2025, 9, 30)
FIRST = date(2025, 10, 1)


def test_the_deadline_in_words(second_at: SiteAt) -> None:
    """Days left before it, the last day itself (inclusive), and days passed after it."""
    sentences = {
        AS_OF: "อีก 14 วัน",
        DEADLINE: "วันนี้เป็นวันสุดท้าย",
        AFTER: "เลยกำหนดส่งมาแล้ว 1 วัน",
    }
    for day, sentence in sentences.items():
        site = second_at(day)
        for url in ("progress/", "progress/thalang/"):
            found = [other for other, each in sentences.items() if each in site.main(url)]
            assert found == [day], (url, sentence)


def test_the_next_date_on_the_home_page(second_at: SiteAt) -> None:
    """The home page names the day items are due until it is over."""
    due = "วันศุกร์ที่ 4 กรกฎาคม 2568"
    found = [due in second_at(day).main("") for day in (AS_OF, DEADLINE, AFTER)]
    assert found == [True, True, False]


def test_nobody_is_late_on_the_last_day(second_at: SiteAt) -> None:
    """A unit with items missing is short on the day of the deadline and late the day after."""
    assert status(second_at(DEADLINE), "thalang") == "short"
    assert status(second_at(AFTER), "thalang") == "late"
    assert "เลยกำหนด ขาด 2" in second_at(AFTER).main("progress/thalang/")


def test_the_office_has_no_deadline(second_at: SiteAt) -> None:
    """The deadline binds districts: the provincial office is never late, and its page shows none."""
    site = second_at(AFTER)
    assert status(site, "phuket-office") == "short"
    assert "เลยกำหนด" not in site.main("progress/phuket-office/")


def test_a_unit_over_its_quota(second: Site) -> None:
    """Three items of two: over, and what lies beyond fills no gap of another unit."""
    assert status(second, "kathu") == "over"
    page = second.main("progress/kathu/")
    assert "3 จาก 2 เรื่อง" in page
    assert "150 %" in page
    assert "เกินเป้า" in page
    year = second.json("progress")["years"]["2568"]
    assert (year["items"]["done"], year["items"]["quota"]) == (5, 7)
    assert (year["items"]["missing"], year["items"]["over"]) == (3, 1)
    assert "1 เรื่องเกินเป้าของกะทู้" in second.main("progress/")
    assert "ยังขาด 3 เรื่อง" in second.main("")


def test_units_that_need_help_stand_first(second_at: SiteAt) -> None:
    """After the deadline the late unit heads the table of the province."""
    table = second_at(AFTER).page("progress/").all("table")[0]
    order = [row["หน่วยงาน"].text for row in table_rows(table)]
    assert order == ["ถลาง", "สำนักงานจังหวัด", "กะทู้", "รวม 3 หน่วยงาน"]


def test_the_last_day_of_the_year(second_at: SiteAt) -> None:
    """On 30 September the year is still this one."""
    site = second_at(LAST)
    assert site.json("progress")["current"] == 2568
    assert "ปีงบประมาณ 2568" in site.main("progress/")
    assert "2568" in site.page("plan/").one("h1").text


def test_the_first_day_of_a_year_without_targets(second_at: SiteAt) -> None:
    """On 1 October progress/ and plan/ say that nothing is set yet and lead to last year's pages."""
    site = second_at(FIRST)
    assert site.json("progress")["current"] == 2569
    for url, other in (("progress/", "progress/2568/"), ("plan/", "plan/2568/")):
        page = site.page(url)
        assert "2569" in page.one("h1").text
        assert "ยังไม่" in page.one("main").text
        targets = [
            site.target(f"{url}index.html", link.attributes["href"])
            for link in page.one("main").all("a")
        ]
        assert f"{other}index.html" in targets
    assert "ยังไม่ได้กำหนดเป้าหมาย" in site.main("")
    assert "2568" in site.page("progress/2568/").one("main").text
    assert "2568" in site.page("progress/2568/kathu/").one("main").text
    assert "progress/kathu/index.html" not in site.files


def test_last_year_keeps_its_figures(second_at: SiteAt) -> None:
    """The figures of a past year are those of its last day."""
    before, after = (second_at(day).json("progress")["years"]["2568"] for day in (LAST, FIRST))
    for year in (before, after):
        for each in (year, *year["units"], *year["deadlines"]):
            for key in ("as_of", "days_left", "waiting"):  # what goes on as the days go by
                each.pop(key, None)
    assert before == after


def test_a_topic_that_no_longer_holds_is_no_gap(second: Site) -> None:
    """Batik was asked for until 2567: no gap of 2568, and not among the topics of its total."""
    for url in ("progress/", "progress/kathu/", "plan/"):
        assert "ผ้าบาติก" not in second.main(url)
    assert "0 จาก 2" in second.main("progress/")


def test_item_pages_do_not_depend_on_the_date(second_at: SiteAt) -> None:
    """A new day makes no new item page (design, section 5): only pages with a countdown change."""
    sites = [second_at(day) for day in (AS_OF, AFTER)]
    items = [
        {path: data for path, data in site.files.items() if path.startswith("items/")}
        for site in sites
    ]
    assert items[0] == items[1]


def status(site: Site, unit: str) -> str:
    year = site.json("progress")["years"]["2568"]
    found: str = next(each["status"] for each in year["units"] if each["unit"] == unit)
    return found
