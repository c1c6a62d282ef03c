"""How an item is cited: as Thai papers do, and in BibTeX."""

import re
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.model.targets import Unit
from khlang.thai.dates import be_year, long_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"th": "thai", "en": "english"}
_TEX = {
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation before and after the address: the browser knows that where the build does not."""

    before: str
    after: str


def office(unit: Unit) -> str:
    """The office that made an item, by its full name."""
    return f"สำนักงานพัฒนาชุมชน{unit.full_th}" if unit.is_district else unit.name_th


def author(corpus: Corpus, item: Item) -> str:
    """Who is named: the one who agreed to it, else the office."""
    front = item.front
    if front.byline and front.consent:
        return front.byline
    return office(corpus.targets.unit_by_slug[front.unit])


def archive(corpus: Corpus) -> str:
    """The name of the archive in a citation."""
    return f"คลังความรู้งานพัฒนาชุมชน {corpus.targets.province.name_th}"


def thai(corpus: Corpus, item: Item) -> Citation:
    """`ผู้จัดทำ. (2564). ชื่อเรื่อง. คลังความรู้…. ที่อยู่`; without a date `(ม.ป.ป.)`."""
    day = item.history.first_published
    year = str(be_year(day)) if day else "ม.ป.ป."
    parts = (author(corpus, item), f"({year})", item.front.title, archive(corpus))
    return Citation("".join(f"{each}. " for each in parts), "")


def bibtex(corpus: Corpus, item: Item) -> Citation:
    """An entry whose year is of the common era, as programs sort by it; the Thai day is its note."""
    day = item.history.first_published
    lines = [
        f"@misc{{{item.id},",
        f"  author    = {{{{{_tex(author(corpus, item))}}}}},",
        f"  title     = {{{{{_tex(item.front.title)}}}}},",
        f"  publisher = {{{_tex(archive(corpus))}}},",
    ]
    if day:
        lines.append(f"  year      = {{{day.year}}},")
        lines.append(f"  month     = {_MONTHS[day.month - 1]},")
        lines.append(f"  note      = {{เผยแพร่ {long_date(day)}}},")
    lines.append(f"  langid    = {{{_LANGUAGES[item.front.language]}}},")
    return Citation("\n".join((*lines, "  url       = {")), "}\n}")


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda char: _TEX[char[0]], text)
