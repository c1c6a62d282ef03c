"""A page as a tree: strict, so that a tag that is never closed is a fault and not a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "input", "source", "link", "meta", "wbr"}


class Node:
    """An element. `children` are elements and texts in their order."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags: str, **attributes: str) -> list[Node]:
        """Elements below with one of the tags (any, if none) and these attributes."""
        return [
            node
            for node in self.walk()
            if node is not self
            and (not tags or node.tag in tags)
            and all(node.attributes.get(name) == value for name, value in attributes.items())
        ]

    def one(self, *tags: str, **attributes: str) -> Node:
        found = self.all(*tags, **attributes)
        assert len(found) == 1, f"{len(found)} of {tags} {attributes}"
        return found[0]

    def with_class(self, name: str) -> list[Node]:
        return [node for node in self.walk() if name in node.classes]

    @property
    def text(self) -> str:
        """The words of the element, with single spaces; a phrase that is kept whole parts no word."""
        joined = re.sub(" ?\0 ?", "", " ".join(self.texts()))
        return re.sub(r"\s+", " ", joined).strip()

    def texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Node) and "nb" in child.classes:
                yield f"\0{''.join(child.texts())}\0"
            elif isinstance(child, Node):
                yield from child.texts()
            else:
                yield child

    def within(self, *classes: str) -> bool:
        """Whether it or an element around it has one of the classes."""
        node: Node | None = self
        while node is not None:
            if set(classes) & set(node.classes):
                return True
            node = node.parent
        return False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {}, None)
        self.here = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open(tag, attrs, closed=tag in VOID)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open(tag, attrs, closed=True)

    def _open(self, tag: str, attrs: list[tuple[str, str | None]], *, closed: bool) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute: {names}"
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if not closed:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}> at {self.getpos()}"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Node:
    """The tree of a page. Raises AssertionError where tags do not match."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.here is reader.root, f"<{reader.here.tag}> is never closed"
    return reader.root


def table_rows(table: Node) -> list[dict[str, Node]]:
    """The rows of a table's body and foot, each cell by the heading of its column."""
    heads = [head.text for head in table.one("thead").all("th")]
    rows = []
    for part in table.all("tbody", "tfoot"):
        for row in part.all("tr"):
            cells = [cell for cell in row.children if isinstance(cell, Node)]
            assert len(cells) == len(heads), f"{len(cells)} cells under {len(heads)} headings"
            rows.append(dict(zip(heads, cells, strict=True)))
    return rows
