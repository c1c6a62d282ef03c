"""The knowledge item: its front matter as one closed table, and where it came from."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from khlang.model.columns import (
    Choice,
    Dated,
    Day,
    Flag,
    Many,
    OneOf,
    Record,
    Text,
    Year,
    column,
)
from khlang.model.diagnostic import Place
from khlang.model.history import Entry, History, State

TITLE = Text(max_length=200)
CONTRIBUTOR = Text(
    max_length=60,
    pattern=r"[a-z]+(?:-[a-z]+)*-[0-9]{2}",
    shape_th="รหัสหน่วยงาน-เลขสองหลัก เช่น mueang-03 (ไม่ใช่ชื่อคน)",
    shape_en="<unit>-<two digits>, such as mueang-03 (never a name)",
)
ITEM_ID = Text(
    max_length=70,
    pattern=r"[a-z]+(?:-[a-z]+)*-[a-z2-7]{5}",
    shape_th="รหัสหน่วยงาน-อักษรสุ่มห้าตัว เช่น mueang-k7q2m",
    shape_en="<unit>-<5 base32 letters>, such as mueang-k7q2m",
)
FILE_NAME = Text(
    max_length=120,
    pattern=r"[^/\\\x00-\x1f]+",
    shape_th="ชื่อไฟล์ที่อยู่ในโฟลเดอร์เดียวกับเรื่อง ไม่มี / หรือ \\",
    shape_en="the name of a file beside the item, without / or \\",
)
LICENSES = {
    "CC-BY-4.0": "ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0 (CC BY 4.0)",
    "CC-BY-SA-4.0": "ครีเอทีฟคอมมอนส์ แสดงที่มา อนุญาตแบบเดียวกัน 4.0 (CC BY-SA 4.0)",
    "CC-BY-NC-4.0": "ครีเอทีฟคอมมอนส์ แสดงที่มา ไม่ใช้เพื่อการค้า 4.0 (CC BY-NC 4.0)",
    "CC0-1.0": "สละสิทธิ์ทั้งหมด (CC0 1.0)",
    "all-rights-reserved": "สงวนลิขสิทธิ์",
}
LICENSE_URLS = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Where the words of a licence stand."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the item."""

    file: str = column(FILE_NAME, "ชื่อไฟล์", "File name", required=True, example="poster.png")
    title: str = column(Text(), "ชื่อที่แสดง", "Title", required=True, example="ภาพสรุปขั้นตอนการขุดหนอง")
    alt: str | None = column(
        Text(max_length=500),
        "คำอธิบายภาพ",
        "Text alternative",
        help_th="ต้องมีเมื่อไฟล์เป็นภาพ: บอกสิ่งที่ภาพแสดง สำหรับผู้ที่มองไม่เห็น",
        example="แผนภาพตัดขวางของหนองและบ่อกรอง",
    )


@dataclass(frozen=True, slots=True)
class PrivacyException:
    """Text that looks like personal data and may stay, with the reason and the day (design 3)."""

    text: str = column(
        Text(),
        "ข้อความที่ยกเว้น",
        "Text excepted",
        required=True,
        help_th="หมายเลขหรือที่อยู่ตามที่เขียนในเรื่อง เลขประจำตัวประชาชนยกเว้นไม่ได้",
        example="081-000-00xx",
    )
    reason: str = column(
        Text(),
        "เหตุผล",
        "Reason",
        required=True,
        example="หมายเลขกลางของศูนย์เรียนรู้ เจ้าของยินยอมเป็นหนังสือแล้ว",
    )
    date: datetime.date = column(Day(), "วันที่อนุญาต", "Date", required=True, example="2021-06-30")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The closed table of an item's keys, in the order `khlang new` writes them (design section 3)."""

    title: str = column(
        TITLE,
        "ชื่อเรื่อง",
        "Title",
        required=True,
        help_th="ชื่อองค์ความรู้ที่คนอ่านแล้วรู้ว่าได้อะไร",
        example="ขุดหนองให้เก็บน้ำได้จริงในดินเหนียว",
    )
    summary: str | None = column(
        Text(max_length=400),
        "สรุปย่อ",
        "Summary",
        since=State.SUBMITTED,
        help_th="หนึ่งถึงสองประโยค แสดงใต้ชื่อเรื่องและในผลค้นหา",
        example="วิธีเลือกจุดขุด ความลึก และการทำคันกันซึมที่ใช้ได้จริงในดินเหนียว",
    )
    category: str | None = column(
        Choice("categories"),
        "หมวดหมู่",
        "Category",
        since=State.SUBMITTED,
        help_th="เลือกหนึ่งหมวดจากสามหมวดใน categories.yml",
        example="model-area",
    )
    unit: str = column(
        Choice("units"),
        "หน่วยงาน",
        "Unit",
        required=True,
        help_th="สำนักงานต้นสังกัดของเรื่อง ตามรายชื่อใน targets.yml",
        example="mueang",
    )
    fiscal_year: int = column(
        Year(), "ปีงบประมาณ", "Fiscal year", required=True, help_th="ปี พ.ศ.", example=2564
    )
    contributor: str | None = column(
        CONTRIBUTOR,
        "รหัสผู้จัดทำ",
        "Contributor key",
        since=State.SUBMITTED,
        private=True,
        help_th="ใช้นับจำนวนคนเท่านั้น ไม่เผยแพร่ และห้ามใส่ชื่อคน",
        example="mueang-03",
    )
    with_: tuple[str, ...] = column(
        Many(CONTRIBUTOR),
        "ผู้ร่วมจัดทำ",
        "Joint makers",
        private=True,
        help_th="รหัสของผู้ร่วมจัดทำ นับเป็นผู้จัดทำทุกคน แต่นับเป็นหนึ่งเรื่อง",
        example=["mueang-04"],
    )
    topics: tuple[str, ...] = column(
        Many(Choice("topics")),
        "องค์ความรู้ที่จำเป็น",
        "Required knowledge",
        help_th="หัวข้อในแผนจัดการความรู้ แบบฟอร์มที่ 1 เลือกได้หลายข้อหรือไม่เลือก",
        example=["sufficiency-village"],
    )
    formats: tuple[str, ...] = column(
        Many(Choice("formats")),
        "รูปแบบ",
        "Formats",
        since=State.SUBMITTED,
        help_th="Infographic, Clip VDO, ไฟล์ Word, Powerpoint หรืออื่นๆ",
        example=["infographic"],
    )
    format_note: str | None = column(
        Text(),
        "รูปแบบอื่น (ระบุ)",
        "Other format",
        help_th="ต้องระบุเมื่อเลือกรูปแบบอื่นๆ",
        example="พอดแคสต์ 12 นาที",
    )
    origin: str | None = column(
        Choice("origins"),
        "ที่มา",
        "Origin",
        since=State.SUBMITTED,
        help_th="new = จัดทำขึ้นใหม่, existing = สื่อหรือคู่มือที่มีอยู่แล้ว",
        example="new",
    )
    existing_kind: str | None = column(
        Choice("existing_kinds"),
        "ประเภทของเดิม",
        "Kind of existing knowledge",
        help_th="ต้องระบุเมื่อ origin เป็น existing",
        example="manual",
    )
    delivery: str | None = column(
        Choice("deliveries"),
        "ลักษณะที่ส่ง",
        "Delivery",
        help_th="ส่งเป็นเอกสารจริงหรือเป็นไฟล์",
        example="file",
    )
    activity: str | None = column(
        Choice("activities"),
        "กิจกรรมของโครงการ",
        "Project activity",
        help_th="กิจกรรมที่ทำให้เกิดเรื่องนี้ ตามแผน เช่น act-1.2",
        example="act-1.2",
    )
    tags: tuple[str, ...] = column(
        Many(Text(max_length=60)),
        "คำสำคัญ",
        "Tags",
        help_th="คำที่คนน่าจะใช้ค้นหา",
        example=["โคก หนอง นา", "ดินเหนียว"],
    )
    language: str = column(
        OneOf(("th", "en")), "ภาษา", "Language", default="th", help_th="th หรือ en", example="th"
    )
    license: str = column(
        OneOf(tuple(LICENSES)),
        "สัญญาอนุญาต",
        "Licence",
        default="CC-BY-4.0",
        help_th="ถ้าไม่ระบุ คือ CC BY 4.0",
        example="CC-BY-4.0",
    )
    attachments: tuple[Attachment, ...] = column(
        Many(Record(Attachment)),
        "ไฟล์แนบ",
        "Attachments",
        help_th="ไฟล์ต้องอยู่ในโฟลเดอร์เดียวกับ index.md ของเรื่อง",
    )
    video: str | None = column(
        Text(
            pattern=r"https://\S+",
            shape_th="ที่อยู่เว็บที่ขึ้นต้นด้วย https://",
            shape_en="an address that begins with https://",
        ),
        "วิดีโอ",
        "Video",
        help_th="ลิงก์ YouTube, Facebook หรือ Google Drive",
        example="https://www.youtube.com/watch?v=KHLANGsmp05",
    )
    byline: str | None = column(
        Text(max_length=120),
        "ชื่อที่แสดงต่อสาธารณะ",
        "Byline",
        help_th="แสดงได้เมื่อเจ้าตัวยินยอมและลงวันที่ใน consent เท่านั้น",
        example="กลุ่มงานสารสนเทศการพัฒนาชุมชน",
    )
    consent: datetime.date | None = column(
        Day(),
        "วันที่ยินยอมให้แสดงชื่อ",
        "Consent to the byline",
        help_th="วันที่ในหนังสือยินยอม ซึ่งเก็บไว้ที่สำนักงาน",
        example="2021-06-30",
        private=True,
    )
    revised: tuple[Entry, ...] = column(
        Many(Dated()),
        "การแก้ไขหลังเผยแพร่",
        "Revisions",
        help_th="วันที่และสิ่งที่แก้ บรรทัดละครั้ง",
        example=["2021-07-10 แก้ตัวเลขในตาราง"],
    )
    history: tuple[Entry, ...] = column(
        Many(Dated(words=tuple(State))),
        "ประวัติสถานะ",
        "History",
        help_th="วันที่ สถานะ และเหตุผล (ถ้ามี) เก่าสุดก่อน ไม่มีบรรทัดนี้คือร่าง",
        example=["2021-06-21 submitted", "2021-07-02 selected", "2021-07-09 published"],
        private=True,
    )
    sent_to_department: datetime.date | None = column(
        Day(),
        "วันที่ส่งกรมการพัฒนาชุมชน",
        "Sent to the Department",
        example="2021-07-09",
        private=True,
    )
    supersedes: str | None = column(
        ITEM_ID, "ใช้แทนเรื่องเดิม", "Supersedes", help_th="รหัสของเรื่องที่เรื่องนี้ใช้แทน"
    )
    aliases: tuple[str, ...] = column(
        Many(ITEM_ID), "รหัสเดิม", "Former ids", help_th="ที่อยู่เดิมจะพามายังหน้านี้"
    )
    pii_exceptions: tuple[PrivacyException, ...] = column(
        Many(Record(PrivacyException)),
        "ข้อยกเว้นข้อมูลส่วนบุคคล",
        "Privacy exceptions",
        private=True,
        help_th="โทรศัพท์ อีเมล บัญชี หรือที่อยู่ที่ให้คงไว้ พร้อมเหตุผลและวันที่",
    )
    sample: bool = column(Flag(), "ตัวอย่าง", "Sample", default=False, help_th="true เฉพาะเรื่องตัวอย่าง")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of knowledge (องค์ความรู้) as it stands in its file.

    `id` is the name of its file or folder; `path` is relative to the repository, with `/`;
    `folder` is the folder that holds its attachments, or None for an item that is one file.
    `places` tells where a value stands, by its dotted path (`attachments.0.file`); a missing one
    stands at the opening fence. `body_line` is the line of the file where the body begins.
    """

    id: str
    path: str
    folder: str | None
    front: FrontMatter
    history: History
    body: str
    body_line: int
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def place(self, key: str) -> Place:
        """Where the value of `key` stands, or the top of the file where it is missing."""
        return self.places.get(key) or Place(self.path)

    @property
    def contributors(self) -> tuple[str, ...]:
        """Keys of everyone who made it: private, for counting only."""
        first = (self.front.contributor,) if self.front.contributor else ()
        return first + self.front.with_

    def sent_by(self, day: datetime.date) -> bool:
        """Whether it had gone to the Department at the end of `day`."""
        sent = self.front.sent_to_department
        return sent is not None and sent <= day

    @property
    def is_public(self) -> bool:
        """Whether readers may see it: the one gate to every page and file of the site."""
        return self.history.state is State.PUBLISHED

    @property
    def url(self) -> str:
        """Address below the site's root."""
        return f"items/{self.id}/"
