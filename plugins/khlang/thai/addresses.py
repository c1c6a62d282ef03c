"""Where an address on the web ends, when Thai is written behind it without a space."""

import re

_THAI = "\u0e01-\u0e3a\u0e3f-\u0e5b"
_LATIN = r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]"
# Thai goes on with an address only behind a sign that parts its pieces: …/wiki/ประเทศไทย
_ADDRESS = re.compile(rf"(?:https?://|www\.)(?:{_LATIN}|(?<=[/=?#&_\-])[{_THAI}]+)+", re.IGNORECASE)
_NOT_LAST = ".,;:!?'\"*_~"


def find(text: str, at: int = 0) -> tuple[int, int] | None:
    """Start and end of the next address in a text, from `at`."""
    match = _ADDRESS.search(text, at)
    if match is None:
        return None
    address = match[0]
    while address[-1] in _NOT_LAST or (
        address[-1] in ")]"
        and address.count(address[-1]) > address.count("(["[")]".index(address[-1])])
    ):
        address = address[:-1]
    return match.start(), match.start() + len(address)
