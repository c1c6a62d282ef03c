"""Invented numbers: valid by their checksum or their shape only, and nobody's.

No district has the code 1111, no exchange the number 000.
"""

ID = "1111111111119"
ID_ON_CARD = "1-1111-11111-11-9"
MOBILE = "0810000012"
FIXED = "038000012"

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def with_checksum(first_twelve: str) -> str:
    """Thirteen digits, computed in another way than the finder does."""
    remainder = sum(map(lambda digit, weight: int(digit) * weight, first_twelve, range(13, 1, -1)))
    return first_twelve + str((11 - remainder % 11) % 10)


def divided(digits: str, lengths: tuple[int, ...], divider: str) -> str:
    """`1111111111119` by 1-4-5-2-1."""
    assert sum(lengths) == len(digits)
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    return divider.join(
        digits[end - length : end] for end, length in zip(ends, lengths, strict=True)
    )


def in_thai(digits: str) -> str:
    return digits.translate(THAI)
