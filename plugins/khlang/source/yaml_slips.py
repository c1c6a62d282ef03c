"""What people do wrong in YAML, in plain words: the code, the place and the cure of a syntax fault."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from khlang.model.codes import encoding as codes
from khlang.model.diagnostic import Code

_GLUED = re.compile(r"([^\W\d]\w*):(?!//|\s)\S.*")  # `title:ขุดหนอง`, and no address
_KEY = re.compile(r" +([^\W\d]\w*):(?:\s|$)")


class Slip(NamedTuple):
    """A code with its values, at a line and column from 0."""

    code: Code
    line: int
    col: int
    values: dict[str, object]


def explain(fault: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip:
    """What libyaml's `problem` usually means, and where: often before the place that it names."""
    problem: str = fault.problem or ""
    context: str = fault.context or ""
    mark: Any = fault.problem_mark
    opened: Any = fault.context_mark
    typed = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in typed[: len(typed) - len(typed.lstrip())]:
        return Slip(codes.TAB_INDENT, mark.line, mark.column, {})
    if "mapping values" in problem or "expected ':'" in problem or "<document start>" in problem:
        if slip := _glued(lines, mark.line) or _indented(lines, mark.line):
            return slip
        if "mapping values" in problem:
            key, _, value = typed.partition(": ")
            quoted = value.replace("\\", "\\\\").replace('"', '\\"')
            cure = f'{key.strip()}: "{quoted}"'
            return Slip(codes.UNQUOTED_COLON, mark.line, mark.column, {"cure": cure})
    if "cannot start any token" in problem:
        char = typed[mark.column : mark.column + 1]
        return Slip(codes.BAD_FIRST_CHARACTER, mark.line, mark.column, {"char": char})
    if context.endswith((" tag", "anchor", "alias")):
        what = lines[opened.line][opened.column :].split()[0]
        return Slip(codes.FORBIDDEN_YAML, opened.line, opened.column, {"what": what})
    quote = "unexpected end of stream" in problem
    bracket = "parsing a flow" in context
    if quote or (bracket and opened.line < mark.line):
        return Slip(codes.UNCLOSED_QUOTE, opened.line, opened.column, {})
    return Slip(codes.YAML_SYNTAX, mark.line, mark.column, {"problem": problem})


def _glued(lines: Sequence[str], at: int) -> Slip | None:
    """A key whose colon touches its value: libyaml reads on, and stumbles on the next line."""
    for line in (at - 1, at):
        if 0 <= line < len(lines) and (found := _GLUED.fullmatch(lines[line])):
            key = found[1]
            hint = {"hint_th": f"เว้นวรรคหลังเครื่องหมาย : เป็น {key}: …", "hint_en": f"write {key}: …"}
            return Slip(codes.NOT_A_MAPPING, line, len(key), dict(hint))
    return None


def _indented(lines: Sequence[str], at: int) -> Slip | None:
    """A key with blanks before it, below or above one that has a value and none."""
    for line in (at, at - 1):
        if not 0 <= line < len(lines) or not (found := _KEY.match(lines[line])):
            continue
        above = lines[line - 1] if line else ""
        if not line or (not above.startswith((" ", "-")) and not above.rstrip().endswith(":")):
            hint = {
                "hint_th": f"ลบเว้นวรรคหน้า {found[1]} ให้ชิดขอบซ้ายเหมือนช่องอื่น",
                "hint_en": f"remove the blanks before {found[1]}",
            }
            return Slip(codes.YAML_SYNTAX, line, 0, {"problem": "an indented key", **hint})
    return None
