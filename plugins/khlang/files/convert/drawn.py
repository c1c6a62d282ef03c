"""What is drawn in a document: charts as tables, the words of diagrams as lists."""

from khlang.files.convert.blocks import Block, Cell, ListMark, Paragraph, Run, Table
from khlang.files.convert.symbols import readable
from khlang.files.office import xml
from khlang.files.office.package import Package
from khlang.files.office.xml import Element

_A, _C = f"{{{xml.DRAWING}}}", f"{{{xml.CHARTS}}}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_WHOLE = 1e15
_MOST_ROWS = 200


def chart(package: Package, part: str) -> list[Block]:
    """The title of a chart, and its numbers: a row a category, a column a series."""
    root = xml.parse(package.files[part])
    found: list[Block] = []
    title = root.find(f"{_C}chart/{_C}title")
    if title is not None and (words := _words(title)):
        found.append(line(words, bold=True))
    series = list(root.iter(f"{_C}ser"))
    names = [_cached(each.find(f"{_C}tx")) for each in series]
    categories = next(filter(None, (_cached(_first(each, "cat", "xVal")) for each in series)), {})
    values = [_cached(_first(each, "val", "yVal")) for each in series]
    points = sorted(set().union(categories, *values))[:_MOST_ROWS]
    if points:
        head = ["", *(" ".join(each.values()) for each in names)]
        rows = [[categories.get(at, ""), *(each.get(at, "") for each in values)] for at in points]
        found.append(Table([[_cell(each) for each in row] for row in (head, *rows)]))
    return found


def diagram(package: Package, part: str) -> list[Block]:
    """The words in the shapes of a diagram (SmartArt), in the order of its list."""
    root = xml.parse(package.files[part])
    found: list[Block] = []
    for point in root.iter(f"{_DIAGRAM}pt"):
        lines = filter(None, map(_words, point.iter(f"{_A}p")))
        found += [Paragraph([Run(each)], mark=ListMark()) for each in lines]
    return found


def line(words: str, *, bold: bool = False) -> Paragraph:
    """A paragraph of these words."""
    return Paragraph([Run(words, bold=bold)])


def _first(series: Element, *names: str) -> Element | None:
    return next((each for name in names if (each := series.find(f"{_C}{name}")) is not None), None)


def _cached(element: Element | None) -> dict[int, str]:
    """The values that the document remembers of a column, by their places."""
    if element is None:
        return {}
    return {
        int(point.get("idx", "0")): _number(point.findtext(f"{_C}v") or "")
        for point in element.iter(f"{_C}pt")
        if point.get("idx", "0").isdecimal()
    } or ({0: plain} if (plain := element.findtext(f"{_C}v")) else {})


def _number(value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return readable(value)
    if abs(number) < _WHOLE and number.is_integer():
        return str(int(number))
    return f"{number:.10g}" if abs(number) < _WHOLE else value


def _cell(words: str) -> Cell:
    return Cell([line(words)] if words else [])


def _words(element: Element) -> str:
    return " ".join(readable("".join(each.text or "" for each in element.iter(f"{_A}t"))).split())
