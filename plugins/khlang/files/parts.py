"""The parts of foreign files that are not accepted, in the words of messages."""

from dataclasses import dataclass

from khlang.files.findings import Finding, Refused, Value, shown
from khlang.model.diagnostic import Code


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file by its Thai and English name."""

    th: str
    en: str

    def finding(self, code: Code, **more: Value) -> Finding:
        """A fault that names this part. `where` is foreign text and is made fit to be shown."""
        values = {
            name: shown(each) if isinstance(each, str) else each for name, each in more.items()
        }
        return Finding(code, {"what_th": self.th, "what_en": self.en, **values})

    def refused(self, code: Code, **more: Value) -> Refused:
        """The same as an exception."""
        return Refused(code, **self.finding(code, **more).values)


PIXELS = Part("พิกเซล", "pixels")
ENTRIES = Part("ชิ้นส่วน", "parts")
UNZIPPED_BYTES = Part("ขนาดเมื่อแตกออก (ไบต์)", "bytes when unpacked")
RATIO = Part("อัตราบีบอัด", "times its size when unpacked")

MACROS = Part("แมโคร", "macros")
OLE = Part("วัตถุที่ฝังจากโปรแกรมอื่น (OLE)", "an object of another program (OLE)")
CONTROL = Part("ตัวควบคุม ActiveX", "an ActiveX control")
PROGRAM = Part("ไฟล์โปรแกรม", "an executable file")
CHUNK = Part("เอกสารชนิดอื่นที่ฝังไว้ (altChunk)", "an embedded document of another type (altChunk)")
FIELD = Part("ฟิลด์ที่ดึงข้อมูลจากนอกเอกสาร", "a field that takes data from outside")
CONNECTION = Part("การเชื่อมข้อมูลภายนอก", "a connection to outside data")
SCRIPT = Part("JavaScript", "JavaScript")
LAUNCH = Part("คำสั่งเปิดโปรแกรม", "a command that starts a program")
EMBEDDED = Part("ไฟล์ที่แนบไว้ข้างใน", "files embedded in it")
MULTIMEDIA = Part("สื่อที่ฝังใน PDF", "multimedia inside the PDF")
XFA = Part("แบบฟอร์ม XFA", "an XFA form")

ANIMATION = Part("ภาพเคลื่อนไหว", "an animation")
MEDIA = Part("ภาพ เสียง หรือวิดีโอชนิดที่ไม่รู้จัก", "a picture, sound or video of an unknown type")
STRICT = Part("รูปแบบ Strict Open XML", "the Strict Open XML format")
FRAGMENTS = Part("แทร็กข้อมูลในวิดีโอแบบแบ่งส่วน", "a data track in a fragmented video")
