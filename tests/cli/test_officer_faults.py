"""Faults that officers make: each is told in Thai, at its place, with a cure that makes it clean.

A case writes the file as an officer would. The cure is what the message says, carried out to the
letter: where it quotes what to write, that is cut out of the message and written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from khlang.cli.main import main
from tests.archive import PDF, PNG, Archive
from tests.files.samples import word
from tests.site.sites import png

ID = "kathu-k7q2m"
FOLDER = f"content/items/2568/kathu/{ID}"
FILE = f"{FOLDER}.md"
INDEX = f"{FOLDER}/index.md"
GOOD = {
    "title": "อ่านคลื่นลมก่อนออกเรือ",
    "summary": "วิธีดูเมฆ คลื่น และกระแสน้ำก่อนออกจากฝั่ง",
    "category": "sea-and-shore",
    "unit": "kathu",
    "fiscal_year": "2568",
    "contributor": "kathu-01",
    "formats": "[infographic]",
    "origin": "new",
    "history": "[2025-06-02 submitted]",
}
LFS = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\nsize 12345\n"
)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def item(body: str = "เรือหัวโทงออกจากฝั่งตอนน้ำขึ้น", **changed: str | None) -> str:
    """The file of an item; a key set to None is left out."""
    front = {**GOOD, **changed}
    lines = [f"{key}: {value}" for key, value in front.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", body, ""])


def attached(file: str, more: str = "\n    alt: คลื่นสามแบบ") -> str:
    return f"\n  - file: {file}\n    title: ภาพคลื่น{more}"


class Desk(Archive):
    """The archive under the hands of an officer who reads what the check says."""

    said = ""

    def check_again(self) -> int:
        run = CliRunner().invoke(main, ["check", "--root", str(self.root)])
        told = [each for each in run.output.split("\n\n") if each.startswith("content/")]
        self.said = "\n\n".join(told)
        return run.exit_code

    def quoted(self, lead: str) -> str:
        """What the Thai half of a cure says to write: the words behind `lead`."""
        found = re.search(rf"hint: .*?{lead} ?([^|\n]+?)(?: \||\n)", self.said)
        assert found, self.said
        return found[1]

    def replace(self, old: str, new: str) -> None:
        self.edit(FILE, old, new)

    def save(self, content: str | bytes, path: str = FILE) -> None:
        self.write(path, content)

    def move(self, path: str, target: str) -> None:
        (self.root / target).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / target)


@dataclass(frozen=True)
class Fault:
    """`at` is the place of the message, `says` words of the message and of its cure."""

    name: str
    code: str
    at: str
    says: tuple[str, ...]
    files: Mapping[str, str | bytes]
    mend: Callable[[Desk], object]


def in_file(
    name: str,
    code: str,
    at: str,
    says: tuple[str, ...],
    text: str | bytes,
    mend: Callable[[Desk], object],
) -> Fault:
    return Fault(name, code, f"{FILE}:{at}", says, {FILE: text}, mend)


def with_file(
    name: str,
    code: str,
    says: tuple[str, ...],
    file: str,
    content: bytes | str,
    mend: Callable[[Desk], object],
) -> Fault:
    files = {INDEX: item(attachments=attached(file)), f"{FOLDER}/{file}": content}
    return Fault(name, code, f"{INDEX}:12:11", says, files, mend)


def put_into_a_folder(desk: Desk) -> None:
    """`สร้างโฟลเดอร์ …/ ย้ายเรื่องไปเป็น …/index.md วางไฟล์ไว้ข้างกัน และเพิ่มใน attachments`."""
    target = f"{FILE.rpartition('/')[0]}/{desk.quoted('ย้ายเรื่องไปเป็น').split()[0]}"
    desk.move(FILE, target)
    folder, name = target.rpartition("/")[0], re.search(r"\]\(([^)]+)\)", desk.read(target))
    assert name
    desk.write(f"{folder}/{name[1]}", PDF if name[1].endswith(".pdf") else PNG)
    desk.edit(target, "history:", f"attachments:{attached(name[1])}\nhistory:")


def save_as_docx(desk: Desk) -> None:
    suffix = desk.quoted("แล้วบันทึกเป็น")
    new = f"แบบจด{suffix}"
    desk.move(f"{FOLDER}/แบบจด.doc", f"{FOLDER}/{new}")
    desk.write(f"{FOLDER}/{new}", word())
    desk.edit(INDEX, "แบบจด.doc", new)


FAULTS = (
    in_file(
        "no title", "KH-F002", "2:1", ("ไม่มีช่อง title (ชื่อเรื่อง)", "เพิ่มบรรทัด"), item(title=None),
        lambda desk: desk.replace("---\nsummary", f"---\n{desk.quoted('เพิ่มบรรทัด')}\nsummary"),
    ),
    in_file(
        "a colon in the title", "KH-Y021", "2:23", ("ค่าที่มี : อยู่ข้างในต้องใส่ในเครื่องหมายคำพูด",),
        item(title="อ่านคลื่นลมก่อน: ห้าขั้นตอน"),
        lambda desk: desk.replace("title: อ่านคลื่นลมก่อน: ห้าขั้นตอน", desk.quoted("เขียนเป็น")),
    ),
    in_file(
        "no blank behind the colon", "KH-Y014", "2:6", ("เว้นวรรคหลังเครื่องหมาย :",),
        item().replace("title: ", "title:"),
        lambda desk: desk.replace("title:", desk.quoted("เป็น").replace("…", "")),
    ),
    in_file(
        "a blank before a key", "KH-Y020", "3:1", ("ลบเว้นวรรคหน้า summary",),
        item().replace("summary", " summary"), lambda desk: desk.replace("\n summary", "\nsummary"),
    ),
    in_file(
        "a Buddhist year", "KH-D003", "10:11", ("เป็นปี พ.ศ.",), item(history="[2568-06-02 submitted]"),
        lambda desk: desk.replace("2568-06-02", desk.quoted("เขียนเป็น")),
    ),
    in_file(
        "a date as in a letter", "KH-D001", "10:11", ("ไม่ใช่วันที่",),
        item(history="[2 มิ.ย. ๒๕๖๘ submitted]"),
        lambda desk: desk.replace("2 มิ.ย. ๒๕๖๘", desk.quoted("เขียนเป็น")),
    ),
    in_file(
        "a date with slashes", "KH-D001", "10:11", ("ไม่ใช่วันที่",), item(history="[2/6/2568 submitted]"),
        lambda desk: desk.replace("2/6/2568", desk.quoted("เขียนเป็น")),
    ),
    in_file(
        "a year of the common era", "KH-D006", "6:14", ("ต้องเป็นปี พ.ศ. สี่หลัก",), item(fiscal_year="2025"),
        lambda desk: desk.replace("fiscal_year: 2025", f"fiscal_year: {desk.quoted('เขียนเป็น')}"),
    ),
    in_file(
        "a category misspelt", "KH-C010", "4:11", ("ไม่มีหมวดหมู่ “ทะเลและชายฝัง”", "ใช่หรือไม่"),
        item(category="ทะเลและชายฝัง"),
        lambda desk: desk.replace("ทะเลและชายฝัง", desk.quoted("หมายถึง").split()[0]),
    ),
    in_file(
        "no category", "KH-F020", "9:10", ("ต้องมีช่อง category (หมวดหมู่)",), item(category=None),
        lambda desk: desk.replace("unit:", f"{desk.quoted('category เช่น')}\nunit:"),
    ),
    in_file(
        "a key misspelt", "KH-F001", "4:1", ("ไม่รู้จักช่อง catagory", "หมายถึง category"),
        item().replace("category", "catagory"), lambda desk: desk.replace("catagory", "category"),
    ),
    in_file(
        "the wrong district", "KH-I003", "5:7", ("เรื่องของ thalang อยู่ในโฟลเดอร์ kathu", "หรือแก้ unit"),
        item(unit="thalang"), lambda desk: desk.replace("unit: thalang", "unit: kathu"),
    ),
    in_file(
        "a name for the maker", "KH-F006", "7:14", ("contributor เขียนไม่ถูกแบบ", "รหัสหน่วยงาน-เลขสองหลัก"),
        item(contributor="คุณต้นน้ำ"), lambda desk: desk.replace("คุณต้นน้ำ", "kathu-03"),
    ),
    in_file(
        "a telephone number", "KH-P002", "13:5", ("พบหมายเลขโทรศัพท์ 08x-xxx-xx12", "ลบออก"),
        item("โทร 081-000-0012"), lambda desk: desk.replace("โทร 081-000-0012", "ติดต่อสำนักงาน"),
    ),
    in_file(
        "Windows-874", "KH-Y001", "2:8", ("น่าจะเป็น Windows-874", "Encoding เป็น UTF-8"), item().encode("cp874"),
        lambda desk: desk.save((desk.root / FILE).read_bytes().decode("cp874")),
    ),
    in_file(
        "a tab", "KH-Y022", "11:1", ("ใช้ปุ่ม Tab", "เว้นวรรคสองครั้งแทน"),
        item(history="\n\t- 2025-06-02 submitted"), lambda desk: desk.replace("\t", "  "),
    ),
    in_file(
        "no closing fence", "KH-Y011", "1:1", ("ไม่มีบรรทัด --- ปิดท้าย", "ก่อนเนื้อเรื่อง"),
        item().replace("\n---\n\n", "\n\n"), lambda desk: desk.replace("\n\nเรือ", "\n---\n\nเรือ"),
    ),
    in_file(
        "Word's dash for the fence", "KH-Y010", "1:1", ("บรรทัดแรกต้องเป็น ---",),
        item().replace("---", "—", 1), lambda desk: desk.replace("—", "---"),
    ),
    in_file(
        "smart quotes", "KH-Y021", "2:14", ("ต้องใส่ในเครื่องหมายคำพูด",), item(title="“คลื่น: ลม”"),
        lambda desk: desk.replace("title: “คลื่น: ลม”", desk.quoted("เขียนเป็น")),
    ),
    in_file(
        "smart quotes round a word", "KH-C010", "4:11", ("ไม่มีหมวดหมู่", "ใช่หรือไม่"),
        item(category="“sea-and-shore”"),
        lambda desk: desk.replace("“sea-and-shore”", desk.quoted("หมายถึง").split()[0]),
    ),
    in_file(
        "a key twice", "KH-Y026", "3:1", ("มีช่อง title ซ้ำ (ครั้งแรกที่บรรทัด 2)", "ลบให้เหลือบรรทัดเดียว"),
        item().replace("summary", "title: ชื่อใหม่\nsummary"),
        lambda desk: desk.replace("title: ชื่อใหม่\n", ""),
    ),
    in_file(
        "a hashtag", "KH-Y039", "2:14", ("ไม่ถูกอ่าน", "ใส่ค่าทั้งหมดในเครื่องหมาย"), item(title="คลื่น #พช"),
        lambda desk: desk.replace("คลื่น #พช", '"คลื่น #พช"'),
    ),
    in_file(
        "a word where a list belongs", "KH-F004", "8:10", ("ต้องเป็นรายการ",), item(formats="infographic"),
        lambda desk: desk.replace("formats: infographic", desk.quoted("เขียนเป็น")),
    ),
    in_file(
        "an unknown topic", "KH-C011", "11:10", ("ไม่มีองค์ความรู้ที่จำเป็น “เรือเล็ก”", "savings-group"),
        item(topics="[เรือเล็ก]"),
        lambda desk: desk.replace("[เรือเล็ก]", f"[{desk.quoted('ใช้ค่าใดค่าหนึ่ง:').split()[0]}]"),
    ),
    in_file(
        "a date to come", "KH-D012", "10:11", ("ยังมาไม่ถึง", "แก้วันที่"),
        item(history="[2099-06-02 submitted]"), lambda desk: desk.replace("2099", "2025"),
    ),
    in_file(
        "a step left out", "KH-D010", "10:33", ("จาก submitted เป็น published ไม่ได้", "selected (ผ่านการคัดเลือก)"),
        item(history="[2025-06-02 submitted, 2025-06-05 published]"),
        lambda desk: desk.replace(", 2025-06-05", ", 2025-06-04 selected, 2025-06-05"),
    ),
    in_file(
        "a state in Thai", "KH-C020", "10:11", ("submitted (ส่งแล้ว รอกลั่นกรอง)",),
        item(history="[2025-06-02 ส่งแล้ว]"), lambda desk: desk.replace("ส่งแล้ว", "submitted"),
    ),
    in_file(
        "a byline without consent", "KH-F023", "11:9", ("วันที่ยินยอม",), item(byline="กลุ่มเรือเล็ก"),
        lambda desk: desk.replace("---\n\n", f"{desk.quoted('เช่น').split(' หรือ')[0]}\n---\n\n"),
    ),
    in_file(
        "an old thing of no kind", "KH-F022", "9:9", ("ต้องระบุ existing_kind",), item(origin="existing"),
        lambda desk: desk.replace(
            "origin:", f"existing_kind: {desk.quoted('ตามด้วยคำใดคำหนึ่ง:')}\norigin:"
        ),
    ),
    in_file(
        "a picture that is not there", "KH-L011", "13:1", ("ไม่พบภาพ คลื่น.png",), item("![คลื่น](คลื่น.png)"),
        put_into_a_folder,
    ),
    in_file(
        "a link to a file that is not there", "KH-L013", "13:1", ("แต่ไม่มีไฟล์นี้",), item("[แบบ](แบบจด.pdf)"),
        put_into_a_folder,
    ),
    in_file(
        "an address without https", "KH-L013", "13:1", ("ที่อยู่เต็มที่ขึ้นต้นด้วย https://",),
        item("[กรม](www.cdd.go.th)"), lambda desk: desk.replace("(www", "(https://www"),
    ),
    in_file(
        "a file beside an item that is one file", "KH-L002", "12:3", ("แนบไฟล์ไม่ได้", f"{ID}/index.md"),
        item(attachments=attached("ภาพ.png")),
        lambda desk: (desk.move(FILE, INDEX), desk.write(f"{FOLDER}/ภาพ.png", PNG)),
    ),
    Fault(
        "the folder of another district", "KH-I003", "content/items/2568/thalang/kathu-k7q2m.md:5:7",
        ("อยู่ในโฟลเดอร์ thalang",), {"content/items/2568/thalang/kathu-k7q2m.md": item()},
        lambda desk: desk.move(
            "content/items/2568/thalang/kathu-k7q2m.md",
            f"{desk.quoted('ย้ายไฟล์ไป').split()[0]}kathu-k7q2m.md",
        ),
    ),
    Fault(
        "a Thai name for the file", "KH-I001", "content/items/2568/kathu/อ่านคลื่น.md:1:1", ("ไม่เป็นรหัสเรื่อง",),
        {"content/items/2568/kathu/อ่านคลื่น.md": item()},
        lambda desk: desk.move(
            "content/items/2568/kathu/อ่านคลื่น.md",
            f"content/items/2568/kathu/{desk.quoted('เช่น').split()[0]}",
        ),
    ),
    Fault(
        "a file in no folder", "KH-I006", "content/items/เรื่อง.md:1:1", ("content/items/ปี/หน่วยงาน/รหัส.md",),
        {"content/items/เรื่อง.md": item()}, lambda desk: desk.move("content/items/เรื่อง.md", FILE),
    ),
    Fault(
        "a picture without words", "KH-L007", f"{INDEX}:12:5", ("ไม่มีคำอธิบายภาพ (alt)",),
        {INDEX: item(attachments=attached("ภาพ.png", "")), f"{FOLDER}/ภาพ.png": PNG},
        lambda desk: desk.edit(INDEX, "title: ภาพคลื่น", f"title: ภาพคลื่น\n    {desk.quoted('เช่น')}"),
    ),
    with_file(
        "a huge photograph", "KH-L021", ("พิกเซล", "ย่อภาพ"), "ภาพ.png", png(20001, 2000),
        lambda desk: desk.write(f"{FOLDER}/ภาพ.png", PNG),
    ),
    with_file(
        "a heavy photograph", "KH-L005", ("ใหญ่ 13 MB เกิน 10 MB", "ย่อภาพ"), "ภาพ.png", PNG + bytes(12 << 20),
        lambda desk: desk.write(f"{FOLDER}/ภาพ.png", PNG),
    ),
    with_file(
        "a pointer of Git LFS", "KH-L018", ("ตัวชี้ของ Git LFS", "git lfs pull"), "ภาพ.png", LFS,
        lambda desk: desk.write(f"{FOLDER}/ภาพ.png", PNG),
    ),
    with_file(
        "an old Word file", "KH-L003", ("ไม่รับไฟล์ชนิด .doc", "เปิดด้วย Word"), "แบบจด.doc", OLD_WORD, save_as_docx
    ),
    with_file(
        "an old Word file renamed", "KH-L004", ("ไม่ใช่ไฟล์ชนิด .docx", "ส่งออกไฟล์ใหม่"), "แบบจด.docx", OLD_WORD,
        lambda desk: desk.write(f"{FOLDER}/แบบจด.docx", word()),
    ),
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_message_suffices_to_mend_it(fault: Fault, tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty=True)
    for path, content in fault.files.items():
        desk.write(path, content)
    desk.check_again()
    assert f"{fault.at}: " in desk.said
    head = next(each for each in desk.said.split("\n\n") if each.startswith(f"{fault.at}: "))
    assert fault.code in desk.said
    for words in fault.says:
        assert words in desk.said, head
    fault.mend(desk)
    assert (desk.check_again(), desk.said) == (0, "")


def test_line_ends_of_windows_are_no_fault(tmp_path: Path) -> None:
    """Notepad writes them, and nobody can see them."""
    desk = Desk(tmp_path, empty=True)
    desk.write(FILE, item().replace("\n", "\r\n"))
    assert (desk.check_again(), desk.said) == (0, "")
