"""What authors mean without styles: bold lines as headings, typed numbers and bullets, the title."""

import re
from collections import Counter
from typing import TypeGuard

from khlang.files.convert.blocks import (
    Block,
    Box,
    Document,
    ListMark,
    Paragraph,
    Run,
    Table,
    paragraphs,
)
from khlang.thai.text import arabic_digits

_LONGEST_HEADING = 120
_LONGEST_TITLE = 200
_LARGER = 4  # half points above the text, from which on a line is a heading
_BOLD_BLOCK = 4  # so many bold lines in a row are a bold text
_STEP = 200  # twentieths of a point, from which on an entry stands below another
_FIRST = 15  # blocks in which a title may stand
_BULLET = re.compile(
    r"[ \t]*(?:[•▪●■◦‣·➢➤►✦❖◆][ \t]*|\*[ \t]+|[–—-](?:[ \t]+|(?=[\u0e00-\u0e7f])))(?=\S)"
)
_NUMBER = re.compile(r"[ \t]*([0-9]{1,3})[.)](?:[ \t]+|(?=[\u0e01-\u0e4f]))(?=\S)")
_LABEL = re.compile(
    r"[ \t]*((?:[๐-๙]{1,3}[.)](?![0-9๐-๙])|\((?:[๐-๙]{1,3}|[0-9]{1,3}|[ก-ฮ])\)|[ก-ฮ]\))[ \t]*)(?=\S)"
)
_PARTS = re.compile(r"^[ \t]*(?:ข้อ(?:ที่)?[ \t]*)?([0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})+)")
_SIMPLE = re.compile(r"\(?([0-9]{1,3})[.)](?![0-9])")
_BLANKS = re.compile(r"[._…\s]{6,}$|[.…_]{6}")
_NAMED = (
    r"(?:[0-9๐-๙]{1,2}[.)][ \t]*)?"
    r"(?:ชื่อ(?:องค์ความรู้|เรื่อง|ผลงาน)(?:[ \t]*เรื่อง)?|องค์ความรู้[ \t]*เรื่อง|เรื่อง)"
)
_TITLE = re.compile(rf"{_NAMED}(?:[ \t]*[:：][ \t]*|[ \t]+|(?=[.…]{{3}}))(.{{4,}})")
_TITLE_CELL = re.compile(rf"{_NAMED}[ \t]*[:：]?")
_NO_TITLE = re.compile(
    "แบบ(?:ฟอร์ม|บันทึก)|บันทึกข้อความ|สำนักงาน|กรม(?:การ)?พัฒนา|ส่วนราชการ|จังหวัด|เอกสาร"
    "|สไลด์ที่|บทที่|บทนำ|คำนำ|สารบัญ|ความเป็นมา|ที่มา|หลักการและเหตุผล"
)
_OF_TITLE = " \t.…_"
_QUOTED = re.compile('[“"]([^“”"]+)[”"]')


def apply(document: Document) -> str:
    """Finds headings and lists, brings levels into order, and returns the title, "" where there is
    none. A heading that is the title leaves the text.
    """
    heads = _heads(document.blocks)
    title = _title(document, heads)
    _raise(heads, document.blocks)
    _lists(document.blocks)
    for notes in document.notes.values():
        _lists(notes)
    _levels(document.blocks)
    return title


def _heads(blocks: list[Block]) -> list[Paragraph]:
    """Short lines of their own, all bold or larger than the text."""
    top = [each for each in blocks if isinstance(each, Paragraph)]
    sizes: Counter[int] = Counter()
    for each in top:
        sizes[each.size] += len(each.text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    bold = sum(map(_is_bold, top))
    by_bold = bold <= 2 * (
        len(blocks) - bold
    )  # else the whole text is bold, and says nothing by it
    found = [each for each in top if _may_be_heading(each) and _stands_out(each, body, by_bold)]
    return [each for each in found if not _in_bold_block(each, blocks, found)]


def _raise(chosen: list[Paragraph], blocks: list[Block]) -> None:
    """Makes headings of them, below the styled one above them, the larger above the smaller."""
    top = [each for each in blocks if isinstance(each, Paragraph)]
    marked = {id(each) for each in chosen} & {id(each) for each in top}  # one may be the title now
    ranks = sorted({each.size for each in top if id(each) in marked}, reverse=True)
    above = 0
    for each in top:
        if id(each) not in marked:
            above = each.level or above
            continue
        parts = _PARTS.match(each.text)
        below = parts[1].count(".") if parts else 0
        each.level = above + 1 + ranks.index(each.size) + below
        for run in each.inlines:
            if isinstance(run, Run):
                run.bold = False
        if each.mark is not None:
            number = each.mark.shown or (f"{each.mark.number}." if each.mark.number else "")
            each.inlines = [Run(f"{number} "), *each.inlines] if number else each.inlines
            each.mark = None
    for each in top:
        if each.level:
            for run in each.inlines:
                if isinstance(run, Run):
                    run.bold = False


def _may_be_heading(each: Paragraph) -> bool:
    text = each.text
    return (
        not each.level
        and not each.is_title
        and 0 < len(text) <= _LONGEST_HEADING
        and all(isinstance(run, Run) for run in each.inlines)
        and "\n" not in "".join(run.text for run in each.inlines if isinstance(run, Run)).strip()
        and not _BULLET.match(text)
        and not (each.mark and each.mark.number is None and not each.mark.label)
        and not _BLANKS.search(text)
        and any(char.isalpha() for char in text)
    )


def _stands_out(each: Paragraph, body: int, by_bold: bool) -> bool:
    return (by_bold and (_is_bold(each) or each.underlined)) or (
        body > 0 and each.size >= body + _LARGER
    )


def _is_bold(each: Paragraph) -> bool:
    runs = [run for run in each.inlines if isinstance(run, Run) and run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _in_bold_block(each: Paragraph, blocks: list[Block], found: list[Paragraph]) -> bool:
    """Whether it is one of many such lines, the next number of a list, or the last line of all."""
    at = next(index for index, block in enumerate(blocks) if block is each)
    marked = {id(one) for one in found}
    first = last = at
    while first > 0 and id(blocks[first - 1]) in marked:
        first -= 1
    while last + 1 < len(blocks) and id(blocks[last + 1]) in marked:
        last += 1
    row = [block for block in blocks[first : last + 1] if isinstance(block, Paragraph)]
    counts = [_count(block) for block in row]
    here = counts[at - first]
    neighbours = (
        counts[max(at - first - 1, 0) : at - first] + counts[at - first + 1 : at - first + 2]
    )
    counted_on = here is not None and any(each in (here - 1, here + 1) for each in neighbours)
    return len(row) >= _BOLD_BLOCK or last + 1 == len(blocks) or counted_on


def _count(each: Paragraph) -> int | None:
    """The simple number that a line begins with."""
    if each.mark is not None and each.mark.number is not None:
        return each.mark.number
    words = f"{each.mark.shown} {each.text}".strip() if each.mark is not None else each.text
    match = _SIMPLE.match(arabic_digits(words))
    return int(match[1]) if match else None


def _lists(blocks: list[Block]) -> None:
    """Typed bullets and numbers as lists. Thai and bracketed numbers stay as they were typed."""
    for each in blocks:
        if isinstance(each, Box):
            _lists(each.blocks)
        elif isinstance(each, Paragraph) and not (each.level or each.mark or each.is_title):
            _typed(each)
    least = min((each.tabs for each in blocks if _is_typed(each)), default=0)
    standing: list[tuple[int, int]] = []  # level and indent of the entries around
    for each in blocks:
        if not isinstance(each, Paragraph) or each.mark is None or each.level:
            standing = []
            continue
        at = (each.tabs - least if _is_typed(each) else each.mark.depth, each.indent)
        while standing and not (_is_beside(at, standing[-1]) or _is_deeper(at, standing[-1])):
            standing.pop()
        if not standing or not _is_beside(at, standing[-1]):
            standing.append(at)
        each.mark.depth = len(standing) - 1


def _is_deeper(at: tuple[int, int], above: tuple[int, int]) -> bool:
    """By its level in the list; of another list, by where it begins."""
    return at[0] > above[0] or (at[0] == above[0] and at[1] >= above[1] + _STEP)


def _is_beside(at: tuple[int, int], other: tuple[int, int]) -> bool:
    return at[0] == other[0] and abs(at[1] - other[1]) < _STEP


def _is_typed(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.mark is not None and block.mark.depth < 0


def _typed(each: Paragraph) -> None:
    text = ""
    for run in each.inlines:  # a mark may be torn into several runs
        if not isinstance(run, Run):
            break
        text += run.text
    if label := _LABEL.match(text):
        each.mark = ListMark(-1, label=label[1].strip(), is_typed=True)
    elif number := _NUMBER.match(text):
        each.mark = ListMark(-1, int(number[1]))
        _cut(each, number.end())
    elif bullet := _BULLET.match(text):
        each.mark = ListMark(-1)
        _cut(each, bullet.end())


def _cut(each: Paragraph, length: int) -> None:
    """Takes the first characters away."""
    for run in each.inlines:
        if not isinstance(run, Run) or length <= 0:
            break
        run.text, length = run.text[length:], length - len(run.text)


def _title(document: Document, found: list[Paragraph]) -> str:
    """The title by its style or its words (`เรื่อง …`), else the first heading at the top."""
    first = [each for each in document.blocks[:_FIRST] if isinstance(each, Paragraph)]
    styled = next((each for each in first if each.is_title and each.text), None)
    if styled is None:
        if named := _named(document.blocks[:_FIRST]):
            return named
        heads = {id(each) for each in found} | {id(each) for each in first if each.level}
        top = (each for each in first[:4] if id(each) in heads)
        styled = next((each for each in top if not _NO_TITLE.match(each.text)), None)
        if styled is not None and document.blocks[0] is not styled:
            return styled.text[:_LONGEST_TITLE]
    if styled is None:
        return ""
    title = styled.text
    simple = all(isinstance(run, Run) and not run.href for run in styled.inlines)
    if len(title) <= _LONGEST_TITLE and simple:
        document.blocks.remove(styled)
    return title[:_LONGEST_TITLE].strip()


def _named(blocks: list[Block]) -> str:
    """What stands behind `เรื่อง` or `ชื่อองค์ความรู้`, in a line or in the cell beside it."""
    for each in blocks:
        found = ""
        if isinstance(each, Paragraph) and (match := _TITLE.fullmatch(each.text)):
            found = _bare(match[1])
        elif isinstance(each, Table):
            for row in each.rows:
                words = [" ".join(one.text for one in paragraphs(cell.blocks)) for cell in row]
                filled = [one for one in words if one.strip()]
                if len(filled) > 1 and _TITLE_CELL.fullmatch(filled[0].strip()):
                    found = found or _bare(filled[1])
        if 4 <= len(found) <= _LONGEST_TITLE and not _BLANKS.search(found):
            return found
    return ""


def _bare(title: str) -> str:
    """A title without the dots of a form, and without quotation marks around the whole of it."""
    words = title.strip(_OF_TITLE)
    quoted = _QUOTED.fullmatch(words)
    return quoted[1].strip() if quoted else words


def _levels(blocks: list[Block]) -> None:
    """The levels that are used, from 2 on: 1 is the title of the page."""
    top = [each for each in blocks if isinstance(each, Paragraph)]
    for each in top:
        if each.is_title and not each.level:
            each.level = 1
    used = sorted({each.level for each in top if each.level})
    for each in top:
        if each.level:
            each.level = min(used.index(each.level) + 2, 6)
