"""KH-P: personal data. Messages print a masked form only; places are private (no excerpt)."""

from khlang.model.diagnostic import Code, Example, Severity

CITIZEN_ID = Code(
    "KH-P001",
    Severity.ERROR,
    "พบเลขประจำตัวประชาชน {masked} ห้ามเผยแพร่ทุกกรณี",
    "a citizen ID, {masked}: never published",
    "ลบออก หรือปิดเป็น 1-23xx-xxxxx-xx-x (เลขทะเบียนนิติบุคคลหรือเลขผู้เสียภาษี ให้เขียนคำนั้นนำหน้าเลข)",
    "remove it (before the tax or register number of an office or company, write that word)",
    Example("เลขบัตร 1-1111-11111-11-9", "เลขบัตร 1-1111-xxxxx-xx-x", "body"),
)
PHONE = Code(
    "KH-P002",
    Severity.ERROR,
    "พบหมายเลขโทรศัพท์ {masked}",
    "a telephone number, {masked}",
    "ลบออก ถ้าเป็นหมายเลขกลางของสำนักงานให้เพิ่มใน privacy.office_phones ของ targets.yml "
    "ถ้าเจ้าของยินยอมให้เพิ่มใน pii_exceptions ของเรื่อง",
    "remove it; list the office's own in privacy.office_phones of targets.yml, others with consent in pii_exceptions",
    Example("โทร. 081-000-0012", "ติดต่อที่สำนักงาน", "body"),
)
EMAIL = Code(
    "KH-P003",
    Severity.WARNING,
    "พบอีเมล {masked}",
    "an e-mail address, {masked}",
    "ลบออก ถ้าเป็นอีเมลกลางของสำนักงานให้เพิ่มใน privacy.office_emails ของ targets.yml "
    "ถ้าเจ้าของยินยอมให้เพิ่มใน pii_exceptions ของเรื่อง",
    "remove it; list the office's own in privacy.office_emails of targets.yml, others with consent in pii_exceptions",
    Example("อีเมล somchai@example.org", "ติดต่อที่สำนักงาน", "body"),
)
BANK_ACCOUNT = Code(
    "KH-P004",
    Severity.WARNING,
    "พบเลขบัญชีธนาคาร {masked}",
    "a bank account, {masked}",
    "ลบออก ถ้าต้องเผยแพร่จริงให้เพิ่มใน pii_exceptions พร้อมเหตุผล",
    "remove it, or except it in pii_exceptions with the reason",
    Example("เลขที่บัญชี 000-1-00012-3", "โอนผ่านเหรัญญิกกลุ่ม", "body"),
)
ADDRESS = Code(
    "KH-P005",
    Severity.WARNING,
    "พบที่อยู่บ้าน {masked}",
    "a house address, {masked}",
    "เหลือเพียงหมู่บ้านหรือตำบล ที่อยู่ของสถานที่ที่เปิดให้เข้าชมให้เพิ่มใน pii_exceptions",
    "keep the village or subdistrict only; except a place open to visitors in pii_exceptions",
    Example("บ้านเลขที่ 99/9 หมู่ 5", "หมู่ 5", "body"),
)
LINE_ID = Code(
    "KH-P006",
    Severity.WARNING,
    "พบไลน์ไอดีของบุคคล {masked}",
    "a person's LINE id, {masked}",
    "ลบออก หรือใช้บัญชีทางการที่ขึ้นต้นด้วย @",
    "remove it, or use an official account, which begins with @",
    Example("ไลน์ไอดี: somchai-01", "ไลน์ไอดี: @khlang", "body"),
)
ID_EXCEPTED = Code(
    "KH-P007",
    Severity.ERROR,
    "เลขประจำตัวประชาชนยกเว้นไม่ได้",
    "a citizen ID cannot be excepted",
    "ลบข้อยกเว้นนี้ และลบเลขออกจากเรื่อง",
    "remove the exception, and the number from the item",
    Example(
        'pii_exceptions: [{text: 1-1111-11111-11-9, reason: ขอแล้ว, date: "2021-06-30"}]',
        "",
        "front",
    ),
)
EXCEPTION_UNUSED = Code(
    "KH-P008",
    Severity.WARNING,
    "ข้อยกเว้นนี้ไม่ตรงกับข้อความใดในเรื่อง",
    "this exception matches nothing in the item",
    "คัดลอกหมายเลขหรือที่อยู่จากเรื่องมาทั้งหมด หรือลบข้อยกเว้นที่ไม่ใช้แล้ว",
    "copy the whole number or address from the item, or remove an exception no longer used",
    Example(
        'pii_exceptions: [{text: 081-000-0012, reason: ขอแล้ว, date: "2021-06-30"}]', "", "front"
    ),
)
