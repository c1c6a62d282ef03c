"""The allow-list that every body passes as its last step but the anchors.

No id and no name survives it, so that nothing an author wrote can clash with the page; ours are
given afterwards (`anchors`).
"""

import nh3

from khlang.body.addresses import is_safe

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl",
    "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "s", "section", "small", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "title"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
VALUES = {"input": {"checked": {""}}}
ALWAYS = {"input": {"type": "checkbox", "disabled": ""}}  # else it would be a field to type into
CLASSES = {
    "div": {f"markdown-alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution")}
    | {"markdown-alert"},
    "p": {"markdown-alert-title"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "section": {"footnotes"},
}


def _address(_tag: str, attribute: str, value: str) -> str | None:
    """What is left of an attribute: all of it, but for an address that is not safe."""
    return value if attribute not in ("href", "src") or is_safe(value) else None


_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    tag_attribute_values=VALUES,
    set_tag_attribute_values=ALWAYS,
    allowed_classes=CLASSES,
    url_schemes={"http", "https"},
    link_rel=None,  # no link opens a window of its own
    attribute_filter=_address,
)


def sanitise(html: str) -> str:
    """Only the listed tags, attributes, classes and addresses; balanced and serialised anew.

    Angle brackets and quotes inside attributes come out escaped: what is done afterwards (anchors,
    pictures, names of files) relies on finding whole tags, and a test holds the library to it.
    """
    return _CLEANER.clean(html)
