"""Atom feeds: of all items, of each category, of each unit. A feed holds the newest items alone."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from khlang.model.corpus import Corpus
from khlang.model.item import LICENSES, Item
from khlang.thai.dates import fiscal_year_span
from khlang.views.chrome import Chrome
from khlang.views.common import category_name
from khlang.views.sharing import last_change

NAME = "feed.xml"
NEWEST = 30  # entries of a feed, which is asked for again and again by every reader of it


def titles(corpus: Corpus) -> Mapping[str, str]:
    """The title of every feed, by the address of the list it follows; `` for all items."""
    return {
        "": "เรื่องใหม่ทั้งคลัง",
        **{
            f"categories/{each.slug}/": f"เรื่องใหม่ในหมวด{each.name_th}"
            for each in corpus.taxonomy.categories
        },
        **{f"units/{each.slug}/": f"เรื่องใหม่ของ{each.full_th}" for each in corpus.targets.units},
    }


def newest(corpus: Corpus) -> Mapping[str, Sequence[Item]]:
    """The items of every feed, by the address of the list it follows."""
    followed: dict[str, list[Item]] = {url: [] for url in titles(corpus)}
    for item in corpus.newest:
        for url in ("", f"categories/{item.front.category}/", f"units/{item.front.unit}/"):
            if url in followed and len(followed[url]) < NEWEST:
                followed[url].append(item)
    return followed


def build(corpus: Corpus, chrome: Chrome, site_url: str, url: str, items: Sequence[Item]) -> bytes:
    """A feed. Addresses are whole where the site has one, else relative to the feed."""
    text = "\n".join(_feed(corpus, chrome, site_url, url, titles(corpus)[url], items))
    return f"{text}\n".encode()


def _feed(
    corpus: Corpus, chrome: Chrome, site_url: str, url: str, title: str, items: Sequence[Item]
) -> Iterator[str]:
    root = site_url or "../" * url.count("/") or "./"
    changed = max(map(last_change, items), default=_first_day(corpus))
    name = f"{chrome.site_name}{chrome.tagline}"
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">'
    yield f"<id>{_id(corpus, url)}</id>"
    yield f"<title>{escape(f'{title} | {name}')}</title>"
    if chrome.samples:
        yield "<subtitle>คลังตัวอย่าง เรื่องทั้งหมดเป็นตัวอย่าง มิใช่ผลงานจริง</subtitle>"
    yield f"<updated>{_time(changed)}</updated>"
    yield f'<link rel="self" type="application/atom+xml" href="{escape(root + url)}{NAME}"/>'
    yield f'<link rel="alternate" type="text/html" href="{escape(root + url)}"/>'
    yield f"<author><name>{escape(chrome.agency)}</name></author>"
    for item in items:
        yield from _entry(corpus, root, item)
    yield "</feed>"


def _entry(corpus: Corpus, root: str, item: Item) -> Iterator[str]:
    front, published = item.front, item.history.first_published or last_change(item)
    author = front.byline if front.byline and front.consent else None
    office = corpus.targets.unit_by_slug[front.unit].full_th
    yield f'<entry xml:lang="{front.language}">'
    yield f"<id>{_id(corpus, item.url)}</id>"
    yield f"<title>{escape(front.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{escape(root + item.url)}"/>'
    yield f"<published>{_time(published)}</published>"
    yield f"<updated>{_time(last_change(item))}</updated>"
    yield f"<author><name>{escape(author or office)}</name></author>"
    if front.category:
        label = escape(category_name(corpus, front.category))
        yield f'<category term="{escape(front.category)}" label="{label}"/>'
    yield f"<summary>{escape(front.summary or front.title)}</summary>"
    yield f"<rights>{escape(LICENSES[front.license])}</rights>"
    yield "</entry>"


def _id(corpus: Corpus, url: str) -> str:
    """For ever the same, also when the site moves to another address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"khlang:{corpus.targets.province.slug}/{url}").urn


def _first_day(corpus: Corpus) -> date:
    """When a feed without an entry last changed: as the archive's first fiscal year began."""
    return fiscal_year_span(min(corpus.years))[0] if corpus.years else date(1970, 1, 1)


def _time(day: date) -> str:
    """A day as a moment: its beginning in Bangkok."""
    return f"{day.isoformat()}T00:00:00+07:00"
