"""Forms 1 and 2 of the KM plan, in the columns of the forms."""

from collections.abc import Iterator
from itertools import zip_longest

from khlang.export.paper import ABOVE, Cell, Column, Kind, Paper, Row
from khlang.export.papers.wording import closing, fiscal_year
from khlang.model.corpus import Corpus
from khlang.progress import Progress
from khlang.thai.dates import long_period, short_date
from khlang.thai.text import thai_digits
from khlang.views.plan import IssueView, RowView, StepView, plan_of

_TITLE = "แผนการจัดการความรู้ของหน่วยงาน"


def form_1(corpus: Corpus, progress: Progress, year: int) -> Paper:
    """Issues, objectives, KPIs with targets, required knowledge; ours is the count of items.

    A line holds the KPI and the topic of the same place in their lists: as in the form, they have
    nothing to do with each other.
    """
    view = plan_of(corpus, progress, year)
    return Paper(
        name="form-1",
        sheet="แบบฟอร์มที่ ๑",
        title=(
            f"{_TITLE} {fiscal_year(year)}",
            "แบบฟอร์มที่ ๑ การจำแนกองค์ความรู้ที่จำเป็นต่อการผลักดันตามประเด็นการพัฒนา",
        ),
        head=("ชื่อส่วนราชการ: กรมการพัฒนาชุมชน",),
        columns=(
            Column("ประเด็นการพัฒนา", 15),
            Column("เป้าประสงค์ (Objective)", 15),
            Column(thai_digits(f"ตัวชี้วัด (KPI) ปี {year}"), 28),
            Column("เป้าหมายของตัวชี้วัด", 16),
            Column("องค์ความรู้ที่จำเป็น", 36),
            Column("เรื่องที่นับได้", 9, unit=" เรื่อง"),
        ),
        rows=tuple(row for issue in view.issues for row in _issue(issue)),
        notes=closing(
            corpus,
            progress.as_of,
            "ตัวชี้วัดเป็นของกรมทั้งประเทศ ไม่ได้คำนวณจากคลังความรู้ จำนวนเรื่องนับจากคลังความรู้ เรื่องหนึ่งอาจตรงหลายองค์ความรู้ จึงไม่รวมกัน",
        ),
    )


def _issue(issue: IssueView) -> Iterator[Row]:
    head: tuple[Cell, Cell] = (thai_digits(f"{issue.number}. {issue.name}"), issue.objective)
    for kpi, topic in zip_longest(issue.kpis, issue.topics):
        yield Row(
            (
                *head,
                f"{thai_digits(str(kpi.number))}. {kpi.name}" if kpi else None,
                kpi.target if kpi else None,
                f"{thai_digits(str(topic.number))}. {topic.name}" if topic else None,
                topic.items if topic else None,
            )
        )
        head = (ABOVE, ABOVE)


def form_2(corpus: Corpus, progress: Progress, year: int) -> Paper:
    """The six steps; the result from the archive stands behind the form's eight columns."""
    view = plan_of(corpus, progress, year)
    result = thai_digits(f"ผลถึงวันที่ {short_date(progress.as_of)}")
    issues = " ".join(f"{issue.number}. {issue.name}" for issue in view.issues)
    return Paper(
        name="form-2",
        sheet="แบบฟอร์มที่ ๒",
        title=(
            f"{_TITLE} {fiscal_year(year)}",
            "แบบฟอร์มที่ ๒ แผนการจัดการความรู้ (KM Action Plan)",
        ),
        head=(f"ชื่อส่วนราชการ: {view.owner}", thai_digits(f"ประเด็นยุทธศาสตร์: {issues}")),
        columns=(
            Column("ลำดับ", 6, centred=True),
            Column("กิจกรรมการจัดการความรู้", 24),
            Column("ระยะเวลา", 13),
            Column("ตัวชี้วัด", 20),
            Column("เป้าหมาย", 15),
            Column("กลุ่มเป้าหมาย", 18),
            Column("ผู้รับผิดชอบ", 13),
            Column("สถานะ", 11),
            Column("จำนวน", 10, group=result),
            Column("ร้อยละ", 9, group=result),
            Column("ที่มาของผล", 20, group=result),
        ),
        rows=tuple(row for step in view.steps for row in _step(step)),
        notes=closing(
            corpus,
            progress.as_of,
            "สถานะเป็นไปตามที่พิมพ์ไว้ในแผน ผลคำนวณจากคลังความรู้ ณ วันที่ของข้อมูล",
            *(
                f"ข้อ {row.number}: {row.disputed}"
                for step in view.steps
                for row in step.rows
                if row.disputed
            ),
        ),
    )


def _step(step: StepView) -> Iterator[Row]:
    yield Row((step.number, step.name), Kind.SECTION)
    for row in step.rows:
        yield Row(
            (
                None,
                f"{thai_digits(str(row.ordinal))}) " + "\n".join(row.activity),
                thai_digits(_when(row)),
                row.indicator,
                thai_digits(row.target),
                "\n".join(row.group),
                row.owner,
                row.status,
                row.result.amount,
                row.result.percent,
                thai_digits("\n".join(_told(row))),
            )
        )


def _when(row: RowView) -> str:
    period = row.period
    return period.as_printed_th or long_period(
        period.start, period.end, whole_months=period.precision == "month"
    )


def _told(row: RowView) -> Iterator[str]:
    yield row.result.by
    yield from row.result.beside
    if row.result.evidence:
        yield row.result.evidence
