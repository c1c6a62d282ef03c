"""Blocks as GitHub-flavoured Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from khlang.files.convert.blocks import Block, Box, Document, Inline, Paragraph, Picture, Run, Table
from khlang.files.convert.inline import written

_ALT = str.maketrans({"[": "\\[", "]": "\\]", "\n": " ", "\\": "\\\\"})


def name_of(number: int, suffix: str) -> str:
    """The file of a picture."""
    return f"image{number + 1:02}{suffix}"  # no hyphen: that is the form of a contributor's key


def to_markdown(document: Document) -> str:
    """The whole text, notes last."""
    writer = _Writer(document)
    parts = [writer.blocks(document.blocks)]
    for label, blocks in document.notes.items():
        text = writer.blocks(blocks) or " "
        first, *rest = text.split("\n")
        indented = "".join(f"\n    {line}" if line else "\n" for line in rest)
        parts.append(f"[^{label}]: {first}{indented}")
    return "\n\n".join(filter(None, parts)) + "\n"


@dataclass(slots=True)
class _Open:
    """A list that has begun: where its text stands, and what the next number is."""

    column: int
    next: int | None
    sign: str


@dataclass(slots=True)
class _Writer:
    document: Document
    lists: list[_Open] = field(default_factory=list)

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Blocks with an empty line between them; entries of a list without."""
        outer, self.lists = self.lists, []
        text = ""
        previous = ""
        for each in blocks:
            kind, written_block = self._block(each, previous)
            if not written_block:
                continue
            if text:
                tight = kind == previous and kind in ("list", "label")
                text += ("\\\n" if kind == "label" else "\n") if tight else "\n\n"
            text += written_block
            previous = kind
        self.lists = outer
        return text

    def _block(self, block: Block, previous: str) -> tuple[str, str]:
        if isinstance(block, Paragraph) and block.mark is not None and not block.level:
            if block.mark.label and block.mark.depth <= 0:
                self.lists = []
                label = [Run(f"{block.mark.shown} ")] if block.mark.shown else []
                return "label", self._inline([*label, *block.inlines])
            if previous != "list":
                self.lists = []
            return "list", self._entry(block)
        self.lists = []
        if isinstance(block, Table):
            return "table", self._table(block)
        if isinstance(block, Box):
            lines = self.blocks(block.blocks).split("\n")
            return "box", "\n".join(f"> {line}".rstrip() for line in lines) if any(lines) else ""
        if block.level:
            line = written(block.inlines, self._picture, heading=True)
            return "heading", f"{'#' * block.level} {line}" if line else ""
        return "paragraph", self._inline(block.inlines)

    def _entry(self, each: Paragraph) -> str:
        """An entry of a list, indented below the text of the one above it."""
        mark = each.mark
        assert mark is not None  # noqa: S101  # asked by the caller
        depth = min(max(mark.depth, 0), len(self.lists))
        standing = self.lists[depth] if depth < len(self.lists) else None
        del self.lists[depth:]
        column = self.lists[-1].column if self.lists else 0
        if mark.number is None:
            sign = standing.sign if standing and standing.next is None else "-"
            lead = f"{sign} "
            self.lists.append(_Open(column + 2, None, sign))
        else:
            sign = standing.sign if standing and standing.next is not None else "."
            if standing and standing.next is not None and standing.next != mark.number:
                sign = ")" if sign == "." else "."  # another sign begins another list
            lead = f"{mark.number}{sign} "
            self.lists.append(_Open(column + len(lead), mark.number + 1, sign))
        label = [Run(f"{mark.shown} ")] if mark.shown else []
        text = self._inline([*label, *each.inlines])
        within = " " * (column + len(lead))
        return " " * column + lead + text.replace("\n", f"\n{within}")

    def _inline(self, inlines: Sequence[Inline], *, line_break: str = "\\\n") -> str:
        return written(inlines, self._picture, line_break=line_break)

    def _picture(self, picture: Picture) -> str:
        suffix = self.document.pictures[picture.number][0]
        return f"![{picture.alt.translate(_ALT)}]({name_of(picture.number, suffix)})"

    def _table(self, table: Table) -> str:
        kept = [row for row in table.rows if any(cell.blocks for cell in row)]
        if not kept:
            return ""
        if all(len(row) == 1 for row in kept):  # a frame around a text
            return self._block(Box([each for (cell,) in kept for each in cell.blocks]), "")[1]
        before = ""
        while len(kept) > 1 and len(kept[0]) > 1 and all(cell.covered for cell in kept[0][1:]):
            before += f"{self.blocks(kept[0][0].blocks)}\n\n"  # a row of one cell is its caption
            del kept[0]
        head, *body = ([self._cell(cell.blocks) for cell in row] for row in kept)
        lines = [head, ["---"] * len(head), *body]
        return before + "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _cell(self, blocks: Sequence[Block]) -> str:
        """A cell is one line: its paragraphs are parted by a break, its lists are written out."""
        lines: list[str] = []
        for each in blocks:
            if isinstance(each, Box):
                lines.append(self._cell(each.blocks))
            elif isinstance(each, Table):
                for row in each.rows:
                    words = filter(None, (self._cell(cell.blocks) for cell in row))
                    lines.append(" · ".join(words).replace("\\|", "|"))
            else:
                text = self._inline(each.inlines, line_break="<br>")
                if each.mark is not None and not each.mark.is_typed:
                    number = each.mark.label or (
                        f"{each.mark.number}." if each.mark.number else "•"
                    )
                    text = f"{number} {text}"
                lines.append(text)
        return "<br>".join(filter(None, lines)).replace("|", "\\|").replace("\n", " ")
