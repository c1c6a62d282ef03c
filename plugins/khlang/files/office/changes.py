"""Tracked changes of Word, accepted: the text as it stands now, without who wrote what and when."""

from khlang.files.office import xml
from khlang.files.office.xml import Element

_W = f"{{{xml.WORD}}}"
_PROPERTIES = {f"{_W}{name}" for name in ("rPr", "trPr", "tcPr", "pPr", "ctrlPr", "numPr")}
_FORMER = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
    *("tcPrChange", "tblPrExChange", "numberingChange", "cellMerge", "cellIns"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("customXmlInsRangeStart", "customXmlInsRangeEnd"),
    *("customXmlDelRangeStart", "customXmlDelRangeEnd"),
    *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
    *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
)
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")


def accept(root: Element) -> None:
    """All insertions stay, all deletions go, in every story of the document."""
    for each in _all(root, "del", "moveFrom"):
        parent = each.getparent()
        if parent is None or parent.tag in _PROPERTIES:
            continue  # a paragraph's mark or a row: below
        xml.remove(each)
    for cell in _all(root, "cellDel"):
        _remove_cell(cell)
    for row in _all(root, "tr"):
        if any(row.find(f"{_W}trPr/{_W}{name}") is not None for name in ("del", "moveFrom")):
            _remove_row(row)
    for paragraph in reversed(_all(root, "p")):
        marks = (paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{name}") for name in ("del", "moveFrom"))
        if any(mark is not None for mark in marks):
            _join_with_next(paragraph)
    for each in _all(root, "ins", "moveTo"):
        xml.unwrap(each)
    for each in _all(root, "del", "moveFrom", *_FORMER):
        xml.remove(each)


def remove_comments(root: Element) -> None:
    """The marks of comments in the text, with the run that holds nothing else."""
    for each in _all(root, *_COMMENTS):
        run = each.getparent()
        xml.remove(each)
        if (
            run is not None
            and run.tag == f"{_W}r"
            and all(child.tag == f"{_W}rPr" for child in run)
        ):
            xml.remove(run)


def _all(root: Element, *names: str) -> list[Element]:
    return list(root.iter(*(f"{_W}{name}" for name in names)))


def _remove_cell(mark: Element) -> None:
    cell = next(mark.iterancestors(f"{_W}tc"), None)
    row = None if cell is None else cell.getparent()
    if cell is None or row is None:
        return
    xml.remove(cell)
    if row.find(f"{_W}tc") is None:
        _remove_row(row)


def _remove_row(row: Element) -> None:
    """A row; the table with its last one."""
    table = row.getparent()
    xml.remove(row)
    if table is not None and table.tag == f"{_W}tbl" and table.find(f"{_W}tr") is None:
        xml.remove(table)


def _join_with_next(paragraph: Element) -> None:
    """A paragraph whose mark is deleted goes on in the next one, which keeps its own properties."""
    content = [each for each in paragraph if each.tag != f"{_W}pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == f"{_W}p":
        properties = following.find(f"{_W}pPr")
        at = 0 if properties is None else 1
        following[at:at] = content
        xml.remove(paragraph)
    elif not content and paragraph.getprevious() is not None and following is not None:
        xml.remove(paragraph)
