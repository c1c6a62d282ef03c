"""`khlang fix`: what it says it mends is mended, once, and nothing else is touched."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from khlang.app import open_workspace
from khlang.cli.main import main
from khlang.mend import edit, values
from khlang.mend.encoding import as_text
from khlang.mend.mending import Mended, item_text, write
from khlang.mend.mending import archive as archive_of
from khlang.mend.migrations import Migration, NotMigratedError, carried, needed
from khlang.model.codes import ALL
from khlang.model.columns import columns
from khlang.model.item import FrontMatter
from khlang.source.repository import Reading, read
from khlang.source.vocabulary import Vocabulary
from tests.archive import ITEM, YEAR, Archive
from tests.importers.test_parcel import everything
from tests.rules import catalogue

FIXABLE = [
    code
    for code in ALL.values()
    if code.fixable and code.example.file in ("front", "body") and code.id != "KH-D006"
]
WORDS = {
    "units": Vocabulary.of([("kathu", "กะทู้", ())]),
    "categories": Vocabulary.of([("sea-and-shore", "ทะเลและชายฝั่ง", ())]),
    "topics": Vocabulary.of([("boats", "เรือ", ())]),
}
TABLE = columns(FrontMatter)


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["fix", *options, "--root", str(root)])


def check(root: Path) -> str:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--format", "json"]).output


@pytest.mark.parametrize("code", FIXABLE, ids=lambda code: code.id)
def test_what_a_code_calls_fixable_is_mended(
    code: object, tmp_path: Path, repository: Path
) -> None:
    """The example of the catalogue: told before, mended, not told afterwards, the second time still."""
    assert code in FIXABLE
    catalogue.prepare(tmp_path, repository)
    catalogue.place(tmp_path, code.example.file, code.example.bad)  # type: ignore[attr-defined]
    reading = read(tmp_path)
    scope = (catalogue.ITEM,)
    changed = [each for each in _archive(tmp_path, reading, scope) if each.is_changed]
    assert len(changed) == 1
    write(tmp_path, changed[0])
    told = open_workspace(tmp_path, today=date(2021, 7, 12)).diagnostics
    assert code.id not in {each.code.id for each in told}  # type: ignore[attr-defined]
    again = _archive(tmp_path, read(tmp_path), ("",))
    assert not any(each.is_changed for each in again)


def _archive(root: Path, reading: Reading, scope: tuple[str, ...]) -> list[Mended]:
    ids = [each.id for each in reading.found.items]
    return list(archive_of(root, reading.found, reading.vocabularies, ids, scope))


@pytest.mark.parametrize(
    ("kind", "typed", "right"),
    [
        (TABLE["fiscal_year"].type, "๒๕๖๔", "2564"),
        (TABLE["fiscal_year"].type, "พ.ศ. 2564", "2564"),
        (TABLE["fiscal_year"].type, "ปีงบประมาณ ๒๕๖๔", "2564"),
        (TABLE["fiscal_year"].type, "2021", "2564"),
        (TABLE["fiscal_year"].type, "64", "64"),
        (TABLE["consent"].type, "5 ก.ค. 2564", "2021-07-05"),
        (TABLE["consent"].type, "๕ กรกฎาคม พ.ศ. ๒๕๖๔", "2021-07-05"),
        (TABLE["consent"].type, "5/7/2564", "2021-07-05"),
        (TABLE["consent"].type, "5/7/2021", "5/7/2021"),
        (TABLE["consent"].type, "25/7/2021", "2021-07-25"),
        (TABLE["consent"].type, "2564-07-05", "2021-07-05"),
        (TABLE["consent"].type, "31/6/2564", "31/6/2564"),
        (TABLE["history"].type.of, "5 ก.ค. 2564 ส่งแล้ว รอกลั่นกรอง", "2021-07-05 submitted"),
        (TABLE["history"].type.of, "๒๕๖๔-๗-๕ Returned ขอภาพ ๒ ภาพ", "2021-07-05 returned ขอภาพ ๒ ภาพ"),
        (TABLE["revised"].type.of, "2564-07-10 แก้ตัวเลข", "2021-07-10 แก้ตัวเลข"),
        (TABLE["category"].type, "ทะเลและชายฝั่ง", "sea-and-shore"),
        (TABLE["category"].type, "ภูเขา", "ภูเขา"),
        (TABLE["language"].type, "TH", "th"),
        (TABLE["contributor"].type, "Kathu ๓", "kathu-03"),
        (TABLE["contributor"].type, "สมชาย 3", "สมชาย 3"),
        (TABLE["title"].type, "ปี ๒๕๖๔: 2021", "ปี ๒๕๖๔: 2021"),
    ],
)  # fmt: skip
def test_values(kind: object, typed: str, right: str) -> None:
    assert values.mended(kind, typed, WORDS) == right  # type: ignore[arg-type]


BAD = """---
# หมายเหตุของเรา
ชื่อเรื่อง: ขุดหนอง: ห้าขั้นตอน  # ตรวจแล้ว
unit: 'กะทู้'
fiscal_year: ๒๕๖๘   # ปีนี้
tags: น\u0e49\u0e4d\u0e32, ดิน
formats:
\t- infographic # ภาพ
unknown: อย่าแตะ
history:
  - ๒ มิ.ย. ๒๕๖๘ ส่งแล้ว รอกลั่นกรอง
---

# หัวข้อ

แบบ**“โคก หนอง นา”**ของเรา และ**สำคัญ:**มาก
ดู https://www.cdd.go.thครับ กับ www.cdd.go.thค่ะ และ https://th.wikipedia.org/wiki/ประเทศไทย
`**“โค้ด”**ของเรา`

```
๑. โค้ด
๒. โค้ด
# โค้ด
```

๑. ขุด
๒. ปลูก
##หัวข้อย่อย

<!--
# ไม่ใช่หัวข้อ
-->

ก | ข
--- | ---
๑. ก | ข
๒. ก | ข
"""
GOOD = """---
# หมายเหตุของเรา
title: "ขุดหนอง: ห้าขั้นตอน"  # ตรวจแล้ว
unit: 'kathu'
fiscal_year: 2568   # ปีนี้
tags: [น้ำ, ดิน]
formats:
  - infographic # ภาพ
unknown: อย่าแตะ
history:
  - 2025-06-02 submitted
---

## หัวข้อ

แบบ“**โคก หนอง นา**”ของเรา และ**สำคัญ**:มาก
ดู <https://www.cdd.go.th>ครับ กับ [www.cdd.go.th](http://www.cdd.go.th)ค่ะ และ https://th.wikipedia.org/wiki/ประเทศไทย
`**“โค้ด”**ของเรา`

```
๑. โค้ด
๒. โค้ด
# โค้ด
```

๑. ขุด\\
๒. ปลูก
## หัวข้อย่อย

<!--
# ไม่ใช่หัวข้อ
-->

ก | ข
--- | ---
๑. ก | ข
๒. ก | ข
"""


def test_everything_at_once_and_nothing_else() -> None:
    assert item_text(BAD, WORDS) == GOOD
    assert item_text(GOOD, WORDS) == GOOD


def test_bytes_of_other_programs(tmp_path: Path) -> None:
    """Windows-874, UTF-16, a mark, CRLF: the diff is shown, and files are written only when asked."""
    archive = Archive(tmp_path)
    path = f"content/items/{YEAR}/kathu/{ITEM}.md"
    text = archive.read(path)
    for data in (
        text.replace("\n", "\r\n").encode("cp874"),
        text.encode("utf-16"),
        b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    ):
        archive.write(path, data)
        shown = run(tmp_path)
        assert "--write" in shown.output
        assert (tmp_path / path).read_bytes() == data
        run(tmp_path, "--write", path)
        assert archive.read(path) == text
    archive.write(path, b"\xff\x81\x82 what is this")
    assert "ไม่มีสิ่งที่ต้องแก้" in run(tmp_path, "--write").output
    assert as_text("ไทย".encode("cp874") + b"\xff\xfe\xfd\xfc") is None


def test_an_item_moves_to_where_its_front_matter_says(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.item("kathu-bbbbb", files={"a.pdf": b"%PDF-"}, unit="thalang", contributor="thalang-01")
    archive.write(f"content/items/{YEAR}/ขุดหนอง.md", archive.read(archive.item("kathu-ccccc")))
    (tmp_path / f"content/items/{YEAR}/kathu/kathu-ccccc.md").unlink()
    before = everything(tmp_path)
    shown = run(tmp_path)
    assert everything(tmp_path) == before
    assert "ย้าย" in shown.output
    assert run(tmp_path, "--write").exit_code == 0
    moved = f"content/items/{YEAR}/thalang/thalang-bbbbb"
    assert (tmp_path / moved / "a.pdf").is_file()
    assert "aliases: [kathu-bbbbb]" in archive.read(f"{moved}/index.md") or (
        'aliases: ["kathu-bbbbb"]' in archive.read(f"{moved}/index.md")
    )
    names = [each.name for each in (tmp_path / f"content/items/{YEAR}/kathu").iterdir()]
    assert len(names) == 2
    assert all(re.fullmatch("kathu-[a-z2-7]{5}.md", each) for each in names)
    assert "ไม่มีสิ่งที่ต้องแก้" in run(tmp_path).output
    assert '"severity": "error"' not in check(tmp_path).replace("KH-L", "")


def test_nothing_moves_while_nobody_knows_the_units(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.item("kathu-bbbbb", unit="thalang")
    archive.write("targets.yml", "schema: [")
    assert "ย้าย" not in run(tmp_path).output


def test_a_place_that_is_taken_is_left_to_people(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    text = archive.read(f"content/items/{YEAR}/kathu/{ITEM}.md")
    archive.write(f"content/items/{YEAR}/thalang/{ITEM}.md", text)
    before = everything(tmp_path)
    result = run(tmp_path, "--write")
    assert "มีไฟล์อยู่ที่นั่นแล้ว" in result.output
    assert everything(tmp_path) == before


def test_one_key_changed_and_the_rest_kept() -> None:
    text = "---\ntitle: ก # ข\ntags:\n  - ก # ค\n  - ข\n\n# ต่อไป\nunit: kathu\nsummary:\n---\nเนื้อ\n"
    assert edit.with_value(text, "title", '"ใหม่"') == text.replace("title: ก #", 'title: "ใหม่" #')
    assert edit.with_value(text, "tags", "[ง]") == text.replace(
        "tags:\n  - ก # ค\n  - ข\n", "# ค\ntags: [ง]\n"
    )
    assert edit.with_value(text, "summary", "ง") == text.replace("summary:", "summary: ง")
    assert edit.with_value(text, "category", "x") == text.replace("unit:", "unit:").replace(
        "summary:\n", "summary:\ncategory: x\n"
    )
    assert edit.with_value(text, "unit", None) == text.replace("unit: kathu\n", "")
    with pytest.raises(edit.NotEditedError):
        edit.with_value("---\n{title: ก, unit: kathu}\n---\n", "tags", "[ก]")


def test_migrations_lead_step_by_step_to_the_schema_of_today(tmp_path: Path) -> None:
    steps = (
        Migration(1, "เปลี่ยนชื่อช่อง", lambda path, text: text.replace("old:", "new:")),
        Migration(2, "เติมท้าย", lambda path, text: text if path.endswith(".yml") else f"{text}!"),
    )
    files = {"targets.yml": "# ก\nschema: 1  # ข\nold: 1\n", "content/items/x.md": "old: 1"}
    assert carried(files, needed(1, steps, 3)) == {
        "targets.yml": "# ก\nschema: 3  # ข\nnew: 1\n",
        "content/items/x.md": "new: 1!",
    }
    assert needed(3, steps, 3) == ()
    with pytest.raises(NotMigratedError):
        needed(4, steps, 3)
    with pytest.raises(NotMigratedError):
        needed(1, steps[1:], 3)
    Archive(tmp_path)
    assert "รุ่น 1 ซึ่งเป็นรุ่นปัจจุบัน" in run(tmp_path, "--migrate").output


LINES = st.sampled_from([
    "title: ขุด: หนอง", "title:ขุด", "ชื่อเรื่อง: @ก", "\ttags: ก", "tags: ก, ข", "tags: [ก]", " unit: กะทู้",
    "fiscal_year: ๒๕๖๘", "history:", "  - ๒ มิ.ย. ๒๕๖๘ submitted", "  - ก: ข", "# หมายเหตุ", "---", "", "x: !y",
    "# หัวข้อ", "##หัวข้อ", "๑. ก", "๒. ข", "**“ก”**ข", "ก**(ข)**ค**ง:**จ", "https://a.go.thครับ", "```", "`**“ก”**ข`",
    "| ก | **“ข”**ค |", "> ๑. ก", "www.a.go.thครับ", "น\u0e49\u0e4d\u0e32", "**ก** **“ข”**", "summary: \"ก",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(LINES, max_size=12),
    st.lists(st.one_of(LINES, st.text("ก*“”():/ #๑.\\`", max_size=20)), max_size=12),
)
@example(["title: ก"], ["**“ก”**ข**“ค”**ง"])
def test_mending_twice_is_mending_once(front: list[str], body: list[str]) -> None:
    text = "\n".join(["---", *front, "---", *body, ""])
    once = item_text(text, WORDS)
    assert item_text(once, WORDS) == once


def test_data_files_are_mended_too(tmp_path: Path) -> None:
    """Dates, years and digits of targets.yml; what is no value of a column stays."""
    archive = Archive(tmp_path)
    good = archive.read("targets.yml")
    bad = (
        good.replace('start: "2024-10-01"', 'start: "๑ ต.ค. ๒๕๖๗"  # เริ่ม')
        .replace('"2568":', '"๒๕๖๘":')
        .replace("staff: 3, quota: 3", "staff: ๓, quota: 3")
        .replace("unit_kind: district", "unit_kind: district")
    )
    assert bad != good
    archive.write("targets.yml", bad.replace("\n", "\r\n").encode("cp874"))
    assert run(tmp_path, "--write").exit_code == 0
    assert archive.read("targets.yml") == good.replace(
        'start: "2024-10-01"', 'start: "2024-10-01"  # เริ่ม'
    )
    assert "ไม่มีสิ่งที่ต้องแก้" in run(tmp_path, "--check").output
