"""The type of a column in Thai words, for the reference pages and the comments of a draft."""

from khlang.model import columns as kinds
from khlang.model.columns import Type

# Where the words of a vocabulary are listed.
VOCABULARY_FILES = {
    "categories": "categories.yml",
    "topics": "categories.yml",
    "issues": "categories.yml",
    "formats": "categories.yml",
    "origins": "categories.yml",
    "existing_kinds": "categories.yml",
    "deliveries": "categories.yml",
    "units": "targets.yml",
    "parties": "targets.yml",
    "registers": "targets.yml",
    "activities": "content/plan/ปี.yml",
}


def type_th(kind: Type) -> str:
    """`รายการของข้อความ ไม่เกิน 60 ตัวอักษร`; a record is explained by its own columns."""
    match kind:
        case kinds.Text():
            return kind.shape_th or f"ข้อความ ไม่เกิน {kind.max_length} ตัวอักษร"
        case kinds.Integer():
            return f"จำนวนเต็ม {kind.minimum} ถึง {kind.maximum}"
        case kinds.Flag():
            return "true หรือ false"
        case kinds.Day():
            return "วันที่แบบ ปี ค.ศ.-เดือน-วัน"
        case kinds.Year():
            return "ปี พ.ศ. สี่หลัก"
        case kinds.Choice():
            return f"รหัสหรือชื่อไทยใน {kind.vocabulary} ของ {VOCABULARY_FILES[kind.vocabulary]}"
        case kinds.OneOf():
            return "ค่าใดค่าหนึ่ง: " + ", ".join(kind.values)
        case kinds.Dated():
            return f"วันที่ ตามด้วย{'สถานะ และเหตุผล (ถ้ามี)' if kind.words else 'ข้อความ'}"
        case kinds.Scalar():
            return "ตัวเลขหรือข้อความ"
        case kinds.Record():
            return "ชุดช่องย่อย (ดูด้านล่าง)"
        case kinds.Many():
            return f"รายการของ{type_th(kind.of)}"
        case kinds.Table():
            return f"ตาราง {type_th(kind.keys)}: {type_th(kind.of)}"
