"""Front matter: slips of YAML, names of keys, values."""

import json
import re
from collections.abc import Callable, Iterator

from khlang.mend import values
from khlang.mend.edit import Piece, parsed, with_pieces
from khlang.model import columns as kinds
from khlang.model.codes import encoding as codes
from khlang.model.columns import Column, Type, columns
from khlang.model.diagnostic import Diagnostic
from khlang.model.item import FrontMatter
from khlang.source.front_matter import parse
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies, Vocabulary
from khlang.source.yaml_nodes import Mapping, Node, Scalar, Sequence
from khlang.source.yaml_text import yaml_value

_MOST_SLIPS = 60
_TABLE = columns(FrontMatter)
_LABELS = Vocabulary.of((name, each.label_th, ()) for name, each in _TABLE.items())
_LEAD = re.compile(r"""(\s*(?:- +)?(?:[^\s:#"'\[{-][^:#"'\[{]*: +)?)(.*?)(\s+#.*)?$""")
_GLUED = re.compile(rf"({'|'.join(_TABLE)}):(?=\S)")
_INDENTED = re.compile(rf" +(?=(?:{'|'.join(_TABLE)}):(?:\s|$))")
_OPENING = re.compile(r"\s+(?=---[ \t]*\n)")

LineCure = Callable[[str], str]


def mended(text: str, vocabularies: Vocabularies) -> str:
    """The text with a front matter that is easier to read; as it was, where nobody can."""
    text = _without_slips(text)
    text = _with_known_keys(text)
    return _with_right_values(text, vocabularies)


def _without_slips(text: str) -> str:
    """One slip after the other, for as long as there is one with a cure."""
    for _ in range(_MOST_SLIPS):
        reporter = Reporter()
        if parse(text, "", reporter) is not None or not reporter.diagnostics:
            break
        cured = _cured(text, reporter.diagnostics[-1])
        if cured == text:
            break
        text = cured
    return text


def _cured(text: str, fault: Diagnostic) -> str:
    if fault.code is codes.NO_FRONT_MATTER:
        return _OPENING.sub("", text, count=1) if _OPENING.match(text) else text
    lines = text.split("\n")
    if fault.code is codes.NOT_A_MAPPING:
        end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == "---"), len(lines))
        return "\n".join(
            [lines[0], *(_GLUED.sub(r"\1: ", each) for each in lines[1:end]), *lines[end:]]
        )
    cure = _CURES.get(fault.code.id)
    at = fault.place.line - 1
    if cure is None or not 0 <= at < len(lines):
        return text
    lines[at] = cure(lines[at])
    return "\n".join(lines)


def _quoted(line: str) -> str:
    """A line whose value is in quotation marks; a comment behind it stays one."""
    match = _LEAD.match(line)
    if match is None or not match[2] or match[2].startswith(('"', "'", "[", "{")):
        return line
    return f"{match[1]}{json.dumps(match[2], ensure_ascii=False)}{match[3] or ''}"


def _untabbed(line: str) -> str:
    blanks = len(line) - len(line.lstrip())
    return line[:blanks].replace("\t", "  ") + line[blanks:]


_CURES: dict[str, LineCure] = {
    codes.UNQUOTED_COLON.id: _quoted,
    codes.BAD_FIRST_CHARACTER.id: _quoted,
    codes.FORBIDDEN_YAML.id: _quoted,
    codes.TAB_INDENT.id: _untabbed,
    codes.YAML_SYNTAX.id: lambda line: (
        _INDENTED.sub("", line, count=1) if _INDENTED.match(line) else line
    ),
}


def _with_known_keys(text: str) -> str:
    """Thai labels and capitals as keys, unless the key is there already."""
    document = parsed(text)
    if document is None:
        return text
    present = set(document.front.pairs)
    pieces: list[Piece] = []
    for name, (node, _) in document.front.pairs.items():
        key = _LABELS.find(name)
        if key is not None and key not in present and node.place.end:
            present.add(key)
            pieces.append(Piece(node.place.line, node.place.col - 1, node.place.end - 1, key))
    return with_pieces(text, pieces)


def _with_right_values(text: str, vocabularies: Vocabularies) -> str:
    document = parsed(text)
    if document is None:
        return text
    lines = text.split("\n")
    pieces: list[Piece] = []
    for name, (_, node) in document.front.pairs.items():
        column = _TABLE.get(name)
        if column is not None:
            pieces += _of_column(column, node, lines, vocabularies)
    changed = with_pieces(text, pieces)
    return changed if parsed(changed) is not None else text


def _of_column(
    column: Column, node: Node, lines: list[str], vocabularies: Vocabularies
) -> Iterator[Piece]:
    kind = column.type
    if isinstance(kind, kinds.Many):
        if isinstance(node, Scalar):
            yield from _listed(kind.of, node, vocabularies)
        elif isinstance(node, Sequence):
            for each in node.items:
                yield from _entry(kind.of, each, lines, vocabularies)
    elif isinstance(node, Scalar):
        yield from _scalar(kind, node, lines, vocabularies, column.name)


def _entry(kind: Type, node: Node, lines: list[str], vocabularies: Vocabularies) -> Iterator[Piece]:
    if isinstance(kind, kinds.Record):
        if isinstance(node, Mapping):
            table = columns(kind.of)
            for name, (_, value) in node.pairs.items():
                if name in table:
                    yield from _of_column(table[name], value, lines, vocabularies)
    elif isinstance(node, Scalar):
        yield from _scalar(kind, node, lines, vocabularies, "")
    elif isinstance(node, Mapping) and isinstance(kind, kinds.Text | kinds.Dated):
        line = lines[node.place.line - 1]  # `- ขุดหนอง: ห้าขั้นตอน` is a text, not a set of keys
        one = len(node.pairs) == 1 and all(
            isinstance(value, Scalar) and value.place.line == node.place.line
            for _, value in node.pairs.values()
        )
        if one and line.lstrip().startswith("- "):
            yield Piece(node.place.line, 0, len(line), _quoted_entry(line))


def _quoted_entry(line: str) -> str:
    lead, _, rest = line.partition("- ")
    words, gap, comment = rest.partition(" #")
    return f"{lead}- {json.dumps(words.strip(), ensure_ascii=False)}{gap}{comment}"


def _scalar(
    kind: Type, node: Scalar, lines: list[str], vocabularies: Vocabularies, key: str
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
