"""Attachments as contributors send them: small, made here, and full of what is nobody's business.

Every file of `DIRTY` holds SECRET in each place its type has for such things, and WORDS where a reader
sees them. `edited` changes single files of a zip.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import docx
import openpyxl
import openpyxl.comments
import pikepdf
import pptx
from docx.oxml import parse_xml
from PIL import ExifTags, Image, PngImagePlugin
from pptx.util import Inches

SECRET = "Somchai-7Q2M"  # noqa: S105  # the word that no published copy may hold
WORDS = "น้ำขึ้นให้รีบตัก"

Change = bytes | Callable[[bytes], bytes] | None


def picture(width: int = 24, height: int = 16) -> Image.Image:
    """A gradient, so that turning it shows."""
    pixels = [(x * 10 % 256, y * 15 % 256, 90) for y in range(height) for x in range(width)]
    image = Image.new("RGB", (width, height))
    image.putdata(pixels)
    return image


def exif(orientation: int = 1) -> Image.Exif:
    """The EXIF of a telephone: who, with what, where."""
    found = Image.Exif()
    found[ExifTags.Base.Artist] = SECRET
    found[ExifTags.Base.Make] = SECRET
    if orientation != 1:
        found[ExifTags.Base.Orientation] = orientation
    gps = found.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (13.0, 41.0, 24.0)
    gps[ExifTags.GPS.GPSAreaInformation] = SECRET.encode()
    return found


def png() -> bytes:
    """Text chunks, EXIF, and a page of HTML behind the picture."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET)
    text.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>", zip=True)
    result = io.BytesIO()
    picture().save(result, "PNG", pnginfo=text, exif=exif())
    return result.getvalue() + f"<html><script>/*{SECRET}*/</script></html>".encode()


def jpeg(orientation: int = 1) -> bytes:
    """EXIF with GPS, XMP, a comment, and an archive behind the picture."""
    result = io.BytesIO()
    comment, xmp = SECRET.encode(), f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    picture().save(result, "JPEG", quality=95, exif=exif(orientation), comment=comment, xmp=xmp)
    return result.getvalue() + zipped({"secret.txt": SECRET.encode()})


def webp(*, lossless: bool = False) -> bytes:
    """EXIF and XMP, and words behind the picture."""
    result = io.BytesIO()
    xmp = f"<x>{SECRET}</x>".encode()
    picture().save(result, "WEBP", exif=exif(), xmp=xmp, lossless=lossless)
    return result.getvalue() + SECRET.encode()


def word() -> bytes:
    """Properties, a comment, tracked changes, a photograph, marks of editing sessions."""
    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = SECRET
    properties.title = "คู่มือน้ำ"
    paragraph = document.add_paragraph(WORDS)
    document.add_comment(paragraph.runs, text=f"ถาม {SECRET}", author=SECRET, initials="SC")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    who = f'w:id="9" w:author="{SECRET}" w:date="2021-06-01T00:00:00Z"'
    changed = document.add_paragraph("ก่อน ")
    for change in (
        f"<w:ins {names} {who}><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>",
        f"<w:del {names} {who}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>",
        f"<w:moveFrom {names} {who}><w:r><w:t>{SECRET}</w:t></w:r></w:moveFrom>",
    ):
        changed._p.append(parse_xml(change))
    table = document.add_table(rows=2, cols=2)
    for row, entries in enumerate((("ชื่อ", "จำนวน"), ("ข้าว", "12"))):
        for column, entry in enumerate(entries):
            table.cell(row, column).text = entry
    document.add_picture(io.BytesIO(jpeg()), width=Inches(1))
    result = io.BytesIO()
    document.save(result)
    return edited(
        result.getvalue(),
        {
            "word/document.xml": lambda xml: xml.replace(
                b"<w:body>", f'<w:body><!-- {SECRET} --><w:p w:rsidR="00AB12CD"/>'.encode(), 1
            ),
            "docProps/app.xml": (
                '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
                f'extended-properties"><Company>{SECRET}</Company><Manager>{SECRET}</Manager>'
                "</Properties>"
            ).encode(),
            "word/settings.xml": lambda xml: xml.replace(
                b"</w:settings>",
                f'<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="x"'
                f' w:val="{SECRET}"/></w:docVars></w:settings>'.encode(),
            ),
        },
    )


def slides() -> bytes:
    """Properties, authors of comments and a comment, notes."""
    deck = pptx.Presentation()
    deck.core_properties.author = deck.core_properties.last_modified_by = SECRET
    deck.core_properties.title = "สไลด์น้ำ"
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = WORDS
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(2), Inches(3), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "ข้าว", "12"
    slide.notes_slide.notes_text_frame.text = "โน้ตผู้พูด"
    slide.shapes.add_picture(io.BytesIO(jpeg()), Inches(1), Inches(4))
    result = io.BytesIO()
    deck.save(result)
    main = "http://schemas.openxmlformats.org/presentationml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return edited(
        result.getvalue(),
        {
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{main}"><p:cmAuthor id="0" '
            f'name="{SECRET}" initials="S" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'.encode(),
            "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{main}"><p:cm authorId="0" idx="1">'
            f'<p:pos x="1" y="1"/><p:text>{SECRET}</p:text></p:cm></p:cmLst>'.encode(),
            "ppt/_rels/presentation.xml.rels": with_relation(
                f"{relations}/commentAuthors", "commentAuthors.xml"
            ),
            "ppt/slides/_rels/slide1.xml.rels": with_relation(
                f"{relations}/comments", "../comments/comment1.xml"
            ),
            "[Content_Types].xml": with_types(
                ("/ppt/commentAuthors.xml", "presentationml.commentAuthors+xml"),
                ("/ppt/comments/comment1.xml", "presentationml.comments+xml"),
            ),
        },
    )


def sheets() -> bytes:
    """Properties, a comment, the path of the file on somebody's disk."""
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = SECRET
    book.properties.title = "ตารางน้ำ"
    sheet = book.active
    sheet.title = "ระดับน้ำ"
    sheet.append([WORDS, 12, 1_234_567_890_123])
    sheet["A1"].comment = openpyxl.comments.Comment(SECRET, SECRET)
    book.create_sheet("ซ่อน").sheet_state = "hidden"
    result = io.BytesIO()
    book.save(result)
    path = f"C:\\\\Users\\\\{SECRET}\\\\"
    alternative = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="x15"><x15ac:absPath url="{path}" xmlns:x15ac="http://schemas.microsoft.com/'
        'office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><bookViews>'
    )
    return edited(
        result.getvalue(),
        {"xl/workbook.xml": lambda xml: xml.replace(b"<bookViews>", alternative.encode(), 1)},
    )


def pdf() -> bytes:
    """Info, XMP, a comment, a photograph with EXIF, a first view."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(300, 200))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    photograph = document.make_stream(
        jpeg(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=24,
        Height=16,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page.obj.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F1=font), XObject=pikepdf.Dictionary(Im1=photograph)
    )
    page.obj.Contents = document.make_stream(
        b"BT /F1 12 Tf 20 100 Td (A handbook of wells and waters) Tj ET q 50 0 0 50 9 9 cm /Im1 Do Q"
    )
    page.obj.Annots = pikepdf.Array(
        [
            document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Text,
                    Rect=[0, 0, 9, 9],
                    T=SECRET,
                    Contents=SECRET,
                )
            ),
            document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=[0, 0, 9, 9],
                    A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://www.cdd.go.th/"),
                )
            ),
        ]
    )
    page.obj.PieceInfo = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private=SECRET))
    document.Root.OpenAction = pikepdf.Array([page.obj, pikepdf.Name.Fit])
    document.Root.Lang = "th"
    document.docinfo["/Author"] = document.docinfo["/Title"] = SECRET
    document.Root.Metadata = document.make_stream(
        f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode(),
        Type=pikepdf.Name.Metadata,
        Subtype=pikepdf.Name.XML,
    )
    result = io.BytesIO()
    document.save(result, compress_streams=False)
    return result.getvalue() + f"%{SECRET}\n%%EOF\n".encode()


def mp3(title: str = "") -> bytes:
    """Ten frames of silence between tags at both ends."""

    def frame(name: bytes, text: str) -> bytes:
        content = b"\x03" + text.encode()
        return name + len(content).to_bytes(4, "big") + b"\0\0" + content

    frames = (
        frame(b"TPE1", SECRET) + frame(b"COMM", SECRET) + (frame(b"TIT2", title) if title else b"")
    )
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    sound = (b"\xff\xfb\x90\x00" + bytes(413)) * 10
    old = b"TAG" + SECRET.encode().ljust(125, b"\0")
    return b"ID3\x04\0\0" + size + frames + sound + old


def box(type: bytes, *contents: bytes) -> bytes:
    """A box of an MP4."""
    content = b"".join(contents)
    return struct.pack(">I4s", len(content) + 8, type) + content


def track(kind: bytes, offset: int, size: int) -> bytes:
    """A track with one sample."""
    full = bytes(4)
    table = box(
        b"stbl",
        box(b"stsd", full, bytes(4)),
        box(b"stts", full, bytes(4)),
        box(b"stsc", full, struct.pack(">4I", 1, 1, 1, 1)),
        box(b"stsz", full, struct.pack(">3I", 0, 1, size)),
        box(b"stco", full, struct.pack(">2I", 1, offset)),
    )
    handler = box(b"hdlr", full, bytes(4), kind, bytes(12), SECRET.encode() + b"\0")
    dates = struct.pack(">2I", 3_700_000_000, 3_700_000_000)
    return box(
        b"trak",
        box(b"tkhd", full, dates, bytes(72)),
        box(b"mdia", box(b"mdhd", full, dates, bytes(12)), handler, box(b"minf", table)),
    )


FILM = b"PICTURE!" * 8


def mp4() -> bytes:
    """A place of recording, a track of positions, and bytes between that no track uses."""
    kind = box(b"ftyp", b"isom\0\0\0\0isom")
    unused, positions = f"<html>{SECRET}</html>".encode(), f"GPS {SECRET}".encode()
    media = box(b"mdat", FILM, unused, positions)
    first = len(kind) + 8
    film = box(
        b"moov",
        box(b"mvhd", bytes(4), struct.pack(">2I", 3_700_000_000, 1), bytes(88)),
        track(b"vide", first, len(FILM)),
        track(b"meta", first + len(FILM) + len(unused), len(positions)),
        box(b"udta", box(b"\xa9xyz", f"+13.69+101.07 {SECRET}".encode())),
    )
    return kind + media + film + box(b"uuid", SECRET.encode()) + f"<html>{SECRET}".encode()


DIRTY: Mapping[str, Callable[[], bytes]] = {
    ".png": png,
    ".jpg": jpeg,
    ".webp": webp,
    ".docx": word,
    ".pptx": slides,
    ".xlsx": sheets,
    ".pdf": pdf,
    ".mp3": mp3,
    ".mp4": mp4,
}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(data: bytes, changes: Mapping[str, Change]) -> bytes:
    """The zip with some files new, changed by a function, or gone (None)."""
    files = unzipped(data)
    for name, change in changes.items():
        if change is None:
            del files[name]
        else:
            files[name] = change(files[name]) if callable(change) else change
    return zipped(files)


def with_relation(type: str, target: str, *, external: bool = False) -> Callable[[bytes], bytes]:
    """One more relation in a file of relations."""
    mode = ' TargetMode="External"' if external else ""
    line = f'<Relationship Id="rIdExtra{len(target)}" Type="{type}" Target="{target}"{mode}/>'
    return lambda xml: xml.replace(b"</Relationships>", f"{line}</Relationships>".encode())


def with_types(*types: tuple[str, str]) -> Callable[[bytes], bytes]:
    """More content types."""
    office = "application/vnd.openxmlformats-officedocument."
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{type if "/" in type else office + type}"/>'
        for name, type in types
    )
    return lambda xml: xml.replace(b"</Types>", f"{lines}</Types>".encode())
