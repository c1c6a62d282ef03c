"""KH-K: contributors. Messages never print a key: in an office of three a key is a person."""

from khlang.model.diagnostic import Code, Example, Severity

OTHER_UNIT = Code(
    "KH-K001",
    Severity.ERROR,
    "รหัสผู้จัดทำเป็นของหน่วยงานอื่น ({unit})",
    "the contributor key belongs to another unit ({unit})",
    "ใช้รหัสที่ขึ้นต้นด้วยหน่วยงานของเรื่อง ผู้ร่วมจากหน่วยอื่นใส่ใน with",
    "use a key of the item's unit; joint makers of other units go into with",
    Example("contributor: nong-sua-01", "contributor: mueang-01", "front"),
)
UNKNOWN_UNIT = Code(
    "KH-K002",
    Severity.ERROR,
    "รหัสผู้ร่วมจัดทำไม่ตรงกับหน่วยงานใด",
    "a joint maker's key belongs to no unit",
    "รหัสต้องขึ้นต้นด้วยรหัสหน่วยงานใน targets.yml",
    "a key begins with the slug of a unit",
    Example("with: [muang-01]", "with: [mueang-02]", "front"),
)
LISTED_TWICE = Code(
    "KH-K003",
    Severity.WARNING,
    "ผู้จัดทำอยู่ใน with ด้วย นับเป็นคนเดียว",
    "the contributor is also in with; counted once",
    "ลบออกจาก with",
    "remove the key from with",
    Example("with: [mueang-01]", "with: [mueang-02]", "front"),
)
MORE_THAN_STAFF = Code(
    "KH-K004",
    Severity.WARNING,
    "{unit_th} มีผู้จัดทำ {contributors} คน มากกว่าเจ้าหน้าที่ {staff} คนใน targets.yml",
    "{unit} has {contributors} contributors, more than its staff of {staff}",
    "ตรวจรหัสผู้จัดทำที่พิมพ์ผิด หรือแก้จำนวนเจ้าหน้าที่",
    "check for mistyped keys, or correct the staff",
    Example("ผู้จัดทำ 4 คนในหน่วยที่มีเจ้าหน้าที่ 3 คน", "ผู้จัดทำไม่เกินจำนวนเจ้าหน้าที่", "file"),
)
