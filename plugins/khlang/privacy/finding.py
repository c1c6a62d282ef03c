"""What a finder hands back, and how much of it may be shown."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from khlang.privacy.plain import DASHES, IGNORED, plain


class Kind(StrEnum):
    """Kinds of personal data, the gravest first: where two overlap, the first one is told."""

    CITIZEN_ID = "citizen-id"
    PHONE = "phone"
    BANK_ACCOUNT = "bank-account"
    EMAIL = "email"
    LINE_ID = "line-id"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Finding:
    """One datum at `text[start:end]`. `masked` may be printed.

    `names` are its spellings without separators, for comparison only: they are the datum itself,
    so that not even `repr` shows them.
    """

    kind: Kind
    start: int
    end: int
    masked: str
    names: frozenset[str] = field(repr=False)


_SHOWN = {
    Kind.CITIZEN_ID: (3, 1),
    Kind.PHONE: (2, 2),
    Kind.BANK_ACCOUNT: (1, 2),
    Kind.ADDRESS: (0, 0),  # a house has one digit or two
}
_SEPARATORS = re.compile(rf"[\s{DASHES}{IGNORED}.,:/()+]")
_MIDDLE_LETTER = re.compile(r"(?<=[^@.()\s])[^@.()\s](?=.*[@.(])")
_INVISIBLE = re.compile(f"[{IGNORED}]")
_BLANKS = re.compile(rf"[\s{IGNORED}]")
_ABROAD = re.compile(r"(?:\+|00)66")


def finding(
    kind: Kind, text: str, start: int, end: int, *, core: tuple[int, int] | None = None
) -> Finding:
    """The datum at `text[start:end]`; `core` is the part that names it, without an extension."""
    whole = text[start:end]
    first, last = core or (start, end)
    names = frozenset({identity(whole), identity(text[first:last])})
    shown = " ".join(_INVISIBLE.sub("", mask(whole, kind)).split())
    return Finding(kind, start, end, shown, names)


def mask(text: str, kind: Kind) -> str:
    """The same length with its middle hidden: never more than four digits can be read."""
    if kind is Kind.EMAIL:
        return _masked_email(text)
    if kind is Kind.LINE_ID:
        return text[:1] + "•" * (len(text) - 1)
    first, last = _SHOWN[kind]
    digits = [index for index, char in enumerate(text) if char.isdecimal()]
    hidden = set(digits[first : len(digits) - last])
    return "".join("x" if index in hidden else char for index, char in enumerate(text))


def _masked_email(text: str) -> str:
    """`s••••••@e••••••.org`: the first letters of both sides, and what divides them."""
    return _MIDDLE_LETTER.sub("•", text)


def identity(text: str) -> str:
    """One spelling for all of a datum: Arabic digits, no separators, `0` for +66, small letters.

    `+66 81-000-0012`, `๐๘๑ ๐๐๐ ๐๐๑๒` and `0810000012` are the same.
    """
    folded = plain(text).strip().casefold()
    if "@" in folded:
        return _BLANKS.sub("", folded)
    bare = _SEPARATORS.sub("", folded)
    if _ABROAD.match(folded):
        return "0" + bare.removeprefix("00").removeprefix("66").removeprefix("0")
    return bare
