"""Pictures in a text, after sanitising: none is loaded from elsewhere, and each keeps its place free."""

import re
from collections.abc import Callable

from khlang.body.addresses import is_off_site

_PART = re.compile(r"<(a) [^>]*>|</(a)>|<img\b([^>]*)>")
_IMAGE = re.compile(r"<img\b([^>]*)>")
_ATTRIBUTE = re.compile(r'\b(src|alt)="([^"]*)"')
_NAMELESS = "ภาพจากเว็บอื่น"


def off_site_to_links(html: str) -> str:
    """A picture on another site as a link to it. Where its address was refused, or inside another
    link, its words are left.
    """
    if "<img" not in html:
        return html
    in_link = False

    def replace(match: re.Match[str]) -> str:
        nonlocal in_link
        opening, closing, image = match.groups()
        if opening or closing:
            in_link = bool(opening)
            return match[0]
        attributes: dict[str, str] = dict(_ATTRIBUTE.findall(image))
        src, alt = attributes.get("src"), attributes.get("alt", "")
        if not src:
            return alt
        if not is_off_site(src):
            return match[0]
        alt = alt or _NAMELESS
        return alt if in_link else f'<a href="{src}">{alt}</a>'

    return _PART.sub(replace, html)


def sized(html: str, size: Callable[[str], tuple[int, int] | None]) -> str:
    """Each picture comes only when it is near, into a place that is kept free for it. `size` tells width
    and height by the picture's address, where the writer did not; None where they are not known.
    """

    def replace(match: re.Match[str]) -> str:
        written = dict(_ATTRIBUTE.findall(match[1]))
        found = None if " width=" in match[1] else size(written.get("src", ""))
        place = f' width="{found[0]}" height="{found[1]}"' if found else ""
        return f'<img loading="lazy"{place}{match[1]}>'

    return _IMAGE.sub(replace, html)
