"""HTML that stands alone and prints on A4 across: open it, print it, or save it as PDF."""

from collections.abc import Iterator
from datetime import date
from html import escape

from khlang.export.paper import ABOVE, Cell, Kind, Paper, Row
from khlang.thai.dates import short_date
from khlang.thai.text import thai_digits
from khlang.views.plan import Amount

# The small letters of TH Sarabun: where it is installed it is drawn larger, elsewhere the fallback
# fits the same page.
_FONTS = (
    "TH SarabunPSK", "TH Sarabun New", "THSarabunPSK", "THSarabunNew", "TH SarabunIT๙", "Laksaman",
)  # fmt: skip
_FALLBACK = 'Paper, Sarabun, "Noto Sans Thai", "Leelawadee UI", Thonburi, sans-serif'
_MANY = 8  # columns that fit in letters of full size
_STYLE = f"""
@font-face {{ font-family: Paper; src: {", ".join(f'local("{name}")' for name in _FONTS)}; size-adjust: 135%; }}
@font-face {{ font-family: Paper; font-weight: bold; src: {", ".join(f'local("{name} Bold")' for name in _FONTS)}; size-adjust: 135%; }}
@page {{ size: A4 landscape; margin: 11mm 12mm 13mm; @bottom-center {{ content: counter(page, thai) " / " counter(pages, thai); font: 10pt {_FALLBACK}; }} }}
body {{ margin: 0 auto; max-width: 273mm; color: #000; background: #fff; font: 10.5pt/1.5 {_FALLBACK}; }}
h1 {{ margin: 0 0 3mm; font-size: 13pt; line-height: 1.5; text-align: center; }}
p {{ margin: 0 0 1mm; }}
table {{ width: 100%; border-collapse: collapse; margin: 2mm 0 4mm; }}
th, td {{ border: .3mm solid #000; padding: .2mm 1.2mm .7mm; text-align: left; vertical-align: top; overflow-wrap: break-word; }}
thead th {{ text-align: center; vertical-align: middle; }}
.wide {{ font-size: 9pt; }}
.n {{ text-align: right; white-space: nowrap; }}
.c {{ text-align: center; }}
.section th, .total td {{ font-weight: bold; }}
tr {{ break-inside: avoid; }}
.above {{ border-top-style: hidden; }}
.section {{ break-after: avoid; }}
.notes p {{ font-size: 9.5pt; }}
.sign {{ margin: 5mm 0 0 auto; width: 100mm; text-align: center; break-inside: avoid; }}
.sign p {{ margin-bottom: 1mm; white-space: nowrap; }}
@media screen {{ body {{ padding: 10mm; }} .sheet {{ overflow-x: auto; }} .sheet table {{ min-width: 220mm; }} }}
"""


def write(paper: Paper) -> bytes:
    return "\n".join(_document(paper)).encode() + b"\n"


def _document(paper: Paper) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(' '.join(paper.title))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{'<br>'.join(map(escape, paper.title))}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in paper.head)
    size = "wide" if len(paper.columns) > _MANY else "full"
    yield f'<div class="sheet">\n<table class="{size}">\n<colgroup>'
    whole = sum(each.width for each in paper.columns)
    yield "".join(f'<col style="width: {each.width * 100 / whole:.2f}%">' for each in paper.columns)
    yield "</colgroup>\n<thead>"
    yield from _heads(paper)
    yield "</thead>\n<tbody>"
    yield from (_row(paper, row) for row in paper.rows)
    yield "</tbody>\n</table>\n</div>"
    if paper.notes:
        yield '<div class="notes">'
        yield from (f"<p>{escape(line)}</p>" for line in paper.notes)
        yield "</div>"
    if paper.signature:
        yield '<div class="sign">'
        yield from (f"<p>{escape(line)}</p>" for line in paper.signature)
        yield "</div>"
    yield "</body>\n</html>"


def _heads(paper: Paper) -> Iterator[str]:
    if not paper.groups:
        heads = (f'<th scope="col">{escape(each.name)}</th>' for each in paper.columns)
        yield f"<tr>{''.join(heads)}</tr>"
        return
    over: list[str] = []
    under: list[str] = []
    at = 0
    for name, size in paper.groups:
        columns = paper.columns[at : at + size]
        at += size
        if name:
            over.append(f'<th scope="colgroup" colspan="{size}">{escape(name)}</th>')
            under += (f'<th scope="col">{escape(each.name)}</th>' for each in columns)
        else:
            over += (f'<th scope="col" rowspan="2">{escape(each.name)}</th>' for each in columns)
    yield f"<tr>{''.join(over)}</tr>\n<tr>{''.join(under)}</tr>"


def _row(paper: Paper, row: Row) -> str:
    if row.kind is Kind.SECTION:
        first, name = row.cells
        span = len(paper.columns) - 1
        return (
            f'<tr class="section"><td class="n c">{_shown(first, paper, 0)}</td>'
            f'<th scope="rowgroup" colspan="{span}">{_shown(name, paper, 1)}</th></tr>'
        )
    cells = (_cell(cell, paper, at) for at, cell in enumerate(row.cells))
    weight = ' class="total"' if row.kind is Kind.TOTAL else ""
    return f"<tr{weight}>{''.join(cells)}</tr>"


def _cell(cell: Cell, paper: Paper, at: int) -> str:
    """A cell. One that belongs to the cell above has no line between: rows that are joined by
    `rowspan` are not kept whole where a page ends.
    """
    if cell is ABOVE:
        return '<td class="above"></td>'
    number = isinstance(cell, int) or (isinstance(cell, Amount) and cell.value is not None)
    kinds = ["n"] * number + ["c"] * paper.columns[at].centred
    place = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<td{place}>{_shown(cell, paper, at)}</td>"


def _shown(cell: Cell, paper: Paper, at: int) -> str:
    match cell:
        case int():
            column = paper.columns[at]
            return escape(thai_digits(f"{column.before}{cell:,}{column.unit}"))
        case date():
            return escape(thai_digits(short_date(cell)))
        case Amount():
            return escape(thai_digits(cell.words))
        case str():
            return escape(cell).replace("\n", "<br>")
        case _:
            return ""
