"""KH-I: names of files and folders, and references between items."""

import os
import shutil
from collections.abc import Iterator

from tests.archive import PNG, Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
FOLDER = "content/items/2568/kathu"


@breaks("KH-I001")
def a_file_named_in_thai(archive: Archive) -> Iterator[str]:
    path = f"{FOLDER}/ออกเรือ.md"
    archive.write(path, archive.read(archive.item()))
    yield f"{path}:1:1"
    archive.remove(path)


@breaks("KH-I001")
def an_index_outside_a_folder_of_its_own(archive: Archive) -> Iterator[str]:
    path = f"{FOLDER}/index.md"
    archive.write(path, archive.read(archive.item()))
    yield f"{path}:1:1"
    archive.remove(path)


@breaks("KH-I002")
def a_file_and_a_folder_of_one_id(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb")
    archive.item("kathu-bbbbb", folder=True)
    yield f"{FOLDER}/kathu-bbbbb.md:1:1"
    archive.remove(f"{FOLDER}/kathu-bbbbb/index.md")


@breaks("KH-I003", also=("KH-K001",))
def the_unit_of_another_folder(archive: Archive) -> Iterator[str]:
    path = archive.item()
    archive.edit(path, 'unit: "kathu"', "unit: thalang")
    yield archive.at(path, "unit: «thalang")
    archive.item()


@breaks("KH-I005")
def an_id_of_another_unit(archive: Archive) -> Iterator[str]:
    path = f"{FOLDER}/thalang-bbbbb.md"
    archive.write(path, archive.read(archive.item()))
    yield f"{path}:1:1"
    archive.remove(path)


@breaks("KH-I006")
def a_picture_beside_the_units(archive: Archive) -> Iterator[str]:
    archive.write("content/items/2568/poster.png", PNG)
    yield "content/items/2568/poster.png:1:1"
    archive.remove("content/items/2568/poster.png")


@breaks("KH-I006")
def a_picture_in_a_folder_without_index(archive: Archive) -> Iterator[str]:
    archive.write(f"{FOLDER}/kathu-bbbbb/poster.png", PNG)
    yield f"{FOLDER}/kathu-bbbbb/poster.png:1:1"
    archive.remove(f"{FOLDER}/kathu-bbbbb/poster.png")


@breaks("KH-I006")
def a_second_text_beside_index(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb", folder=True)
    archive.write(f"{FOLDER}/kathu-bbbbb/more.md", "อีกเรื่อง")
    yield f"{FOLDER}/kathu-bbbbb/more.md:1:1"
    archive.remove(f"{FOLDER}/kathu-bbbbb/more.md")


@breaks("KH-I006")
def a_pipe_instead_of_an_item(archive: Archive) -> Iterator[str]:
    os.mkfifo(archive.root / FOLDER / "kathu-bbbbb.md")
    yield f"{FOLDER}/kathu-bbbbb.md:1:1"
    archive.remove(f"{FOLDER}/kathu-bbbbb.md")


@breaks("KH-I006")
def a_pipe_among_the_pages(archive: Archive) -> Iterator[str]:
    os.mkfifo(archive.root / "content/index.png")
    yield "content/index.png:1:1"
    archive.remove("content/index.png")


@breaks("KH-I006")
def a_plan_with_another_ending(archive: Archive) -> Iterator[str]:
    archive.write("content/plan/2568.yaml", "fiscal_year: 2568\n")
    yield "content/plan/2568.yaml:1:1"
    archive.remove("content/plan/2568.yaml")


@breaks("KH-I006")
def an_item_among_the_pages(archive: Archive) -> Iterator[str]:
    draft = archive.read(archive.item("kathu-bbbbb", history=None))
    archive.write("content/Items/2568/kathu/kathu-ccccc.md", draft)
    yield "content/Items/2568/kathu/kathu-ccccc.md:1:1"
    archive.remove("content/Items/2568/kathu/kathu-ccccc.md")


@breaks("KH-I006")
def folders_without_end(archive: Archive) -> Iterator[str]:
    archive.write(f"{FOLDER}/{'d/' * 60}x.png", PNG)
    yield f"{FOLDER}/{'d/' * 46}d:1:1"
    shutil.rmtree(archive.root / FOLDER / "d")


@breaks("KH-I007")
def an_older_item_that_never_was(archive: Archive) -> Iterator[str]:
    path = archive.item(supersedes="kathu-zzzzz")
    yield archive.at(path, 'supersedes: «"kathu')
    archive.item()


@breaks("KH-I008")
def an_item_that_replaces_itself(archive: Archive) -> Iterator[str]:
    path = archive.item(supersedes="kathu-aaaaa")
    yield archive.at(path, 'supersedes: «"kathu')
    archive.item("kathu-bbbbb")
    archive.item(supersedes="kathu-bbbbb")


@breaks("KH-I009")
def a_former_id_that_is_in_use(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb")
    path = archive.item(aliases=["kathu-ccccc", "kathu-bbbbb"])
    yield archive.at(path, '«"kathu-bbbbb"')
    archive.item(aliases=["kathu-ccccc"])


@breaks("KH-I010")
def a_folder_of_no_unit(archive: Archive) -> Iterator[str]:
    path = "content/items/2568/kata/kathu-bbbbb.md"
    archive.write(path, archive.read(archive.item()))
    yield f"{path}:1:1"
    archive.remove(path)
