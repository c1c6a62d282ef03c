"""From items to documents."""

import re
from html import unescape

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.search.document import Document

_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def document(
    corpus: Corpus, item: Item, html: str, headings: tuple[str, ...], attachments: str
) -> Document:
    """`html` is the rendered body, of which the words are taken; `attachments` the files' text."""
    front, taxonomy = item.front, corpus.taxonomy
    category = taxonomy.category_by_slug.get(front.category or "")
    topics = [taxonomy.topic_by_slug[slug] for slug in front.topics]
    issues = list(dict.fromkeys(taxonomy.issue_of_topic[slug].slug for slug in front.topics))
    published = item.history.first_published
    return Document(
        id=item.id,
        url=item.url,
        title=front.title,
        summary=front.summary or "",
        headings=headings,
        tags=front.tags,
        names=(
            *((category.name_th, *category.aliases_th) if category else ()),
            *(name for topic in topics for name in (topic.name_th, *topic.aliases_th)),
        ),
        body=_SPACE.sub(" ", unescape(_TAG.sub(" ", html))).strip(),
        attachments=_SPACE.sub(" ", attachments).strip(),
        unit=corpus.targets.unit_by_slug[front.unit].full_th,
        day=published.isoformat() if published else "",
        facets={
            "category": [front.category] if front.category else [],
            "issue": issues,
            "topic": list(front.topics),
            "unit": [front.unit],
            "fiscal_year": [str(front.fiscal_year)],
            "format": list(front.formats),
            "origin": [front.origin] if front.origin else [],
        },
    )
