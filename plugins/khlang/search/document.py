"""What the index knows of an item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """Texts as shown, not folded. `names` are names and aliases of category and topics.

    `facets` are the slugs by which a reader narrows a search; `day` is the day of publication, `date` the same in words.
    """

    id: str
    url: str
    title: str
    summary: str = ""
    headings: Sequence[str] = ()
    tags: Sequence[str] = ()
    names: Sequence[str] = ()
    body: str = ""
    attachments: str = ""
    unit: str = ""
    day: str = ""
    date: str = ""
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
