"""Measures, bars and statuses as pages show them."""

from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.progress import Measure, Status, UnitProgress


@dataclass(frozen=True, slots=True)
class Pill:
    """A status as it is shown: its kind for the look, and its words."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar for a measure. `fill` and `over` are lengths on a scale where the quota is 100."""

    fill: int
    over: int
    label: str

    @property
    def scale(self) -> int:
        """Length that a bar on its own shows: the quota, or more where something lies beyond it."""
        return 150 if self.over else 100


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure in words and as a bar. `sentence` says what is missing."""

    title: str
    done: int
    target: int
    unit: str
    percent: str
    bar: Bar
    sentence: str
    note: str


def pill(each: UnitProgress) -> Pill:
    """The status in few words; the number that matters stands in it."""
    text = {
        Status.COMPLETE: "ครบ",
        Status.OVER: f"เกินเป้า {each.items.over}",
        Status.PEOPLE_SHORT: f"ครบเรื่อง ขาด {each.contributors.missing} คน",
        Status.SHORT: f"ขาด {each.items.missing}",
        Status.LATE: f"เลยกำหนด ขาด {each.items.missing}",
        Status.NONE: "เลยกำหนด ยังไม่มีเรื่อง" if each.overdue else "ยังไม่มี",
    }
    calm = each.status is Status.NONE and not each.overdue  # red says that something is late
    return Pill((Status.SHORT if calm else each.status).value, text[each.status])


def bar(measure: Measure) -> Bar:
    """A bar whose full length is one and a half quotas; the number beside it is never capped."""
    target = max(1, measure.target)
    percent = measure.done * 100 // target
    return Bar(
        fill=min(100, percent),
        over=max(0, min(150, percent) - 100),
        label=f"{measure.done} จาก {measure.target}",
    )


def items_measure(measure: Measure, note: str) -> MeasureView:
    return MeasureView(
        title="เรื่องที่ส่ง เทียบเป้าหมาย",
        done=measure.done,
        target=measure.target,
        unit="เรื่อง",
        percent=_percent(measure),
        bar=bar(measure),
        sentence=f"ขาด {measure.missing} เรื่อง" if measure.missing else "ครบจำนวนเรื่อง",
        note=note,
    )


def contributors_measure(measure: Measure, minimum: int) -> MeasureView:
    """How many of the staff have delivered, and how many have not."""
    return MeasureView(
        title="เจ้าหน้าที่ที่มีเรื่องแล้ว",
        done=measure.done,
        target=measure.target,
        unit="คน",
        percent=_percent(measure),
        bar=bar(measure),
        sentence=f"ขาด {measure.missing} คน" if measure.missing else "ครบทุกคน",
        note=f"กติกา: อย่างน้อยคนละ {minimum} เรื่อง",
    )


def _percent(measure: Measure) -> str:
    return "" if measure.percent is None else f"{measure.percent} %"


def origin_note(corpus: Corpus, each: UnitProgress) -> str:
    """How many of the counted items are new (trap 14)."""
    return " · ".join(
        f"{corpus.taxonomy.origin_by_slug[slug].label_th} {count} เรื่อง"
        for slug, count in each.by_origin.items()
    )
