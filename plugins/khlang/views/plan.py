"""The KM plan of a year: form 2 with what the archive computes, form 1 with its KPIs as context."""

from collections.abc import Iterator
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.model.plan import Activity, Plan, Row
from khlang.progress import PlanRowValue, Progress
from khlang.thai.dates import period, short_date
from khlang.views.common import HOME, Crumb, Meta, as_of_label

_UNITS = {"items": "เรื่อง", "persons": "คน", "model": "รูปแบบ", "percent": "%", "exists": ""}
_BESIDE = {"both": "เป็นทั้งสองแบบ {} เรื่อง", "sent": "ส่งกรมแล้ว {} เรื่อง"}
_BY = {
    "archive": "คำนวณจากคลัง",
    "proxy": "ตัวเลขใกล้เคียง ไม่ใช่ผลตามตัวชี้วัด",
    "manual": "บันทึกด้วยมือ",
}
NOT_STATED = "ไม่ได้ระบุ"


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of form 2. `printed_*` are the source's words; the rest is ours (traps 10, 12)."""

    number: str
    activity: str
    period: str
    indicator: str
    printed_target: str
    group: str
    printed_status: str
    value: str
    percent: str
    by: str
    beside: tuple[str, ...]
    explanation: str
    disputed: str


@dataclass(frozen=True, slots=True)
class StepView:
    number: int
    name: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class KpiView:
    number: int
    name: str
    target: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue of form 1 with its KPIs (context only) and its required knowledge."""

    number: int
    name: str
    url: str
    objective: str
    kpis: tuple[KpiView, ...]
    topics: tuple[tuple[int, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class ActivityView:
    number: str
    name: str
    target: str
    is_head: bool


@dataclass(frozen=True, slots=True)
class OutputView:
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class PlanView:
    meta: Meta
    year: int
    as_of: str
    owner: str
    project_period: str
    steps: tuple[StepView, ...]
    issues: tuple[IssueView, ...]
    activities: tuple[ActivityView, ...]
    outputs: tuple[OutputView, ...]
    other_years: tuple[Crumb, ...]
    kpi_count: int
    row_count: int


@dataclass(frozen=True, slots=True)
class NoPlanView:
    """The current year before its plan is entered."""

    meta: Meta
    year: int
    other_years: tuple[Crumb, ...]


def build(corpus: Corpus, progress: Progress) -> Iterator[PlanView | NoPlanView]:
    """The current year's plan at `plan/`, the others at `plan/<year>/`."""
    current = progress.current
    if current not in corpus.plans:
        meta = Meta(
            "plan/",
            f"แผนการจัดการความรู้ ปีงบประมาณ {current}",
            f"ยังไม่มีแผนของปีงบประมาณ {current}",
            "plan",
            (HOME,),
        )
        yield NoPlanView(meta, current, _other_years(corpus, current, current))
    for year, plan in sorted(corpus.plans.items()):
        yield _plan(corpus, progress, plan, "plan/" if year == current else f"plan/{year}/")


def _other_years(corpus: Corpus, year: int, current: int) -> tuple[Crumb, ...]:
    return tuple(
        Crumb(f"ปีงบประมาณ {other}", "plan/" if other == current else f"plan/{other}/")
        for other in sorted(corpus.plans, reverse=True)
        if other != year
    )


def _plan(corpus: Corpus, progress: Progress, plan: Plan, url: str) -> PlanView:
    year = plan.fiscal_year
    measured = progress.years.get(year)
    values = measured.plan_rows if measured else {}
    topics = measured.topics if measured else {}
    project = plan.project_period
    return PlanView(
        meta=Meta(
            url,
            f"แผนการจัดการความรู้ ปีงบประมาณ {year}",
            f"แผนการจัดการความรู้ {len(plan.steps)} ขั้นตอน {len(plan.rows)} รายการ พร้อมผลจากคลัง",
            "plan",
            (HOME,) if url == "plan/" else (HOME, Crumb("แผนการจัดการความรู้", "plan/")),
        ),
        year=year,
        as_of=as_of_label(progress.as_of),
        owner=corpus.targets.unit_by_slug[plan.owner].full_th,
        project_period=(project.as_printed_th or period(project.start, project.end))
        if project
        else "",
        steps=tuple(
            StepView(
                step.number,
                step.name_th,
                tuple(_row(plan, row, values.get(row.slug), corpus, year) for row in step.rows),
            )
            for step in plan.steps
        ),
        issues=tuple(
            IssueView(
                number=issue.number,
                name=issue.name_th,
                url=f"issues/{issue.slug}/",
                objective=issue.objective_th or "",
                kpis=tuple(
                    KpiView(
                        kpi.number,
                        kpi.name_th,
                        _kpi_target(kpi.target, kpi.unit_th, kpi.comparison),
                    )
                    for kpi in plan.kpis.get(issue.slug, ())
                ),
                topics=tuple(
                    (
                        topic.number,
                        topic.short_th,
                        f"topics/{topic.slug}/",
                        topics.get(topic.slug, 0),
                    )
                    for topic in issue.topics
                    if topic.holds_in(year)
                ),
            )
            for issue in corpus.taxonomy.issues
        ),
        activities=tuple(_activity(each) for each in plan.activities),
        outputs=tuple(
            OutputView(
                each.text_th,
                _target(each.target.value, each.target.unit, each.target.comparison)
                if each.target
                else NOT_STATED,
            )
            for each in (*plan.outputs, *plan.outcomes)
        ),
        other_years=_other_years(corpus, year, progress.current),
        kpi_count=sum(len(kpis) for kpis in plan.kpis.values()),
        row_count=len(plan.rows),
    )


def _row(plan: Plan, row: Row, value: PlanRowValue | None, corpus: Corpus, year: int) -> RowView:
    compute = row.compute
    unit = _UNITS.get(row.target.unit or "items", "")
    shown, explanation = "ยังไม่ได้บันทึก", compute.evidence_th or ""
    if value is not None and value.value is not None:
        shown = f"{value.value:,} {unit}".strip()
        explanation = compute.expression_th or explanation
    if compute.by == "manual" and compute.date and value is not None and value.value is not None:
        explanation = f"บันทึกเมื่อ {short_date(compute.date)} {explanation}".strip()
    return RowView(
        number=row.number,
        activity=row.activity_th,
        period=period(
            row.period.start, row.period.end, whole_months=row.period.precision == "month"
        ),
        indicator=row.indicator_th,
        printed_target=row.target.as_printed_th
        or _target(row.target.value, row.target.unit, row.target.comparison),
        group=row.group_th,
        printed_status=plan.status_by_slug[row.status].name_th,
        value=shown,
        percent=f"{value.percent} %" if value and value.percent is not None else "",
        by=_BY[compute.by],
        beside=tuple(
            _BESIDE[key].format(count) for key, count in (value.beside if value else {}).items()
        ),
        explanation=explanation,
        disputed=_disputed(corpus, year, row),
    )


def _disputed(corpus: Corpus, year: int, row: Row) -> str:
    targets = corpus.targets.years.get(year)
    if row.target.disputed is None or targets is None:
        return ""
    known = {each.slug: each for each in targets.known_differences}
    found = known.get(row.target.disputed)
    return f"{found.effect_th} ({found.show_th})" if found else ""


def _kpi_target(value: int | None, unit: str | None, comparison: str | None) -> str:
    """`ร้อยละ 90`, `15,000 คน`; no number is "not stated", never 0 (trap 7)."""
    if value is None:
        return NOT_STATED
    least = "ไม่น้อยกว่า" if comparison == "at-least" else ""
    if unit == "ร้อยละ":
        return f"{least}ร้อยละ {value:,}"
    return f"{least} {value:,} {unit or ''}".strip()


def _target(value: int | None, unit: str | None, comparison: str | None) -> str:
    if value is None:
        return NOT_STATED
    least = "ไม่น้อยกว่า " if comparison == "at-least" else ""
    return f"{least}{value:,} {_UNITS.get(unit or '', '')}".strip()


_TARGET_WORDS = {
    "persons": "{} คน",
    "points": "{} จุด",
    "regions": "{} ภาค",
    "book_copies": "{} เล่ม",
    "channels": "{} ช่องทาง",
}


def _activity(each: Activity) -> ActivityView:
    words = [
        _TARGET_WORDS[key].format(value)
        for key, value in each.target.items()
        if key in _TARGET_WORDS
    ]
    return ActivityView(
        number=each.number,
        name=each.name_th,
        target=" ".join(words),
        is_head=each.parent is None,
    )
