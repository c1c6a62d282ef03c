"""Sentences: what the total hides, what to do next, how the pace is, how things are counted."""

from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH, State
from khlang.progress import UnitProgress, YearProgress
from khlang.thai.dates import long_date, short_date
from khlang.views.common import list_in_words


def honest_sentence(year: YearProgress) -> str:
    """What the total hides: items beyond one unit's quota fill no gap of another."""
    done = f"ส่งแล้ว {year.items.done} เรื่อง"
    if not year.items.missing:
        return f"{done} ทุกหน่วยส่งครบจำนวนเรื่องแล้ว"
    short = f"ยังขาด {year.items.missing} เรื่องใน {year.units_short} หน่วยงาน"
    if not year.items.over:
        return f"{done} {short}"
    beyond = list_in_words([each.unit.short_th for each in year.units if each.items.over])
    return f"{done} ในนี้ {year.items.over} เรื่องเกินเป้าของ{beyond} จึง{short}"


def next_step(each: UnitProgress, year: YearProgress, minimum: int) -> str:
    """One sentence on what to do next, and by when; of a year that is over, what was left."""
    items, people = each.items.missing, each.contributors.missing
    if not items and not people:
        return "ครบทั้งจำนวนเรื่องและจำนวนคนแล้ว"
    if year.closed or year.as_of > year.targets.end:
        left = [f"{items} เรื่อง"] * bool(items) + [f"{people} คน"] * bool(people)
        return f"สิ้นปีงบประมาณแล้ว ขาด {' และ '.join(left)}"
    rule = f"กติกาคืออย่างน้อยคนละ {minimum} เรื่อง"
    if not items:
        return f"จำนวนเรื่องครบแล้ว แต่เจ้าหน้าที่อีก {people} คนยังมีเรื่องไม่ครบ {rule}"
    need = f"ส่งอีกอย่างน้อย {each.to_send(minimum)} เรื่อง"
    if people:
        need += f" จากเจ้าหน้าที่ {people} คนที่ยังมีเรื่องไม่ครบ"
    if each.deadline is None or each.days_left is None:
        return f"{need} ภายในปีงบประมาณ"
    if each.days_left < 0:
        return f"{need} โดยเร็ว กำหนดผ่านมาแล้ว {-each.days_left} วัน"
    return f"{need} ภายใน{long_date(each.deadline.date, weekday=True)}"


def shortfall(each: UnitProgress) -> str:
    """What a unit lacks, in few words."""
    parts = []
    if each.items.missing:
        parts.append(f"ขาด {each.items.missing} จากเป้าหมาย {each.items.target} เรื่อง")
    if each.contributors.missing:
        parts.append(f"เจ้าหน้าที่ {each.contributors.missing} คนยังมีเรื่องไม่ครบ")
    return " ".join(parts)


def pace_sentence(each: YearProgress | UnitProgress, year: YearProgress) -> str:
    """What fills a quota against what is needed by now: what lies beyond one quickens no other."""
    needed, filled = each.pace.needed(year.as_of), each.items.filled
    if not needed:
        return "ยังไม่ถึงช่วงที่แผนให้เริ่มทำเรื่อง"
    until = f"ถึงวันนี้ควรได้ {needed} เรื่อง"
    beyond = " ไม่นับส่วนที่เกินเป้าของแต่ละหน่วยงาน" if each.items.over else ""
    behind = each.pace.behind(filled, year.as_of)
    if not behind:
        return f"{until} ได้แล้ว {filled} เรื่อง{beyond} ทันจังหวะ"
    return f"{until} ได้แล้ว {filled} เรื่อง{beyond} ช้ากว่าจังหวะ {behind} เรื่อง"


def counting_note(corpus: Corpus, each: UnitProgress) -> str:
    """How items are counted, in the words of the settings."""
    states = [STATE_NAMES_TH[State(state)] for state in corpus.targets.counting.counted_statuses]
    counted = f"นับเรื่องที่มีสถานะ {list_in_words(states)}"
    if each.deadline is None:
        return f"{counted} เอกสารไม่ได้กำหนดวันส่งสำหรับหน่วยงานนี้ จึงไม่วัดว่าช้า"
    return f"{counted} เรื่องที่ส่งหลัง {short_date(each.deadline.date)} นับให้ แต่แสดงว่าส่งช้า"
