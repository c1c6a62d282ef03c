"""The examples of the catalogue (`docs/diagnostics.md`), put into an item of the first province.

The reader of the guide sees two snippets, a wrong and a right one. Here they become a whole item
or a whole targets.yml among the real data files, so that both snippets are true. MARKED says what
the diagnostic points at: the part of the wrong snippet between « and », or behind « alone where a
diagnostic has a beginning only.
"""

import re
import shutil
from pathlib import Path

FOLDER = "content/items/2564/mueang/mueang-k7q2m"
ITEM = f"{FOLDER}/index.md"
TARGETS = "targets.yml"
RUNNABLE = {"front": ITEM, "body": ITEM, "targets": TARGETS}

FRONT = {
    "title": "title: ขุดหนองให้เก็บน้ำได้จริง",
    "summary": "summary: เลือกจุดขุดและความลึกที่ใช้ได้จริงในดินเหนียว",
    "category": "category: model-area",
    "unit": "unit: mueang",
    "fiscal_year": "fiscal_year: 2564",
    "contributor": "contributor: mueang-01",
    "formats": "formats: [infographic]",
    "origin": "origin: new",
    "history": "history: [2021-06-21 submitted]",
}
BODY = "ขุดให้ลึกพอที่น้ำจะเหลือถึงปลายฤดูแล้ง"

MARKED = {
    "KH-A003": "item_deadline: «items-to-provnce»",
    "KH-C010": "category: «model-aera»",
    "KH-C011": "topics: [«big-dat»]",
    "KH-C012": "unit: «meuang»",
    "KH-C013": "formats: [«infographics»]",
    "KH-C014": "origin: «newer»",
    "KH-C015": "existing_kind: «manuals»",
    "KH-C016": "delivery: «files»",
    "KH-C017": "activity: «act-1.9»",
    "KH-C020": "language: «thai»",
    "KH-D001": 'sent_to_department: «"5 ก.ค. 2564"»',
    "KH-D002": 'sent_to_department: «"2021-06-31"»',
    "KH-D003": 'sent_to_department: «"2564-07-05"»',
    "KH-D004": 'sent_to_department: «"๒๐๒๑-๐๗-๐๕"»',
    "KH-D005": 'sent_to_department: «"2021-7-5"»',
    "KH-D006": "fiscal_year: «2021»",
    "KH-D010": "- «2021-07-02 published»",
    "KH-D011": "- «2021-06-02 selected»",
    "KH-D012": "history: [«2099-01-01 submitted»]",
    "KH-D013": "- «2021-07-01 returned»",
    "KH-D014": "history: «[2020-09-15",
    "KH-D015": 'sent_to_department: «"2021-06-25"»',
    "KH-F001": "«titel»: ขุดหนอง",
    "KH-F003": "«title»:",
    "KH-F004": "tags: «น้ำ»",
    "KH-F005": f"title: «{'ก' * 201}»",
    "KH-F006": "contributor: «Mueang 3»",
    "KH-F007": "quota: «สี่»",
    "KH-F008": "quota: «99999»",
    "KH-F009": "sample: «ใช่»",
    "KH-F010": "tags: [น้ำ, «น้ำ»]",
    "KH-F011": "«phone»:",
    "KH-F021": "formats: «[other",
    "KH-F022": "origin: «existing»",
    "KH-F023": "byline: «กลุ่มงาน»",
    "KH-F024": "«---",
    "KH-G001": "«**“โคก หนอง นา”**»ของเรา",
    "KH-G002": "ดู «https://www.cdd.go.thครับ»",
    "KH-G003": "«๔. ปลูก»",
    "KH-G004": "«# หัวข้อ»",
    "KH-G005": "«##หัวข้อ»",
    "KH-G006": "«<iframe» src=x>",
    "KH-I003": "unit: «nong-sua»",
    "KH-I004": "fiscal_year: «2565»",
    "KH-I007": "supersedes: «mueang-zzzzz»",
    "KH-K001": "contributor: «nong-sua-01»",
    "KH-K002": "with: [«muang-01»]",
    "KH-K003": "with: [«mueang-01»]",
    "KH-L001": "{file: «x.png»",
    "KH-L010": "«![](x.png)»",
    "KH-L011": "«![ภาพ](x.png)»",
    "KH-L012": "«![ภาพ](https://example.org/x.png)»",
    "KH-L013": "«[ไฟล์](x.pdf)»",
    "KH-L014": "«[เปิด](javascript:alert)»",
    "KH-L015": "«[ไป](#ไม่มี)»",
    "KH-L016": "video: «https://example.org/v»",
    "KH-L017": "«[](https://www.cdd.go.th)»",
    "KH-L029": "«[กรม](https://www.cdd.go.th:80@x/)»",
    "KH-P001": "เลขบัตร «1-1111-11111-11-9»",
    "KH-P002": "โทร. «081-000-0012»",
    "KH-P003": "อีเมล «somchai@example.org»",
    "KH-P004": "เลขที่บัญชี «000-1-00012-3»",
    "KH-P005": "«บ้านเลขที่ 99/9 หมู่ 5»",
    "KH-P006": "ไลน์ไอดี: «somchai-01»",
    "KH-P007": "{text: «1-1111-11111-11-9»",
    "KH-P008": "{text: «081-000-0012»",
    "KH-Y004": "น«\u0e49",
    "KH-Y020": 'title: "ขุดหนอง" «ห้าขั้นตอน',
    "KH-Y021": "title: ขุดหนอง«: ห้าขั้นตอน",
    "KH-Y022": "tags:\n«\t- น้ำ",
    "KH-Y023": "title: «@ขุดหนอง",
    "KH-Y024": 'title: «"ขุดหนอง',
    "KH-Y025": "title: «!ขุดหนอง สระ",
    "KH-Y026": "«title»: ขุดสระ",
    "KH-Y027": "tags: [[[[[[[[[«[น้ำ",
    "KH-Y028": "? «[a, b]",
    "KH-Y039": "title: ขุดหนอง «#โคกหนองนา»",
    "KH-Y037": "aliases: [«mu\u0435ang-a5b4c»]",
}

# Codes that the example cannot but raise beside its own.
ALSO = {
    "KH-A003": {"KH-A007"},  # a year that cannot be measured counts as none
    "KH-D012": {"KH-D014"},  # a day of another fiscal year
    "KH-I003": {"KH-K001"},  # the maker is of the unit that the item was of
    "KH-I004": {"KH-C022", "KH-D014"},  # no targets and no such days in that year
    "KH-L010": {"KH-L011"},  # the picture is not there either
}


def prepare(root: Path, repository: Path) -> None:
    """The real data files without `as_of`, so that no rule on samples speaks, and no item yet.

    Two units take the names of the examples, which are of no province.
    """
    shutil.copytree(repository / "content/plan", root / "content/plan")
    shutil.copy(repository / "categories.yml", root)
    targets = (repository / TARGETS).read_text("utf-8")
    targets = re.sub("^as_of:.*\n", "", targets, flags=re.MULTILINE)
    targets = targets.replace("ban-pho", "mueang").replace("bang-pakong", "nong-sua")
    (root / TARGETS).write_text(targets, "utf-8")
    (root / FOLDER).mkdir(parents=True)


def place(root: Path, kind: str, snippet: str) -> str:
    """Writes the file that holds a snippet, and returns its text."""
    if kind == "targets":
        return _write(root / TARGETS, _with_value((root / TARGETS).read_text("utf-8"), snippet))
    if kind == "body":
        return _write(root / ITEM, "\n".join(["---", *FRONT.values(), "---", "", snippet, ""]))
    front = FRONT | _by_key(snippet)
    return _write(root / ITEM, "\n".join(["---", *front.values(), "---", "", BODY, ""]))


def _by_key(snippet: str) -> dict[str, str]:
    """The pieces of a snippet by the key they stand for; a key that comes twice stays together."""
    pieces: dict[str, str] = {}
    for piece in re.split(r"\n(?=[a-z_]+:)", snippet) if snippet else []:
        key = piece.partition(":")[0]
        pieces[key] = f"{pieces[key]}\n{piece}" if key in pieces else piece
    return pieces


def _with_value(text: str, snippet: str) -> str:
    """The first line that has the snippet's key, with the snippet's value."""
    key = snippet.partition(":")[0]
    return re.sub(rf"\b{key}: [^,}}\n]+?(?=\s*(?:[,}}\n]|  #))", lambda _: snippet, text, count=1)


def _write(file: Path, text: str) -> str:
    file.write_text(text, "utf-8")
    return text
