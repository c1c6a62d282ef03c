"""A document between reading and writing: blocks of inlines, without a word of XML or Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Run:
    r"""Text of one look; `\n` is a line break. `href` is an address on the web or of mail."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    href: str = ""


@dataclass(slots=True)
class Picture:
    """The picture of that number in `Document.pictures`."""

    number: int
    alt: str


@dataclass(slots=True)
class NoteMark:
    """The place of a footnote or endnote."""

    label: str


Inline = Run | Picture | NoteMark


@dataclass(slots=True)
class ListMark:
    """An entry of a list. `number` where the list is 1. 2. 3.; `label` where it is counted in
    another way; neither for a bullet. A label that `is_typed` stands in the text already.
    """

    depth: int = 0
    number: int | None = None
    label: str = ""
    is_typed: bool = False

    @property
    def shown(self) -> str:
        """What is to be written before the text."""
        return "" if self.is_typed else self.label


@dataclass(slots=True)
class Paragraph:
    """`level` of a heading, 0 for none. `size` in half points, `underlined`, `tabs` (those that it
    begins with) and `indent` are hints for what the author meant.
    """

    inlines: list[Inline]
    level: int = 0
    is_title: bool = False
    mark: ListMark | None = None
    size: int = 0
    underlined: bool = False
    tabs: int = 0
    indent: int = 0

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(plain(self.inlines).split())


@dataclass(slots=True)
class Cell:
    """A cell. `covered`: it has none of its own, another one reaches over it."""

    blocks: list["Block"]
    covered: bool = False


@dataclass(slots=True)
class Table:
    """Rows of the same length."""

    rows: list[list[Cell]]


@dataclass(slots=True)
class Box:
    """What stands apart from the text: a text box, the notes of a speaker."""

    blocks: list["Block"]


Block = Paragraph | Table | Box


@dataclass(slots=True)
class Document:
    """`pictures` are (suffix, bytes); `left` counts what is not in the blocks, by the Thai words
    that tell it; `made_up` are descriptions that a program wrote, which nobody misses.
    """

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    made_up: list[str] = field(default_factory=list)


def plain(inlines: Iterable[Inline]) -> str:
    """The words of inlines."""
    return "".join(each.text for each in inlines if isinstance(each, Run))


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, also of tables and boxes."""
    for each in blocks:
        if isinstance(each, Paragraph):
            yield each
        elif isinstance(each, Box):
            yield from paragraphs(each.blocks)
        else:
            for row in each.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)
