"""The allow-list that every body passes as its last step but the anchors.

No id and no name survives it, so that nothing an author wrote can clash with the page; ours are
given afterwards (`anchors`).
"""

import nh3

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl",
    "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "s", "section", "small", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "abbr": {"title"},
}
VALUES = {"input": {"type": {"checkbox"}, "checked": {""}, "disabled": {""}}}
CLASSES = {
    "div": {f"markdown-alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution")}
    | {"markdown-alert"},
    "p": {"markdown-alert-title"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "section": {"footnotes"},
}

_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    tag_attribute_values=VALUES,
    allowed_classes=CLASSES,
    url_schemes={"http", "https"},
    link_rel=None,  # no link opens a window of its own
)


def sanitise(html: str) -> str:
    """Only the listed tags, attributes, classes and schemes; balanced and serialised anew."""
    return _CLEANER.clean(html)
