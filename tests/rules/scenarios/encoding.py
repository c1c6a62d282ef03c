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
    yield "content/map.geojson:1:15"
    archive.remove("content/map.geojson")


@breaks("KH-Y005")
def a_map_of_eight_gigabytes(archive: Archive) -> Iterator[str]:
    with (archive.root / "content/map.geojson").open("wb") as file:
        file.truncate(8 * 1024**3)  # a hole: takes no room on the disk
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


@breaks("KH-Y032")
def more_keys_than_an_item_can_have(archive: Archive) -> Iterator[str]:
    path = archive.item(**{f"key_{number}": "น้ำ" for number in range(22)})
    yield archive.at(path, "«key_21")
    archive.item()


@breaks("KH-Y033")
def a_path_that_no_windows_folder_holds(archive: Archive) -> Iterator[str]:
    path = f"content/items/2568/kathu/{'ก' * 60}.md"
    archive.write(path, archive.read(archive.item()))
    yield f"{path}:1:1"
    archive.remove(path)


@breaks("KH-Y034")
def a_line_that_reads_backwards(archive: Archive) -> Iterator[str]:
    path = archive.item(body="โทร \u202d1199\u202c หรือ \u202d1155")
    archive.write(path, archive.read(path).replace("\u202c", ""))
    yield archive.at(path, "โทร «\u202d")
    archive.item()


@breaks("KH-Y034")
def an_escape_that_turns_a_title(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.edit(path, '"อ่านคลื่นลมก่อนออกเรือ"', '"อ่านคลื่นลม\\u202eก่อนออกเรือ"')
    yield archive.at(path, 'title: «"อ่าน')
    archive.item()


@breaks("KH-Y003")
def an_escape_that_rings_the_bell(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.edit(path, '"อ่านคลื่นลมก่อนออกเรือ"', '"อ่านคลื่นลม\\aก่อนออกเรือ"')
    yield archive.at(path, 'title: «"อ่าน')
    archive.item()


@breaks("KH-Y034")
def an_entity_that_turns_a_line(archive: Archive) -> Iterator[str]:
    path = archive.item(body="`&#x202e;` ก็เขียนได้ แต่ไม่ใช่ &#x202E;อย่างนี้")
    yield archive.at(path, "ใช่ «&#x202E;")
    archive.item(body="`&#x202e;`")


@breaks("KH-Y035")
def spaces_of_no_width_from_a_web_page(archive: Archive) -> Iterator[str]:
    path = archive.item(body="น้ำ\u200bขึ้น\u200bแล้ว 👩\u200d🌾")
    yield archive.at(path, "น้ำ«\u200bขึ้น")
    archive.item(body="น้ำขึ้นแล้ว 👩\u200d🌾")


@breaks("KH-Y035")
def a_joiner_between_thai_letters(archive: Archive) -> Iterator[str]:
    path = archive.item(title="น้ำ\u200dขึ้น")
    yield archive.at(path, "น้ำ«\u200dขึ้น")
    archive.item()


@breaks("KH-Y036")
def a_file_name_with_a_space_of_no_width(archive: Archive) -> Iterator[str]:
    path = "content/items/2568/kathu/kathu-bbbbb\u200b.md"
    archive.write(path, archive.read(archive.item()))
    yield "content/items/2568/kathu/kathu-bbbbb\\u200b.md:1:1"
    archive.remove(path)


@breaks("KH-Y036")
def a_file_name_that_is_no_text(archive: Archive) -> Iterator[str]:
    path = "content/items/2568/kathu/kathu-bbbbb\udce1.md"
    archive.write(path, archive.read(archive.item()))
    yield "content/items/2568/kathu/kathu-bbbbb\\udce1.md:1:1"
    archive.remove(path)


@breaks("KH-Y036")
def a_plan_named_backwards(archive: Archive) -> Iterator[str]:
    path = "content/plan/\u202e9652.yml"
    archive.write(path, archive.read("content/plan/2568.yml"))
    yield "content/plan/\\u202e9652.yml:1:1"
    archive.remove(path)


@breaks("KH-Y037")
def an_id_with_a_cyrillic_letter(archive: Archive) -> Iterator[str]:
    path = "content/items/2568/kathu/k\u0430thu-bbbbb.md"
    archive.write(path, archive.read(archive.item()))
    yield f"{path}:1:1"
    archive.remove(path)


@breaks("KH-Y038")
def a_table_for_a_spreadsheet(archive: Archive) -> Iterator[str]:
    rows = "| คลื่น | ลม | ฝน |\n| --- | --- | --- |\n" + "| 1 | 2 | 3 |\n" * 5_500
    path = archive.item(body=rows)
    text = archive.read(path)
    marks = [at for at, char in enumerate(text) if char in "*_~`[]<>&|#!@:"]
    before = text[: marks[20_000]]
    yield f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    archive.item()
