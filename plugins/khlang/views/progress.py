"""Progress of the province and of each unit: both measures side by side, never summed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH, State
from khlang.progress import Measure, Progress, Status, UnitProgress, YearProgress
from khlang.thai.dates import long_date, short_date
from khlang.views.common import (
    HOME,
    PROGRESS,
    Card,
    Covers,
    Crumb,
    Meta,
    Tally,
    as_of_label,
    card,
    list_in_words,
    newest_first,
)

# Who needs help most comes first; within a status the one with more missing.
_URGENCY = (
    Status.NONE,
    Status.LATE,
    Status.SHORT,
    Status.PEOPLE_SHORT,
    Status.COMPLETE,
    Status.OVER,
)


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


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline with the days left or passed, in words."""

    day: int
    month: str
    headline: str
    sentence: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the table of the province."""

    seq: str
    name: str
    note: str
    url: str
    items: int
    quota: int
    missing: int
    contributors: int
    staff: int
    origins: tuple[int, ...]
    late: int
    bar: Bar
    pill: Pill
    categories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of ours beside the one the source states (traps 1 and 2)."""

    title: str
    ours: str
    stated: str
    difference: str


@dataclass(frozen=True, slots=True)
class StateTally:
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A topic, and the number of items about it in each unit and in all."""

    name: str
    url: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Topic by unit. An item about two topics stands in two rows, so columns are not summed."""

    units: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class ProvinceView:
    meta: Meta
    heading: str
    as_of: str
    year: int
    deadline: DeadlineView | None
    items: MeasureView
    contributors: MeasureView
    units_met: int
    units_total: int
    published: int
    waiting: int
    oldest_waiting: str
    coverage: Coverage
    sentence: str
    rows: tuple[UnitRow, ...]
    total: UnitRow
    category_names: tuple[str, ...]
    origin_names: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    states: tuple[StateTally, ...]
    gaps: tuple[Tally, ...]
    topics_total: int
    other_years: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    meta: Meta
    heading: str
    place: str
    as_of: str
    year: int
    pill: Pill
    deadline: DeadlineView | None
    items: MeasureView
    contributors: MeasureView
    next_step: str
    categories: tuple[Tally, ...]
    states: tuple[StateTally, ...]
    late: int
    cards: tuple[Card, ...]
    archive_url: str
    gaps: tuple[Tally, ...]
    note: str


@dataclass(frozen=True, slots=True)
class NoTargetsView:
    """The current year before its targets are set: 1 October comes every year."""

    meta: Meta
    year: int
    as_of: str
    other_years: tuple[Crumb, ...]


def build(
    corpus: Corpus, progress: Progress, covers: Covers
) -> Iterator[ProvinceView | UnitView | NoTargetsView]:
    """The current year at `progress/`, every other year at `progress/<year>/`."""
    if progress.now is None:
        yield _no_targets(progress)
    for year in progress.years.values():
        base = "progress/" if year.year == progress.current else f"progress/{year.year}/"
        yield province(corpus, progress, year, base)
        for each in year.units:
            yield unit(corpus, year, each, base, progress.current, covers)


def _no_targets(progress: Progress) -> NoTargetsView:
    year = progress.current
    return NoTargetsView(
        meta=Meta(
            "progress/",
            f"ความก้าวหน้า ปีงบประมาณ {year}",
            f"ยังไม่ได้กำหนดเป้าหมายปีงบประมาณ {year}",
            "progress",
            (HOME,),
        ),
        year=year,
        as_of=as_of_label(progress.as_of),
        other_years=_other_years(progress, year),
    )


def _other_years(progress: Progress, year: int) -> tuple[Crumb, ...]:
    return tuple(
        Crumb(
            f"ปีงบประมาณ {other}",
            "progress/" if other == progress.current else f"progress/{other}/",
        )
        for other in sorted(progress.years, reverse=True)
        if other != year
    )


def province(corpus: Corpus, progress: Progress, year: YearProgress, base: str) -> ProvinceView:
    """All units of a year, those that need help first."""
    name = corpus.targets.province.name_th
    minimum = corpus.targets.counting.per_person_min_items
    rows = sorted(
        year.units,
        key=lambda each: (_URGENCY.index(each.status), -each.items.missing, each.unit.seq),
    )
    return ProvinceView(
        meta=Meta(
            base,
            f"ความก้าวหน้า{name} ปีงบประมาณ {year.year}",
            f"ส่งแล้ว {year.items.done} จาก {year.items.target} เรื่อง "
            f"ผู้จัดทำ {year.contributors.done} จาก {year.contributors.target} คน "
            f"{as_of_label(year.as_of)}",
            "progress",
            (HOME,) if year.year == progress.current else (HOME, PROGRESS),
            here="ความก้าวหน้า" if year.year == progress.current else f"ปีงบประมาณ {year.year}",
        ),
        heading=f"ความก้าวหน้า{name}",
        as_of=as_of_label(year.as_of),
        year=year.year,
        deadline=_province_deadline(year),
        items=_items_measure(year.items, ""),
        contributors=_contributors_measure(year.contributors, minimum),
        units_met=year.units_met,
        units_total=len(year.units),
        published=year.by_state[State.PUBLISHED],
        waiting=year.by_state[State.SUBMITTED],
        oldest_waiting=(
            "" if year.oldest_waiting is None else f"รอนานที่สุด {year.oldest_waiting} วัน"
        ),
        coverage=_coverage(corpus, year),
        sentence=honest_sentence(year),
        rows=tuple(_row(year, each, base) for each in rows),
        total=_total_row(year),
        category_names=tuple(each.name_th for each in corpus.taxonomy.categories),
        origin_names=tuple(each.label_th for each in corpus.taxonomy.origins),
        comparisons=tuple(_comparisons(year)),
        states=_states(year.by_state),
        gaps=_gaps(corpus, year),
        topics_total=sum(topic.holds_in(year.year) for _, topic in corpus.taxonomy.topics()),
        other_years=_other_years(progress, year.year),
    )


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


def unit(
    corpus: Corpus,
    year: YearProgress,
    each: UnitProgress,
    base: str,
    current: int,
    covers: Covers,
) -> UnitView:
    """One unit: published items by title, numbers only for the rest."""
    minimum = corpus.targets.counting.per_person_min_items
    published = [
        item
        for item in corpus.public
        if item.front.unit == each.unit.slug and item.front.fiscal_year == year.year
    ]
    crumbs: tuple[Crumb, ...] = (HOME, PROGRESS)
    if year.year != current:
        crumbs = (*crumbs, Crumb(f"ปีงบประมาณ {year.year}", base))
    return UnitView(
        meta=Meta(
            f"{base}{each.unit.slug}/",
            f"ความก้าวหน้า {each.unit.full_th} ปีงบประมาณ {year.year}",
            f"ส่งแล้ว {each.items.done} จาก {each.items.target} เรื่อง "
            f"ผู้จัดทำ {each.contributors.done} จาก {each.contributors.target} คน",
            "progress",
            crumbs,
            here=each.unit.short_th,
        ),
        heading=each.unit.full_th,
        place=_place(year, each),
        as_of=as_of_label(year.as_of),
        year=year.year,
        pill=pill(each),
        deadline=_unit_deadline(each),
        items=_items_measure(each.items, _origin_note(corpus, each)),
        contributors=_contributors_measure(each.contributors, minimum),
        next_step=next_step(each, year, minimum),
        categories=tuple(
            Tally(
                category.slug,
                category.name_th,
                f"categories/{category.slug}/",
                each.by_category[category.slug],
            )
            for category in corpus.taxonomy.categories
        ),
        states=_states(each.by_state),
        late=each.late,
        cards=tuple(card(corpus, item, covers.get(item.id)) for item in newest_first(published)),
        archive_url=f"units/{each.unit.slug}/",
        gaps=_gaps(corpus, year),
        note=counting_note(corpus, each),
    )


def _place(year: YearProgress, each: UnitProgress) -> str:
    """Where the unit's quota comes from: the register, or a count of the project (trap 1)."""
    if each.unit.is_district:
        office = f"สำนักงานพัฒนาชุมชน{each.unit.full_th}"
        return f"{office} ลำดับที่ {each.unit.seq} ในทะเบียนเป้าหมาย"
    if year.targets.units[each.unit.slug].quota_source == "derived":
        return "ไม่อยู่ในทะเบียนเป้าหมาย เป้าหมายคิดจากจำนวนเจ้าหน้าที่ในแผน"
    return "สำนักงานพัฒนาชุมชนจังหวัด"


def pill(each: UnitProgress) -> Pill:
    """The status in few words; the number that matters stands in it."""
    text = {
        Status.COMPLETE: "ครบ",
        Status.OVER: "เกินเป้า",
        Status.PEOPLE_SHORT: f"ครบเรื่อง ขาด {each.contributors.missing} คน",
        Status.SHORT: f"ขาด {each.items.missing}",
        Status.LATE: f"เลยกำหนด ขาด {each.items.missing}",
        Status.NONE: "เลยกำหนด ยังไม่มีเรื่อง" if each.overdue else "ยังไม่มี",
    }
    return Pill(each.status.value, text[each.status])


def next_step(each: UnitProgress, year: YearProgress, minimum: int) -> str:
    """One sentence on what to do next, and by when; of a year that is over, what was left."""
    items, people = each.items.missing, each.contributors.missing
    if not items and not people:
        return "ครบทั้งจำนวนเรื่องและจำนวนคนแล้ว"
    if year.as_of > year.targets.end:
        left = [f"{items} เรื่อง"] * bool(items) + [f"{people} คน"] * bool(people)
        return f"สิ้นปีงบประมาณแล้ว ขาด {' และ '.join(left)}"
    rule = f"กติกาคืออย่างน้อยคนละ {minimum} เรื่อง"
    if not items:
        return f"จำนวนเรื่องครบแล้ว แต่เจ้าหน้าที่อีก {people} คนยังมีเรื่องไม่ครบ {rule}"
    need = f"ส่งอีกอย่างน้อย {max(items, people * minimum)} เรื่อง"
    if people:
        need += f" จากเจ้าหน้าที่ {people} คนที่ยังมีเรื่องไม่ครบ"
    if each.deadline is None or each.days_left is None:
        return f"{need} ภายในปีงบประมาณ"
    if each.days_left < 0:
        return f"{need} โดยเร็ว กำหนดผ่านมาแล้ว {-each.days_left} วัน"
    return f"{need} ภายใน{long_date(each.deadline.date, weekday=True)}"


def counting_note(corpus: Corpus, each: UnitProgress) -> str:
    """How items are counted, in the words of the settings."""
    states = [STATE_NAMES_TH[State(state)] for state in corpus.targets.counting.counted_statuses]
    counted = f"นับเรื่องที่มีสถานะ {list_in_words(states)}"
    if each.deadline is None:
        return f"{counted} เอกสารไม่ได้กำหนดวันส่งสำหรับหน่วยงานนี้ จึงไม่วัดว่าช้า"
    return f"{counted} เรื่องที่ส่งหลัง {short_date(each.deadline.date)} นับให้ แต่แสดงว่าส่งช้า"


def bar(measure: Measure) -> Bar:
    """A bar whose full length is one and a half quotas; the number beside it is never capped."""
    target = max(1, measure.target)
    percent = measure.done * 100 // target
    return Bar(
        fill=min(100, percent),
        over=max(0, min(150, percent) - 100),
        label=f"{measure.done} จาก {measure.target}",
    )


def _items_measure(measure: Measure, note: str) -> MeasureView:
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


def _contributors_measure(measure: Measure, minimum: int) -> MeasureView:
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


def _origin_note(corpus: Corpus, each: UnitProgress) -> str:
    return " · ".join(
        f"{corpus.taxonomy.origin_by_slug[slug].label_th} {count} เรื่อง"
        for slug, count in each.by_origin.items()
    )


def _derived(year: YearProgress, each: UnitProgress) -> str:
    """A mark on a quota that no register prints (trap 1)."""
    derived = year.targets.units[each.unit.slug].quota_source == "derived"
    return "เป้าหมายคิดจากแผน" if derived else ""


def _row(year: YearProgress, each: UnitProgress, base: str) -> UnitRow:
    return UnitRow(
        seq=str(each.unit.seq) if each.unit.is_district else "–",
        name=each.unit.short_th,
        note=_derived(year, each),
        url=f"{base}{each.unit.slug}/",
        items=each.items.done,
        quota=each.items.target,
        missing=each.items.missing,
        contributors=each.contributors.done,
        staff=each.contributors.target,
        origins=tuple(each.by_origin.values()),
        late=each.late,
        bar=bar(each.items),
        pill=pill(each),
        categories=tuple(each.by_category.values()),
    )


def _total_row(year: YearProgress) -> UnitRow:
    return UnitRow(
        seq="",
        name=f"รวม {len(year.units)} หน่วยงาน",
        note="",
        url="",
        items=year.items.done,
        quota=year.items.target,
        missing=year.items.missing,
        contributors=year.contributors.done,
        staff=year.contributors.target,
        origins=tuple(year.by_origin.values()),
        late=sum(each.late for each in year.units),
        bar=bar(year.items),
        pill=Pill("", f"ครบ {year.units_met} หน่วยงาน"),
        categories=tuple(year.by_category.values()),
    )


def _comparisons(year: YearProgress) -> Iterator[Comparison]:
    """Traps 1: our sums beside the totals that the plan states; neither is adjusted."""
    stated = year.targets.stated_totals.plan if year.targets.stated_totals else None
    if stated is None:
        return
    rows = (
        ("เป้าหมายรวมทุกหน่วยงาน", year.items.target, stated.total),
        ("เป้าหมายรวมของอำเภอ", year.district_quota, stated.districts),
        (
            "เป้าหมายของสำนักงานจังหวัด",
            year.items.target - year.district_quota,
            stated.province_office,
        ),
    )
    for title, ours, theirs in rows:
        if theirs is not None:
            difference = ours - theirs
            yield Comparison(
                title=title,
                ours=f"{ours} เรื่อง",
                stated=f"{theirs} เรื่อง",
                difference=f"{difference:+d}" if difference else "ตรงกัน",
            )


def _states(by_state: Mapping[State, int]) -> tuple[StateTally, ...]:
    return tuple(StateTally(STATE_NAMES_TH[state], count) for state, count in by_state.items())


def _gaps(corpus: Corpus, year: YearProgress) -> tuple[Tally, ...]:
    """Topics of the year that no counted item is about."""
    topics = corpus.taxonomy.topic_by_slug
    return tuple(
        Tally(slug, topics[slug].short_th, f"topics/{slug}/", 0)
        for slug, count in year.topics.items()
        if not count and topics[slug].holds_in(year.year)
    )


def _coverage(corpus: Corpus, year: YearProgress) -> Coverage:
    topics = corpus.taxonomy.topic_by_slug
    return Coverage(
        units=tuple(each.unit.short_th for each in year.units),
        rows=tuple(
            CoverageRow(
                name=topics[slug].short_th,
                url=f"topics/{slug}/",
                counts=tuple(each.topics[slug] for each in year.units),
                total=total,
            )
            for slug, total in year.topics.items()
            if topics[slug].holds_in(year.year)
        ),
    )


def _unit_deadline(each: UnitProgress) -> DeadlineView | None:
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


def _province_deadline(year: YearProgress) -> DeadlineView | None:
    bound = [each for each in year.units if each.deadline is not None]
    if not bound or bound[0].days_left is None or bound[0].deadline is None:
        return None
    short = [each for each in bound if not each.items.met]
    missing = sum(each.items.missing for each in short)
    return _deadline(
        bound[0].deadline.date,
        bound[0].days_left,
        overdue=bound[0].days_left < 0 and bool(short),
        sentence=(
            f"{len(short)} อำเภอยังส่งไม่ครบ รวมขาด {missing} เรื่อง"
            if short
            else "ทุกอำเภอส่งครบจำนวนเรื่องแล้ว"
        ),
    )


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
