"""Personal data in plain text: what looks like a person's number, address or account, and where.

Lives here: one finder a kind, pure functions over text; masks; the comparison of two spellings of
one number. They read texts, never images, and judge nothing: severities, exceptions and places in
files are of `rules`. The form on the site tells them again (`site/assets/contribute-privacy.js`);
`tests/site/test_contribute.py` compares the two: what is changed here is changed there. May import:
`model`, `thai`. To add a kind: a `Kind`, a module with `find(plain)`, one line in `search.FINDERS`,
a `Code` and its line in `rules.privacy`, and shapes and false alarms in `tests/privacy/`.
"""

from khlang.privacy.finding import Finding, Kind, identity
from khlang.privacy.search import find, is_suspicious, masked, office_names

__all__ = ["Finding", "Kind", "find", "identity", "is_suspicious", "masked", "office_names"]
