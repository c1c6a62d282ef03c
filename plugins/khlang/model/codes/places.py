"""KH-I: ids, paths, and references between items."""

from khlang.model.diagnostic import Code, Example, Severity

BAD_ID = Code(
    "KH-I001",
    Severity.ERROR,
    "ชื่อไฟล์ {id} ไม่เป็นรหัสเรื่อง",
    "{id} is not an item id",
    "ตั้งชื่อเป็น {unit}-อักษรอังกฤษสุ่มห้าตัว เช่น {unit}-k7q2m.md (khlang new ตั้งให้)",
    "name it {unit}-<5 letters a-z or 2-7>, such as {unit}-k7q2m.md",
    Example(
        "content/items/2564/mueang/ขุดหนอง.md",
        "content/items/2564/mueang/mueang-k7q2m.md",
        "file",
    ),
    fixable=True,
)
DUPLICATE_ID = Code(
    "KH-I002",
    Severity.ERROR,
    "รหัส {id} ซ้ำกับ {other}",
    "{id} is also the id of {other}",
    "ตั้งรหัสใหม่ให้เรื่องที่เพิ่มทีหลัง",
    "give the newer item a new id",
    Example("สองไฟล์ชื่อ mueang-k7q2m.md", "รหัสไม่ซ้ำกัน", "file"),
)
WRONG_UNIT_FOLDER = Code(
    "KH-I003",
    Severity.ERROR,
    "เรื่องของ {unit} อยู่ในโฟลเดอร์ {folder}",
    "an item of {unit} lies in the folder {folder}",
    "ย้ายไฟล์ไป content/items/{year}/{unit}/ หรือแก้ unit",
    "move it to content/items/{year}/{unit}/, or correct unit",
    Example("unit: nong-sua", "unit: mueang", "front"),
    fixable=True,
)
WRONG_YEAR_FOLDER = Code(
    "KH-I004",
    Severity.ERROR,
    "เรื่องปีงบประมาณ {year} อยู่ในโฟลเดอร์ {folder}",
    "an item of fiscal year {year} lies in the folder {folder}",
    "ย้ายไฟล์ไป content/items/{year}/{unit}/ หรือแก้ fiscal_year",
    "move it to content/items/{year}/{unit}/, or correct fiscal_year",
    Example("fiscal_year: 2565", "fiscal_year: 2564", "front"),
    fixable=True,
)
WRONG_UNIT_IN_ID = Code(
    "KH-I005",
    Severity.ERROR,
    "รหัส {id} ไม่ได้ขึ้นต้นด้วยหน่วยงาน {unit}",
    "the id {id} does not begin with the unit {unit}",
    "เปลี่ยนชื่อไฟล์ให้ขึ้นต้นด้วย {unit}- และเพิ่มรหัสเดิมใน aliases",
    "rename it to begin with {unit}-, and keep the old id in aliases",
    Example("mueang/nong-sua-k7q2m.md", "mueang/mueang-k7q2m.md", "file"),
    fixable=True,
)
STRAY_FILE = Code(
    "KH-I006",
    Severity.ERROR,
    "ไฟล์นี้ไม่อยู่ในที่ของเรื่องใด: {path}",
    "this file belongs to no item: {path}",
    "เรื่องต้องอยู่ที่ content/items/ปี/หน่วยงาน/รหัส.md หรือ …/รหัส/index.md และไฟล์แนบอยู่ข้าง index.md",
    "items lie at content/items/<year>/<unit>/<id>.md or <id>/index.md, attachments beside index.md",
    Example(
        "content/items/2564/poster.png",
        "content/items/2564/mueang/mueang-k7q2m/poster.png",
        "file",
    ),
)
UNKNOWN_REFERENCE = Code(
    "KH-I007",
    Severity.ERROR,
    "ไม่มีเรื่องรหัส {id} ที่ {key} อ้างถึง",
    "{key} names {id}, which does not exist",
    "ตรวจรหัสจากชื่อไฟล์ของเรื่องเดิม",
    "check the id",
    Example("supersedes: mueang-zzzzz", "", "front"),
)
SUPERSEDES_ITSELF = Code(
    "KH-I008",
    Severity.ERROR,
    "เรื่องแทนที่กันเป็นวง: {chain}",
    "items supersede each other in a circle: {chain}",
    "ลบ supersedes ในเรื่องที่เก่ากว่า",
    "remove supersedes from the older item",
    Example("supersedes: รหัสของเรื่องเอง", "supersedes: รหัสของเรื่องเก่า", "file"),
)
ALIAS_TAKEN = Code(
    "KH-I009",
    Severity.ERROR,
    "รหัสเดิม {id} เป็นรหัสที่ใช้อยู่ใน {other}",
    "the former id {id} is in use by {other}",
    "ลบออกจาก aliases",
    "remove it from aliases",
    Example("aliases ที่เป็นรหัสของเรื่องอื่น", "aliases ที่ไม่มีใครใช้", "file"),
)
UNKNOWN_YEAR_OR_UNIT_FOLDER = Code(
    "KH-I010",
    Severity.ERROR,
    "ไม่มีหน่วยงานชื่อโฟลเดอร์ {folder}",
    "no unit is called {folder}",
    "ใช้รหัสหน่วยงานใน targets.yml เป็นชื่อโฟลเดอร์",
    "use the slug of a unit as the folder's name",
    Example("content/items/2564/muang/…", "content/items/2564/mueang/…", "file"),
)
