"""KH-L: attachments as they lie in the folder."""

from collections.abc import Iterator
from zlib import compress, crc32

from khlang.files.kinds import KINDS
from khlang.files.limits import MB
from tests.archive import PDF, PNG, Archive
from tests.files.samples import DIRTY, edited, with_relation
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
FOLDER = "content/items/2568/kathu/kathu-bbbbb"
POSTER = {"file": "poster.png", "title": "ภาพเรือ", "alt": "เรือหัวโทงจอดบนหาด"}
GUIDE = {"file": "guide.pdf", "title": "คู่มือ"}
FORM = {"file": "form.docx", "title": "แบบฟอร์ม"}


def _item(archive: Archive, data: bytes, attachment: dict[str, str] = POSTER) -> str:
    return archive.item("kathu-bbbbb", files={attachment["file"]: data}, attachments=[attachment])


@breaks("KH-L001", also=("KH-L008",))
def an_attachment_in_capital_letters(archive: Archive) -> Iterator[str]:
    path = _item(archive, PNG)
    archive.edit(path, '"poster.png"', '"Poster.png"')
    yield archive.at(path, '«"Poster.png"')
    archive.edit(path, '"Poster.png"', '"poster.png"')


@breaks("KH-L002")
def an_attachment_of_a_single_file(archive: Archive) -> Iterator[str]:
    path = archive.item("kathu-bbbbb", attachments=[POSTER])
    yield archive.at(path, "attachments: «[")
    archive.remove(path)
    _item(archive, PNG)


@breaks("KH-L003")
def a_program(archive: Archive) -> Iterator[str]:
    path = _item(archive, b"MZ", {"file": "form.exe", "title": "แบบฟอร์ม"})
    yield archive.at(path, '«"form.exe"')
    archive.remove(f"{FOLDER}/form.exe")
    _item(archive, PDF, GUIDE)


@breaks("KH-L004")
def a_text_called_a_picture(archive: Archive) -> Iterator[str]:
    path = _item(archive, "เรือ".encode())
    yield archive.at(path, '«"poster.png"')
    _item(archive, PNG)


@breaks("KH-L005")
def a_picture_of_eleven_megabytes(archive: Archive) -> Iterator[str]:
    path = _item(archive, PNG)
    with (archive.root / FOLDER / "poster.png").open("r+b") as picture:
        picture.truncate(KINDS[".png"].limit + MB)
    yield archive.at(path, '«"poster.png"')
    _item(archive, PNG)


@breaks("KH-L006")
def a_picture_of_no_bytes(archive: Archive) -> Iterator[str]:
    path = _item(archive, b"")
    yield archive.at(path, '«"poster.png"')
    _item(archive, PNG)


@breaks("KH-L007")
def a_picture_without_alt(archive: Archive) -> Iterator[str]:
    path = _item(archive, PNG, {"file": "poster.png", "title": "ภาพเรือ"})
    yield archive.at(path, '«{"file"')
    _item(archive, PNG)


@breaks("KH-L008")
def a_file_that_nobody_lists(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb", files={"draft.pdf": PDF})
    yield f"{FOLDER}/draft.pdf:1:1"
    archive.remove(f"{FOLDER}/draft.pdf")


@breaks("KH-L009")
def a_link_instead_of_a_file(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb", folder=True)
    (archive.root / FOLDER / "poster.png").symlink_to("/etc/hostname")
    yield f"{FOLDER}/poster.png:1:1"
    archive.remove(f"{FOLDER}/poster.png")


@breaks("KH-L009")
def a_link_instead_of_a_data_file(archive: Archive) -> Iterator[str]:
    plan = archive.root / "content/plan/2568.yml"
    text = plan.read_bytes()
    plan.unlink()
    plan.symlink_to("/etc/hostname")
    yield "content/plan/2568.yml:1:1"
    plan.unlink()
    plan.write_bytes(text)


@breaks("KH-L029")
def an_address_with_a_space_of_no_width(archive: Archive) -> Iterator[str]:
    path = archive.item(
        body="ดู[เว็บ](https://example.org/%E2%80%8Ba) และ[เว็บ](https://example.org/%20a)"
    )
    yield archive.at(path, "ดู«[เว็บ](https://example.org/%E2%80%8Ba)")
    archive.item()


@breaks("KH-L014")
def a_picture_whose_host_hides_its_scheme(archive: Archive) -> Iterator[str]:
    path = archive.item(body="![ภาพ](//example.org/x.png)")
    yield archive.at(path, "«![ภาพ]")
    archive.item()


@breaks("KH-L013")
def a_link_to_a_file_of_another_name(archive: Archive) -> Iterator[str]:
    path = _item(archive, PDF, GUIDE)
    text = archive.read(path)
    archive.write(path, f"{text}\nอ่านต่อใน [คู่มือเล่มนี้](guides.pdf)\n")
    yield archive.at(path, "ใน «[คู่มือ")
    archive.write(path, f"{text}\nอ่านต่อใน [คู่มือเล่มนี้](./guide.pdf)\n")


@breaks("KH-L003")
def an_old_word_file(archive: Archive) -> Iterator[str]:
    path = _item(archive, b"\xd0\xcf\x11\xe0", {"file": "form.doc", "title": "แบบฟอร์ม"})
    yield archive.at(path, '«"form.doc"')
    archive.remove(f"{FOLDER}/form.doc")
    _item(archive, PDF, GUIDE)


@breaks("KH-L018")
def a_pointer_of_large_file_storage(archive: Archive) -> Iterator[str]:
    path = _item(archive, b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
    yield archive.at(path, '«"poster.png"')
    _item(archive, PNG)


@breaks("KH-L019")
def the_same_picture_twice(archive: Archive) -> Iterator[str]:
    twice = [POSTER, {**POSTER, "file": "poster (1).png"}]
    path = archive.item(
        "kathu-bbbbb", files={each["file"]: PNG for each in twice}, attachments=twice
    )
    yield archive.at(path, '«"poster (1).png"')
    archive.write(f"{FOLDER}/poster (1).png", DIRTY[".png"]())


@breaks("KH-L020")
def a_picture_copied_by_half(archive: Archive) -> Iterator[str]:
    path = _item(archive, PNG[:40])
    yield archive.at(path, '«"poster.png"')
    _item(archive, PNG)


@breaks("KH-L021")
def a_picture_of_nine_hundred_megapixels(archive: Archive) -> Iterator[str]:
    wide = (30_000).to_bytes(4, "big")
    head = PNG[:12] + b"IHDR" + wide + wide + PNG[24:29]
    path = _item(archive, head + crc32(head[12:]).to_bytes(4, "big") + PNG[33:])
    yield archive.at(path, '«"poster.png"')
    _item(archive, PNG)


@breaks("KH-L022")
def a_paper_that_runs_a_script(archive: Archive) -> Iterator[str]:
    script = b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Pages 2 0 R"
    path = _item(archive, PDF.replace(b"/Pages 2 0 R", script), GUIDE)
    yield archive.at(path, '«"guide.pdf"')
    _item(archive, PDF, GUIDE)


@breaks("KH-L023")
def a_document_that_takes_a_picture_from_elsewhere(archive: Archive) -> Iterator[str]:
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    elsewhere = with_relation(image, "https://example.org/x.png", external=True)
    document = edited(DIRTY[".docx"](), {"word/_rels/document.xml.rels": elsewhere})
    path = _item(archive, document, FORM)
    yield archive.at(path, '«"form.docx"')
    _item(archive, DIRTY[".docx"](), FORM)


@breaks("KH-L024")
def a_document_with_a_password(archive: Archive) -> Iterator[str]:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    path = _item(archive, locked, FORM)
    yield archive.at(path, '«"form.docx"')
    _item(archive, DIRTY[".docx"](), FORM)


@breaks("KH-L025")
def a_small_paper_that_unpacks_without_end(archive: Archive) -> Iterator[str]:
    bomb = compress(b"q Q " * 40_000_000)
    head = f"4 0 obj\n<</Length {len(bomb)}/Filter/FlateDecode>>stream\n".encode()
    start, end = PDF.index(b"4 0 obj"), PDF.index(b"endstream")
    path = _item(archive, PDF[:start] + head + bomb + b"\n" + PDF[end:], GUIDE)
    yield archive.at(path, '«"guide.pdf"')
    _item(archive, PDF, GUIDE)


@breaks("KH-L026")
def a_document_with_a_picture_of_an_unknown_type(archive: Archive) -> Iterator[str]:
    document = edited(DIRTY[".docx"](), {"word/media/image1.jpg": b"anything"})
    path = _item(archive, document, FORM)
    yield archive.at(path, '«"form.docx"')
    _item(archive, DIRTY[".docx"](), FORM)


@breaks("KH-L027")
def a_paper_in_a_font_of_long_ago(archive: Archive) -> Iterator[str]:
    old = "¹éÓ¢Öé¹ãËéÃÕºµÑ¡à¡çºäÇéãªéÂÒÁáÅé§".encode("latin-1")
    start, end = PDF.index(b"(") + 1, PDF.index(b")")
    path = _item(archive, PDF[:start] + old + PDF[end:], GUIDE)
    yield archive.at(path, '«"guide.pdf"')
    _item(archive, PDF, GUIDE)


@breaks("KH-L028")
def a_paper_without_a_word(archive: Archive) -> Iterator[str]:
    start, end = PDF.index(b"(") + 1, PDF.index(b")")
    path = _item(archive, PDF[:start] + PDF[end:], GUIDE)
    yield archive.at(path, '«"guide.pdf"')
    _item(archive, PDF, GUIDE)


def _typed(archive: Archive, html: str) -> tuple[str, str]:
    """An item with a guide and a text in HTML; its path and the text without."""
    path = _item(archive, PDF, GUIDE)
    text = archive.read(path)
    archive.write(path, f"{text}\nอ่านต่อใน {html}\n")
    return path, text


@breaks("KH-L013")
def a_link_typed_as_html(archive: Archive) -> Iterator[str]:
    path, text = _typed(archive, "`<a href='guides.pdf'>` <A class=x HREF='guides.pdf'>คู่มือ</A>")
    yield archive.at(path, "«<A class")
    archive.write(path, f"{text}\n<a href='guide.pdf#page=2'>คู่มือ</a>[^1] [ข](#fn-1)\n\n[^1]: ก\n")


@breaks("KH-L013")
def a_link_typed_with_a_position_of_its_own(archive: Archive) -> Iterator[str]:
    path, text = _typed(archive, '<a data-sourcepos="99:1-99:2" href="guides.pdf">คู่มือ</a>')
    yield archive.at(path, "«<a data")
    archive.write(path, text)


@breaks("KH-L010")
def a_picture_typed_as_html_without_words(archive: Archive) -> Iterator[str]:
    path = _item(archive, PNG)
    text = archive.read(path)
    archive.write(path, f"{text}\n<p>\n<img\n  src=poster.png>\n</p>\n")
    yield archive.at(path, "«<img")
    archive.write(path, f"{text}\n<p>\n<img\n  src=poster.png alt='เรือ'>\n</p>\n")


@breaks("KH-L014")
def a_link_typed_as_html_that_runs_a_script(archive: Archive) -> Iterator[str]:
    path, text = _typed(archive, '<a href="java&#115;cript:alert(1)">คู่มือ</a>')
    yield archive.at(path, "«<a href")
    archive.write(path, text)


@breaks("KH-L012")
def a_picture_of_another_site_typed_as_html(archive: Archive) -> Iterator[str]:
    path, text = _typed(archive, '<img alt="เรือ" src="https://example.org/a.png">')
    yield archive.at(path, "«<img")
    archive.write(path, text)
