"""The closed list of diagnostic codes, one module a family.

Every code has a severity, a Thai and an English text, a hint with the cure, and an example that
the tests break and mend. `docs/diagnostics.md` is printed from here. To add a code: one `Code` in
its family, and the rule (or reader) that reports it. A code is never renumbered or used again.
"""

from types import ModuleType

from khlang.model.codes import (
    archive,
    contributors,
    dates,
    encoding,
    fields,
    gfm,
    links,
    places,
    privacy,
    quota,
    source,
    values,
)
from khlang.model.diagnostic import Code

FAMILIES: tuple[tuple[ModuleType, str], ...] = (
    (encoding, "การบันทึกไฟล์และ YAML"),
    (fields, "ช่องข้อมูล"),
    (values, "ค่าที่เลือก"),
    (dates, "วันที่และประวัติสถานะ"),
    (places, "รหัสและที่อยู่ของไฟล์"),
    (links, "ลิงก์ ภาพ และไฟล์แนบ"),
    (gfm, "ข้อความไทยใน Markdown"),
    (contributors, "ผู้จัดทำ"),
    (privacy, "ข้อมูลส่วนบุคคล"),
    (quota, "เป้าหมาย"),
    (source, "จุดที่เอกสารต้นเรื่องไม่ตรงกัน"),
    (archive, "การตั้งค่าคลัง"),
)


def codes_of(family: ModuleType) -> tuple[Code, ...]:
    """The codes of a family in the order of their numbers."""
    found = {each.id: each for each in vars(family).values() if isinstance(each, Code)}
    for table in (each for each in vars(family).values() if isinstance(each, dict)):
        found |= {each.id: each for each in table.values() if isinstance(each, Code)}
    return tuple(found[id] for id in sorted(found))


ALL: dict[str, Code] = {code.id: code for family, _ in FAMILIES for code in codes_of(family)}
