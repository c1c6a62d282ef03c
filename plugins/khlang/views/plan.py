"""The KM plan of a year in the layout of its two forms, with what is counted beside what is printed.

Form 2: the printed status is a snapshot and stays as it is; beside it stands the result from the
archive, a proxy that says it is one, or what a person entered, with date and evidence. Form 1: the
KPIs measure the Department and are context; topics have their number of items.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.model.plan import Compute, Kpi, Output, Period, Plan, Row, Target
from khlang.model.taxonomy import Issue, Topic
from khlang.progress import PlanRowValue, Progress
from khlang.thai.dates import period, short_date
from khlang.thai.text import numbered_lines
from khlang.views.common import HOME, Crumb, Meta, as_of_label
from khlang.views.downloads import downloads

UNITS = {"items": "เรื่อง", "persons": "คน", "model": "รูปแบบ", "percent": "ร้อยละ"}
NOT_STATED = "ไม่ได้ระบุ"
NOT_ENTERED = "ยังไม่ได้บันทึก"
_BESIDE = {"both": "เป็นทั้งสองแบบ {:,} เรื่อง", "sent": "ส่งกรมแล้ว {:,} เรื่อง"}
_BY = {
    "archive": "คำนวณจากคลัง",
    "proxy": "ตัวเลขใกล้เคียง ไม่ใช่ผลตามตัวชี้วัด",
    "manual": "บันทึกด้วยมือ",
}
_TICKS = {"exists": ("ยังไม่มี", "มีแล้ว"), None: ("ยังไม่ได้ดำเนินการ", "ดำเนินการแล้ว")}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the words around it, or words alone where there is no number."""

    words: str
    value: int | None = None
    before: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ResultView:
    """What stands beside a printed row. `percent` is None where nothing is to be compared."""

    amount: Amount
    percent: int | None
    by: str
    beside: tuple[str, ...]
    explanation: str
    evidence: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of form 2. All but `result` and `disputed` are the source's words (traps 10, 12)."""

    number: str
    ordinal: int
    activity: tuple[str, ...]
    period: Period
    when: str
    indicator: str
    target: str
    group: tuple[str, ...]
    owner: str
    status: str
    result: ResultView
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
    target: Amount


@dataclass(frozen=True, slots=True)
class TopicView:
    """Required knowledge in the form's words, and the items about it that count."""

    number: int
    name: str
    url: str
    items: int


@dataclass(frozen=True, slots=True)
class IssueView:
    """A row of form 1."""

    number: int
    name: str
    url: str
    objective: str
    kpis: tuple[KpiView, ...]
    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True)
class OutputView:
    """An output or outcome: national, never a target of the province (trap 21)."""

    text: str
    target: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PlanView:
    meta: Meta
    year: int
    as_of: str
    owner: str
    project_period: str
    steps: tuple[StepView, ...]
    issues: tuple[IssueView, ...]
    outputs: tuple[OutputView, ...]
    kpi_count: int
    row_count: int
    calendar_url: str
    activities_url: str
    registers_url: str
    downloads: tuple[Crumb, ...]
    other_years: tuple[Crumb, ...]


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
    for year in sorted(corpus.plans):
        yield plan_of(corpus, progress, year)


def plan_of(corpus: Corpus, progress: Progress, year: int) -> PlanView:
    """Both forms of a year that has a plan."""
    plan, measured = corpus.plans[year], progress.years.get(year)
    values = measured.plan_rows if measured else {}
    topics = measured.topics if measured else {}
    project, below = plan.project_period, "" if year == progress.current else f"{year}/"
    return PlanView(
        meta=Meta(
            f"plan/{below}",
            f"แผนการจัดการความรู้ ปีงบประมาณ {year}",
            f"แผนการจัดการความรู้ {len(plan.steps)} ขั้นตอน {len(plan.rows)} รายการ พร้อมผลจากคลัง",
            "plan",
            (HOME, Crumb("แผนการจัดการความรู้", "plan/")) if below else (HOME,),
        ),
        year=year,
        as_of=as_of_label(progress.as_of),
        owner=corpus.targets.unit_by_slug[plan.owner].full_th,
        project_period=(project.as_printed_th or _when(project)) if project else "",
        steps=tuple(
            StepView(
                step.number,
                step.name_th,
                tuple(
                    _row(corpus, plan, row, ordinal, values.get(row.slug))
                    for ordinal, row in enumerate(step.rows, start=1)
                ),
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
                    KpiView(kpi.number, kpi.name_th, _kpi_target(kpi))
                    for kpi in plan.kpis.get(issue.slug, ())
                ),
                topics=_topics(issue, year, topics),
            )
            for issue in corpus.taxonomy.issues
        ),
        outputs=tuple(_output(each, progress) for each in (*plan.outputs, *plan.outcomes)),
        kpi_count=sum(len(kpis) for kpis in plan.kpis.values()),
        row_count=len(plan.rows),
        calendar_url=f"calendar/{below}",
        activities_url=f"activities/{below}" if plan.activities or plan.calendar else "",
        registers_url=f"registers/{below}" if measured else "",
        downloads=(
            *downloads("form-2", "แบบฟอร์มที่ 2", year),
            *downloads("form-1", "แบบฟอร์มที่ 1", year),
        ),
        other_years=_other_years(corpus, year, progress.current),
    )


def _other_years(corpus: Corpus, year: int, current: int) -> tuple[Crumb, ...]:
    return tuple(
        Crumb(f"ปีงบประมาณ {other}", "plan/" if other == current else f"plan/{other}/")
        for other in sorted(corpus.plans, reverse=True)
        if other != year
    )


def _when(each: Period) -> str:
    return period(each.start, each.end, whole_months=each.precision == "month")


def _topics(issue: Issue, year: int, counts: Mapping[str, int]) -> tuple[TopicView, ...]:
    return tuple(
        TopicView(each.number, _topic(each), f"topics/{each.slug}/", counts.get(each.slug, 0))
        for each in issue.topics
        if each.holds_in(year)
    )


def _topic(each: Topic) -> str:
    """In the form's words, with the points that it asks for."""
    points = "/".join(each.subtopics_th)
    return f"{each.name_th} โดยมีประเด็นย่อย คือ {points}" if points else each.name_th


def _row(corpus: Corpus, plan: Plan, row: Row, ordinal: int, value: PlanRowValue | None) -> RowView:
    targets = corpus.targets.years.get(plan.fiscal_year)
    registers = targets.registers if targets else {}
    return RowView(
        number=row.number,
        ordinal=ordinal,
        activity=tuple(numbered_lines(row.activity_th)),
        period=row.period,
        when=row.period.as_printed_th or _when(row.period),
        indicator=row.indicator_th,
        target=row.target.as_printed_th or _target(row.target),
        group=tuple(numbered_lines(row.group_th)),
        owner=corpus.targets.unit_by_slug[plan.owner].full_th,
        status=plan.status_by_slug[row.status].name_th,
        result=_result(row, row.compute.filled(registers), value),
        disputed=_disputed(corpus, plan.fiscal_year, row),
    )


def _result(row: Row, compute: Compute, value: PlanRowValue | None) -> ResultView:
    found = value.value if value else None
    by_hand = compute.by == "manual"
    beside = value.beside.items() if value else ()
    entered = value.entered if value else None
    return ResultView(
        amount=_amount(row, found, by_hand=by_hand),
        percent=value.percent if value else None,
        by=_BY[compute.by],
        beside=tuple(_BESIDE[key].format(count) for key, count in beside),
        explanation="" if by_hand else compute.expression_th or "",
        evidence=_evidence(compute, row.target.unit, entered),
    )


def _amount(row: Row, value: int | None, *, by_hand: bool) -> Amount:
    if value is None:
        return Amount(NOT_ENTERED)
    if by_hand and row.target.unit in _TICKS:
        return Amount(_TICKS[row.target.unit][value > 0])
    unit = UNITS.get(row.target.unit or "items", "")
    return Amount(f"{value:,} {unit}", value, unit=unit)


def _evidence(compute: Compute, unit: str | None, entered: int | None) -> str:
    """What a person entered beside: the value where it is not the row's own, its day, its evidence."""
    if entered is None or compute.date is None:
        return ""
    own = "" if compute.by == "manual" else f" {entered:,} {UNITS.get(unit or 'items', '')}"
    evidence = f" หลักฐาน: {compute.evidence_th}" if compute.evidence_th else ""
    return f"บันทึกเมื่อ {short_date(compute.date)}{own}{evidence}"


def _disputed(corpus: Corpus, year: int, row: Row) -> str:
    targets = corpus.targets.years.get(year)
    if row.target.disputed is None or targets is None:
        return ""
    known = {each.slug: each for each in targets.known_differences}
    found = known.get(row.target.disputed)
    return f"{found.effect_th} ({found.show_th})" if found else ""


def _kpi_target(kpi: Kpi) -> Amount:
    """`ร้อยละ 90`, `15,000 คน`; no number is "not stated", never 0 (trap 7)."""
    if kpi.target is None:
        return Amount(NOT_STATED)
    least = "ไม่น้อยกว่า" if kpi.comparison == "at-least" else ""
    if kpi.unit_th == UNITS["percent"]:
        before = f"{least}{kpi.unit_th} "
        return Amount(f"{before}{kpi.target:,}", kpi.target, before)
    before, unit = f"{least} " if least else "", kpi.unit_th or ""
    return Amount(f"{before}{kpi.target:,} {unit}".strip(), kpi.target, before, unit)


def _target(target: Target) -> str:
    if target.value is None:
        return NOT_STATED
    least = "ไม่น้อยกว่า" if target.comparison == "at-least" else ""
    if target.unit == "percent":
        return f"{least}ร้อยละ {target.value:,}"
    return f"{least} {target.value:,} {UNITS.get(target.unit or '', '')}".strip()


def _output(each: Output, progress: Progress) -> OutputView:
    compute = each.compute
    entered = compute.value is not None and compute.date and compute.date <= progress.as_of
    unit = each.target.unit if each.target else None
    told = _evidence(compute, unit, compute.value) if entered else ""
    value = f"{compute.value:,} {UNITS.get(unit or '', '')}".strip() if entered else ""
    return OutputView(
        text=each.text_th,
        target=_target(each.target) if each.target else NOT_STATED,
        evidence=f"{value} {told}".strip(),
    )
