"""KH-L: attachments as they lie in the folder."""

from collections.abc import Iterator

from khlang.files.kinds import KINDS
from khlang.files.limits import MB
from tests.archive import PDF, PNG, Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
FOLDER = "content/items/2568/kathu/kathu-bbbbb"
POSTER = {"file": "poster.png", "title": "ภาพเรือ", "alt": "เรือหัวโทงจอดบนหาด"}
GUIDE = {"file": "guide.pdf", "title": "คู่มือ"}


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
    archive.write(path, f"{text}\nอ่านต่อใน [คู่มือเล่มนี้](guide.pdf)\n")
