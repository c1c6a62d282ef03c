"""Data files: categories.yml, targets.yml, the plans. Slips of YAML, and values."""

from collections.abc import Mapping

from khlang.mend import records, slips
from khlang.mend.edit import with_pieces
from khlang.model.columns import columns
from khlang.model.diagnostic import Diagnostic
from khlang.model.plan import Plan
from khlang.model.targets import Targets
from khlang.model.taxonomy import Taxonomy
from khlang.source.data_files import CATEGORIES, TARGETS
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies
from khlang.source.yaml_nodes import compose

_RECORDS: Mapping[str, type] = {CATEGORIES: Taxonomy, TARGETS: Targets}


def mended(text: str, path: str, vocabularies: Vocabularies) -> str:
    """The text of a data file with the same content in its right spelling."""
    record = _RECORDS.get(path, Plan)
    text = slips.without(text, _fault, columns(record))
    node = compose(text, "", Reporter())
    if node is None:
        return text
    changed = with_pieces(text, records.pieces(record, node, text.split("\n"), vocabularies))
    return changed if compose(changed, "", Reporter()) is not None else text


def _fault(text: str) -> Diagnostic | None:
    reporter = Reporter()
    read = compose(text, "", reporter)
    return reporter.diagnostics[-1] if read is None and reporter.diagnostics else None
