"""KH-S: places where the source does not agree with itself. Notices, never repaired."""

from khlang.model.diagnostic import Code, Example, Severity

KNOWN_DIFFERENCE = Code(
    "KH-S001",
    Severity.NOTICE,
    "{title}: {effect}",
    "{slug}: {effect_en}",
    "{show}",
    "{show_en}",
    Example("known_differences ที่บันทึกไว้", "ไม่มีรายการ", "file"),
)
TOTAL_DIFFERS = Code(
    "KH-S002",
    Severity.NOTICE,
    "ผลรวมเป้าหมายของหน่วยงาน {computed} ต่างจากที่แผนระบุ {stated} อยู่ {difference:+d}",
    "the quotas sum to {computed}, the plan states {stated} ({difference:+d})",
    "ตรวจกับเอกสารต้นเรื่อง ระบบแสดงทั้งสองค่าและไม่ปรับตัวเลข",
    "both are shown; neither is adjusted",
    Example("ทะเบียนรวม 61 แต่แผนระบุ 60", "ตัวเลขตรงกัน", "file"),
)
