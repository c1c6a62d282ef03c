"""KH-S: places where the source does not agree with itself."""

from collections.abc import Iterator

from tests.archive import Archive
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
DIFFERENCE = """    known_differences:
      - slug: items-7-900
        title_th: 7 หรือ 900
        values: [{value: 7, where: letter}, {value: 900, where: plan}]
        effect: none
        effect_th: ไม่มี
        show: both
        show_th: ทั้งสอง
"""


@breaks("KH-S001")
def a_difference_that_is_recorded(archive: Archive) -> Iterator[str]:
    text = archive.read("targets.yml")
    archive.edit("targets.yml", "registers:\n", f"{DIFFERENCE}registers:\n")
    yield archive.at("targets.yml", "- «slug: items-7-900")
    archive.write("targets.yml", text)


@breaks("KH-S002")
def a_total_that_is_not_the_sum(archive: Archive) -> Iterator[str]:
    archive.edit("targets.yml", "total: 7", "total: 6")
    yield archive.at("targets.yml", "total: «6")
    archive.edit("targets.yml", "total: 6", "total: 7")
