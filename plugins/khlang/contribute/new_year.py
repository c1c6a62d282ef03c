"""The frame of a fiscal year, from the year before: what lasts is carried over, what has to be stated
anew is empty or says that it is carried. Nothing that is there is written over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khlang.contribute.edit_targets import Lines, NotEditableError, edit
from khlang.contribute.yaml_record import block
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Place
from khlang.model.plan import Activity, Kpi, Period, Plan, PlanStep, Row, Target
from khlang.model.targets import Deadline, Quota, Targets, Unit, YearTargets
from khlang.source.data_files import PLANS, TARGETS
from khlang.source.items import ITEMS
from khlang.thai.dates import fiscal_year_span

_TARGETS_HEAD = (
    "# โครงของปี {year} ยกมาจากปี {base} โดย khlang new-year ตรวจจำนวนคน เป้าหมาย และวันที่ทุกบรรทัด",
    "# กับหนังสือของปีนี้ เติม stated_totals และ known_differences ตามเอกสาร แล้วลบสองบรรทัดนี้",
)
_PLAN_HEAD = """\
# yaml-language-server: $schema=../../schemas/plan.schema.json
# โครงแผนการจัดการความรู้ปี {year} ยกมาจากปี {base} โดย khlang new-year
# ข้อความของกิจกรรมและตัวชี้วัดเป็นของปีก่อน แก้ให้ตรงกับแผนของปีนี้ เติมเป้าหมาย (target, as_printed_th) กลุ่มเป้าหมาย
# และสถานะ เพิ่ม calendar (กิจกรรมที่มีวัน) outputs และ project_period ตามแนวทางของปีนี้ แล้วลบหัวนี้
"""
_STATUS = "not-stated"


class YearExistsError(Exception):
    """What of the year is there already."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was written; `plan` is None where the year before has none."""

    base: int
    plan: str | None
    folders: tuple[str, ...]


def make(root: Path, corpus: Corpus, places: Mapping[str, Mapping[str, Place]], year: int) -> Made:
    """Writes the frame. Raises YearExistsError, NotEditableError, and then has changed nothing."""
    targets = corpus.targets
    path = f"{PLANS}/{year}.yml"
    there = [f"years.{year} ใน {TARGETS}"] if year in targets.years else []
    there += [path] if (root / path).exists() or (root / path).is_symlink() else []
    if there:
        raise YearExistsError(" และ ".join(there))
    base = max(each for each in targets.years if each < year)
    frame = year_of(targets, base, year)
    planned = [each for each in corpus.plans if each < year]
    plan = plan_of(corpus.plans[max(planned)], year) if planned else None
    _into_targets(root, targets, places, frame, base, year)
    if plan is not None:
        head = _PLAN_HEAD.format(year=year, base=max(planned))
        lines = "\n".join(block(plan, 0, (PlanStep, Row)))
        with (root / path).open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(f"{head}{lines}\n")
    return Made(base, path if plan else None, tuple(_folders(root, frame, year)))


def year_of(targets: Targets, base: int, year: int) -> YearTargets:
    """Units that are still there with their last figures; deadlines on the same days of the year."""
    start, end = fiscal_year_span(year)
    before, carried = targets.years[base], f"carried-{base}"
    none = Quota(staff=0, quota=0, staff_source=carried, quota_source=carried)
    units = {
        unit.slug: replace(
            before.units.get(unit.slug, none).at(before.end),
            staff_source=carried,
            quota_source=carried,
            changes=(),
        )
        for unit in sorted(targets.units, key=lambda unit: unit.seq)
        if _is_there(unit, start, end)
    }
    return YearTargets(
        start=start,
        end=end,
        units=units,
        item_deadline=before.item_deadline,
        deadlines=tuple(_deadline(each, base, year) for each in before.deadlines),
    )


def plan_of(plan: Plan, year: int) -> Plan:
    """The rows with their periods a year on; targets, statuses and what was entered are empty."""
    years = year - plan.fiscal_year
    status = _STATUS if _STATUS in plan.status_by_slug else plan.statuses[0].slug
    return replace(
        plan,
        fiscal_year=year,
        steps=tuple(
            replace(step, rows=tuple(_row(row, years, status) for row in step.rows))
            for step in plan.steps
        ),
        activities=tuple(map(_activity, plan.activities)),
        project_period=None,
        places={},
        calendar=(),
        outputs=(),
        outcomes=(),
        kpis={issue: tuple(map(_kpi, kpis)) for issue, kpis in plan.kpis.items()},
    )


def _is_there(unit: Unit, start: date, end: date) -> bool:
    return (unit.from_ or start) <= end and (unit.to or end) >= start


def _deadline(each: Deadline, base: int, year: int) -> Deadline:
    return replace(
        each,
        date=_moved(each.date, year - base),
        weekday=None,
        where=f"carried from {base}",
        where_th=f"ยกมาจากปี {base} รอหนังสือของปีนี้",
    )


def _row(row: Row, years: int, status: str) -> Row:
    period = Period(
        start=_moved(row.period.start, years),
        end=_moved(row.period.end, years),
        precision=row.period.precision,
    )
    target = Target(unit=row.target.unit, comparison=row.target.comparison)
    compute = replace(row.compute, value=None, date=None, evidence_th=None)
    return replace(row, period=period, target=target, group={}, status=status, compute=compute)


def _activity(each: Activity) -> Activity:
    return replace(each, target={}, target_th=None, parts={}, parts_each={})


def _kpi(each: Kpi) -> Kpi:
    return replace(each, target=None, comparison=None, as_printed_th=None)


def _moved(day: date, years: int) -> date:
    """The same day of another year; the last of February stays the last."""
    last = day.month == 2 and day.day > 28
    return day.replace(year=day.year + years, day=28 if last else day.day)


def _into_targets(
    root: Path,
    targets: Targets,
    places: Mapping[str, Mapping[str, Place]],
    frame: YearTargets,
    base: int,
    year: int,
) -> None:
    """The year as the last entry of `years`, every line around it as it was."""
    first = min(place.line for path, place in places[TARGETS].items() if path.startswith("years."))
    new = [line.format(year=year, base=base) for line in _TARGETS_HEAD]

    def change(lines: Lines) -> Lines:
        at = next((at for at in range(first - 1, -1, -1) if lines[at].startswith("years:")), None)
        keys = [line for line in lines[at or 0 : first] if line.strip().startswith(('"', "2", "'"))]
        if at is None or not keys:
            raise NotEditableError(f"years: {year}")
        indent = len(keys[0]) - len(keys[0].lstrip())
        end = _end_of(lines, at)
        entry = [" " * indent + f'"{year}":', *(" " * (indent + 2) + line for line in new)]
        entry += block(frame, indent + 2)
        return [*lines[:end], *entry, *lines[end:]]

    wanted = replace(targets, years={**targets.years, year: frame})
    edit(root, change, wanted, f"years: {year}")


def _end_of(lines: Lines, at: int) -> int:
    """The line behind the last of the block that begins at `at`: comments before the next key are its."""
    end = at + 1
    for number in range(at + 1, len(lines)):
        text = lines[number]
        if text.strip() and not text.startswith((" ", "#")):
            break
        if text.startswith(" "):
            end = number + 1
    return end


def _folders(root: Path, frame: YearTargets, year: int) -> list[str]:
    """A folder for each unit; Git keeps it by an empty hidden file, which the check passes over."""
    made = []
    for slug in frame.units:
        folder = root / ITEMS / str(year) / slug
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / ".gitkeep").touch()
            made.append(f"{ITEMS}/{year}/{slug}/")
    return made
