"""KH-Y: how a file was saved, its fences, and its YAML."""

from khlang.model.diagnostic import Code, Example, Severity

NOT_UTF8 = Code(
    "KH-Y001",
    Severity.ERROR,
    "ไฟล์ไม่ได้บันทึกเป็น UTF-8 (น่าจะเป็น {encoding})",
    "the file is not UTF-8 (probably {encoding})",
    "เปิดไฟล์แล้วเลือก บันทึกเป็น… (Save As) กำหนด Encoding เป็น UTF-8",
    "save the file again with encoding UTF-8",
    Example("ไฟล์ที่บันทึกจาก Notepad แบบ ANSI", "ไฟล์เดียวกันที่บันทึกแบบ UTF-8", "file"),
    fixable=True,
)
BYTE_ORDER_MARK = Code(
    "KH-Y002",
    Severity.NOTICE,
    "ไฟล์มีเครื่องหมาย BOM นำหน้า ระบบอ่านได้",
    "the file begins with a byte order mark; it is ignored",
    "บันทึกเป็น UTF-8 แบบไม่มี BOM",
    "save as UTF-8 without BOM",
    Example("ไฟล์ UTF-8 with BOM", "ไฟล์ UTF-8", "file"),
    fixable=True,
)
CONTROL_CHARACTER = Code(
    "KH-Y003",
    Severity.ERROR,
    "มีอักขระควบคุม {point} ที่มองไม่เห็น",
    "control character {point}",
    "ลบอักขระตรงนี้แล้วพิมพ์ใหม่ มักติดมาจากการคัดลอกข้อความ",
    "delete the character and type it again",
    Example("ข้อความที่มี U+0007 ติดมา", "ข้อความเดียวกันที่พิมพ์ใหม่", "file"),
)
DECOMPOSED_SARA_AM = Code(
    "KH-Y004",
    Severity.WARNING,
    "สระอำพิมพ์แยกเป็นสองตัว {count} แห่ง ระบบรวมให้ในหน้าเว็บ",
    "sara am typed as two characters in {count} places; joined on the page",
    "พิมพ์ ำ เป็นตัวเดียว หรือวางข้อความใหม่จาก Word แทน PDF",
    "type ำ as one character",
    Example("น้\u0e4d\u0e32ฝน", "น้ำฝน", "body"),
    fixable=True,
)
FILE_TOO_LARGE = Code(
    "KH-Y005",
    Severity.ERROR,
    "ไฟล์ข้อความใหญ่เกิน {limit} KB",
    "the text file has more than {limit} KB",
    "แบ่งเป็นหลายเรื่อง หรือแนบเป็นไฟล์",
    "split it, or attach it as a file",
    Example("ไฟล์ .md ขนาด 600 KB", "ไฟล์ .md ขนาด 20 KB", "file"),
)
LINE_TOO_LONG = Code(
    "KH-Y006",
    Severity.ERROR,
    "บรรทัดนี้ยาวเกิน {limit} ตัวอักษร",
    "this line has more than {limit} characters",
    "ขึ้นย่อหน้าใหม่ หรือแนบเป็นไฟล์",
    "break the line",
    Example("บรรทัดเดียวยาว 25,000 ตัวอักษร", "หลายย่อหน้า", "file"),
)
NO_FRONT_MATTER = Code(
    "KH-Y010",
    Severity.ERROR,
    "ไม่พบส่วนหัวของเรื่อง: บรรทัดแรกต้องเป็น ---",
    "no front matter: the first line must be ---",
    "ขึ้นต้นไฟล์ด้วยบรรทัด --- ตามด้วย title: … แล้วปิดด้วย --- (สร้างไฟล์ตัวอย่างได้ด้วย khlang new)",
    "begin the file with ---, the keys, and --- again",
    Example("title: ขุดหนอง", "---\ntitle: ขุดหนอง\n---", "file"),
)
UNCLOSED_FRONT_MATTER = Code(
    "KH-Y011",
    Severity.ERROR,
    "ส่วนหัวไม่มีบรรทัด --- ปิดท้าย",
    "the front matter is not closed with ---",
    "เพิ่มบรรทัด --- หลังช่องสุดท้าย ก่อนเนื้อเรื่อง",
    "add a line --- before the text",
    Example("---\ntitle: ขุดหนอง", "---\ntitle: ขุดหนอง\n---", "file"),
)
EMPTY_FRONT_MATTER = Code(
    "KH-Y012",
    Severity.ERROR,
    "ส่วนหัวว่างเปล่า",
    "the front matter is empty",
    "กรอกอย่างน้อย title, unit และ fiscal_year",
    "fill in title, unit and fiscal_year at least",
    Example("---\n---", "---\ntitle: ขุดหนอง\n---", "file"),
)
FRONT_MATTER_TOO_LARGE = Code(
    "KH-Y013",
    Severity.ERROR,
    "ส่วนหัวใหญ่เกิน {limit} KB",
    "the front matter has more than {limit} KB",
    "ย้ายข้อความยาวไปไว้ในเนื้อเรื่อง",
    "move long text into the body",
    Example("ส่วนหัว 70 KB", "ส่วนหัวไม่กี่บรรทัด", "file"),
)
NOT_A_MAPPING = Code(
    "KH-Y014",
    Severity.ERROR,
    "ต้องเป็นบรรทัดแบบ ชื่อ: ค่า",
    "expected lines of the form key: value",
    "เขียนบรรทัดละช่อง เช่น title: ขุดหนอง (มีเว้นวรรคหลังเครื่องหมาย :)",
    "write one key: value a line, with a space after the colon",
    Example("---\ntitle:ขุดหนอง\n---", "---\ntitle: ขุดหนอง\n---", "file"),
    fixable=True,
)
YAML_SYNTAX = Code(
    "KH-Y020",
    Severity.ERROR,
    "รูปแบบ YAML ไม่ถูกต้อง",
    "YAML syntax: {problem}",
    "ตรวจการย่อหน้า วงเล็บ และเครื่องหมายคำพูดในบรรทัดนี้และบรรทัดก่อนหน้า",
    "check indentation, brackets and quotes here and on the line before",
    Example('title: "ขุดหนอง" ห้าขั้นตอน', "title: ขุดหนอง ห้าขั้นตอน", "front"),
)
UNQUOTED_COLON = Code(
    "KH-Y021",
    Severity.ERROR,
    "ค่าที่มี : อยู่ข้างในต้องใส่ในเครื่องหมายคำพูด",
    "a value with a colon inside must be quoted",
    "เขียนเป็น {cure}",
    "write {cure}",
    Example("title: ขุดหนอง: ห้าขั้นตอน", 'title: "ขุดหนอง: ห้าขั้นตอน"', "front"),
    fixable=True,
)
TAB_INDENT = Code(
    "KH-Y022",
    Severity.ERROR,
    "ใช้ปุ่ม Tab ย่อหน้าใน YAML ไม่ได้",
    "tabs cannot indent YAML",
    "ลบ Tab แล้วใช้เว้นวรรคสองครั้งแทน",
    "use two spaces instead of the tab",
    Example("tags:\n\t- น้ำ", "tags:\n  - น้ำ", "front"),
    fixable=True,
)
BAD_FIRST_CHARACTER = Code(
    "KH-Y023",
    Severity.ERROR,
    "ค่าขึ้นต้นด้วย {char} ไม่ได้ถ้าไม่มีเครื่องหมายคำพูด",
    "a value cannot begin with {char} unless it is quoted",
    'ใส่ค่าทั้งหมดในเครื่องหมาย "…"',
    'put the whole value in "…"',
    Example("title: @ขุดหนอง", 'title: "@ขุดหนอง"', "front"),
    fixable=True,
)
UNCLOSED_QUOTE = Code(
    "KH-Y024",
    Severity.ERROR,
    "เปิดเครื่องหมายคำพูดหรือวงเล็บแล้วไม่ได้ปิด",
    "a quote or bracket is not closed",
    "เติมเครื่องหมายปิดท้ายค่า",
    "close it at the end of the value",
    Example('title: "ขุดหนอง', 'title: "ขุดหนอง"', "front"),
)
FORBIDDEN_YAML = Code(
    "KH-Y025",
    Severity.ERROR,
    "ไม่อนุญาตให้ใช้ {what} ใน YAML (anchor, alias หรือ tag)",
    "{what}: anchors, aliases and tags are not allowed",
    'ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด "…"',
    "quote the value if it is text",
    Example("title: !ขุดหนอง สระ", 'title: "!ขุดหนอง สระ"', "front"),
    fixable=True,
)
DUPLICATE_KEY = Code(
    "KH-Y026",
    Severity.ERROR,
    "มีช่อง {key} ซ้ำ (ครั้งแรกที่บรรทัด {first})",
    "{key} is given twice (first on line {first})",
    "ลบให้เหลือบรรทัดเดียว",
    "keep one of them",
    Example("title: ขุดหนอง\ntitle: ขุดสระ", "title: ขุดหนอง", "front"),
)
TOO_DEEP = Code(
    "KH-Y027",
    Severity.ERROR,
    "YAML ซ้อนกันลึกเกิน {limit} ชั้น",
    "YAML nested deeper than {limit}",
    "เขียนเป็นรายการชั้นเดียว",
    "flatten it",
    Example("tags: [[[[[[[[[[น้ำ]]]]]]]]]]", "tags: [น้ำ]", "front"),
)
COMPLEX_KEY = Code(
    "KH-Y028",
    Severity.ERROR,
    "ชื่อช่องต้องเป็นคำเดียว",
    "a key must be a plain word",
    "เขียนเป็น ชื่อ: ค่า",
    "write key: value",
    Example("? [a, b]\n: น้ำ", "tags: [น้ำ]", "front"),
)
SECOND_DOCUMENT = Code(
    "KH-Y029",
    Severity.ERROR,
    "มีเอกสาร YAML มากกว่าหนึ่งชุดในไฟล์",
    "more than one YAML document",
    "ลบบรรทัด --- ที่เกินมา",
    "remove the extra ---",
    Example("targets.yml ที่มี --- คั่นกลางไฟล์", "targets.yml ที่ไม่มี ---", "file"),
)
UNREADABLE_DATA = Code(
    "KH-Y030",
    Severity.ERROR,
    "ไม่พบไฟล์ {file}",
    "{file} is missing",
    "นำไฟล์กลับมา หรือคัดลอกจากคลังตัวอย่างแล้วแก้เป็นของจังหวัด",
    "restore the file",
    Example("คลังที่ไม่มี targets.yml", "คลังที่มี targets.yml", "file"),
)
BAD_MAP = Code(
    "KH-Y031",
    Severity.ERROR,
    "แผนที่อ่านไม่ได้: {problem_th}",
    "the map cannot be read: {problem_en}",
    "ใช้ GeoJSON แบบ FeatureCollection ที่ทุกแปลงมี amphoe_code และ name_th และมี credit_th, license",
    "use a GeoJSON FeatureCollection whose features have amphoe_code and name_th, with credit_th and license",
    Example('content/map.geojson ที่เป็น "{"', "GeoJSON ที่สมบูรณ์", "file"),
)
TOO_MANY_KEYS = Code(
    "KH-Y032",
    Severity.ERROR,
    "ส่วนหัวมี {count} ช่อง เกิน {limit}",
    "the front matter has {count} keys, more than {limit}",
    "เก็บเฉพาะช่องที่มีในคู่มือ ข้อมูลอื่นเขียนในเนื้อเรื่อง",
    "keep the keys of the guide; write everything else in the text",
    Example("ส่วนหัวที่มี 31 ช่อง", "ส่วนหัวที่มีเฉพาะช่องในคู่มือ", "file"),
)
PATH_TOO_LONG = Code(
    "KH-Y033",
    Severity.ERROR,
    "ที่อยู่ของเรื่องยาว {length} ไบต์ เกิน {limit}",
    "the path of the item has {length} bytes, more than {limit}",
    "ตั้งชื่อเป็น หน่วยงาน-อักษรอังกฤษสุ่มห้าตัว (khlang new ตั้งให้)",
    "name it <unit>-<5 letters>, as khlang new does",
    Example("content/items/2564/mueang/ชื่อเรื่องยาวหลายบรรทัด.md", "mueang-k7q2m.md", "file"),
)
BIDI_CONTROL = Code(
    "KH-Y034",
    Severity.ERROR,
    "มีอักขระที่กลับทิศของข้อความ {point} {count} แห่ง",
    "{point} in {count} places: it turns the direction of the text",
    "ลบอักขระตรงนี้แล้วพิมพ์ใหม่ มักติดมากับหมายเลขหรือชื่อที่คัดลอกจากโทรศัพท์",
    "delete the character and type the words again",
    Example("ข้อความที่มี U+202E ติดมา", "ข้อความเดียวกันที่พิมพ์ใหม่", "file"),
)
INVISIBLE_CHARACTER = Code(
    "KH-Y035",
    Severity.WARNING,
    "มีอักขระที่มองไม่เห็น {point} {count} แห่ง ทำให้ค้นหาไม่พบ",
    "{point} in {count} places: nobody sees it, and searches miss the word",
    "ลบออก มักติดมาจากการคัดลอกจากหน้าเว็บ วางข้อความแบบไม่มีรูปแบบ (Ctrl+Shift+V) แล้วตรวจอีกครั้ง",
    "delete it; paste without formatting (Ctrl+Shift+V)",
    Example("ข้อความที่มี U+200B คั่นระหว่างคำ", "ข้อความเดียวกันที่พิมพ์ใหม่", "file"),
    fixable=True,
)
UNPRINTABLE_NAME = Code(
    "KH-Y036",
    Severity.ERROR,
    "ชื่อไฟล์หรือโฟลเดอร์มีอักขระที่มองไม่เห็น {point}",
    "the name of this file or folder has {point}, which nobody sees",
    "ตั้งชื่อใหม่โดยพิมพ์เอง",
    "rename it, typing the name",
    Example("mueang-k7q2m.md ที่มี U+200B ในชื่อ", "mueang-k7q2m.md", "file"),
)
LOOKALIKE = Code(
    "KH-Y037",
    Severity.ERROR,
    "{what_th} มี {point} ซึ่งไม่ใช่ตัวอักษรอังกฤษ แม้จะดูเหมือน",
    "{what} has {point}, which is no English letter, whatever it looks like",
    "พิมพ์ใหม่ด้วยแป้นพิมพ์ภาษาอังกฤษ",
    "type it again with an English keyboard",
    Example("aliases: [mu\u0435ang-a5b4c]", "aliases: [mueang-a5b4c]", "front"),
)
HASHTAG_CUT = Code(
    "KH-Y039",
    Severity.WARNING,
    "ข้อความตั้งแต่เครื่องหมาย # ไม่ถูกอ่าน เพราะ # ขึ้นต้นหมายเหตุ",
    "what stands behind # is not read: it begins a comment",
    'ถ้าเป็นส่วนของค่า ให้ใส่ค่าทั้งหมดในเครื่องหมาย "…" ถ้าเป็นหมายเหตุ ให้เว้นวรรคหลัง #',
    'put the whole value in "…", or a space behind # of a comment',
    Example("title: ขุดหนอง #โคกหนองนา", 'title: "ขุดหนอง #โคกหนองนา"', "front"),
)
TOO_MANY_MARKS = Code(
    "KH-Y038",
    Severity.ERROR,
    "เรื่องมีเครื่องหมาย Markdown และ HTML {count} ตัว เกิน {limit}",
    "the item has {count} marks of Markdown and HTML, more than {limit}",
    "แบ่งเป็นหลายเรื่อง หรือแนบตารางยาวเป็นไฟล์ .xlsx",
    "split it, or attach long tables as .xlsx",
    Example("ตาราง 5,000 แถวในเนื้อหา", "ตารางแนบเป็นไฟล์", "file"),
)
