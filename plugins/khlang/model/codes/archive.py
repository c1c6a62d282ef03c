"""KH-A: settings of the archive."""

from khlang.model.diagnostic import Code, Example, Severity

AS_OF_WITH_REAL_ITEMS = Code(
    "KH-A001",
    Severity.ERROR,
    "ตั้ง as_of ไว้ทั้งที่มีเรื่องจริง {count} เรื่อง วันที่จะไม่เดินตามปฏิทิน",
    "as_of is set although {count} items are no samples: the date would stand still",
    "ลบบรรทัด as_of จาก targets.yml (khlang samples --remove ลบพร้อมเรื่องตัวอย่าง)",
    "remove as_of from targets.yml (khlang samples --remove does it with the samples)",
    Example("as_of กับเรื่องที่ไม่ใช่ตัวอย่าง", "ไม่มี as_of", "file"),
)
SAMPLES_AMONG_REAL = Code(
    "KH-A002",
    Severity.WARNING,
    "มีเรื่องตัวอย่าง {count} เรื่องปนกับเรื่องจริง ตัวเลขทุกหน้ายังเป็นตัวเลขตัวอย่าง",
    "{count} samples stand among real items: every figure is still marked as a sample",
    "ลบเรื่องตัวอย่างด้วย khlang samples --remove",
    "run khlang samples --remove",
    Example("เรื่องตัวอย่างปนเรื่องจริง", "มีแต่เรื่องจริง", "file"),
)
UNKNOWN_DEADLINE = Code(
    "KH-A003",
    Severity.ERROR,
    "item_deadline: {slug} ไม่มีใน deadlines",
    "item_deadline {slug} is not among the deadlines",
    "ใช้ slug ของกำหนดส่งในปีเดียวกัน",
    "use the slug of a deadline of the same year",
    Example("item_deadline: items-to-provnce", "item_deadline: items-to-province", "targets"),
)
REPEATED_SLUG = Code(
    "KH-A004",
    Severity.ERROR,
    "รหัส {slug} ใช้ซ้ำใน {key}",
    "{slug} is used twice in {key}",
    "ตั้งรหัสใหม่ให้รายการที่เพิ่มทีหลัง",
    "give the newer entry a new slug",
    Example("หมวดสองหมวดใช้ slug เดียวกัน", "slug ไม่ซ้ำกัน", "file"),
)
SEVERITY_OF_UNKNOWN_CODE = Code(
    "KH-A005",
    Severity.ERROR,
    "severities มีรหัส {code} ที่ไม่มีอยู่",
    "severities names {code}, which does not exist",
    "ดูรหัสในคู่มือรายการข้อความ",
    "see the list of codes",
    Example("severities: {KH-Q999: …}", "severities: {KH-Q002: …}", "file"),
)
SEVERITY_FIXED = Code(
    "KH-A006",
    Severity.ERROR,
    "ลดระดับของ {code} ไม่ได้: ข้อผิดพลาดต้องแก้ก่อนเผยแพร่",
    "the severity of {code} cannot be lowered: an error is mended before publication",
    "ลบบรรทัดนี้จาก severities (ระดับของหมายเลขโทรศัพท์อยู่ที่ privacy.phones)",
    "remove it from severities (telephone numbers have their own setting, privacy.phones)",
    Example("severities ของ KH-Y001 เป็น off", "ไม่มีบรรทัดนั้น", "file"),
)
NO_TARGETS_FOR_TODAY = Code(
    "KH-A007",
    Severity.NOTICE,
    "ปีงบประมาณ {year} ยังไม่มีเป้าหมายใน targets.yml",
    "fiscal year {year} has no targets yet",
    "เพิ่มปี {year} ใน years: เมื่อจังหวัดกำหนดเป้าหมายแล้ว",
    "add the year when the province has set its targets",
    Example("วันที่ 1 ตุลาคมเมื่อยังไม่มีปีใหม่ใน targets.yml", "มีปีใหม่แล้ว", "file"),
)
PLAN_YEAR = Code(
    "KH-A008",
    Severity.ERROR,
    "แผนในไฟล์ {file} เป็นของปีงบประมาณ {year}",
    "{file} holds the plan of fiscal year {year}",
    "ตั้งชื่อไฟล์ตามปี เช่น content/plan/{year}.yml",
    "name it content/plan/{year}.yml",
    Example("content/plan/2565.yml ที่ fiscal_year: 2564", "content/plan/2564.yml", "file"),
)
CLOSED_YEAR = Code(
    "KH-A009",
    Severity.ERROR,
    "ไฟล์ {file} ไม่ใช่ตัวเลขของปีที่มีเป้าหมายใน targets.yml (fiscal_year: {year})",
    "{file} holds no year that targets.yml knows (fiscal_year: {year})",
    "ตั้งชื่อไฟล์ตามปี เช่น content/closed/{year}.yml และเก็บปีนั้นไว้ใน years: ของ targets.yml",
    "name it content/closed/{year}.yml and keep that year in targets.yml",
    Example("content/closed/2563.yml ที่ fiscal_year: 2564", "content/closed/2564.yml", "file"),
)
UNKNOWN_STATUS = Code(
    "KH-A010",
    Severity.ERROR,
    "สถานะ {status} ไม่มีใน statuses ของแผน",
    "status {status} is not among the plan's statuses",
    "เพิ่มสถานะนี้ใน statuses: พร้อมคำตามเอกสาร",
    "add it to statuses: with its words in the source",
    Example("status: done ในแผนที่ไม่มี done ใน statuses", "มี done ใน statuses", "file"),
)
VALUE_WITHOUT_EVIDENCE = Code(
    "KH-A011",
    Severity.WARNING,
    "ค่าที่บันทึกด้วยมือไม่มี {missing} จึงบอกไม่ได้ว่าจริงเมื่อใดและจากอะไร",
    "a value entered by hand has no {missing}: nobody can tell since when or from what it is true",
    "ใส่ date และ evidence_th ข้าง value ค่าที่ไม่มีวันที่จะไม่แสดง",
    "put date and evidence_th beside value; a value without a date is not shown",
    Example(
        "compute: {by: manual, value: 1}",
        'compute: {by: manual, value: 1, date: "2021-05-20", evidence_th: คำสั่งจังหวัดที่ 12}',
        "file",
    ),
)
NO_MEASURE = Code(
    "KH-A012",
    Severity.ERROR,
    "compute ที่ by: {by} ไม่ได้บอกว่านับอะไร (measure)",
    "a row computed by {by} does not say what is counted (measure)",
    "ใส่ measure เช่น counted-items หรือใช้ by: manual",
    "add measure, such as counted-items, or use by: manual",
    Example("compute: {by: archive}", "compute: {by: archive, measure: counted-items}", "file"),
)
UNKNOWN_PLACE = Code(
    "KH-A013",
    Severity.ERROR,
    "สถานที่ {slug} ไม่ใช่ศูนย์ในแผนหรือหน่วยงานในคลัง",
    "{slug} is neither a study centre of the plan nor a unit of this archive",
    "ใช้ slug จาก study_centres: ของแผน หรือ units: ของ targets.yml",
    "use a slug of study_centres: in the plan or of units: in targets.yml",
    Example("place: centre-nakhon-nayk", "place: centre-nakhon-nayok", "file"),
)
