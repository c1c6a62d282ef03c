"""Which addresses a text may lead to: where the reader sees what the browser will do.

An address with an invisible character, with a name and password before the host, or with any
scheme but http and https shows one thing and does another. It is dropped; the words stay.
"""

import re
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://[^/?#@]+(?:[/?#].*)?", re.IGNORECASE)


def is_safe(address: str) -> bool:
    """Whether an address, with its entities undone, is a web address or one within the site.

    Control, format and separator characters (`str.isprintable`) are refused also where they are
    percent-encoded, but for the plain space, which names of files have. Browsers read a backslash
    as a slash, so that it could hide the beginning of another site.
    """
    if "\\" in address or not unquote(address).isprintable() or address != address.strip():
        return False
    if _SCHEME.match(address):
        return _WEB.fullmatch(address) is not None
    return not address.startswith("//")


def is_off_site(address: str) -> bool:
    """Whether a safe address leads to another site."""
    return _SCHEME.match(address) is not None
