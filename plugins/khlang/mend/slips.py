"""Slips of YAML that have one cure, each in its line: quotation marks, tabs, a missing blank."""

import json
import re
from collections.abc import Callable, Iterable

from khlang.model.codes import encoding as codes
from khlang.model.diagnostic import Diagnostic

_MOST = 60
_LEAD = re.compile(r"""(\s*(?:- +)?(?:[^\s:#"'\[{-][^:#"'\[{]*: +)?)(.*?)(\s+#.*)?$""")


def without(text: str, fault_of: Callable[[str], Diagnostic | None], keys: Iterable[str]) -> str:
    """The text without one slip after the other, for as long as there is one with a cure.

    `fault_of` reads a text and returns what keeps it from being read; `keys` are those of its top.
    """
    known = "|".join(keys)
    glued, indented = re.compile(rf"({known}):(?=\S)"), re.compile(rf" +(?=(?:{known}):(?:\s|$))")
    for _ in range(_MOST):
        fault = fault_of(text)
        if fault is None:
            break
        cured = _cured(text, fault, glued, indented)
        if cured == text:
            break
        text = cured
    return text


def _cured(text: str, fault: Diagnostic, glued: re.Pattern[str], indented: re.Pattern[str]) -> str:
    lines = text.split("\n")
    if fault.code is codes.NOT_A_MAPPING:
        fenced = lines[0].rstrip() == "---"
        ends = (at for at in range(1, len(lines)) if lines[at].rstrip() == "---")
        end = next(ends, len(lines)) if fenced else len(lines)
        return "\n".join([*(_spaced(glued, each) for each in lines[:end]), *lines[end:]])
    at = fault.place.line - 1
    if not 0 <= at < len(lines):
        return text
    if fault.code in (codes.UNQUOTED_COLON, codes.BAD_FIRST_CHARACTER, codes.FORBIDDEN_YAML):
        lines[at] = _quoted(lines[at])
    elif fault.code is codes.TAB_INDENT:
        lines[at] = _untabbed(lines[at])
    elif fault.code is codes.YAML_SYNTAX and indented.match(lines[at]):
        lines[at] = lines[at].lstrip(" ")
    return "\n".join(lines)


def _spaced(glued: re.Pattern[str], line: str) -> str:
    match = glued.match(line)
    return f"{line[: match.end()]} {line[match.end() :]}" if match else line


def _quoted(line: str) -> str:
    """A line whose value is in quotation marks; a comment behind it stays one."""
    match = _LEAD.match(line)
    if match is None or not match[2] or match[2].startswith(('"', "'", "[", "{")):
        return line
    return f"{match[1]}{json.dumps(match[2], ensure_ascii=False)}{match[3] or ''}"


def _untabbed(line: str) -> str:
    blanks = len(line) - len(line.lstrip())
    return line[:blanks].replace("\t", "  ") + line[blanks:]
