"""KH-Y: how a file was saved, its fences, and the files that are missing."""

from collections.abc import Iterator

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks


@breaks("KH-Y001")
def saved_as_ansi_by_notepad(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, archive.read(path).encode("cp874"))
    yield f"{path}:2:9"
    archive.item()


@breaks("KH-Y001")
def saved_as_unicode_by_notepad(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, archive.read(path).encode("utf-16"))
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y001")
def a_broken_byte_behind_thai_text(archive: Archive) -> Iterator[str]:
    path = archive.item(body="น้ำขึ้น")
    data = (archive.root / path).read_bytes()
    archive.write(path, data.replace("ขึ้น".encode(), b"\xff"))
    yield f"{path}:13:4"
    archive.item()


@breaks("KH-Y002")
def a_byte_order_mark(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, b"\xef\xbb\xbf" + archive.read(path).encode())
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y003")
def a_control_character(archive: Archive) -> Iterator[str]:
    path = archive.item(body="น้ำ\x07ขึ้น")
    yield archive.at(path, "น้ำ«\x07")
    archive.item()


@breaks("KH-Y003")
def a_line_separator_that_no_editor_counts(archive: Archive) -> Iterator[str]:
    path = archive.item(body="น้ำขึ้น\u2028น้ำลง")
    yield archive.at(path, "ขึ้น«\u2028")
    archive.item()


@breaks("KH-Y005")
def more_text_than_a_book(archive: Archive) -> Iterator[str]:
    path = archive.item(body="คลื่น\n" * 40_000)
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y006")
def a_line_without_end(archive: Archive) -> Iterator[str]:
    path = archive.item(body="ลม " * 7_000)
    yield f"{path}:13:1"
    archive.item()


@breaks("KH-Y010")
def no_front_matter(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, "title: ออกเรือ\n")
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y010")
def a_blank_line_before_the_front_matter(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, "\n" + archive.read(path))
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y011")
def front_matter_without_its_second_fence(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, "---\ntitle: ออกเรือ\n\nเนื้อเรื่อง\n")
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y012")
def empty_front_matter(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, "---\n---\n")
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y012", also=("KH-Y002",))
def empty_front_matter_behind_a_byte_order_mark(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, "\ufeff---\n# ว่าง\n---\n")
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y013")
def front_matter_that_holds_the_story(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.edit(path, 'origin: "new"', "summary: |\n" + "  คลื่นลม\n" * 3_500)
    yield f"{path}:1:1"
    archive.item()


@breaks("KH-Y014")
def no_space_behind_the_colon(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, "---\ntitle:ออกเรือ\n---\n")
    yield f"{path}:2:1"
    archive.item()


@breaks("KH-Y014")
def categories_without_a_line(archive: Archive) -> Iterator[str]:
    text = archive.read("categories.yml")
    archive.write("categories.yml", "# ว่าง\n")
    yield "categories.yml:1:1"
    archive.write("categories.yml", text)


@breaks("KH-Y029")
def two_documents_in_targets(archive: Archive) -> Iterator[str]:
    archive.edit("targets.yml", "years:\n", "---\nyears:\n")
    yield archive.at("targets.yml", "«---\nyears")
    archive.edit("targets.yml", "---\nyears:\n", "years:\n")


@breaks("KH-Y030")
def categories_deleted(archive: Archive) -> Iterator[str]:
    text = archive.read("categories.yml")
    archive.remove("categories.yml")
    yield "categories.yml:1:1"
    archive.write("categories.yml", text)


@breaks("KH-Y031")
def half_a_map(archive: Archive) -> Iterator[str]:
    archive.write("content/map.geojson", '{"features": [')
    yield "content/map.geojson:1:1"
    archive.remove("content/map.geojson")


@breaks("KH-Y031")
def a_map_with_a_number_beyond_all_maps(archive: Archive) -> Iterator[str]:
    ring = f"[[[{'9' * 400}, 1], [2, 3], [4, 5]]]"
    archive.write(
        "content/map.geojson",
        '{"credit_th": "ก", "license": "CC0", "features": [{"properties": {"amphoe_code": "8302",'
        f' "name_th": "กะทู้"}}, "geometry": {{"type": "Polygon", "coordinates": {ring}}}}}]}}',
    )
    yield "content/map.geojson:1:1"
    archive.remove("content/map.geojson")
