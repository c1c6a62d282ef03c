"""One key of a front matter changed, every other character kept: comments, order, spelling, quotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from khlang.model.columns import columns
from khlang.model.item import FrontMatter
from khlang.source.front_matter import Document, parse
from khlang.source.reporter import Reporter
from khlang.source.yaml_nodes import Node, Scalar, Sequence

_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_FLOW_LIST = re.compile(r"\[.*\]")


class NotEditedError(Exception):
    """The front matter is written in a way that no program should change; the reason is Thai."""


@dataclass(frozen=True, slots=True)
class Piece:
    """New words for a stretch of one line; `end` is exclusive, columns count from 0."""

    line: int
    start: int
    end: int
    words: str


def parsed(text: str) -> Document | None:
    """The parts of an item, where its front matter can be read."""
    return parse(text, "", Reporter())


def with_pieces(text: str, pieces: Iterable[Piece]) -> str:
    """A text with these stretches replaced; lines count from 1."""
    lines = text.split("\n")
    for each in sorted(pieces, key=lambda piece: (piece.line, piece.start), reverse=True):
        line = lines[each.line - 1]
        lines[each.line - 1] = line[: each.start] + each.words + line[each.end :]
    return "\n".join(lines)


def with_value(text: str, key: str, written: str | None) -> str:
    """The text with a key that has this value, as YAML in one line; without the key for None.

    Raises NotEditedError, and says nothing else than what was asked has changed.
    """
    before = parsed(text)
    if before is None:
        raise NotEditedError("ส่วนหัวของเรื่องอ่านไม่ได้ แก้ตามที่ khlang check บอกก่อน")
    changed = _changed(text, before, key, written)
    after = parsed(changed)
    same = after is not None and all(
        name == key
        or (name in after.front.pairs and shape(after.front.pairs[name][1]) == shape(node))
        for name, (_, node) in before.front.pairs.items()
    )
    if after is None or not same or (key in after.front.pairs) is (written is None):
        raise NotEditedError(f"เขียนช่อง {key} ในแบบที่โปรแกรมแก้ไม่ได้ แก้ในไฟล์เอง")
    if after.body != before.body:
        raise NotEditedError(f"เขียนช่อง {key} ในแบบที่โปรแกรมแก้ไม่ได้ แก้ในไฟล์เอง")
    return changed


def shape(node: Node) -> object:
    """A node as plain values, to be compared."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [shape(each) for each in node.items]
    return {key: shape(each) for key, (_, each) in node.pairs.items()}


def _changed(text: str, document: Document, key: str, written: str | None) -> str:
    lines = text.split("\n")
    if key not in document.front.pairs:
        if written is not None:
            lines.insert(_place_for(lines, document, key), f"{key}: {written}")
        return "\n".join(lines)
    start, end = _block(lines, document, key)
    node = document.front.pairs[key][1]
    at = node.place.line - 1
    if written is not None and isinstance(node, Scalar) and not node.is_null and node.place.end:
        line = lines[at]
        lines[at] = line[: node.place.col - 1] + written + line[node.place.end - 1 :]
        return "\n".join(lines)
    if written is not None and end - start == 1 and isinstance(node, Sequence):
        line = lines[at]
        lines[at] = _FLOW_LIST.sub(lambda _: written, line, count=1)
        return "\n".join(lines)
    comments = [found[1] for line in lines[start:end] if (found := _COMMENT.search(line))]
    lines[start:end] = [*comments, *([] if written is None else [f"{key}: {written}"])]
    return "\n".join(lines)


def _block(lines: list[str], document: Document, key: str) -> tuple[int, int]:
    """The lines of a key, from 0; comments and blanks behind them belong to what follows."""
    starts = sorted(name.place.line - 1 for name, _ in document.front.pairs.values())
    start = document.front.pairs[key][0].place.line - 1
    end = next((at for at in starts if at > start), document.body_line - 2)
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return start, end


def _place_for(lines: list[str], document: Document, key: str) -> int:
    """Behind the last of the keys that come before it in the table."""
    order = list(columns(FrontMatter))
    before = order[: order.index(key)] if key in order else order
    present = [each for each in before if each in document.front.pairs]
    return max((_block(lines, document, each)[1] for each in present), default=1)
