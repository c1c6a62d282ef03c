"""sitemap.xml with items' own dates, and robots.txt."""

from collections.abc import Sequence
from html import escape

from khlang.model.corpus import Corpus
from khlang.views.sharing import last_change


def build(site_url: str, pages: Sequence[str], corpus: Corpus) -> bytes:
    """Home and all `pages`; those of items with the day of their last public change."""
    changed = {item.url: last_change(item) for item in corpus.public}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for url in ("", *pages):
        day = changed.get(url)
        modified = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(site_url + url)}</loc>{modified}</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode()


def robots(site_url: str, samples: bool) -> bytes:
    """Everyone may come; an archive of samples says `noindex` on each page and names no sitemap."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url and not samples:
        lines.append(f"Sitemap: {site_url}sitemap.xml")
    return "\n".join((*lines, "")).encode()
