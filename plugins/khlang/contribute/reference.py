"""Every code and every key, printed from where it is defined: in docs/, and in the guide of the site."""

import re
from collections.abc import Iterator

from khlang.contribute.wording import type_th
from khlang.model.codes import FAMILIES, codes_of
from khlang.model.columns import Column, Many, Privacy, Record, columns
from khlang.model.diagnostic import SEVERITY_NAMES_TH, Code
from khlang.model.history import STATE_NAMES_TH, STEPS, State
from khlang.model.item import FrontMatter
from khlang.privacy import masked
from khlang.source.yaml_text import yaml_value

_MARK = "<!-- พิมพ์จากโค้ดด้วย khlang docs อย่าแก้ด้วยมือ | printed by khlang docs: do not edit -->"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_MARKDOWN = re.compile(r"([\\`*\[\]<])")
_LONGEST_LINE = 100

_EXAMPLE_PLACES = {
    "front": ("yaml", "ในส่วนหัว"),
    "body": ("markdown", "ในเนื้อหา"),
    "targets": ("yaml", "ใน targets.yml"),
    "file": ("text", ""),
}
_WHO_TH = {
    "unit": "หน่วยงานเจ้าของเรื่อง",
    "review-group": "คณะทำงานประมวลและกลั่นกรององค์ความรู้",
    "province-office": "สำนักงานพัฒนาชุมชนจังหวัด",
}


def reference() -> dict[str, str]:
    """The text of each page by its path: in docs/ with a heading, on the site with front matter."""
    pages: dict[str, str] = {}
    for name, lines in (("diagnostics", [*_diagnostics()]), ("fields", [*_fields()])):
        title = lines[1].removeprefix("# ")
        front = ("---", f"title: {title}", f"description: {title} พร้อมคำอธิบายและวิธีใช้", "---", "")
        pages[f"docs/{name}.md"] = "\n".join((_MARK, *lines)) + "\n"
        pages[f"content/guide/{name}.md"] = "\n".join((*front, _MARK, *lines[2:])) + "\n"
    return pages


def _diagnostics() -> Iterator[str]:
    yield from (
        "",
        "# ข้อความจากการตรวจ",
        "",
        "`khlang check` บอกทุกจุดที่ต้องแก้พร้อมรหัส รหัสไม่เปลี่ยนและไม่ใช้ซ้ำ เครื่องหมาย … ในข้อความแทนค่าที่พบในไฟล์",
        "",
        "- **ข้อผิดพลาด** ต้องแก้ก่อนจึงเผยแพร่ได้",
        "- **คำเตือน** ควรแก้ แต่ไม่หยุดการเผยแพร่",
        "- **ข้อสังเกต** แจ้งให้ทราบ",
        "",
        "ระดับของคำเตือนและข้อสังเกตเปลี่ยนได้ใน `severities:` ของ targets.yml โดยให้เหตุผลไว้ด้วย",
    )
    for family, name in FAMILIES:
        yield from ("", f"## {name}")
        for code in codes_of(family):
            yield from _code(code)


def _code(code: Code) -> Iterator[str]:
    yield from ("", f"### {code.id}", "")
    yield f"**{SEVERITY_NAMES_TH[code.severity]}:** {_prose(code.th)}"
    yield from ("", f"วิธีแก้: {_prose(code.hint_th)}")
    if code.fixable:
        yield "หรือให้โปรแกรมแก้ด้วย `khlang fix`"
    language, place = _EXAMPLE_PLACES[code.example.file]
    yield from _example(f"ตัวอย่างที่ผิด{place}", masked(code.example.bad), language)
    yield from _example(f"ตัวอย่างที่ถูก{place}", code.example.good, language)


def _example(label: str, text: str, language: str) -> Iterator[str]:
    """Code in a fence; words about a file in a sentence. A vowel in two parts is shown as its parts:
    joined, as every page shows it, it would be no fault.
    """
    text = text.replace("\u0e4d", " \u25cc\u0e4d ")
    if not text:
        yield from ("", f"{label}: ไม่มีข้อความนี้")
    elif language == "text" and "\n" not in text:
        yield from ("", f"{label}: {_escape(text)}")
    else:
        yield from ("", f"{label}:", "", *_fence(text, language))


def _fence(text: str, language: str) -> Iterator[str]:
    yield f"```{language}"
    for line in text.split("\n"):
        yield line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
    yield "```"


def _prose(template: str) -> str:
    """A message with … where the values of a fault would stand."""
    return _escape(_PLACEHOLDER.sub("…", template))


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _fields() -> Iterator[str]:
    yield from (
        "",
        "# ช่องข้อมูลของเรื่อง",
        "",
        "ส่วนหัวของเรื่องอยู่ระหว่างบรรทัด `---` สองบรรทัดที่ต้นไฟล์ ใช้ได้เฉพาะช่องต่อไปนี้ "
        "`khlang new` เขียนให้ตามลำดับนี้",
    )
    yield from _records(FrontMatter, "##", "")
    yield from (
        "",
        "## สถานะของเรื่อง",
        "",
        "สถานะปัจจุบันคือบรรทัดสุดท้ายของ `history` เรื่องที่ไม่มี `history` เป็นร่าง",
        "",
        "| สถานะ | ความหมาย |",
        "| --- | --- |",
        *(f"| `{state}` | {STATE_NAMES_TH[state]} |" for state in State),
        "",
        "เปลี่ยนสถานะได้ตามนี้เท่านั้น:",
        "",
        "| จาก | เป็น | ผู้เปลี่ยน | เหตุผล |",
        "| --- | --- | --- | --- |",
        *(
            f"| `{step.before}` | `{step.after}` | {_WHO_TH[step.by]} "
            f"| {'ต้องระบุ' if step.needs_reason else 'ไม่บังคับ'} |"
            for step in STEPS
        ),
    )


def _records(record: type, heading: str, prefix: str) -> Iterator[str]:
    for column in columns(record).values():
        yield from _column(column, heading, prefix)
        if isinstance(column.type, Many) and isinstance(column.type.of, Record):
            yield from _records(column.type.of.of, f"{heading}#", f"{prefix}{column.name}.")


def _column(column: Column, heading: str, prefix: str) -> Iterator[str]:
    yield from ("", f"{heading} {prefix}{column.name}", "")
    yield f"**{column.label_th}**{f': {_escape(column.help_th)}' if column.help_th else ''}"
    yield from ("", f"- ชนิด: {_escape(type_th(column.type))}", f"- ต้องมี: {_needed(column)}")
    if not prefix:
        yield f"- เผยแพร่: {'ใช่' if column.privacy is Privacy.PUBLIC else 'ไม่ ใช้ภายในเท่านั้น'}"
    if column.example is not None:
        yield f"- ตัวอย่าง: `{column.name}: {yaml_value(column.example)}`"


def _needed(column: Column) -> str:
    if column.required:
        return "เสมอ"
    if column.since is not None:
        return f"ตั้งแต่สถานะ `{column.since}` ({STATE_NAMES_TH[State(column.since)]})"
    return "ไม่บังคับ"
