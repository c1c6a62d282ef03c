"""Front matter: slips of YAML, names of keys, values."""

import re

from khlang.mend import records, slips
from khlang.mend.edit import Piece, parsed, with_pieces
from khlang.model.columns import columns
from khlang.model.diagnostic import Diagnostic
from khlang.model.item import FrontMatter
from khlang.source.front_matter import parse
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies, Vocabulary

_TABLE = columns(FrontMatter)
_LABELS = Vocabulary.of((name, each.label_th, ()) for name, each in _TABLE.items())
_OPENING = re.compile(r"\A\s+(?=---[ \t]*\n)")


def mended(text: str, vocabularies: Vocabularies) -> str:
    """The text with a front matter that is easier to read; as it was, where nobody can."""
    text = slips.without(_OPENING.sub("", text, count=1), _fault, _TABLE)
    text = _with_known_keys(text)
    return _with_right_values(text, vocabularies)


def _fault(text: str) -> Diagnostic | None:
    """What keeps a text from being read as an item."""
    reporter = Reporter()
    read = parse(text, "", reporter)
    return reporter.diagnostics[-1] if read is None and reporter.diagnostics else None


def _with_known_keys(text: str) -> str:
    """Thai labels and capitals as keys, unless the key is there already."""
    document = parsed(text)
    if document is None:
        return text
    present = set(document.front.pairs)
    pieces: list[Piece] = []
    for name, (node, _) in document.front.pairs.items():
        key = _LABELS.find(name)
        if key is not None and key not in present and node.place.end:
            present.add(key)
            pieces.append(Piece(node.place.line, node.place.col - 1, node.place.end - 1, key))
    return with_pieces(text, pieces)


def _with_right_values(text: str, vocabularies: Vocabularies) -> str:
    document = parsed(text)
    if document is None:
        return text
    pieces = records.pieces(FrontMatter, document.front, text.split("\n"), vocabularies)
    changed = with_pieces(text, pieces)
    return changed if parsed(changed) is not None else text
