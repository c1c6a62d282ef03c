"""Ids of headings and footnotes, given after sanitising; and comrak's English words in Thai."""

import re
from dataclasses import dataclass

ALERT_TITLES = {
    "note": "หมายเหตุ",
    "tip": "เคล็ดลับ",
    "important": "สำคัญ",
    "warning": "ระวัง",
    "caution": "ข้อควรระวัง",
}

_HEADING = re.compile(r"<(h[1-6])>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NOT_IN_ID = re.compile(r"[^\w\s\u0e30-\u0e3a\u0e47-\u0e4e-]")
_ALERT = re.compile(
    r'(<div class="markdown-alert markdown-alert-(\w+)">\s*<p class="markdown-alert-title">)'
    r"(?:Note|Tip|Important|Warning|Caution)(</p>)"
)
_TASK = re.compile(r'<input( checked="")?[^>]*>')
_FOOTNOTE_REF = re.compile(r'<sup class="footnote-ref"><a href="#fn-([^"]+)"')
_FOOTNOTES = re.compile(r'<section class="footnotes">.*</section>', re.DOTALL)
_NOTE_PART = re.compile(r'(<li>)|(</li>)|<a href="#fnref-([^"]+)" class="footnote-backref"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: level 2 to 6 as shown, its words, and its id on the page."""

    level: int
    text: str
    id: str


def slugify(text: str) -> str:
    """As GitHub does: lower case, punctuation dropped, spaces to hyphens; Thai marks are kept."""
    return re.sub(r"\s", "-", _NOT_IN_ID.sub("", text.strip().casefold()))


def add_heading_ids(html: str) -> tuple[str, tuple[Heading, ...]]:
    """Gives every heading an id that is unique in the text. Level 1 is shown as level 2."""
    headings: list[Heading] = []
    used = {"main": 0}

    def give(match: re.Match[str]) -> str:
        level = max(2, int(match[1][1]))
        text = unescape(_TAG.sub("", match[2]))
        id = _free_id(slugify(text) or "หัวข้อ", used)
        headings.append(Heading(level, text, id))
        return f'<h{level} id="{id}">{match[2]}</h{level}>'

    return _HEADING.sub(give, html), tuple(headings)


def _free_id(slug: str, used: dict[str, int]) -> str:
    """`slug`, numbered until no other heading and no part of the page has it.

    `used` holds the ids and the last number that each was given with: ten thousand headings of
    one text are numbered in one go.
    """
    if slug.startswith(("fn-", "fnref-")):  # the names of footnotes
        slug = f"หัวข้อ-{slug}"
    id, number = slug, used.get(slug, 0)
    while id in used:
        number += 1
        id = f"{slug}-{number}"
    used[slug] = number
    used.setdefault(id, 0)
    return id


def add_footnote_ids(html: str) -> str:
    """Gives references and notes the ids that their links already point to."""
    if 'class="footnote-ref"' not in html:
        return html
    seen: dict[str, int] = {}

    def give_ref(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        suffix = f"-{seen[name]}" if seen[name] > 1 else ""
        return f'<sup class="footnote-ref"><a id="fnref-{name}{suffix}" href="#fn-{name}"'

    referenced = _FOOTNOTE_REF.sub(give_ref, html)
    return _FOOTNOTES.sub(lambda section: _name_notes(section[0]), referenced)


def _name_notes(section: str) -> str:
    """Each note is an outermost `<li>`; the first way back inside it tells its name."""
    parts: list[str] = []
    end = depth = 0
    note = None  # where in `parts` the open note's <li> stands, while its name is not known
    for match in _NOTE_PART.finditer(section):
        parts.append(section[end : match.start()])
        end = match.end()
        opening, closing, name = match.groups()
        if opening:
            depth += 1
            if depth == 1:
                note = len(parts)
        elif closing:
            depth -= 1
        elif note is not None:
            parts[note] = f'<li id="fn-{name}">'
            note = None
        back = f'<a href="#fnref-{name}" class="footnote-backref" aria-label="กลับไปยังข้อความ"'
        parts.append(back if name else match[0])
    return "".join((*parts, section[end:]))


def name_alerts(html: str) -> str:
    """The titles of alerts in Thai."""
    if "markdown-alert" not in html:
        return html
    return _ALERT.sub(lambda match: f"{match[1]}{ALERT_TITLES[match[2]]}{match[3]}", html)


def name_tasks(html: str) -> str:
    """A name for the boxes of task lists, which a screen reader would else call "checkbox"."""
    if "<input " not in html:
        return html

    def name(match: re.Match[str]) -> str:
        label = "ทำแล้ว" if match[1] else "ยังไม่ทำ"
        return f'<input aria-label="{label}" type="checkbox"{match[1] or ""} disabled="">'

    return _TASK.sub(name, html)


def unescape(text: str) -> str:
    """The five entities that the sanitiser writes, back to characters."""
    for entity, char in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&nbsp;", "\u00a0"),
        ("&amp;", "&"),
    ):
        text = text.replace(entity, char)
    return text
