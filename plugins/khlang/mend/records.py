"""Values of a record in a file, each in its one right spelling, as pieces of its lines."""

import json
import re
from collections.abc import Iterator

from khlang.mend import values
from khlang.mend.edit import Piece
from khlang.model import columns as kinds
from khlang.model.columns import Type, columns
from khlang.source.vocabulary import Vocabularies
from khlang.source.yaml_nodes import Mapping, Node, Scalar, Sequence
from khlang.source.yaml_text import yaml_value


def pieces(
    record: type, node: Node, lines: list[str], vocabularies: Vocabularies
) -> Iterator[Piece]:
    """What to write otherwise in the lines of a file, for the columns of a record."""
    if isinstance(node, Mapping):
        table = columns(record)
        for name, (_, value) in node.pairs.items():
            if name in table:
                yield from _of(table[name].type, value, lines, vocabularies, name)


def _of(
    kind: Type, node: Node, lines: list[str], vocabularies: Vocabularies, key: str = ""
) -> Iterator[Piece]:
    match kind:
        case kinds.Record():
            yield from pieces(kind.of, node, lines, vocabularies)
        case kinds.Table() if isinstance(node, Mapping):
            for name, each in node.pairs.values():
                yield from _scalar(kind.keys, name, lines, vocabularies)
                yield from _of(kind.of, each, lines, vocabularies)
        case kinds.Many() if isinstance(node, Scalar):
            yield from _listed(kind.of, node, vocabularies)
        case kinds.Many() if isinstance(node, Sequence):
            for each in node.items:
                yield from _entry(kind.of, each, lines, vocabularies)
        case _ if isinstance(node, Scalar):
            yield from _scalar(kind, node, lines, vocabularies, key)


def _entry(kind: Type, node: Node, lines: list[str], vocabularies: Vocabularies) -> Iterator[Piece]:
    if isinstance(node, Mapping) and isinstance(kind, kinds.Text | kinds.Dated):
        line = lines[node.place.line - 1]  # `- ขุดหนอง: ห้าขั้นตอน` is a text, not a set of keys
        one = len(node.pairs) == 1 and all(
            isinstance(value, Scalar) and value.place.line == node.place.line
            for _, value in node.pairs.values()
        )
        if one and line.lstrip().startswith("- "):
            yield Piece(node.place.line, 0, len(line), _quoted_entry(line))
    else:
        yield from _of(kind, node, lines, vocabularies)


def _quoted_entry(line: str) -> str:
    lead, _, rest = line.partition("- ")
    words, gap, comment = rest.partition(" #")
    return f"{lead}- {json.dumps(words.strip(), ensure_ascii=False)}{gap}{comment}"


def _scalar(
    kind: Type, node: Scalar, lines: list[str], vocabularies: Vocabularies, key: str = ""
) -> Iterator[Piece]:
    if node.is_null or not node.place.end:
        return
    new = values.mended(kind, node.value, vocabularies, key)
    if new != node.value:
        start, end = node.place.col - 1, node.place.end - 1
        mark = lines[node.place.line - 1][start : start + 1]
        quoted = {'"': json.dumps(new, ensure_ascii=False), "'": f"'{new}'"}
        yield Piece(node.place.line, start, end, quoted.get(mark) or _plain(new))


def _plain(value: str) -> str:
    """Dates, years and entries of a history may stand without quotation marks."""
    return value if re.fullmatch(r"[0-9][0-9-]*(?: [a-z]+)?", value) else yaml_value(value)


def _listed(kind: Type, node: Scalar, vocabularies: Vocabularies) -> Iterator[Piece]:
    """`tags: น้ำ, ดิน` as a list, the words in their right spelling."""
    if isinstance(kind, kinds.Record) or node.is_null or not node.place.end:
        return
    dated = isinstance(kind, kinds.Dated)
    words = [node.value] if dated else re.split("[,،、]", node.value)
    right = [values.mended(kind, each.strip(), vocabularies) for each in words if each.strip()]
    written = ", ".join(_plain(each) for each in right)
    yield Piece(node.place.line, node.place.col - 1, node.place.end - 1, f"[{written}]")
