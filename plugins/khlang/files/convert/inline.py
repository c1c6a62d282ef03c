"""Inlines as Markdown that GitHub's dialect shows as meant, beside Thai letters too.

Markdown cannot close bold between a sign and a letter (`**“โคก”**ของ`), so signs at the edge of bold
stand outside it; and it takes Thai letters into an address, so addresses stand in brackets.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from khlang.files.convert.blocks import Inline, NoteMark, Picture, Run
from khlang.thai import addresses

_SPECIAL = re.compile(r"[\\`*\[\]<~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?[A-Za-z0-9]+;)")
_AT_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[=-]+\s*$|[0-9]{1,9}(?=[.)](?:\s|$)))")
_SPACES = re.compile(r"[ \t]+")
_AROUND_BREAKS = re.compile(r" *\n *")
_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")", "«": "»"}
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)

PictureText = Callable[[Picture], str]


def written(
    inlines: Sequence[Inline],
    picture: PictureText,
    *,
    line_break: str = "\\\n",
    heading: bool = False,
) -> str:
    """One paragraph. `picture` writes a picture; `line_break` is how a line is broken, which a
    heading cannot be.
    """
    tokens = _merged(inlines)
    text = ""
    for at, group in _grouped(tokens):
        before = _edge(tokens, at - 1, last=True)
        after = _edge(tokens, at + len(group), last=False)
        first = group[0]
        if isinstance(first, Picture):
            text += picture(first)
        elif isinstance(first, NoteMark):
            text = f"{_calm(text)}[^{first.label}]"
        else:
            runs = [each for each in group if isinstance(each, Run)]
            if first.href:
                text = _calm(text) + _link(runs)
            else:
                text += _emphasised(runs, before, after)
    lines = [each.strip(" ") for each in text.strip().split("\n")]
    if heading:
        return " ".join(filter(None, lines))
    return line_break.join(map(start_escaped, lines))


def escaped(text: str) -> str:
    """Words that mean nothing but themselves. Addresses become links that end where they end."""
    parts: list[str] = []
    at = 0
    while (found := addresses.find(text, at)) is not None:
        start, end = found
        address = text[start:end]
        parts.append(_quoted(text[at:start]))
        if address.lower().startswith("www."):
            parts.append(f"[{_quoted(address)}](<http://{address}>)")
        else:
            parts.append(f"<{address}>")
        at = end
    parts.append(_quoted(text[at:]))
    return "".join(parts)


def _quoted(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def start_escaped(line: str) -> str:
    """A line that begins nothing: no heading, list, quotation or rule."""
    match = _AT_START.match(line)
    if match is None:
        return line
    end = match.end()
    return f"{line[:end]}\\{line[end:]}" if line[0].isdigit() else f"\\{line}"


def _merged(inlines: Sequence[Inline]) -> list[Inline]:
    """Runs of one look as one, marks with their letters, spaces with what stands around them."""
    found: list[Inline] = []
    for each in inlines:
        if not isinstance(each, Run):
            found.append(each)
            continue
        run = replace(each)
        if not run.text:
            continue
        previous = found[-1] if found else None
        if isinstance(previous, Run):
            marks = len(run.text) - len(run.text.lstrip("".join(filter(_is_mark, set(run.text)))))
            if marks and _is_mark(run.text[0]):
                previous.text += run.text[:marks]
                run.text = run.text[marks:]
                if not run.text:
                    continue
            if _look(previous) == _look(run):
                previous.text += run.text
                continue
        found.append(run)
    for each in found:
        if isinstance(each, Run):
            each.text = _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", each.text))
            if not each.text.strip():
                each.bold = each.italic = each.strike = False
    while found and isinstance(found[0], Run) and not found[0].text.strip():
        del found[0]
    while found and isinstance(found[-1], Run) and not found[-1].text.strip():
        del found[-1]
    if found and isinstance(found[0], Run):
        found[0].text = found[0].text.lstrip()
    if found and isinstance(found[-1], Run):
        found[-1].text = found[-1].text.rstrip()
    return _bridged(found)


def _bridged(tokens: list[Inline]) -> list[Inline]:
    """A space between two bold words is bold, so that they stay one."""
    for before, each, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            isinstance(before, Run)
            and isinstance(each, Run)
            and isinstance(after, Run)
            and each.text == " "
            and _look(before) == _look(after)
        ):
            each.bold, each.italic, each.strike = before.bold, before.italic, before.strike
            each.href = before.href
    merged: list[Inline] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if isinstance(token, Run) and isinstance(last, Run) and _look(last) == _look(token):
            last.text += token.text
        else:
            merged.append(token)
    return merged


def _grouped(tokens: list[Inline]) -> list[tuple[int, list[Inline]]]:
    """Runs of one address together, all else alone; each with its place."""
    groups: list[tuple[int, list[Inline]]] = []
    for at, each in enumerate(tokens):
        last = groups[-1][1] if groups else None
        same = last is not None and isinstance(last[0], Run) and isinstance(each, Run)
        if same and last is not None and getattr(last[0], "href", "") == getattr(each, "href", ""):
            last.append(each)
        else:
            groups.append((at, [each]))
    return groups


def _edge(tokens: list[Inline], at: int, *, last: bool) -> str:
    """The character beside a group: a space at the edge of the paragraph, a sign for what is no run."""
    if not 0 <= at < len(tokens):
        return " "
    each = tokens[at]
    if not isinstance(each, Run) or each.href:
        return "!"
    return each.text[-1 if last else 0]


def _calm(text: str) -> str:
    """Text before a link: an exclamation mark would make a picture of it."""
    return f"{text[:-1]}\\!" if text.endswith("!") else text


def _link(runs: list[Run]) -> str:
    words = "".join(each.text for each in runs).strip()
    href = runs[0].href
    if not words:
        return "".join(each.text for each in runs)
    if href in (words, f"{words}/", f"mailto:{words}") and " " not in words:
        return f"<{words}>" if href != f"mailto:{words}" or _MAILBOX.fullmatch(words) else words
    lead = " " if runs[0].text[:1].isspace() else ""
    tail = " " if runs[-1].text[-1:].isspace() else ""
    runs[0].text, runs[-1].text = runs[0].text.lstrip(), runs[-1].text.rstrip()
    for each in runs:
        each.text = each.text.replace("\n", " ")
    inner = _emphasised(runs, "[", "]", linked=True)
    target = f"<{href}>" if re.search(r"[()<>\s]", href) else href
    return f"{lead}[{inner}]({target.replace('<<', '<')}){tail}"


def _emphasised(runs: list[Run], before: str, after: str, *, linked: bool = False) -> str:
    """Runs with the marks of bold, italic, struck out. Bold and italic may touch, no others may:
    the second of them has no mark.
    """
    text = ""
    for at, run in enumerate(runs):
        left = runs[at - 1].text[-1] if at else before
        right = runs[at + 1].text[0] if at + 1 < len(runs) else after
        mark = "~~" if run.strike else "***" if run.bold and run.italic else ""
        mark = mark or ("**" if run.bold else "*" if run.italic else "")
        touching = text.endswith(("*", "~")) and not text.endswith(("\\*", "\\~"))
        alone = mark in ("~~", "***") or text.endswith(("~", "***"))
        if not mark or (touching and alone):
            text += _words(run.text, linked=linked)
            continue
        for number, piece in enumerate(run.text.split("\n")):
            text += "\n" if number else ""
            text += _marked(piece, mark, left if not number else " ", right, linked=linked)
    return text


def _marked(text: str, mark: str, before: str, after: str, *, linked: bool) -> str:
    """Words between marks, signs and spaces at the edges outside where they must be."""
    start, end = 0, len(text)
    while start < end and (
        text[start].isspace() or (_is_sign(text[start]) and not _is_open(before, text[:start]))
    ):
        start += 1
    while end > start and (
        text[end - 1].isspace()
        or (_is_sign(text[end - 1]) and not _is_open(after, text[end:][::-1]))
    ):
        end -= 1
    if end < len(text) and text[start:end] and _PAIRS.get(text[start]) == text[end : end + 1]:
        start += 1  # both quotes outside, not one
    elif 0 < start < end and _PAIRS.get(text[start - 1]) == text[end - 1]:
        end -= 1
    inner = text[start:end]
    if not inner or _is_mark(inner[0]) or addresses.find(inner) is not None:
        return _words(text, linked=linked)
    lead, tail = (_words(each, linked=linked) for each in (text[:start], text[end:]))
    return f"{lead}{mark}{_words(inner, linked=linked)}{mark}{tail}"


def _words(text: str, *, linked: bool) -> str:
    """Escaped words; inside a link, an address is no second link."""
    return _quoted(text) if linked else escaped(text)


def _is_open(beside: str, between: str) -> bool:
    """Whether a mark between this character and a sign works: next to a space or another sign."""
    edge = between[-1:] or beside
    return edge.isspace() or _is_sign(edge)


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _look(run: Run) -> tuple[bool, bool, bool, str]:
    return run.bold, run.italic, run.strike, run.href
