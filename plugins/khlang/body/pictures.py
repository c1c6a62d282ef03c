"""No page loads anything from elsewhere: pictures of other sites become links, after sanitising."""

import re

from khlang.body.addresses import is_off_site

_PART = re.compile(r"<(a) [^>]*>|</(a)>|<img\b([^>]*)>")
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
