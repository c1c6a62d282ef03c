"""categories.yml: the three categories, the development issues with their topics, and the formats.

Two axes that nothing in the source ties together (trap 15): an item has exactly one category and
any number of topics.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from khlang.model.columns import SLUG, Flag, Integer, Many, OneOf, Record, Text, Year, column

NAME = Text(max_length=300)
PROSE = Text(max_length=1000, multiline=True)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the record form, and what belongs below it."""

    heading_th: str = column(NAME, "หัวข้อ", "Heading", required=True)
    hint_th: str = column(NAME, "สิ่งที่เขียน", "What belongs there", required=True)


# The Department's record form, for archives that have not written another into categories.yml.
RECORD_FORM = tuple(
    Section(heading_th=heading, hint_th=hint)
    for heading, hint in (
        ("ที่มาและความสำคัญ", "ปัญหาหรือโอกาสที่ทำให้เกิดเรื่องนี้ และใครได้ประโยชน์"),
        ("ขั้นตอน", "ทำอะไร ตามลำดับอย่างไร จนผู้อื่นทำตามได้"),
        ("ผลลัพธ์", "สิ่งที่เปลี่ยนไป มีตัวเลขถ้าวัดได้"),
        ("ปัจจัยความสำเร็จ", "สิ่งที่ขาดไม่ได้"),
        ("ข้อควรระวัง", "สิ่งที่เคยพลาด และวิธีเลี่ยง"),
    )
)


@dataclass(frozen=True, slots=True)
class Category:
    """One of the three categories of the plan, row 3.1."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True, help_th="ไม่เปลี่ยน ไม่ใช้ซ้ำ")
    number: int = column(Integer(1, 99), "ลำดับ", "Number", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_full_th: str | None = column(NAME, "ชื่อเต็ม", "Full name")
    aliases_th: tuple[str, ...] = column(Many(NAME), "ชื่ออื่น", "Aliases")
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    description_th: str | None = column(PROSE, "คำอธิบาย", "Description")
    description_en: str | None = column(PROSE, "คำอธิบายอังกฤษ", "English description")
    description_origin: str | None = column(
        OneOf(("source", "project")), "ที่มาของคำอธิบาย", "Whose words the description is"
    )
    subgroups: tuple[str, ...] = column(Many(NAME), "กลุ่มย่อย", "Subgroups")
    sections: tuple[Section, ...] = column(
        Many(Record(Section)),
        "แบบบันทึกของหมวดหมู่",
        "Record form of the category",
        help_th="หัวข้อที่ khlang new เขียนให้เรื่องของหมวดนี้ ถ้าไม่ระบุ ใช้ record_form",
    )


@dataclass(frozen=True, slots=True)
class Topic:
    """Required knowledge (องค์ความรู้ที่จำเป็น) of form 1."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    number: int = column(
        Integer(1, 99),
        "ลำดับ",
        "Number",
        required=True,
        help_th="เริ่มที่ 1 ใหม่ในแต่ละประเด็น จึงไม่ใช่รหัส",
    )
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    aliases_th: tuple[str, ...] = column(Many(NAME), "ชื่ออื่น", "Aliases")
    subtopics_th: tuple[str, ...] = column(Many(NAME), "ประเด็นย่อย", "Sub-points")
    privacy: str | None = column(
        OneOf(("contact",)),
        "ข้อควรระวังข้อมูลส่วนบุคคล",
        "Privacy",
        help_th="contact = หัวข้อนี้ถามช่องทางติดต่อของบุคคล ห้ามเผยแพร่หากไม่ได้รับความยินยอม",
    )
    from_year: int | None = column(Year(), "ใช้ตั้งแต่ปี", "From year")
    to_year: int | None = column(Year(), "ใช้ถึงปี", "To year")

    def holds_in(self, year: int) -> bool:
        """Whether the topic is asked for in that fiscal year (BE)."""
        return (self.from_year or year) <= year <= (self.to_year or year)

    @property
    def short_th(self) -> str:
        """The name without the words that all topics begin with, for headings and lists."""
        return self.name_th.removeprefix("องค์ความรู้").removeprefix("ด้าน")


@dataclass(frozen=True, slots=True)
class Issue:
    """A development issue (ประเด็นการพัฒนา) of form 1 with its topics."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    number: int = column(Integer(1, 99), "ลำดับ", "Number", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    objective_th: str | None = column(PROSE, "เป้าประสงค์", "Objective")
    objective_en: str | None = column(PROSE, "เป้าประสงค์อังกฤษ", "English objective")
    topics: tuple[Topic, ...] = column(
        Many(Record(Topic)), "องค์ความรู้ที่จำเป็น", "Required knowledge", required=True
    )


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a small closed list: a format, an origin, a delivery."""

    slug: str = column(SLUG, "รหัส", "Slug", required=True)
    name_th: str = column(NAME, "ชื่อ", "Name", required=True)
    short_th: str | None = column(NAME, "ชื่อสั้นสำหรับตาราง", "Short name")
    name_en: str = column(NAME, "ชื่ออังกฤษ", "English name", required=True)
    aliases_th: tuple[str, ...] = column(Many(NAME), "ชื่ออื่น", "Aliases")
    needs_note: bool = column(Flag(), "ต้องระบุเพิ่ม", "Needs a note", default=False)

    @property
    def label_th(self) -> str:
        return self.short_th or self.name_th


@dataclass(frozen=True)
class Taxonomy:
    """Everything in categories.yml."""

    schema: int = column(Integer(1, 1), "รุ่นของรูปแบบไฟล์", "Schema version", required=True)
    categories: tuple[Category, ...] = column(
        Many(Record(Category)), "หมวดหมู่", "Categories", required=True
    )
    record_form: tuple[Section, ...] = column(
        Many(Record(Section)),
        "แบบบันทึกองค์ความรู้",
        "Record form",
        default=RECORD_FORM,
        help_th="หัวข้อของเรื่องใหม่ ถ้าไม่ระบุ ใช้แบบของกรม",
    )
    issues: tuple[Issue, ...] = column(
        Many(Record(Issue)), "ประเด็นการพัฒนา", "Development issues", required=True
    )
    formats: tuple[Term, ...] = column(Many(Record(Term)), "รูปแบบ", "Formats", required=True)
    origins: tuple[Term, ...] = column(Many(Record(Term)), "ที่มา", "Origins", required=True)
    existing_kinds: tuple[Term, ...] = column(
        Many(Record(Term)), "ประเภทของเดิม", "Kinds of existing knowledge", required=True
    )
    deliveries: tuple[Term, ...] = column(
        Many(Record(Term)), "ลักษณะที่ส่ง", "Deliveries", required=True
    )

    @cached_property
    def category_by_slug(self) -> Mapping[str, Category]:
        return {each.slug: each for each in self.categories}

    def sections_of(self, category: str | None) -> tuple[Section, ...]:
        """The headings of a new item: those of its category, else those of all."""
        found = self.category_by_slug.get(category or "")
        return (found.sections if found else ()) or self.record_form

    @cached_property
    def topic_by_slug(self) -> Mapping[str, Topic]:
        return {topic.slug: topic for _, topic in self.topics()}

    @cached_property
    def issue_of_topic(self) -> Mapping[str, Issue]:
        return {topic.slug: issue for issue, topic in self.topics()}

    @cached_property
    def format_by_slug(self) -> Mapping[str, Term]:
        return {each.slug: each for each in self.formats}

    @cached_property
    def origin_by_slug(self) -> Mapping[str, Term]:
        return {each.slug: each for each in self.origins}

    def topics(self) -> Iterator[tuple[Issue, Topic]]:
        """All topics in the order of form 1, each with its issue."""
        for issue in self.issues:
            for topic in issue.topics:
                yield issue, topic
