"""Thai in Markdown: what GitHub's dialect shows otherwise than its author meant (rules.gfm)."""

import re
import unicodedata

from khlang.body import render
from khlang.rules.gfm import THAI_NUMBER, code_masked, fenced
from khlang.thai import addresses

_BOLD = re.compile(r"\*\*(?![*\s])((?:[^*\n]|\\\*)+?)(?<![\s\\])\*\*(?!\*)")
_HASH = re.compile(r"^(#{2,6})(?=[^#\s])")
_TOP = re.compile(r"^#(?=\s+\S)")
_BARE = re.compile(r"(?<![<(\[\w\"'/])(?:https?://|www\.)", re.IGNORECASE)
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")", "«": "»", "[": "]"}


def mended(body: str) -> str:
    """The Markdown with the same words, each shown as it was meant."""
    lines = body.split("\n")
    inside = fenced(lines)
    tops = {each.line for each in render(body).top_headings} if "# " in body else set()
    for at, line in enumerate(lines):
        if inside[at]:
            continue
        line = _HASH.sub(r"\1 ", line)
        if at + 1 in tops:
            line = _TOP.sub("##", line)
        line = _addresses(_bold(line))
        lines[at] = line
        if (
            at
            and not inside[at - 1]
            and THAI_NUMBER.match(line)
            and THAI_NUMBER.match(lines[at - 1])
        ):
            previous = lines[at - 1]
            if not previous.endswith(("\\", "  ")) and "|" not in previous + line:
                lines[at - 1] = f"{previous.rstrip()}\\"
    return "\n".join(lines)


def _bold(line: str) -> str:
    """`**“โคก”**ของ` as `“**โคก**”ของ`: signs at the edge of bold stand outside it.

    All of a line at once, since a mark that cannot close one bold opens another; and only where
    fewer asterisks are left on the page.
    """
    if "**" not in line or not (shown := _asterisks(line)):
        return line
    changed = line
    for match in reversed(list(_BOLD.finditer(code_masked(line)))):
        inner = line[match.start(1) : match.end(1)]
        before, after = line[: match.start()][-1:], line[match.end() :][:1]
        changed = changed[: match.start()] + _moved(inner, before, after) + changed[match.end() :]
    return changed if _asterisks(changed) < shown else line


def _moved(inner: str, before: str, after: str) -> str:
    """Bold text with its marks where they work, between these two characters."""
    start, end = 0, len(inner)
    if after and not _is_gap(after):
        while end > start and _is_gap(inner[end - 1]):
            end -= 1
    if before and not _is_gap(before):
        while start < end and _is_gap(inner[start]):
            start += 1
    if start == end:
        return f"**{inner}**"
    if start == 0 and end < len(inner) and _PAIRS.get(inner[0]) == inner[end]:
        start = 1
    elif end == len(inner) and start and _PAIRS.get(inner[start - 1]) == inner[-1]:
        end -= 1
    return f"{inner[:start]}**{inner[start:end]}**{inner[end:]}"


def _asterisks(line: str) -> int:
    """How many pairs of them a reader of the page sees."""
    return render(line).raw.count("**")


def _addresses(line: str) -> str:
    """`https://a.go.thครับ` as `<https://a.go.th>ครับ`."""
    masked = code_masked(line)
    for match in reversed(list(_BARE.finditer(masked))):
        found = addresses.find(line, match.start())
        if found is None or found[0] != match.start():
            continue
        start, end = found
        if end < len(line) and _THAI.match(line[end]) and line[end - 1] not in "/=?#&_-":
            address = line[start:end]
            target = address if "://" in address else f"http://{address}"
            link = f"<{address}>" if target == address else f"[{address}]({target})"
            line = line[:start] + link + line[end:]
    return line


def _is_gap(char: str) -> bool:
    """What a mark may stand beside: a blank or a sign."""
    return char.isspace() or unicodedata.category(char)[0] in "PS"
