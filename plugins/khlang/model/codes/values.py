"""KH-C: values that are no word of their vocabulary. One code a vocabulary."""

from khlang.model.diagnostic import Code, Example, Severity


def _unknown(number: int, th: str, en: str, bad: str, good: str, where: str = "front") -> Code:
    return Code(
        f"KH-C{number:03}",
        Severity.ERROR,
        f"ไม่มี{th} “{{value}}”",
        f"unknown {en} {{value}}",
        "ดูรายการที่ใช้ได้ใน categories.yml, targets.yml หรือแผนของปี",
        "see categories.yml, targets.yml or the year's plan",
        Example(bad, good, where),
    )


UNKNOWN: dict[str, Code] = {
    "categories": _unknown(
        10, "หมวดหมู่", "category", "category: model-aera", "category: model-area"
    ),
    "topics": _unknown(11, "องค์ความรู้ที่จำเป็น", "topic", "topics: [big-dat]", "topics: [big-data]"),
    "units": _unknown(12, "หน่วยงาน", "unit", "unit: meuang", "unit: mueang"),
    "formats": _unknown(13, "รูปแบบ", "format", "formats: [infographics]", "formats: [infographic]"),
    "origins": _unknown(14, "ที่มา", "origin", "origin: newer", "origin: new"),
    "existing_kinds": _unknown(
        15,
        "ประเภทของเดิม",
        "kind of existing knowledge",
        "origin: existing\nexisting_kind: manuals",
        "origin: existing\nexisting_kind: manual",
    ),
    "deliveries": _unknown(16, "ลักษณะที่ส่ง", "delivery", "delivery: files", "delivery: file"),
    "activities": _unknown(17, "กิจกรรม", "activity", "activity: act-1.9", "activity: act-1.2"),
    "issues": _unknown(
        18, "ประเด็นการพัฒนา", "issue", "kpis: {self-reliant: []}", "kpis: {}", "file"
    ),
    "parties": _unknown(19, "ผู้ส่งหรือผู้รับ", "party", "from: districts", "from: district", "file"),
    "registers": _unknown(
        24, "ทะเบียน", "register", "register: km-networks", "register: km-network", "file"
    ),
}
NOT_ONE_OF = Code(
    "KH-C020",
    Severity.ERROR,
    "ช่อง {key} เป็น “{value}” ไม่ได้",
    "{key} cannot be {value}",
    "ดูค่าที่ใช้ได้ในคู่มือ",
    "see the guide for the allowed values",
    Example("language: thai", "language: th", "front"),
)
TOPIC_OUT_OF_YEAR = Code(
    "KH-C021",
    Severity.WARNING,
    "หัวข้อ {topic} ไม่อยู่ในแผนของปีงบประมาณ {year}",
    "topic {topic} is not asked for in fiscal year {year}",
    "เลือกหัวข้อของปีนั้น หรือลบหัวข้อนี้",
    "choose a topic of that year",
    Example("หัวข้อที่ to_year: 2563 ในเรื่องปี 2564", "หัวข้อของปี 2564", "file"),
)
YEAR_WITHOUT_TARGETS = Code(
    "KH-C022",
    Severity.NOTICE,
    "ปีงบประมาณ {year} ยังไม่มีเป้าหมายใน targets.yml",
    "fiscal year {year} has no targets in targets.yml",
    "เพิ่มปี {year} ใน years: ของ targets.yml หรือแก้ fiscal_year",
    "add the year to targets.yml, or correct fiscal_year",
    Example("เรื่องปี 2565 เมื่อมีเป้าหมายถึงปี 2564", "เรื่องปี 2564", "file"),
)
UNIT_NOT_IN_YEAR = Code(
    "KH-C023",
    Severity.ERROR,
    "หน่วยงาน {unit} ไม่มีเป้าหมายในปีงบประมาณ {year}",
    "unit {unit} has no targets in fiscal year {year}",
    "เพิ่มหน่วยงานในปีนั้นของ targets.yml หรือแก้ unit",
    "add the unit to that year, or correct the unit",
    Example("หน่วยงานที่ไม่อยู่ใน years: ของปีนั้น", "หน่วยงานที่มีเป้าหมาย", "file"),
)
