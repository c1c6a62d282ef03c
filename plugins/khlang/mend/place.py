"""Where an item belongs: front matter decides, and the path follows (design section 3)."""

import base64
import hashlib
from collections.abc import Set

from khlang.mend.edit import NotEditedError, parsed, shape, with_value
from khlang.model.columns import compiled
from khlang.model.item import ITEM_ID, FrontMatter
from khlang.source.items import ITEMS, Address
from khlang.source.records import RecordReader
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies
from khlang.source.yaml_text import yaml_value


def moved(
    text: str, address: Address, vocabularies: Vocabularies, taken: Set[str]
) -> tuple[str, str]:
    """The text, and the path it belongs to; both as they are where nobody can tell.

    An id of another unit keeps its letters under the right unit, and is remembered as an alias.
    """
    document = parsed(text)
    if document is None:
        return text, address.path
    values = RecordReader(Reporter(), vocabularies).values(FrontMatter, document.front) or {}
    unit, year = values.get("unit"), values.get("fiscal_year")
    units = vocabularies.get("units")  # nowhere, where targets.yml cannot be read
    if units is None or unit not in units.names or year is None:
        return text, address.path
    is_id = compiled(ITEM_ID.pattern or "").fullmatch(address.id) is not None
    prefix, _, letters = address.id.rpartition("-")
    id = address.id
    if not is_id:
        id = _drawn(address, unit, taken)
    elif prefix != unit and f"{unit}-{letters}" not in taken:
        try:
            text = _remembered(text, address.id)
        except NotEditedError:
            return text, address.path
        id = f"{unit}-{letters}"
    name = f"{id}/index.md" if address.folder is not None else f"{id}.md"
    return text, f"{ITEMS}/{year}/{unit}/{name}"


def _drawn(address: Address, unit: str, taken: Set[str]) -> str:
    """An id for a file whose name is none: of its path, so that a preview shows what is written."""
    salt = 0
    while True:
        digest = hashlib.sha256(f"{address.path}\0{salt}".encode()).digest()
        id = f"{unit}-{base64.b32encode(digest).decode().lower()[:5]}"
        if id not in taken:
            return id
        salt += 1


def _remembered(text: str, id: str) -> str:
    document = parsed(text)
    pairs = document.front.pairs if document is not None else {}
    listed = shape(pairs["aliases"][1]) if "aliases" in pairs else []
    former = [str(each) for each in listed] if isinstance(listed, list) else []
    return with_value(text, "aliases", yaml_value([*former, id]))
