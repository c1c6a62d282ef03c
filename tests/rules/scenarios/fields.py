"""KH-F: keys that a record, a state or another key asks for."""

from collections.abc import Iterator

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks


@breaks("KH-F002")
def an_item_without_title(archive: Archive) -> Iterator[str]:
    path = archive.item(title=None)
    yield f"{path}:2:1"
    archive.item()


@breaks("KH-F002")
def a_category_without_its_english_name(archive: Archive) -> Iterator[str]:
    archive.edit("categories.yml", ", name_en: The old town", "")
    yield archive.at("categories.yml", "«{slug: old-town")
    archive.edit("categories.yml", "ย่านเมืองเก่า", "ย่านเมืองเก่า, name_en: The old town")


@breaks("KH-F003")
def a_title_of_blanks(archive: Archive) -> Iterator[str]:
    path = archive.item(title="  ")
    yield archive.at(path, "«title:")
    archive.item()


@breaks("KH-F011")
def a_telephone_number(archive: Archive) -> Iterator[str]:
    path = archive.item(phone="0811111111")
    yield archive.at(path, "«phone")
    archive.item()


@breaks("KH-F020")
def submitted_without_category(archive: Archive) -> Iterator[str]:
    path = archive.item(category=None)
    yield archive.at(path, "history: «[")
    archive.item()


@breaks("KH-F020")
def submitted_with_an_empty_category(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.edit(path, 'category: "sea-and-shore"', "category:")
    yield archive.at(path, "history: «[")
    archive.item()


@breaks("KH-F020")
def submitted_with_an_empty_list_of_formats(archive: Archive) -> Iterator[str]:
    path = archive.item(formats=[])
    yield archive.at(path, "history: «[")
    archive.item()


@breaks("KH-F021")
def a_format_that_needs_a_note_by_data_alone(archive: Archive) -> Iterator[str]:
    path = archive.item(formats=["elsewhere"])
    yield archive.at(path, "formats: «[")
    archive.item(formats=["elsewhere"], format_note="ละครวิทยุ")


@breaks("KH-F024")
def submitted_without_a_text_at_the_end_of_the_file(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.write(path, archive.read(path).rpartition("---")[0] + "---")
    yield f"{path}:11:1"
    archive.item()
