"""KH-G: Thai text that GitHub-flavoured Markdown shows otherwise than its author meant."""

from khlang.model.diagnostic import Code, Example, Severity

BOLD_NOT_CLOSED = Code(
    "KH-G001",
    Severity.WARNING,
    "ตัวหนาไม่ทำงานตรงนี้ หน้าเว็บจะแสดงเครื่องหมาย **",
    "this does not become bold: the page will show the asterisks",
    "เว้นวรรคหน้าและหลัง ** หรือย้ายเครื่องหมายคำพูดออกนอก **",
    "put a space outside **, or move the quotes out of it",
    Example("ใช้ **“โคก หนอง นา”**ของเรา", "ใช้ “**โคก หนอง นา**” ของเรา", "body"),
    fixable=True,
)
THAI_IN_LINK = Code(
    "KH-G002",
    Severity.WARNING,
    "ข้อความไทยติดเข้าไปในลิงก์ {href}",
    "Thai text runs into the link {href}",
    "เว้นวรรคหลังที่อยู่ หรือเขียนเป็น <{cure}>",
    "put a space after the address, or write <{cure}>",
    Example("ดู https://www.cdd.go.thครับ", "ดู <https://www.cdd.go.th> ครับ", "body"),
    fixable=True,
)
THAI_NUMBERS_RUN_ON = Code(
    "KH-G003",
    Severity.WARNING,
    "ข้อที่ขึ้นต้นด้วยเลขไทยจะต่อกันเป็นบรรทัดเดียว",
    "lines that begin with Thai numbers will run together",
    "เติม \\ ท้ายบรรทัดก่อนหน้า หรือใช้ 1. 2. 3.",
    "end the line before with \\, or use 1. 2. 3.",
    Example("๓. ขุด\n๔. ปลูก", "๓. ขุด\\\n๔. ปลูก", "body"),
    fixable=True,
)
HEADING_LEVEL_ONE = Code(
    "KH-G004",
    Severity.WARNING,
    "หัวข้อ # ซ้ำกับชื่อเรื่อง ระบบแสดงเป็นหัวข้อระดับ ##",
    "a # heading repeats the title; shown as ##",
    "ใช้ ## สำหรับหัวข้อในเนื้อหา",
    "use ## for headings in the text",
    Example("# หัวข้อ", "## หัวข้อ", "body"),
    fixable=True,
)
HASH_WITHOUT_SPACE = Code(
    "KH-G005",
    Severity.WARNING,
    "หัวข้อต้องเว้นวรรคหลัง #",
    "a heading needs a space after #",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example("##หัวข้อ", "## หัวข้อ", "body"),
    fixable=True,
)
RAW_HTML = Code(
    "KH-G006",
    Severity.WARNING,
    "แท็ก HTML <{tag}> ไม่แสดงผล ส่วนนี้จะถูกตัดออกจากหน้าเว็บ",
    "the HTML tag <{tag}> is removed from the page",
    "ใช้ Markdown แทน หรือเขียนในเครื่องหมาย ` ถ้าต้องการให้เห็นแท็ก",
    "use Markdown, or put the tag in backticks to show it",
    Example("<iframe src=x></iframe>", "`<iframe>`", "body"),
)
