"""The plan of a year, its activities and registers, in an archive whose data say something else."""

from datetime import date

from khlang.site.papers import papers
from khlang.views import activities, plan, registers
from tests.archive import AS_OF, Archive

PLAN = "content/plan/2568.yml"


def rows(archive: Archive, day: date = AS_OF) -> dict[str, plan.RowView]:
    opened = archive.check(day).archive
    assert opened is not None
    (view,) = plan.build(opened.corpus, opened.progress)
    assert isinstance(view, plan.PlanView)
    return {row.number: row for step in view.steps for row in step.rows}


def test_a_tick_by_hand_has_its_date_and_evidence(archive: Archive) -> None:
    """Trap 12: "exists" is a tick and no number; before its day nobody had said so."""
    archive.edit(PLAN, "evidence_th: คำสั่งจังหวัด", "evidence_th: คำสั่งที่ 12")
    result = rows(archive)["4.1"].result
    assert (result.amount.words, result.amount.value, result.percent) == ("มีแล้ว", None, None)
    assert result.evidence == "บันทึกเมื่อ 15 พ.ค. 2568 หลักฐาน: คำสั่งที่ 12"
    before = rows(archive, date(2025, 5, 14))["4.1"].result
    assert (before.amount.words, before.evidence) == ("ยังไม่ได้บันทึก", "")


def test_what_was_really_shared_stands_beside_the_proxy(archive: Archive) -> None:
    """Row 6.1: the archive's number is what may be shared; a person writes what was."""
    archive.edit(
        PLAN,
        "measure: published-in-category, argument: sea-and-shore}",
        "measure: published-in-category, argument: sea-and-shore, value: 3, "
        'date: "2025-06-01", evidence_th: บันทึกกลุ่มไลน์}',
    )
    result = rows(archive)["6.1"].result
    assert result.amount.words == "0 เรื่อง"
    assert result.evidence == "บันทึกเมื่อ 1 มิ.ย. 2568 3 เรื่อง หลักฐาน: บันทึกกลุ่มไลน์"


def test_points_that_run_on_are_lines(archive: Archive) -> None:
    """Trap 11: numbers stay as they are printed."""
    archive.edit(PLAN, "activity_th: จัดหมวด,", 'activity_th: "จัด ๒ หมวด (๑) ทะเล (๑) เมือง",')
    assert rows(archive)["3.1"].activity == ("จัด ๒ หมวด", "(๑) ทะเล", "(๑) เมือง")


def test_an_event_of_the_province_has_a_name_and_a_place(archive: Archive) -> None:
    """Activities are data: an event without an activity of the project stands on its own."""
    archive.edit(
        PLAN,
        "weekday: Thursday}",
        "weekday: Thursday, name_th: ตลาดนัดริมเล, place: kathu, mode_th: ทั้งวัน, persons: 40}",
    )
    opened = archive.check().archive
    assert opened is not None
    (view,) = activities.build(opened.corpus, opened.progress)
    assert view.others == (
        activities.DateView("14 ส.ค. 2568", "ตลาดนัดริมเล", ("อำเภอกะทู้",), ("ทั้งวัน", "40 คน")),
    )
    assert [(each.name, each.scope) for each in view.activities] == [("อบรมเจ้าหน้าที่", "ระดับจังหวัด")]


def test_totals_of_a_private_register_are_shown_from_their_day(archive: Archive) -> None:
    """Only of the province, with the day they were recorded; a year looked at before has none."""
    archive.edit(
        "targets.yml",
        '    end: "2025-09-30"\n',
        '    end: "2025-09-30"\n    registers: {network: {named: 3, date: "2025-05-02"}}\n',
    )
    shown = {}
    for day in (date(2025, 5, 1), date(2025, 5, 2)):
        opened = archive.check(day).archive
        assert opened is not None
        (view,) = registers.build(opened.corpus, opened.progress)
        shown[day.day] = view.private[0].totals
    assert shown == {1: (), 2: (("มีรายชื่อแล้วทั้งจังหวัด", "3 คน"),)}


def test_a_plan_may_be_there_before_its_targets(archive: Archive) -> None:
    """Its page, calendar and forms are made; what needs targets is not offered."""
    text = archive.read(PLAN).replace("fiscal_year: 2568", "fiscal_year: 2569")
    archive.write("content/plan/2569.yml", text)
    opened = archive.check().archive
    assert opened is not None
    pages = {page.year: page for page in plan.build(opened.corpus, opened.progress)}
    later = pages[2569]
    assert isinstance(later, plan.PlanView)
    assert (later.registers_url, later.calendar_url) == ("", "calendar/2569/")
    assert {row.result.amount.words for step in later.steps for row in step.rows} == {"ยังไม่ได้บันทึก"}
    assert [page.year for page in registers.build(opened.corpus, opened.progress)] == [2568]
    made = {path for path, make in papers(opened.corpus, opened.progress) if make()}
    assert "papers/2569/form-2.xlsx" in made
    assert "papers/2569/progress.xlsx" not in made


def test_a_row_takes_its_number_from_the_register(archive: Archive) -> None:
    """Row 2.3: what `register summary` wrote counts, from its day; a value entered goes before it."""
    archive.edit(
        "targets.yml",
        '    end: "2025-09-30"\n',
        '    end: "2025-09-30"\n    registers: {network: {named: 3, date: "2025-05-20"}}\n',
    )
    entered = 'value: 1, date: "2025-05-15", evidence_th: คำสั่งจังหวัด'
    archive.edit(
        PLAN,
        f"{{value: null, unit: exists}}, group_th: คณะทำงาน, status: not-stated, compute: {{by: manual, {entered}}}",
        "{value: 3, unit: persons}, group_th: คณะทำงาน, status: not-stated, compute: {by: manual, register: network}",
    )
    result = rows(archive)["4.1"].result
    assert (result.amount.words, result.percent) == ("3 คน", None)
    assert result.evidence.startswith("บันทึกเมื่อ 20 พ.ค. 2568 หลักฐาน: ยอดรวม")
    assert rows(archive, date(2025, 5, 19))["4.1"].result.amount.words == "ยังไม่ได้บันทึก"
    archive.edit(PLAN, "register: network", f"register: network, {entered}")
    assert rows(archive)["4.1"].result.amount.words == "1 คน"
    archive.edit(PLAN, "register: network", "register: netwrk")
    assert [code for code in archive.codes() if code.startswith("KH-C")]
