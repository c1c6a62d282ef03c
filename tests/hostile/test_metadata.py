"""More than a hundred faults in front matter and data files, each refused at its line and column.

Every row shows the fault as it is typed, with « before the character that the message points at.
"""

import re
from pathlib import Path

import pytest

from khlang.model.diagnostic import Severity
from tests.archive import Archive, str_of

ITEM = "content/items/2568/kathu/kathu-aaaaa.md"
CATEGORIES, TARGETS, PLAN = "categories.yml", "targets.yml", "content/plan/2568.yml"
FRONT = {
    "title": "title: อ่านคลื่นลมก่อนออกเรือ",
    "summary": "summary: วิธีดูเมฆ คลื่น และกระแสน้ำ",
    "category": "category: sea-and-shore",
    "unit": "unit: kathu",
    "fiscal_year": "fiscal_year: 2568",
    "contributor": "contributor: kathu-01",
    "formats": "formats: [infographic]",
    "origin": "origin: new",
    "history": "history: [2025-06-02 submitted]",
}

# What is typed into the front matter (in place of the same key), and the code it must raise.
IN_FRONT_MATTER = [
    # the shape of YAML
    ("title: «@เรือ", "KH-Y023"),
    ("title: «`เรือ`", "KH-Y023"),
    ("title: «%เรือ", "KH-Y023"),
    ('title: «"เรือ', "KH-Y024"),
    ("title: «'เรือ", "KH-Y024"),
    ("tags: «[เรือ, ลม", "KH-Y024"),
    ("tags: «{เรือ: ลม", "KH-Y024"),
    ('title: "เรือ" «ลม', "KH-Y020"),
    ("title: เรือ«: ลม", "KH-Y021"),
    ("summary: ลม«: 1: 2", "KH-Y021"),
    ("tags:\n«\t- เรือ", "KH-Y022"),
    ("attachments:\n  - file: a.png\n«\t  title: ก", "KH-Y022"),
    ("title: «&a เรือ", "KH-Y025"),
    ("title: «*a", "KH-Y025"),
    ("title: «!!str เรือ", "KH-Y025"),
    ("title: «!!python/object/apply:os.system [ls]", "KH-Y025"),
    ("title: «!ENV [HOME]", "KH-Y025"),
    ("title: «!include /etc/passwd", "KH-Y025"),
    ("tags: «&a [*a]", "KH-Y025"),
    ("tags: [«&a เรือ, *a]", "KH-Y025"),
    ("<<: «*a", "KH-Y025"),
    ("title: เรือ\n«title: ลม", "KH-Y026"),
    ("tags: [ก]\n«tags: [ข]", "KH-Y026"),
    ("attachments: [{file: a.pdf, «file: b.pdf, title: ก}]", "KH-Y026"),
    ("tags: [[[[[[[[[«[เรือ]]]]]]]]]]", "KH-Y027"),
    ("? «[a, b]\n: ก", "KH-Y028"),
    ("? «{a: b}\n: ก", "KH-Y028"),
    # characters
    ("title: เรือ«\x07ลม", "KH-Y003"),
    ("title: เรือ«\x1b[2Jลม", "KH-Y003"),
    ("title: เรือ«\x00ลม", "KH-Y003"),
    ("title: เรือ«\x85ลม", "KH-Y003"),
    ("title: เรือ«\u2028ลม", "KH-Y003"),
    ('title: «"เรือ\\x07ลม"', "KH-Y003"),
    ('title: «"เรือ\\0ลม"', "KH-Y003"),
    ('title: «"เรือ\\eลม"', "KH-Y003"),
    ('title: «"เรือ\\Nลม"', "KH-Y003"),
    ("title: เรือ«\u202eลม", "KH-Y034"),
    ("title: เรือ«\u2066ลม", "KH-Y034"),
    ("summary: เรือ«\u200fลม", "KH-Y034"),
    ("tags: [เรือ«\u061cลม]", "KH-Y034"),
    ('title: «"เรือ\\u202eลม"', "KH-Y034"),
    ('tags: [«"เรือ\\u2067ลม"]', "KH-Y034"),
    # keys and types
    ("«titel: เรือ", "KH-F001"),
    ("«Title: เรือ", "KH-F001"),
    ("«ชื่อเรื่อง: เรือ", "KH-F001"),
    ("«layout: evil", "KH-F001"),
    ("«__class__: x", "KH-F001"),
    ("attachments: [{file: a.pdf, title: ก, «src: x}]", "KH-F001"),
    ("pii_exceptions: [{text: ก, reason: ข, date: 2025-01-01, «by: ค}]", "KH-F001"),
    ("«phone: x", "KH-F011"),
    ("«title:", "KH-F003"),
    ("«title: ''", "KH-F003"),
    ("«title: ~", "KH-F003"),
    ("«unit: null", "KH-F003"),
    ("«fiscal_year:", "KH-F003"),
    ("attachments: [«{file: a.pdf}]", "KH-F002"),
    ("attachments: [«{title: ก}]", "KH-F002"),
    ("pii_exceptions: [«{text: ก, reason: ข}]", "KH-F002"),
    ("title: «[เรือ, ลม]", "KH-F004"),
    ("title: «{th: เรือ}", "KH-F004"),
    ("tags: «เรือ", "KH-F004"),
    ("formats: «infographic", "KH-F004"),
    ("history: «2025-06-02 submitted", "KH-F004"),
    ("attachments: «a.pdf", "KH-F004"),
    ("attachments: [«a.pdf]", "KH-F004"),
    ("tags: [«[เรือ]]", "KH-F004"),
    ("history: [«{2025-06-02: submitted}]", "KH-F004"),
    ("sample: «[true]", "KH-F004"),
    (f"title: «{'ก' * 201}", "KH-F005"),
    (f"summary: «{'ก' * 401}", "KH-F005"),
    (f"tags: [«{'ก' * 61}]", "KH-F005"),
    (f"byline: «{'ก' * 121}\nconsent: 2025-01-01", "KH-F005"),
    ("contributor: «สมชาย ใจดี", "KH-F006"),
    ("contributor: «kathu-1", "KH-F006"),
    ("contributor: «Kathu-01", "KH-F006"),
    ("with: [«kathu_02]", "KH-F006"),
    ("supersedes: «../../etc/passwd", "KH-F006"),
    ("aliases: [«index]", "KH-F006"),
    ("aliases: [«kathu-AAAAA]", "KH-F006"),
    ("aliases: [«kathu-aaaa1]", "KH-F006"),
    ("aliases: [«<script>]", "KH-F006"),
    ("attachments: [{file: «../a.pdf, title: ก}]", "KH-F006"),
    ("attachments: [{file: «/etc/passwd, title: ก}]", "KH-F006"),
    ('attachments: [{file: «"..\\\\a.pdf", title: ก}]', "KH-F006"),
    ("video: «javascript:alert(1)", "KH-F006"),
    ("video: «http://youtu.be/khlangsmp05", "KH-F006"),
    ("video: «https://youtu.be/a b", "KH-F006"),
    ("contributor: «k\u0430thu-01", "KH-Y037"),
    ("aliases: [«kathu-bbbb\u0431]", "KH-Y037"),
    ("supersedes: «kathu\u2010bbbbb", "KH-Y037"),
    ("sample: «yes", "KH-F009"),
    ("sample: «1", "KH-F009"),
    ("sample: «'ใช่'", "KH-F009"),
    # words of closed lists
    ("category: «sea", "KH-C010"),
    ("category: «sea-and-shore, old-town", "KH-C010"),
    ("topics: [«fishing]", "KH-C011"),
    ("topics: [coastal-fishing, «x]", "KH-C011"),
    ("formats: [«poster]", "KH-C013"),
    ("origin: «old", "KH-C014"),
    ("origin: existing\nexisting_kind: «booklet", "KH-C015"),
    ("delivery: «post", "KH-C016"),
    ("activity: «sailing", "KH-C017"),
    ("language: «thai", "KH-C020"),
    ("license: «MIT", "KH-C020"),
    ("history: [«2025-06-02 sent]", "KH-C020"),
    ("history: [«2025-06-02]", "KH-C020"),
    # dates
    ("fiscal_year: «2025", "KH-D006"),
    ("fiscal_year: «68", "KH-D006"),
    ("fiscal_year: «สองห้าหกแปด", "KH-D006"),
    ("history: [«02/06/2568 submitted]", "KH-D001"),
    ("history: [«submitted]", "KH-D001"),
    ("sent_to_department: «เมื่อวาน", "KH-D001"),
    ("sent_to_department: «2025-06-31", "KH-D002"),
    ("sent_to_department: «2025-13-01", "KH-D002"),
    ("history: [«2025-02-30 submitted]", "KH-D002"),
    ("history:\n  - 2025-06-02 submitted\n  - «2025-06-03 published", "KH-D010"),
    ("history:\n  - 2025-06-05 submitted\n  - «2025-06-03 selected", "KH-D011"),
    ("history: [«2099-01-01 submitted]", "KH-D012"),
    ("history:\n  - 2025-06-02 submitted\n  - «2025-06-03 returned", "KH-D013"),
    # what belongs together
    ("formats: «[elsewhere]", "KH-F021"),
    ("origin: «existing", "KH-F022"),
    ("byline: «กลุ่มเรือเล็ก", "KH-F023"),
    ("contributor: «thalang-01", "KH-K001"),
    ("with: [«batik-01]", "KH-K002"),
    ("supersedes: «kathu-zzzzz", "KH-I007"),
    ("supersedes: «kathu-aaaaa", "KH-I008"),
    ("aliases: [«kathu-aaaaa]", "KH-I009"),
    ("fiscal_year: «2567", "KH-I004"),
    ("attachments: «[{file: a.pdf, title: ก}]", "KH-L002"),
    ("video: «https://example.org/v", "KH-L016"),
]

# What is typed into a data file in place of what stands there once.
IN_DATA_FILES = [
    (CATEGORIES, "schema: 1", "schema: «2", "KH-F008"),
    (CATEGORIES, "schema: 1", "schema: «one", "KH-F007"),
    (CATEGORIES, "slug: old-town", "slug: «Old Town", "KH-F006"),
    (CATEGORIES, "slug: old-town", "slug: «old-t\u043ewn", "KH-Y037"),
    (CATEGORIES, "slug: old-town", "slug: «sea-and-shore", "KH-A004"),
    (CATEGORIES, "number: 2, name_th: ย่าน", "number: «สอง, name_th: ย่าน", "KH-F007"),
    (CATEGORIES, "number: 2, name_th: ย่าน", "number: «0, name_th: ย่าน", "KH-F008"),
    (CATEGORIES, "needs_note: true", "needs_note: «maybe", "KH-F009"),
    (CATEGORIES, "to_year: 2567", "to_year: «2024", "KH-D006"),
    (CATEGORIES, "name_en: Batik", "«nme_en: Batik", "KH-F001"),
    (CATEGORIES, "name_th: ย่านเมืองเก่า", "name_th: «&a ย่าน", "KH-Y025"),
    (CATEGORIES, "name_th: ย่านเมืองเก่า", "name_th: ย่าน«\u202eเก่า", "KH-Y034"),
    (CATEGORIES, "aliases_th: [ชายฝั่ง]", "aliases_th: «ชายฝั่ง", "KH-F004"),
    (TARGETS, "schema: 1", "schema: «99", "KH-F008"),
    (TARGETS, "slug: thalang", "slug: «thalang-1", "KH-F006"),
    (TARGETS, "kind: district, code: \"8303\"", "kind: «town, code: \"8303\"", "KH-C020"),
    (TARGETS, 'code: "8303"', "code: «eighty", "KH-F006"),
    (TARGETS, "thalang: {staff: 3", "thalang: {staff: «สาม", "KH-F007"),
    (TARGETS, "thalang: {staff: 3, quota: 3", "thalang: {staff: 3, quota: «-1", "KH-F007"),
    (TARGETS, "thalang: {staff: 3, quota: 3", "thalang: {staff: 3, quota: «10000", "KH-F008"),
    (TARGETS, "thalang: {staff: 3", "«thalan: {staff: 3", "KH-C012"),
    (TARGETS, "item_deadline: items", "item_deadline: «item", "KH-A003"),
    (TARGETS, 'date: "2025-07-04"', 'date: «"2025-07-32"', "KH-D002"),
    (TARGETS, 'date: "2025-07-04"', 'date: «"4 กรกฎาคม 2568"', "KH-D001"),
    (TARGETS, "weekday: Friday", "weekday: «Freitag", "KH-C020"),
    (TARGETS, "from: district", "from: «districts", "KH-C019"),
    (TARGETS, "personal: true", "personal: «1", "KH-F009"),
    (TARGETS, "publish: never", "publish: «always", "KH-C020"),
    (TARGETS, "key: phone", "key: «Phone No", "KH-F006"),
    (TARGETS, "years:\n", "«---\nyears:\n", "KH-Y029"),
    (PLAN, "fiscal_year: 2568", "fiscal_year: «2569", "KH-A008"),
    (PLAN, "owner: phuket-office", "owner: «phuket", "KH-C012"),
    (PLAN, "by: archive, measure: counted-items}", "by: «guess, measure: counted-items}", "KH-C020"),
    (PLAN, "measure: contributors", "measure: «people", "KH-C020"),
    (PLAN, 'end: "2025-01-31"', 'end: «"2025-01-32"', "KH-D002"),
    (PLAN, "kind: market-day", "kind: «party", "KH-C020"),
    (PLAN, "number: 2\n", "number: «two\n", "KH-F007"),
    (PLAN, "target: {value: 900", "target: {value: «900.5", "KH-F007"),
]  # fmt: skip


def test_there_are_more_than_a_hundred() -> None:
    rows = {row[-2:] for row in IN_FRONT_MATTER} | {row[-2:] for row in IN_DATA_FILES}
    assert len(rows) == len(IN_FRONT_MATTER) + len(IN_DATA_FILES) >= 100


@pytest.mark.parametrize(
    ("typed", "code"), IN_FRONT_MATTER, ids=[f"{c}-{t[:24]!r}" for t, c in IN_FRONT_MATTER]
)
def test_a_fault_in_front_matter(tmp_path: Path, typed: str, code: str) -> None:
    archive = Archive(tmp_path, empty=True)
    keys = re.findall(r"^[«? ]*([a-z_]+):", typed, re.MULTILINE)
    kept = [line for key, line in FRONT.items() if key not in keys]
    text = "\n".join(["---", *kept, typed, "---", "", "เนื้อเรื่อง", ""])
    refused_at(archive, ITEM, text, code)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    IN_DATA_FILES,
    ids=[f"{row[3]}-{row[0].rpartition('/')[2]}-{row[2][:24]!r}" for row in IN_DATA_FILES],
)
def test_a_fault_in_a_data_file(tmp_path: Path, path: str, old: str, new: str, code: str) -> None:
    archive = Archive(tmp_path)
    text = archive.read(path)
    assert old in text
    refused_at(archive, path, text.replace(old, new, 1), code)


def refused_at(archive: Archive, path: str, marked: str, code: str) -> None:
    """Writes a file without its mark: the code must be an error, and stand at the mark."""
    before, _, behind = marked.partition("«")
    archive.write(path, before + behind)
    line, col = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = archive.check().diagnostics
    errors = {
        (each.code.id, str_of(each.place)) for each in found if each.severity is Severity.ERROR
    }
    assert (code, f"{path}:{line}:{col}") in errors
