"""The calendar: every date of the source with who sends it to whom, on the page and in the file."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from khlang.app import Archive, open_workspace
from khlang.export import ics
from khlang.progress.calendar import days_until
from tests.archive import AS_OF
from tests.archive import Archive as Folder
from tests.site.dom import Node
from tests.site.sites import REPOSITORY, SITE_URL, Site

FILE = "calendar/calendar.ics"


@pytest.fixture(scope="module")
def first() -> Archive:
    archive = open_workspace(REPOSITORY, today=AS_OF).archive
    assert archive is not None
    return archive


def entries(data: bytes) -> dict[str, Event]:
    """The entries of a calendar file, as another program reads them, by their UID."""
    found = Calendar.from_ical(data.decode()).walk("VEVENT")
    by_uid = {str(each["UID"]): each for each in found}
    assert len(by_uid) == len(found)
    return by_uid


def rows(page: Node) -> list[Node]:
    return [
        row for table in page.all("table") if "days" in table.classes for row in table.all("tr")[1:]
    ]


def test_every_deadline_and_event_is_in_the_file(first: Archive) -> None:
    """Each with its days, the last one exclusive; a deadline with its sender and receiver."""
    found = entries(ics.build(first.corpus, SITE_URL))
    year, plan = first.corpus.targets.years[2564], first.corpus.plans[2564]
    parties = first.corpus.targets.party_by_slug
    assert len(found) == len(year.deadlines) + len(plan.calendar) == 27
    for each in year.deadlines:
        entry = found[f"2564-deadline-{each.slug}@chachoengsao.khlang"]
        assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (each.date, each.date + timedelta(1))
        assert each.what_th in entry["SUMMARY"]
        assert parties[each.from_].name_th in entry["DESCRIPTION"]
        assert parties[each.to].name_th in entry["DESCRIPTION"]
        assert bool(entry.walk("VALARM")) == (parties[each.from_].unit_kind is not None)
    for event in plan.calendar:
        entry = found[f"2564-event-{event.slug}@chachoengsao.khlang"]
        assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (event.start, event.end + timedelta(1))
        assert entry["LOCATION"]


def test_the_file_is_as_the_standard_has_it(site: Site) -> None:
    """RFC 5545: CRLF, lines of at most 75 octets cut between characters, what must be there is."""
    data = site.files[FILE]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    calendar = Calendar.from_ical(data.decode())
    assert str(calendar["VERSION"]) == "2.0"
    assert calendar["PRODID"]
    for entry in entries(data).values():
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(entry)
        assert entry.errors == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300))
def test_any_text_comes_back_whole(text: str) -> None:
    """Folding and escaping lose nothing, whatever is written."""
    lines = list(ics._folded(ics._text("SUMMARY", f"ก{text}\nข;,\\")))
    assert all(len(line.encode()) <= 75 for line in lines)
    head, tail = "BEGIN:VEVENT\r\nUID:a\r\n", "\r\nEND:VEVENT\r\n"
    assert Event.from_ical(head + "\r\n".join(lines) + tail)["SUMMARY"] == f"ก{text}\nข;,\\"


def test_the_file_changes_only_with_the_data(archive: Folder) -> None:
    """The same on every day; a deadline that moves keeps its UID."""
    days = [AS_OF, AS_OF + timedelta(days=30)]
    opened = [archive.check(day).archive for day in days]
    made = [ics.build(each.corpus, "") for each in opened if each]
    assert made[0] == made[1]
    archive.edit("targets.yml", 'date: "2025-07-04", weekday: Friday', 'date: "2025-07-07"')
    after = archive.check().archive
    assert after is not None
    moved = ics.build(after.corpus, "")
    uid = "2568-deadline-items@phuket.khlang"
    assert entries(made[0])[uid]["DTSTART"].dt == date(2025, 7, 4)
    assert entries(moved)[uid]["DTSTART"].dt == date(2025, 7, 7)


def test_trap_03_both_deadlines_for_the_network_stand_with_sender_and_receiver(own: Site) -> None:
    """Districts may answer a day after the province's own deadline; neither is moved."""
    network = [
        (row.all("th")[0].text.split("วัน")[0].strip(), *(cell.text for cell in row.all("td")[1:3]))
        for row in rows(own.page("calendar/"))
        if "รายชื่อเครือข่ายนักจัดการความรู้" in row.text and "จังหวัด" in row.text
    ]
    assert network == [
        ("26 เม.ย. 2564", "สำนักงานพัฒนาชุมชนจังหวัด", "สถาบันการพัฒนาชุมชน"),
        ("27 เม.ย. 2564", "สำนักงานพัฒนาชุมชนอำเภอ", "สำนักงานพัฒนาชุมชนจังหวัด"),
    ]
    assert "26 หรือ 27 เมษายน" in own.page("calendar/").one("main").text


def test_trap_04_items_are_due_on_the_day_of_the_letter_and_the_plan_is_a_period(own: Site) -> None:
    """5 July is a deadline; May to June stands apart, as a period of the plan."""
    page = own.page("calendar/")
    due = [row.text for row in rows(page) if "กำหนดส่ง" in row.text and "5 ก.ค. 2564" in row.text]
    assert len(due) == 1
    assert "สำนักงานพัฒนาชุมชนอำเภอ" in due[0]
    periods = page.all("table")[-1]
    assert "พ.ค.–มิ.ย. 2564" in periods.text
    assert "มิ.ย. 2564" not in due[0]
    assert not any(
        each["DTSTART"].dt == date(2021, 6, 30) for each in entries(own.files[FILE]).values()
    )


def test_the_page_of_another_province_offers_a_subscription(live: Site) -> None:
    """With an address the phone can subscribe; what units of the province send next stands first."""
    page = live.page("calendar/")
    links = [link.attributes["href"] for link in page.all("a")]
    assert f"webcal://{SITE_URL.partition('://')[2]}{FILE}" in links
    assert "อีก 14 วัน" in rows(page)[0].text


@pytest.mark.parametrize(
    ("day", "days"),
    [(date(2021, 7, 1), 4), (date(2021, 7, 5), 0), (date(2021, 7, 8), 0), (date(2021, 7, 10), -2)],
)
def test_days_are_counted_to_the_first_and_from_the_last_day(day: date, days: int) -> None:
    assert days_until(date(2021, 7, 5), date(2021, 7, 8), day) == days
