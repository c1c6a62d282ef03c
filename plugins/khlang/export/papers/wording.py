"""Words that several papers share: in Thai digits, as official papers are written."""

from datetime import date

from khlang.model.corpus import Corpus
from khlang.thai.dates import long_date
from khlang.thai.text import thai_digits

SAMPLES = "ข้อมูลตัวอย่าง: ตัวเลขและเรื่องทั้งหมดเป็นตัวอย่าง มิใช่ผลงานจริง"
REPORTER = (
    "ลงชื่อ ........................................................ ผู้รายงาน",
    "(........................................................)",
    "ตำแหน่ง ........................................................",
    "วันที่ ............/............................/............",
)


def fiscal_year(year: int) -> str:
    return thai_digits(f"ประจำปีงบประมาณ พ.ศ. {year}")


def closing(corpus: Corpus, as_of: date, *notes: str) -> tuple[str, ...]:
    """The notes of a paper; the last say the date, and that figures are samples while they are."""
    dated = f"ข้อมูล ณ วันที่ {long_date(as_of)}"
    samples = (SAMPLES,) if corpus.has_samples else ()
    return tuple(thai_digits(text) for text in (*notes, dated, *samples) if text)
