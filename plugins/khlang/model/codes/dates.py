"""KH-D: dates and the steps of a history."""

from khlang.model.diagnostic import Code, Example, Severity

NOT_A_DATE = Code(
    "KH-D001",
    Severity.ERROR,
    "“{value}” ไม่ใช่วันที่แบบ ปี-เดือน-วัน",
    "{value} is not a date YYYY-MM-DD",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example('sent_to_department: "5 ก.ค. 2564"', 'sent_to_department: "2021-07-05"', "front"),
    fixable=True,
)
NO_SUCH_DAY = Code(
    "KH-D002",
    Severity.ERROR,
    "ไม่มีวันที่ {value} ในปฏิทิน",
    "there is no day {value}",
    "ตรวจวันและเดือน",
    "check day and month",
    Example('sent_to_department: "2021-06-31"', 'sent_to_department: "2021-06-30"', "front"),
)
BUDDHIST_YEAR = Code(
    "KH-D003",
    Severity.NOTICE,
    "{value} เป็นปี พ.ศ. ระบบอ่านเป็น {cure}",
    "{value} has a Buddhist year; read as {cure}",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example('sent_to_department: "2564-07-05"', 'sent_to_department: "2021-07-05"', "front"),
    fixable=True,
)
THAI_DIGITS = Code(
    "KH-D004",
    Severity.NOTICE,
    "วันที่ {value} ใช้เลขไทย ระบบอ่านเป็น {cure}",
    "{value} has Thai digits; read as {cure}",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example('sent_to_department: "๒๐๒๑-๐๗-๐๕"', 'sent_to_department: "2021-07-05"', "front"),
    fixable=True,
)
NOT_PADDED = Code(
    "KH-D005",
    Severity.NOTICE,
    "วันที่ {value} ไม่ครบหลัก ระบบอ่านเป็น {cure}",
    "{value} is not padded; read as {cure}",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example('sent_to_department: "2021-7-5"', 'sent_to_department: "2021-07-05"', "front"),
    fixable=True,
)
NOT_A_BE_YEAR = Code(
    "KH-D006",
    Severity.ERROR,
    "ช่อง {key} ต้องเป็นปี พ.ศ. สี่หลัก แต่พบ {value}",
    "{key} must be a Buddhist year, not {value}",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example("fiscal_year: 2021", "fiscal_year: 2564", "front"),
    fixable=True,
)
STEP_NOT_ALLOWED = Code(
    "KH-D010",
    Severity.ERROR,
    "เปลี่ยนสถานะจาก {before} เป็น {after} ไม่ได้",
    "{after} cannot follow {before}",
    "หลัง {before} ต้องเป็น {allowed_th} เพิ่มบรรทัดที่ขาดก่อนบรรทัดนี้ หรือแก้สถานะ",
    "after {before} comes {allowed}",
    Example(
        "history:\n  - 2021-06-21 submitted\n  - 2021-07-02 published",
        "history:\n  - 2021-06-21 submitted\n  - 2021-06-28 selected\n  - 2021-07-02 published",
        "front",
    ),
)
OUT_OF_ORDER = Code(
    "KH-D011",
    Severity.ERROR,
    "วันที่ {value} อยู่ก่อนบรรทัดก่อนหน้า ({before})",
    "{value} is before the line above ({before})",
    "เรียงจากเก่าไปใหม่ หรือแก้วันที่",
    "oldest first",
    Example(
        "history:\n  - 2021-06-21 submitted\n  - 2021-06-02 selected",
        "history:\n  - 2021-06-21 submitted\n  - 2021-07-02 selected",
        "front",
    ),
)
IN_THE_FUTURE = Code(
    "KH-D012",
    Severity.ERROR,
    "วันที่ {value} ยังมาไม่ถึง (ข้อมูล ณ {as_of})",
    "{value} is in the future (as of {as_of})",
    "แก้วันที่ หรือรอถึงวันนั้น",
    "correct the date",
    Example("history: [2099-01-01 submitted]", "history: [2021-06-21 submitted]", "front"),
)
NEEDS_REASON = Code(
    "KH-D013",
    Severity.ERROR,
    "สถานะ {state} ต้องมีเหตุผลต่อท้าย",
    "{state} needs a reason",
    "เขียนเหตุผลต่อท้ายบรรทัด เช่น 2021-07-01 returned ขอเพิ่มภาพ",
    "write the reason at the end of the line",
    Example(
        "history:\n  - 2021-06-21 submitted\n  - 2021-07-01 returned",
        "history:\n  - 2021-06-21 submitted\n  - 2021-07-01 returned ขอเพิ่มภาพ",
        "front",
    ),
)
OUTSIDE_FISCAL_YEAR = Code(
    "KH-D014",
    Severity.WARNING,
    "วันที่ส่ง {value} ไม่อยู่ในปีงบประมาณ {year}",
    "{value} is outside fiscal year {year}",
    "แก้ fiscal_year หรือวันที่ (ปีงบประมาณ {year} คือ {start} ถึง {end})",
    "correct fiscal_year or the date",
    Example("history: [2020-09-15 submitted]", "history: [2021-06-21 submitted]", "front"),
)
SENT_TOO_EARLY = Code(
    "KH-D015",
    Severity.WARNING,
    "ส่งกรมวันที่ {value} ก่อนผ่านการคัดเลือก",
    "sent to the Department on {value}, before it was selected",
    "ตรวจ sent_to_department กับประวัติสถานะ",
    "check sent_to_department against the history",
    Example(
        'history:\n  - 2021-06-21 submitted\n  - 2021-07-02 selected\nsent_to_department: "2021-06-25"',
        'history:\n  - 2021-06-21 submitted\n  - 2021-07-02 selected\nsent_to_department: "2021-07-05"',
        "front",
    ),
)
PERIOD_BACKWARDS = Code(
    "KH-D016",
    Severity.ERROR,
    "ช่วงเวลาสิ้นสุด {end} ก่อนเริ่ม {start}",
    "the period ends on {end}, before it starts on {start}",
    "สลับหรือแก้วันที่",
    "correct the dates",
    Example(
        'แผนที่ start: "2021-05-31" end: "2021-05-01"',
        'start: "2021-05-01" end: "2021-05-31"',
        "file",
    ),
)
WRONG_WEEKDAY = Code(
    "KH-D017",
    Severity.WARNING,
    "วันที่ {value} เป็นวัน{weekday_th} ไม่ใช่ {stated}",
    "{value} is a {weekday}, not a {stated}",
    "แก้วันหรือวันที่ให้ตรงกัน",
    "make the weekday and the date agree",
    Example('date: "2021-07-05", weekday: Sunday', 'date: "2021-07-05", weekday: Monday', "file"),
)
BEYOND_FISCAL_YEAR = Code(
    "KH-D018",
    Severity.WARNING,
    "ช่วงเวลา {start} ถึง {end} ออกนอกปีงบประมาณ {year}",
    "{start} to {end} lies beyond fiscal year {year}",
    "ตรวจปีของวันที่ (แถวของแผนอยู่นอกช่วงโครงการได้ แต่ไม่เกินปีงบประมาณ)",
    "check the years of the dates",
    Example('แถวแผนปี 2564 ที่ end: "2022-09-30"', 'end: "2021-09-30"', "file"),
)
