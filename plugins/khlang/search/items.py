"""From items to documents."""

import re
from collections.abc import Mapping, Sequence
from html import unescape

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.search.document import Document
from khlang.thai.dates import short_date

_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(  # the number of a footnote, and the arrow back from it
    r'<sup class="footnote-ref">.*?</sup>|<a [^>]*class="footnote-backref"[^>]*>.*?</a>'
)
_SPACE = re.compile(r"\s+")


def document(
    corpus: Corpus, item: Item, html: str, headings: Sequence[str], attachments: str
) -> Document:
    """`html` is the rendered body, of which the words are taken; `attachments` the files' text."""
    front, published = item.front, item.history.first_published
    return Document(
        id=item.id,
        url=item.url,
        title=front.title,
        summary=front.summary or "",
        headings=headings,
        tags=front.tags,
        names=_names(corpus, item),
        body=_SPACE.sub(" ", unescape(_TAG.sub(" ", _NOTE.sub("", html)))).strip(),
        attachments=_SPACE.sub(" ", attachments).strip(),
        unit=corpus.targets.unit_by_slug[front.unit].full_th,
        day=published.isoformat() if published else "",
        date=short_date(published) if published else "",
        facets=facets(corpus, item),
    )


def facets(corpus: Corpus, item: Item) -> Mapping[str, tuple[str, ...]]:
    """The slugs by which a reader narrows a search."""
    front, issue_of_topic = item.front, corpus.taxonomy.issue_of_topic
    return {
        "category": (front.category,) if front.category else (),
        "issue": tuple(dict.fromkeys(issue_of_topic[slug].slug for slug in front.topics)),
        "topic": tuple(front.topics),
        "unit": (front.unit,),
        "fiscal_year": (str(front.fiscal_year),),
        "format": tuple(front.formats),
        "origin": (front.origin,) if front.origin else (),
    }


def _names(corpus: Corpus, item: Item) -> tuple[str, ...]:
    """Under which an item is filed, with all the names that people give to that."""
    front, taxonomy = item.front, corpus.taxonomy
    category = taxonomy.category_by_slug.get(front.category or "")
    unit = corpus.targets.unit_by_slug[front.unit]
    topics = [taxonomy.topic_by_slug[slug] for slug in front.topics]
    return (
        *((category.name_th, *category.aliases_th) if category else ()),
        *(name for topic in topics for name in (topic.name_th, *topic.aliases_th)),
        unit.full_th,
        *unit.aliases_th,
        f"ปีงบประมาณ {front.fiscal_year}",
    )
