"""Front matter between two `---` fences, read through python-frontmatter with our own handler."""

import re
from contextlib import suppress
from dataclasses import dataclass

import frontmatter
from frontmatter.default_handlers import BaseHandler

from khlang.model.codes import encoding as codes
from khlang.model.diagnostic import Place
from khlang.source.reporter import Reporter
from khlang.source.yaml_nodes import Mapping, Node, compose

MAX_FRONT_MATTER = 64 * 1024
MAX_KEYS = 30
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class LocatedHandler(BaseHandler):
    """Loads front matter as located nodes and keeps the body as it was typed.

    The text is ours, not the one that python-frontmatter hands over: that one is stripped, so that
    its lines are no longer those of the file.
    """

    def __init__(self, text: str, path: str, reporter: Reporter) -> None:
        super().__init__(fm_boundary=_FENCE, start_delimiter="---", end_delimiter="---")
        self.text = text
        self.path = path
        self.reporter = reporter
        self.node: Node | None = None
        self.body = ""
        self.body_line = 1

    def detect(self, text: str) -> bool:
        """Always: an item without fences is reported, not taken for one without front matter."""
        return True

    def split(self, _stripped: str) -> tuple[str, str]:
        """YAML and body; raises ValueError, as the interface asks, where a fence is missing."""
        text = self.text
        opening = _FENCE.match(text)
        if opening is None:
            self.reporter.add(codes.NO_FRONT_MATTER, Place(self.path))
            raise ValueError("no opening fence")
        closing = _FENCE.search(text, opening.end())
        if closing is None:
            self.reporter.add(codes.UNCLOSED_FRONT_MATTER, Place(self.path))
            raise ValueError("no closing fence")
        yaml_text = text[opening.end() + 1 : closing.start()]
        self.body = text[closing.end() + 1 :]
        self.body_line = text.count("\n", 0, closing.end()) + 2
        return yaml_text, self.body

    def load(self, fm: str, **_: object) -> dict[str, object]:
        """Keeps the located tree in `node`; python-frontmatter itself gets no metadata."""
        if len(fm.encode()) > MAX_FRONT_MATTER:
            self.reporter.add(
                codes.FRONT_MATTER_TOO_LARGE, Place(self.path), limit=MAX_FRONT_MATTER // 1024
            )
        else:
            self.node = compose(fm, self.path, self.reporter, first_line=2)
        return {}


@dataclass(slots=True)
class Document:
    """The two parts of an item's file. `body_line` is the line on which the body begins."""

    front: Mapping
    body: str
    body_line: int


def body_of(text: str, path: str, reporter: Reporter) -> str:
    """What stands below the front matter, which is not looked at."""
    handler = LocatedHandler(text, path, reporter)
    with suppress(ValueError):
        handler.split(text)
    return handler.body


def parse(text: str, path: str, reporter: Reporter) -> Document | None:
    """The parts of an item, or None where there is no front matter that can be read."""
    handler = LocatedHandler(text, path, reporter)
    before = len(reporter.diagnostics)
    frontmatter.parse(text, handler=handler)
    if handler.node is None:
        if len(reporter.diagnostics) == before:
            reporter.add(codes.EMPTY_FRONT_MATTER, Place(path))
        return None
    if not isinstance(handler.node, Mapping):
        reporter.add(codes.NOT_A_MAPPING, handler.node.place)
        return None
    keys = [key.place for key, _ in handler.node.pairs.values()]
    if len(keys) > MAX_KEYS:
        reporter.add(codes.TOO_MANY_KEYS, keys[MAX_KEYS], count=len(keys), limit=MAX_KEYS)
        return None
    return Document(handler.node, handler.body, handler.body_line)
