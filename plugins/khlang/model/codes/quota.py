"""KH-Q: quotas. A shortfall is a notice before the deadline and a warning after it."""

from khlang.model.diagnostic import Code, Example, Severity

SHORT_BEFORE = Code(
    "KH-Q001",
    Severity.NOTICE,
    "{unit_th} ส่งแล้ว {items} จาก {quota} เรื่อง ขาด {missing} เหลือเวลา {days} วัน",
    "{unit}: {items} of {quota} items, {missing} missing, {days} days left",
    "ส่งให้ครบภายใน {deadline}",
    "due on {due}",
    Example("ส่ง 2 จาก 4 ก่อนกำหนด", "ส่งครบ 4", "file"),
)
SHORT_AFTER = Code(
    "KH-Q002",
    Severity.WARNING,
    "{unit_th} ส่งแล้ว {items} จาก {quota} เรื่อง ขาด {missing} เลยกำหนด {days} วัน",
    "{unit}: {items} of {quota} items, {missing} missing, {days} days late",
    "เร่งส่งเรื่องที่ขาด กำหนดคือ {deadline}",
    "was due on {due}",
    Example("ส่ง 2 จาก 4 หลังกำหนด", "ส่งครบ 4", "file"),
)
CONTRIBUTORS_SHORT = Code(
    "KH-Q003",
    Severity.WARNING,
    "{unit_th} จำนวนเรื่องครบ ({items}/{quota}) แต่มีผู้จัดทำ {contributors} จาก {staff} คน",
    "{unit}: items suffice ({items}/{quota}), but {contributors} of {staff} staff have one",
    "ทุกคนต้องมีอย่างน้อยคนละ {minimum} เรื่อง",
    "everyone needs at least {minimum}",
    Example("4 เรื่องโดยคนเดียวในหน่วยที่มี 4 คน", "4 เรื่องโดย 4 คน", "file"),
)
SHORT_WITHOUT_DEADLINE = Code(
    "KH-Q004",
    Severity.NOTICE,
    "{unit_th} ส่งแล้ว {items} จาก {quota} เรื่อง ขาด {missing} (เอกสารไม่ได้กำหนดวันสำหรับหน่วยนี้)",
    "{unit}: {items} of {quota} items, {missing} missing; the source sets no deadline for it",
    "ส่งให้ครบภายในปีงบประมาณ",
    "deliver within the fiscal year",
    Example("สำนักงานจังหวัดส่ง 5 จาก 12", "ส่งครบ 12", "file"),
)
