"""Deadlines with the days left."""

from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.targets import Unit
from khlang.progress import DueDay, UnitProgress, YearProgress
from khlang.thai.dates import long_date, short_date


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline with the days left or passed, in words."""

    day: int
    month: str
    headline: str
    sentence: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class DueRow:
    """A deadline in a list: what, from whom to whom, and how long until then."""

    date: str
    what: str
    sender: str
    receiver: str
    left: str
    over: bool


def unit_deadline(each: UnitProgress) -> DeadlineView | None:
    if each.deadline is None or each.days_left is None:
        return None
    short = not each.items.met
    return _deadline(
        each.deadline.date,
        each.days_left,
        overdue=each.overdue,
        sentence=(
            f"ยังขาด {each.items.missing} เรื่อง จากเป้าหมาย {each.items.target} เรื่อง"
            if short
            else "หน่วยงานนี้ส่งครบจำนวนเรื่องแล้ว"
        ),
    )


def province_deadline(year: YearProgress) -> DeadlineView | None:
    """That of the districts, with what they lack together."""
    bound = year.bound
    if not bound or bound[0].days_left is None or bound[0].deadline is None:
        return None
    kind = "อำเภอ" if all(each.unit.is_district for each in bound) else "หน่วยงาน"
    return _deadline(
        bound[0].deadline.date,
        bound[0].days_left,
        overdue=bound[0].days_left < 0 and bool(year.bound_short),
        sentence=(
            f"{year.bound_short} {kind}ยังส่งไม่ครบ รวมขาด {year.bound_missing} เรื่อง"
            if year.bound_short
            else f"ทุก{kind}ส่งครบจำนวนเรื่องแล้ว"
        ),
    )


def due_rows(corpus: Corpus, year: YearProgress, unit: Unit | None = None) -> tuple[DueRow, ...]:
    """The deadlines in which a unit takes part; of the province, those of any of its units."""
    kinds = {unit.kind} if unit else {each.unit.kind for each in year.units}
    parties = corpus.targets.party_by_slug
    own = {slug for slug, party in parties.items() if party.unit_kind in kinds}
    return tuple(
        DueRow(
            date=long_date(due.deadline.date, weekday=True),
            what=due.deadline.what_th,
            sender=parties[due.deadline.from_].name_th,
            receiver=parties[due.deadline.to].name_th,
            left=days_in_words(due),
            over=due.days_left < 0,
        )
        for due in year.deadlines
        if {due.deadline.from_, due.deadline.to} & own
    )


def days_in_words(due: DueDay) -> str:
    if due.days_left > 0:
        return f"อีก {due.days_left} วัน"
    return "วันนี้" if not due.days_left else f"ผ่านมา {-due.days_left} วัน"


def _deadline(day: date, days_left: int, *, overdue: bool, sentence: str) -> DeadlineView:
    if days_left > 0:
        headline = f"เหลือเวลาส่งอีก {days_left} วัน"
    elif days_left == 0:
        headline = "วันนี้เป็นวันสุดท้ายของกำหนดส่ง"
    else:
        headline = f"{'เลยกำหนดส่งมาแล้ว' if overdue else 'กำหนดส่งผ่านมาแล้ว'} {-days_left} วัน"
    label = short_date(day)
    return DeadlineView(
        day=day.day,
        month=label.partition(" ")[2],
        headline=headline,
        sentence=sentence,
        overdue=overdue,
    )
