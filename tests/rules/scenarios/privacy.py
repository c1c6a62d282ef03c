"""KH-P: personal data in everything that an item publishes, exceptions, and the office's own."""

from collections.abc import Iterator

from tests.archive import BODY, PDF, PNG, Archive, pdf_of
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks

ID = "1-1111-11111-11-9"
PHONE = "081-000-0012"
OFFICE = "0-7600-0012"


def _exception(text: str) -> dict[str, str]:
    return {"text": text, "reason": "เจ้าของยินยอมเป็นหนังสือ", "date": "2025-06-01"}


@breaks("KH-P001")
def an_id_in_the_body(archive: Archive) -> Iterator[str]:
    path = archive.item(body=f"{BODY}\nนาย ก เลขบัตร {ID} ค่ะ\n")
    yield archive.at(path, f"«{ID}")
    archive.item()


@breaks("KH-P001")
def an_id_over_the_end_of_a_line(archive: Archive) -> Iterator[str]:
    path = archive.item(body="นาย ก เลขบัตร 1-1111-\n11111-11-9\n")
    yield archive.at(path, "«1-1111-")
    archive.item()


@breaks("KH-P001")
def an_id_in_code(archive: Archive) -> Iterator[str]:
    path = archive.item(body=f"{BODY}\n```text\n{ID}\n```\n")
    yield archive.at(path, f"«{ID}")
    archive.item()


@breaks("KH-P001")
def an_id_in_a_title(archive: Archive) -> Iterator[str]:
    path = archive.item(title=f"บัตร {ID}")
    yield archive.at(path, f'title: «"บัตร {ID}"')
    archive.item()


@breaks("KH-P001")
def an_id_in_thai_digits_in_the_summary(archive: Archive) -> Iterator[str]:
    path = archive.item(summary="บัตร ๑-๑๑๑๑-๑๑๑๑๑-๑๑-๙")
    yield archive.at(path, 'summary: «"บัตร')
    archive.item()


@breaks("KH-P001")
def an_id_inside_a_file(archive: Archive) -> Iterator[str]:
    """Told at the name of the file, which is where its writer can find it."""
    files = {"scan.pdf": pdf_of(f"ID {ID}")}
    path = archive.item(files=files, attachments=[{"file": "scan.pdf", "title": "สำเนา"}])
    yield archive.at(path, '«"scan.pdf"')
    archive.item(files={"scan.pdf": PDF}, attachments=[{"file": "scan.pdf", "title": "สำเนา"}])


@breaks("KH-P002")
def a_phone_inside_a_file_twice_is_told_once(archive: Archive) -> Iterator[str]:
    files = {"leaf.pdf": pdf_of(f"call {PHONE} or {PHONE}")}
    path = archive.item(files=files, attachments=[{"file": "leaf.pdf", "title": "แผ่นพับ"}])
    yield archive.at(path, '«"leaf.pdf"')
    archive.item(
        files=files,
        attachments=[{"file": "leaf.pdf", "title": "แผ่นพับ"}],
        pii_exceptions=[_exception(PHONE)],
    )


@breaks("KH-P001", also=("KH-L008",))
def an_id_inside_a_file_that_no_item_lists(archive: Archive) -> Iterator[str]:
    path = archive.item(files={"scan.pdf": pdf_of(f"ID {ID}")})
    scan = path.replace("index.md", "scan.pdf")
    yield f"{scan}:1:1"
    archive.remove(scan)


@breaks("KH-P002", also=("KH-L008",))
def a_phone_in_the_name_of_a_file_that_no_item_lists(archive: Archive) -> Iterator[str]:
    name = f"ป้าแดง {PHONE}.docm"
    path = archive.item(files={name: b"x"})
    yield path.replace("index.md", name) + ":1:1"
    archive.remove(path.replace("index.md", name))


@breaks("KH-P001")
def an_id_in_a_page_written_by_hand(archive: Archive) -> Iterator[str]:
    page = "content/guide/contact.md"
    archive.write(page, f"# ติดต่อ\n\nนาย ก {ID}\n")
    yield archive.at(page, f"«{ID}")
    archive.remove(page)


@breaks("KH-P002")
def a_phone_in_a_page_before_it_is_the_office_s(archive: Archive) -> Iterator[str]:
    """A page knows no exceptions but those that all items share."""
    page = "content/contact.md"
    archive.write(page, f"# ติดต่อ\n\nโทร. {OFFICE}\n")
    yield archive.at(page, f"«{OFFICE}")
    targets = archive.read("targets.yml")
    archive.write("targets.yml", f'{targets}\nprivacy:\n  office_phones: ["076-000-012"]\n')


@breaks("KH-P002")
def a_phone_inside_a_file_of_a_page(archive: Archive) -> Iterator[str]:
    file = "content/guide/leaf.pdf"
    archive.write(file, pdf_of(f"call {PHONE}"))
    yield f"{file}:1:1"
    archive.write(file, PDF)


@breaks("KH-P002")
def a_phone_in_a_data_file(archive: Archive) -> Iterator[str]:
    targets = archive.read("targets.yml")
    archive.write("targets.yml", f"{targets}\n# ผู้ดูแล {PHONE}\n")
    yield archive.at("targets.yml", f"«{PHONE}")
    archive.write("targets.yml", targets)


@breaks("KH-P001")
def an_id_as_a_file_name(archive: Archive) -> Iterator[str]:
    name = f"scan_{ID}.pdf"
    path = archive.item(files={name: PDF}, attachments=[{"file": name, "title": "สำเนา"}])
    yield archive.at(path, f'«"{name}"')
    archive.remove(path.replace("index.md", name))
    archive.item(files={"scan.pdf": PDF}, attachments=[{"file": "scan.pdf", "title": "สำเนา"}])


@breaks("KH-P001")
def an_id_in_an_address_of_a_video(archive: Archive) -> Iterator[str]:
    video = "https://www.youtube.com/watch?v=KHLANGsmp05"
    path = archive.item(video=f"{video}&id=1111111111119")
    yield archive.at(path, 'video: «"')
    archive.item(video=video)


@breaks("KH-P001", also=("KH-P007",))
def an_id_that_somebody_tried_to_except(archive: Archive) -> Iterator[str]:
    path = archive.item(body=f"บัตร {ID}\n", pii_exceptions=[_exception(ID)])
    yield archive.at(path, f"บัตร «{ID}")
    archive.item()


@breaks("KH-P002")
def a_phone_in_a_tag(archive: Archive) -> Iterator[str]:
    path = archive.item(tags=["เรือ", f"โทร {PHONE}"])
    yield archive.at(path, '«"โทร')
    archive.item()


@breaks("KH-P002")
def a_phone_in_a_byline(archive: Archive) -> Iterator[str]:
    path = archive.item(byline=f"กลุ่มเรือ โทร. {PHONE}", consent="2025-06-01")
    yield archive.at(path, 'byline: «"')
    archive.item()


@breaks("KH-P002")
def a_phone_in_a_note_on_the_format(archive: Archive) -> Iterator[str]:
    path = archive.item(formats=["other"], format_note=f"ขอได้ที่ {PHONE}")
    yield archive.at(path, 'format_note: «"')
    archive.item(formats=["other"], format_note="พอดแคสต์")


@breaks("KH-P002")
def a_phone_in_an_alternative_text(archive: Archive) -> Iterator[str]:
    file = {"file": "a.png", "title": "ภาพ", "alt": f"ป้ายที่เขียนว่า {PHONE}"}
    path = archive.item(files={"a.png": PNG}, attachments=[file])
    yield archive.at(path, '"alt": «"')
    archive.item(files={"a.png": PNG}, attachments=[file | {"alt": "ป้าย"}])


@breaks("KH-P002")
def a_phone_in_the_title_of_a_file(archive: Archive) -> Iterator[str]:
    file = {"file": "a.pdf", "title": f"โทร {PHONE}"}
    path = archive.item(files={"a.pdf": PDF}, attachments=[file])
    yield archive.at(path, '"title": «"')
    archive.item(files={"a.pdf": PDF}, attachments=[file | {"title": "ใบสมัคร"}])


@breaks("KH-P002")
def a_phone_in_a_reason(archive: Archive) -> Iterator[str]:
    entries = ["2025-06-02 submitted", f"2025-06-03 returned โทรกลับ {PHONE}"]
    path = archive.item(history=entries)
    yield archive.at(path, '«"2025-06-03')
    archive.item(history=[entries[0], "2025-06-03 returned แก้ภาพ"])


@breaks("KH-P002")
def a_phone_in_a_revision(archive: Archive) -> Iterator[str]:
    path = archive.item(revised=[f"2025-06-03 แก้เบอร์เป็น {PHONE}"])
    yield archive.at(path, '«"2025-06-03')
    archive.item(revised=["2025-06-03 แก้ตัวเลข"])


@breaks("KH-P002")
def a_phone_in_a_link(archive: Archive) -> Iterator[str]:
    path = archive.item(body=f"{BODY}\n[เพจของกลุ่ม](https://wa.me/66810000012)\n")
    yield archive.at(path, "«66810000012")
    archive.item()


@breaks("KH-P002")
def a_phone_excepted_in_another_spelling_later(archive: Archive) -> Iterator[str]:
    body = f"ศูนย์เรียนรู้ โทร. {PHONE} ค่ะ\n"
    path = archive.item(body=body)
    yield archive.at(path, f"«{PHONE}")
    archive.item(body=body, pii_exceptions=[_exception("๐๘๑ ๐๐๐ ๐๐๑๒")])


@breaks("KH-P002", also=("KH-P008",))
def a_phone_beside_an_exception_for_another(archive: Archive) -> Iterator[str]:
    body = f"ศูนย์เรียนรู้ โทร. {PHONE} ค่ะ\n"
    path = archive.item(body=body, pii_exceptions=[_exception("081-000-0013")])
    yield archive.at(path, f"«{PHONE} ค่ะ")
    archive.item(body=body, pii_exceptions=[_exception(PHONE)])


@breaks("KH-P002")
def the_office_s_number_before_it_is_listed(archive: Archive) -> Iterator[str]:
    path = archive.item(body=f"โทร. {OFFICE}\n")
    yield archive.at(path, f"«{OFFICE}")
    targets = archive.read("targets.yml")
    archive.write("targets.yml", f'{targets}\nprivacy:\n  office_phones: ["076-000-012"]\n')


@breaks("KH-P003")
def the_office_s_mail_before_it_is_listed(archive: Archive) -> Iterator[str]:
    path = archive.item(body="เขียนถึง office@example.go.th\n")
    yield archive.at(path, "«office@example.go.th")
    targets = archive.read("targets.yml")
    archive.write("targets.yml", f"{targets}\nprivacy: {{office_emails: [office@example.go.th]}}\n")


@breaks("KH-P004")
def an_account_in_a_table(archive: Archive) -> Iterator[str]:
    path = archive.item(body="| กลุ่ม | บัญชี |\n| --- | --- |\n| เรือ | ออมสิน 0200-0000-0012 |\n")
    yield archive.at(path, "«0200-0000-0012")
    archive.item()


@breaks("KH-P005")
def a_house(archive: Archive) -> Iterator[str]:
    path = archive.item(body="บ้านป้าแดง 99/9 หมู่ 5 ตำบลกะทู้\n")
    yield archive.at(path, "«99/9 หมู่ 5")
    archive.item(body="บ้านป้าแดง หมู่ 5 ตำบลกะทู้\n")


@breaks("KH-P006")
def a_line_id(archive: Archive) -> Iterator[str]:
    path = archive.item(body="Line ID: somchai-01\n")
    yield archive.at(path, "«somchai-01")
    archive.item(body="Line ID: @khlang\n")


@breaks("KH-P007")
def an_exception_for_an_id_that_is_not_there(archive: Archive) -> Iterator[str]:
    path = archive.item(pii_exceptions=[_exception("๑๑๑๑๑๑๑๑๑๑๑๑๙")])
    yield archive.at(path, '"text": «"')
    archive.item()


@breaks("KH-P008")
def an_exception_for_a_part_of_a_number(archive: Archive) -> Iterator[str]:
    """The number itself is told as well, until the exception names all of it."""
    mail = "somchai@example.org"
    exceptions = [_exception(mail), _exception("081-000")]
    path = archive.item(body=f"{mail}\n", pii_exceptions=exceptions)
    yield archive.at(path, '"text": «"081-000"')
    archive.item(body=f"{mail}\n", pii_exceptions=exceptions[:1])
