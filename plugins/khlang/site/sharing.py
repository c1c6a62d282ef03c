"""The part of a page's head that messengers, search engines and feed readers read.

Open Graph (which Twitter's cards fall back to), schema.org as JSON-LD, the canonical address, feeds.
Everything an author wrote is escaped here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from khlang.cards import SIZE, Card
from khlang.views.chrome import Chrome
from khlang.views.common import Crumb, Meta
from khlang.views.sharing import SharedFile, Work

_LOCALES = {"th": "th_TH", "en": "en_US"}
_MARKUP = re.compile("[<>&]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the site says of itself wherever it is shared. `url` ends in `/`, or is empty.

    `feeds` are titles by the address of the list they follow, with `` for all items; `card` is the
    picture of every page that has none of its own, and lies in `assets/`.
    """

    url: str
    feeds: Mapping[str, str]
    card: Card


def canonical(sharing: Sharing, url: str) -> str:
    """The page's own address, where the site has one."""
    return f'<link rel="canonical" href="{escape(sharing.url + url)}">' if sharing.url else ""


def head(meta: Meta, chrome: Chrome, sharing: Sharing, base: str) -> str:
    """Everything for a page. Addresses are whole where the site has one, else relative to the page."""
    lines = [canonical(sharing, meta.url)]
    lines += (
        f'<meta {_kind(name)}="{name}" content="{escape(value)}">'
        for name, value in _properties(meta, chrome, sharing)
    )
    lines += _followed(meta, base, sharing.feeds)
    lines += map(_script, _structured(meta, chrome, sharing, sharing.url or base))
    return "\n".join(filter(None, lines))


def _kind(name: str) -> str:
    return "name" if name.startswith("twitter:") else "property"


def _followed(meta: Meta, base: str, feeds: Mapping[str, str]) -> Iterator[str]:
    """The feed of the list that the page shows, and that of everything."""
    for url in dict.fromkeys((meta.url, "")):
        if url in feeds:
            names = f'rel="alternate" type="application/atom+xml" title="{escape(feeds[url])}"'
            yield f'<link {names} href="{escape(base + url)}feed.xml">'


def _properties(meta: Meta, chrome: Chrome, sharing: Sharing) -> Iterator[tuple[str, str]]:
    work = meta.work
    yield "og:type", "article" if work else "website"
    yield "og:site_name", _site_name(chrome)
    yield "og:title", meta.title if meta.section != "home" else _site_name(chrome)
    yield "og:description", meta.description
    yield "og:locale", _LOCALES[work.language if work else "th"]
    if sharing.url:
        yield "og:url", sharing.url + meta.url
        yield from _picture(meta, sharing)
    if work:
        yield "article:published_time", work.published.isoformat()
        yield "article:modified_time", work.changed.isoformat()
        yield "article:section", work.section
        for each in work.keywords:
            yield "article:tag", each


def _picture(meta: Meta, sharing: Sharing) -> Iterator[tuple[str, str]]:
    """Of a site with an address alone: messengers take no relative one."""
    card = meta.work.card if meta.work else sharing.card
    yield "og:image", sharing.url + card_url(meta, sharing)
    yield "og:image:type", card.media_type
    yield "og:image:width", str(SIZE[0])
    yield "og:image:height", str(SIZE[1])
    yield "og:image:alt", " ".join(filter(None, (card.category, card.title, card.office)))
    yield "twitter:card", "summary_large_image"


def card_url(meta: Meta, sharing: Sharing) -> str:
    """Where the picture of a page lies, from the site's root."""
    return meta.url + meta.work.card.name if meta.work else f"assets/{sharing.card.name}"


def _structured(
    meta: Meta, chrome: Chrome, sharing: Sharing, root: str
) -> Iterator[dict[str, Any]]:
    """What the page is about, and its place in the site."""
    if meta.section == "home":
        yield {
            "@type": "WebSite",
            "name": _site_name(chrome),
            "url": root,
            "description": meta.description,
            "inLanguage": "th",
            "publisher": _office(chrome.agency, root),
        }
    if meta.work:
        image = root + card_url(meta, sharing) if sharing.url else ""
        yield _article(meta, meta.work, chrome, root, image)
    if meta.crumbs:
        steps = (*meta.crumbs, Crumb(meta.here or meta.title, meta.url))
        yield {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": each.title,
                    "item": root + each.url,
                }
                for position, each in enumerate(steps, start=1)
            ],
        }


def _article(meta: Meta, work: Work, chrome: Chrome, root: str, image: str) -> dict[str, Any]:
    url = root + meta.url
    found: dict[str, Any] = {
        "@type": "Article",
        "headline": meta.title,
        "description": meta.description,
        "url": url,
        "mainEntityOfPage": url,
        "inLanguage": work.language,
        "datePublished": work.published.isoformat(),
        "dateModified": work.changed.isoformat(),
        "author": _office(work.office, root + work.office_url),
        "publisher": _office(chrome.agency, root),
        "isPartOf": {"@type": "WebSite", "name": _site_name(chrome), "url": root},
        "isAccessibleForFree": True,
        "articleSection": work.section,
        "keywords": list(work.keywords),
        "license": work.license,
        "creditText": work.credit,
        "image": image,
        "encoding": [_media(each, root) for each in work.files],
    }
    if work.video:
        found["video"] = {
            "@type": "VideoObject",
            "name": meta.title,
            "description": meta.description,
            "url": work.video,
            "uploadDate": work.published.isoformat(),
            **({"thumbnailUrl": image} if image else {}),
        }
    return {name: value for name, value in found.items() if value not in ("", [])}


def _media(file: SharedFile, root: str) -> dict[str, Any]:
    return {
        "@type": "MediaObject",
        "name": file.title,
        "contentUrl": root + file.url,
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def _office(name: str, url: str) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": name, "url": url}


def _site_name(chrome: Chrome) -> str:
    return f"{chrome.site_name}{chrome.tagline}"


def _script(data: Mapping[str, Any]) -> str:
    """Data and no script, which the policy would stop; and nothing in it can end the element."""
    whole = {"@context": "https://schema.org", **data}
    text = _ENCODER.encode(whole)
    text = _MARKUP.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
    return f'<script type="application/ld+json">{text}</script>'
