"""Hand-written pages, which MkDocs has made HTML of: the same two lines of defence hold for them.

They are written by those who keep the archive, so ids, classes and contact addresses stay; what
could act or load from elsewhere goes, since a page can come with anybody's merge request.
"""

import nh3

from khlang.body.addresses import is_safe
from khlang.body.document import align_by_class
from khlang.body.pictures import off_site_to_links
from khlang.body.sanitise import ATTRIBUTES, TAGS

_CONTACT = ("mailto:", "tel:")


def _address(_tag: str, attribute: str, value: str) -> str | None:
    if attribute not in ("href", "src"):
        return value
    to_person = attribute == "href" and value.startswith(_CONTACT) and value.isprintable()
    return value if to_person or is_safe(value) else None


_CLEANER = nh3.Cleaner(
    tags=TAGS - {"input"} | {"figcaption", "figure", "span"},
    attributes={
        **ATTRIBUTES,
        "*": {"class", "id", "lang", "title"},
        "img": ATTRIBUTES["img"] | {"height", "width"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    attribute_filter=_address,
)


def clean(html: str) -> str:
    """The text of a hand-written page, safe and without styles."""
    return align_by_class(off_site_to_links(_CLEANER.clean(html)))
