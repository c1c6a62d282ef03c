"""Notes on the data: how things are counted, where the source disagrees, what may be downloaded."""

from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH, State
from khlang.progress import Progress
from khlang.thai.dates import short_date
from khlang.views.common import HOME, Meta, as_of_label, list_in_words


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A known difference of the source (brief, section 11)."""

    title: str
    values: tuple[tuple[str, str], ...]
    effect: str
    show: str


@dataclass(frozen=True, slots=True)
class DataFile:
    name: str
    what: str

    @property
    def schema(self) -> str:
        """Name of the file that describes this one."""
        return self.name.replace(".json", ".schema.json")


@dataclass(frozen=True, slots=True)
class DataNotesView:
    meta: Meta
    as_of: str
    year: int
    counting: tuple[str, ...]
    differences: tuple[DifferenceView, ...]
    files: tuple[DataFile, ...]
    privacy: tuple[str, ...]
    map_credit: str


FILES = (
    DataFile("items.json", "องค์ความรู้ที่เผยแพร่แล้วทุกเรื่อง"),
    DataFile("progress.json", "ความก้าวหน้ารายหน่วยงานและรายปี"),
    DataFile("plan.json", "แผนการจัดการความรู้พร้อมค่าที่คำนวณ"),
    DataFile("taxonomy.json", "หมวดหมู่ ประเด็น หัวข้อ หน่วยงาน และรูปแบบ"),
)


def build(corpus: Corpus, progress: Progress) -> DataNotesView:
    """For the newest year with targets up to the current one."""
    years = [year for year in progress.years if year <= progress.current]
    year = progress.years[max(years)] if years else None
    return DataNotesView(
        meta=Meta(
            "data/",
            "ที่มาและวิธีนับข้อมูล",
            "วิธีนับ จุดที่เอกสารต้นเรื่องไม่ตรงกัน และข้อมูลเปิด",
            "data",
            (HOME,),
        ),
        as_of=as_of_label(progress.as_of),
        year=year.year if year else progress.current,
        counting=_counting(corpus),
        differences=tuple(
            DifferenceView(
                title=each.title_th,
                values=tuple(
                    (_value(value.value), value.where_th or value.where) for value in each.values
                ),
                effect=each.effect_th,
                show=each.show_th,
            )
            for each in (year.targets.known_differences if year else ())
        ),
        files=FILES,
        privacy=(
            "ระบบนับจำนวนผู้จัดทำจากรหัสที่ไม่เผยแพร่ ไม่มีชื่อ ตำแหน่ง หรือหมายเลขโทรศัพท์ของบุคคลในคลังนี้",
            "เรื่องที่ยังไม่เผยแพร่ปรากฏเป็นจำนวนเท่านั้น",
            "เว็บไซต์ไม่เก็บสถิติผู้อ่านและไม่เรียกข้อมูลจากเว็บอื่น",
        ),
        map_credit=corpus.map.credit_th if corpus.map else "",
    )


def _counting(corpus: Corpus) -> tuple[str, ...]:
    counting = corpus.targets.counting
    states = list_in_words([STATE_NAMES_TH[State(each)] for each in counting.counted_statuses])
    origins = list_in_words(
        [corpus.taxonomy.origin_by_slug[each].label_th for each in counting.counted_origins]
    )
    return (
        f"นับเรื่องที่มีสถานะ {states}",
        f"นับทั้งเรื่องที่{origins} และแสดงจำนวนที่จัดทำขึ้นใหม่แยกไว้เสมอ",
        "วัดสองอย่างคู่กันเสมอ คือ จำนวนเรื่องเทียบเป้าหมาย และจำนวนเจ้าหน้าที่ที่มีเรื่องแล้วเทียบจำนวนเจ้าหน้าที่",
        f"เจ้าหน้าที่ทุกคนต้องมีอย่างน้อยคนละ {counting.per_person_min_items} เรื่อง",
        "เรื่องที่ทำร่วมกันนับเป็นหนึ่งเรื่อง และนับเป็นผู้จัดทำทุกคน",
        "เรื่องที่เกินเป้าของหน่วยหนึ่งไม่นำไปหักส่วนที่ขาดของหน่วยอื่น",
    )


def _value(value: int | str) -> str:
    """A stated value; a date of the source in Thai."""
    if isinstance(value, int):
        return f"{value:,}"
    try:
        return short_date(date.fromisoformat(value))
    except ValueError:
        return value
