"""KH-L: links, images and attachments."""

from khlang.model.diagnostic import Code, Example, Severity

ATTACHMENT_MISSING = Code(
    "KH-L001",
    Severity.ERROR,
    "ไม่พบไฟล์แนบ {file} ข้าง index.md",
    "the attachment {file} is not beside index.md",
    "วางไฟล์ในโฟลเดอร์เดียวกัน และสะกดชื่อให้ตรงทั้งตัวเล็กตัวใหญ่",
    "put the file there, with exactly this name",
    Example("attachments: [{file: x.png, title: ภาพ, alt: ภาพ}]", "", "front"),
)
ATTACHMENT_WITHOUT_FOLDER = Code(
    "KH-L002",
    Severity.ERROR,
    "เรื่องที่เป็นไฟล์เดียวแนบไฟล์ไม่ได้",
    "an item that is a single file cannot have attachments",
    "สร้างโฟลเดอร์ {id}/ ย้ายเรื่องไปเป็น {id}/index.md แล้ววางไฟล์แนบไว้ข้างกัน",
    "make it {id}/index.md and put the file beside it",
    Example("mueang-k7q2m.md ที่มี attachments", "mueang-k7q2m/index.md", "file"),
)
ATTACHMENT_TYPE = Code(
    "KH-L003",
    Severity.ERROR,
    "ไม่รับไฟล์ชนิด {suffix}",
    "files of type {suffix} are not accepted",
    "ใช้ {allowed} (ไฟล์ .doc, .ppt รุ่นเก่าให้บันทึกใหม่เป็น .docx, .pptx)",
    "use one of {allowed}",
    Example("attachments: ชื่อ form.exe", "attachments: ชื่อ form.pdf", "file"),
)
ATTACHMENT_NOT_ITS_TYPE = Code(
    "KH-L004",
    Severity.ERROR,
    "เนื้อในของ {file} ไม่ใช่ไฟล์ชนิด {suffix}",
    "the content of {file} is not {suffix}",
    "ส่งออกไฟล์ใหม่จากโปรแกรมเดิม อย่าเปลี่ยนเพียงนามสกุล",
    "export the file again instead of renaming it",
    Example("ไฟล์ข้อความที่ตั้งชื่อ poster.png", "ภาพ PNG จริง", "file"),
)
ATTACHMENT_TOO_LARGE = Code(
    "KH-L005",
    Severity.ERROR,
    "ไฟล์ {file} ใหญ่ {size} MB เกิน {limit} MB",
    "{file} has {size} MB, more than {limit} MB",
    "ย่อภาพหรือบีบอัดไฟล์ วิดีโอยาวให้ขึ้น YouTube แล้วใส่ลิงก์ใน video",
    "shrink the file; put long videos on YouTube and link them in video",
    Example("ภาพ 30 MB", "ภาพ 2 MB", "file"),
)
ATTACHMENT_EMPTY = Code(
    "KH-L006",
    Severity.ERROR,
    "ไฟล์ {file} ว่างเปล่า",
    "{file} is empty",
    "คัดลอกไฟล์มาใหม่",
    "copy the file again",
    Example("poster.png ขนาด 0 ไบต์", "poster.png ที่สมบูรณ์", "file"),
)
IMAGE_WITHOUT_ALT = Code(
    "KH-L007",
    Severity.ERROR,
    "ไฟล์ภาพ {file} ไม่มีคำอธิบายภาพ (alt)",
    "the image {file} has no alt text",
    "เพิ่ม alt: บอกสิ่งที่ภาพแสดง สำหรับผู้ที่มองไม่เห็น เช่น alt: แผนภาพตัดขวางของหนอง",
    "add alt: what the picture shows",
    Example("attachments ภาพที่ไม่มี alt", "alt: แผนภาพตัดขวางของหนอง", "file"),
)
FILE_NOT_LISTED = Code(
    "KH-L008",
    Severity.WARNING,
    "ไฟล์ {file} ไม่ได้อยู่ใน attachments จึงไม่เผยแพร่",
    "{file} is not in attachments and is not published",
    "เพิ่มใน attachments: หรือลบไฟล์",
    "list it in attachments, or delete it",
    Example("ไฟล์ที่วางไว้แต่ไม่ได้อ้าง", "ไฟล์ที่อยู่ใน attachments", "file"),
)
ATTACHMENT_IS_LINK = Code(
    "KH-L009",
    Severity.ERROR,
    "{file} เป็นทางลัด (symbolic link) ระบบไม่ตามไป",
    "{file} is a symbolic link, which is not followed",
    "วางไฟล์จริงแทนทางลัด",
    "put the file itself there",
    Example("poster.png ที่เป็น symlink", "poster.png ที่เป็นไฟล์", "file"),
)
IMAGE_IN_TEXT_WITHOUT_ALT = Code(
    "KH-L010",
    Severity.ERROR,
    "ภาพในเนื้อหาไม่มีคำอธิบาย",
    "an image in the text has no description",
    "เขียนคำอธิบายในวงเล็บเหลี่ยม เช่น ![แผนภาพหนอง]({src})",
    "write ![what it shows]({src})",
    Example("![](x.png)", "ข้อความ", "body"),
)
IMAGE_NOT_FOUND = Code(
    "KH-L011",
    Severity.ERROR,
    "ไม่พบภาพ {src} ที่อ้างในเนื้อหา",
    "the image {src} does not exist",
    "วางไฟล์ไว้ข้าง index.md และเพิ่มใน attachments",
    "put the file beside index.md and list it in attachments",
    Example("![ภาพ](x.png)", "ข้อความ", "body"),
)
IMAGE_OFF_SITE = Code(
    "KH-L012",
    Severity.WARNING,
    "ภาพจากเว็บอื่นแสดงเป็นลิงก์เท่านั้น",
    "an image from another site is shown as a link",
    "ดาวน์โหลดภาพมาแนบ ถ้าเจ้าของอนุญาต",
    "attach the picture itself if its licence allows",
    Example("![ภาพ](https://example.org/x.png)", "[ภาพ](https://example.org/x.png)", "body"),
)
LINK_NOT_FOUND = Code(
    "KH-L013",
    Severity.ERROR,
    "ลิงก์ไปยัง {href} แต่ไม่มีไฟล์นี้ในโฟลเดอร์ของเรื่อง",
    "the link goes to {href}, which is not a file of this item",
    "แก้ชื่อไฟล์ หรือใช้ที่อยู่เต็มที่ขึ้นต้นด้วย https://",
    "correct the name, or use a full https:// address",
    Example("[ไฟล์](x.pdf)", "[เว็บ](https://www.cdd.go.th)", "body"),
)
LINK_SCHEME = Code(
    "KH-L014",
    Severity.ERROR,
    "ลิงก์ {href} ใช้ไม่ได้",
    "the link {href} is not allowed",
    "ใช้ https:// หรือ http:// เท่านั้น",
    "use https:// or http:// only",
    Example("[เปิด](javascript:alert)", "[เปิด](https://www.cdd.go.th)", "body"),
)
ANCHOR_NOT_FOUND = Code(
    "KH-L015",
    Severity.WARNING,
    "ไม่มีหัวข้อ {href} ในเรื่องนี้",
    "there is no heading {href} in this item",
    "ใช้ชื่อหัวข้อที่มีอยู่ เว้นวรรคเป็น -",
    "use an existing heading, spaces as -",
    Example("[ไป](#ไม่มี)", "## มี\n\n[ไป](#มี)", "body"),
)
VIDEO_HOST = Code(
    "KH-L016",
    Severity.ERROR,
    "วิดีโอต้องอยู่ที่ YouTube, Facebook หรือ Google Drive",
    "videos must be on YouTube, Facebook or Google Drive",
    "อัปโหลดวิดีโอไปยังที่ใดที่หนึ่ง แล้วคัดลอกลิงก์มาใส่",
    "upload the video to one of them and paste its link",
    Example(
        "video: https://example.org/v",
        "video: https://www.youtube.com/watch?v=KHLANGsmp05",
        "front",
    ),
)
EMPTY_LINK = Code(
    "KH-L017",
    Severity.ERROR,
    "ลิงก์ไม่มีที่อยู่หรือไม่มีข้อความ",
    "a link without address or text",
    "เขียนเป็น [ข้อความ](https://…)",
    "write [text](https://…)",
    Example("[](https://www.cdd.go.th)", "[กรม](https://www.cdd.go.th)", "body"),
)
ATTACHMENT_IS_LFS_POINTER = Code(
    "KH-L018",
    Severity.ERROR,
    "{file} เป็นตัวชี้ของ Git LFS ไม่ใช่ตัวไฟล์",
    "{file} is a Git LFS pointer, not the file itself",
    "รัน git lfs pull แล้วตรวจใหม่ หรือเพิ่มไฟล์จริงโดยไม่ใช้ LFS",
    "run git lfs pull and check again, or add the file itself without LFS",
    Example(
        "poster.png ที่เป็นข้อความ version https://git-lfs.github.com/spec/v1", "ภาพ PNG จริง", "file"
    ),
)
ATTACHMENT_DUPLICATE = Code(
    "KH-L019",
    Severity.WARNING,
    "{file} เหมือนกับ {other} ทุกไบต์",
    "{file} is the same as {other}, byte for byte",
    "เก็บไว้ที่เดียว อีกเรื่องให้ลิงก์ไปหา หรือตรวจว่าแนบถูกไฟล์",
    "keep one of them and link to it, or check that this is the file you meant",
    Example("poster.png ที่แนบไว้สองเรื่อง", "ไฟล์ต่างกันในแต่ละเรื่อง", "file"),
)
ATTACHMENT_DAMAGED = Code(
    "KH-L020",
    Severity.ERROR,
    "เปิด {file} ไม่ได้ ไฟล์เสียหรือไม่ครบ",
    "{file} cannot be opened: it is damaged or incomplete",
    "เปิดในโปรแกรมเดิมแล้วบันทึกใหม่ ถ้าเปิดไม่ได้ให้คัดลอกมาใหม่จากต้นฉบับ",
    "open it in its program and save it again; if that fails, copy it again from the original",
    Example("ภาพที่คัดลอกมาครึ่งเดียว", "ภาพที่เปิดดูได้", "file"),
)
ATTACHMENT_HOLDS_TOO_MUCH = Code(
    "KH-L021",
    Severity.ERROR,
    "{file} มี{what_th} {found} เกิน {limit}",
    "{file} has {found} {what_en}, more than {limit}",
    "ย่อภาพ หรือแบ่งเอกสารเป็นหลายไฟล์ แล้วบันทึกใหม่จากโปรแกรมเดิม",
    "shrink the picture or split the document, and save it again in its program",
    Example("ภาพ 20,000 × 20,000 พิกเซล", "ภาพ 4,000 × 3,000 พิกเซล", "file"),
)
ATTACHMENT_ACTIVE = Code(
    "KH-L022",
    Severity.ERROR,
    "{file} มี{what_th} ซึ่งไม่รับ ({where})",
    "{file} has {what_en}, which is not accepted ({where})",
    "ลบส่วนนั้นแล้วบันทึกใหม่ วัตถุที่ฝังไว้ให้วางเป็นภาพแทน หรือส่งออกเป็น PDF",
    "remove it and save again; paste embedded objects as pictures, or export to PDF",
    Example("form.docx ที่มีแมโคร", "form.docx ที่บันทึกแบบไม่มีแมโคร", "file"),
)
ATTACHMENT_EXTERNAL = Code(
    "KH-L023",
    Severity.ERROR,
    "{file} ดึงหรือลิงก์ไปยังของภายนอกที่ไม่ใช่เว็บ: {target} ({where})",
    "{file} takes or links something outside that is no web page: {target} ({where})",
    "ฝังภาพไว้ในเอกสาร ยกเลิกการเชื่อมกับไฟล์หรือแม่แบบ (Break Link) ลิงก์ใช้ได้เฉพาะ https:// และ http://",
    "embed pictures, break links to files and templates; links may only be https:// or http://",
    Example("เอกสารที่เชื่อมกับแม่แบบใน C:\\", "เอกสารที่ไม่เชื่อมกับไฟล์อื่น", "file"),
)
ATTACHMENT_LOCKED = Code(
    "KH-L024",
    Severity.ERROR,
    "{file} เข้ารหัสหรือมีรหัสผ่าน",
    "{file} is encrypted or has a password",
    "เปิดด้วยรหัสผ่าน ปลดการป้องกัน แล้วบันทึกใหม่",
    "open it with its password, take the protection off, and save it again",
    Example("guide.pdf ที่ตั้งรหัสผ่าน", "guide.pdf ที่เปิดได้ทันที", "file"),
)
ATTACHMENT_TOO_HARD = Code(
    "KH-L025",
    Severity.ERROR,
    "อ่าน {file} ไม่จบในเวลาและหน่วยความจำที่ให้ ({reason_th})",
    "reading {file} did not end within its time and memory ({reason_en})",
    "ย่อหรือแบ่งไฟล์ แล้วบันทึกใหม่จากโปรแกรมเดิม ถ้าไฟล์เล็กอยู่แล้วให้แจ้งผู้ดูแลระบบ",
    "shrink or split the file and save it again; if it is small already, tell the maintainer",
    Example("ตารางที่แตกออกแล้วใหญ่หลายร้อย MB", "ตารางขนาดปกติ", "file"),
)
ATTACHMENT_NOT_CLEANABLE = Code(
    "KH-L026",
    Severity.ERROR,
    "{file} มี{what_th} ซึ่งระบบล้างข้อมูลแฝงให้ไม่ได้ ({where})",
    "{file} has {what_en}, which cannot be cleaned of hidden data ({where})",
    "แปลงส่วนนั้นเป็นภาพ PNG หรือ JPEG เสียง MP3 หรือวิดีโอ MP4 แล้วบันทึกใหม่",
    "turn that part into a PNG or JPEG picture, MP3 sound or MP4 video, and save again",
    Example("ภาพเคลื่อนไหว WebP", "ภาพนิ่ง หรือวิดีโอ MP4", "file"),
)
PDF_TEXT_BROKEN = Code(
    "KH-L027",
    Severity.NOTICE,
    "ตัวหนังสือไทยใน {file} คัดลอกและค้นหาไม่ได้ตรง",
    "the Thai text of {file} cannot be copied or searched as it is seen",
    "ส่งออก PDF ใหม่จาก Word ด้วย “บันทึกเป็น PDF” และฟอนต์ Unicode เช่น TH Sarabun New หรือแนบ .docx ด้วย",
    "export the PDF again with a Unicode font, or attach the .docx as well",
    Example("PDF ที่คัดลอกแล้วได้ตัวอักษรเพี้ยน", "PDF ที่คัดลอกข้อความไทยได้ตรง", "file"),
)
PDF_WITHOUT_TEXT = Code(
    "KH-L028",
    Severity.NOTICE,
    "{file} ไม่มีตัวหนังสือให้ค้นหา มีแต่ภาพ",
    "{file} has no text to search, only pictures",
    "ส่งออก PDF จากโปรแกรมที่พิมพ์เอกสาร แทนการสแกน หรือสรุปเนื้อหาไว้ในเรื่อง",
    "export the PDF from the program it was written in instead of scanning it, or sum it up in the item",
    Example("PDF ที่สแกนจากกระดาษ", "PDF ที่ส่งออกจาก Word", "file"),
)
LINK_HIDES = Code(
    "KH-L029",
    Severity.ERROR,
    "ลิงก์ {href} ไม่ได้ไปที่ที่เห็น: มีอักขระที่มองไม่เห็น เครื่องหมาย \\ หรือชื่อผู้ใช้หน้าชื่อเว็บ",
    "the link {href} does not lead where it seems to: an invisible character, a backslash, or a name before the host",
    "เปิดเว็บนั้น แล้วคัดลอกที่อยู่ใหม่จากแถบที่อยู่ของเบราว์เซอร์",
    "open the page and copy its address again from the browser",
    Example("[กรม](https://www.cdd.go.th:80@x/)", "[กรม](https://www.cdd.go.th)", "body"),
)
