"""KH-F: keys and types."""

from khlang.model.diagnostic import Code, Example, Severity

UNKNOWN_KEY = Code(
    "KH-F001",
    Severity.ERROR,
    "ไม่รู้จักช่อง {key}",
    "unknown key {key}",
    "ลบบรรทัดนี้ หรือดูรายชื่อช่องในคู่มือ",
    "remove it, or see the list of keys in the guide",
    Example("titel: ขุดหนอง", "title: ขุดหนอง", "front"),
)
MISSING = Code(
    "KH-F002",
    Severity.ERROR,
    "ไม่มีช่อง {key} ({label})",
    "{key} is missing",
    "เพิ่มบรรทัด {key}: {example}",
    "add {key}: {example}",
    Example("unit: mueang", "title: ขุดหนอง\nunit: mueang", "file"),
)
EMPTY = Code(
    "KH-F003",
    Severity.ERROR,
    "ช่อง {key} ({label}) ว่างเปล่า",
    "{key} is empty",
    "กรอกค่า หรือลบบรรทัดนี้ถ้ายังเป็นร่าง",
    "fill it in",
    Example("title:", "title: ขุดหนอง", "front"),
)
WRONG_TYPE = Code(
    "KH-F004",
    Severity.ERROR,
    "ช่อง {key} ต้องเป็น{expected} แต่พบ{found}",
    "{key} must be {expected_en}, not {found_en}",
    "เขียนใหม่เป็น{expected}",
    "write {expected_en}",
    Example("tags: น้ำ", "tags: [น้ำ]", "front"),
    fixable=True,
)
TOO_LONG = Code(
    "KH-F005",
    Severity.ERROR,
    "ช่อง {key} ยาว {length} ตัวอักษร เกิน {limit}",
    "{key} has {length} characters, more than {limit}",
    "ย่อให้สั้นลง รายละเอียดเขียนในเนื้อเรื่องได้",
    "shorten it",
    Example(f"title: {'ก' * 201}", "title: ขุดหนอง", "front"),
)
WRONG_SHAPE = Code(
    "KH-F006",
    Severity.ERROR,
    "ช่อง {key} เขียนไม่ถูกแบบ: {value}",
    "{key} has the wrong form: {value}",
    "ต้องเป็น{shape}",
    "expected {shape_en}",
    Example("contributor: Mueang 3", "contributor: mueang-03", "front"),
    fixable=True,
)
NOT_A_NUMBER = Code(
    "KH-F007",
    Severity.ERROR,
    "ช่อง {key} ต้องเป็นจำนวนเต็ม แต่พบ {value}",
    "{key} must be a whole number, not {value}",
    "เขียนเฉพาะตัวเลข เช่น 4",
    "write digits only",
    Example("quota: สี่", "quota: 4", "targets"),
)
OUT_OF_RANGE = Code(
    "KH-F008",
    Severity.ERROR,
    "ช่อง {key} เป็น {value} ต้องอยู่ระหว่าง {low} ถึง {high}",
    "{key} is {value}, outside {low} to {high}",
    "แก้ตัวเลข",
    "correct the number",
    Example("quota: 99999", "quota: 4", "targets"),
)
NOT_A_FLAG = Code(
    "KH-F009",
    Severity.ERROR,
    "ช่อง {key} ต้องเป็น true หรือ false แต่พบ {value}",
    "{key} must be true or false, not {value}",
    "เขียน true หรือ false",
    "write true or false",
    Example("sample: ใช่", "sample: true", "front"),
)
REPEATED = Code(
    "KH-F010",
    Severity.WARNING,
    "{value} ซ้ำในช่อง {key} นับครั้งเดียว",
    "{value} is repeated in {key}; counted once",
    "ลบค่าที่ซ้ำ",
    "remove the repetition",
    Example("tags: [น้ำ, น้ำ]", "tags: [น้ำ]", "front"),
)
PERSONAL_KEY = Code(
    "KH-F011",
    Severity.ERROR,
    "ห้ามใส่ข้อมูลส่วนบุคคลในเรื่อง: ช่อง {key} เป็นของทะเบียนที่เก็บนอกคลัง",
    "personal data do not belong in an item: {key} is a column of a private register",
    "ลบบรรทัดนี้ แล้วเก็บไว้ในทะเบียนของสำนักงาน",
    "remove the line; keep it in the office's private register",
    Example("phone: …", "", "front"),
)
MISSING_FOR_STATE = Code(
    "KH-F020",
    Severity.ERROR,
    "เรื่องที่{state_th} ต้องมีช่อง {key} ({label})",
    "an item that is {state} must have {key}",
    "เพิ่มช่อง {key} เช่น {key}: {example}",
    "add {key}, such as {key}: {example}",
    Example("history: [2021-06-21 submitted]", "category: model-area", "file"),
)
NEEDS_NOTE = Code(
    "KH-F021",
    Severity.ERROR,
    "รูปแบบ {format} ต้องระบุใน format_note ว่าเป็นอะไร",
    "format {format} needs a format_note",
    "เพิ่มบรรทัด format_note: บอกว่าเป็นอะไร เช่น format_note: พอดแคสต์ 12 นาที",
    "add format_note",
    Example("formats: [other]", "formats: [other]\nformat_note: พอดแคสต์", "front"),
)
NEEDS_EXISTING_KIND = Code(
    "KH-F022",
    Severity.ERROR,
    "origin: existing ต้องระบุ existing_kind",
    "origin: existing needs existing_kind",
    "เพิ่มบรรทัด existing_kind: ตามด้วยคำใดคำหนึ่ง: {kinds}",
    "add existing_kind: with one of {kinds}",
    Example("origin: existing", "origin: existing\nexisting_kind: manual", "front"),
)
NEEDS_CONSENT = Code(
    "KH-F023",
    Severity.ERROR,
    "แสดง byline ได้เมื่อมีวันที่ยินยอมใน consent เท่านั้น",
    "a byline needs the date of consent",
    'ขอความยินยอมเป็นหนังสือ แล้วเพิ่มบรรทัด consent: "ปี ค.ศ.-เดือน-วัน" เช่น consent: "2021-06-30" หรือลบ byline',
    "add consent with the date of the written consent, or remove the byline",
    Example("byline: กลุ่มงาน", 'byline: กลุ่มงาน\nconsent: "2021-06-30"', "front"),
)
EMPTY_BODY = Code(
    "KH-F024",
    Severity.ERROR,
    "เรื่องที่{state_th} ต้องมีเนื้อหา ไฟล์แนบ หรือวิดีโอ",
    "an item that is {state} must have a text, an attachment or a video",
    "เขียนเนื้อหาใต้บรรทัด --- หรือแนบไฟล์",
    "write a text below --- or attach a file",
    Example("", "เนื้อหา", "body"),
)
