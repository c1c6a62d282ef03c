"""Characters that a reader cannot see, or takes for others; how to name and to show them."""

import re
import unicodedata

# Besides control characters the separators that only YAML takes for line ends, code points that
# are no characters, and halves of pairs, which no file can hold but an escape in YAML may ask for.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

# They turn the direction of the text around them, so that it reads otherwise than it is stored.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# Characters without width that Thai has no use for. Joiners belong to emoji and to other scripts;
# only beside a Thai letter they mean nothing.
_NOTHING = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
_JOINERS = "\u200c\u200d"
_THAI = "\u0e01-\u0e5b"
INVISIBLE = re.compile(f"[{_NOTHING}]|(?<=[{_THAI}])[{_JOINERS}]|[{_JOINERS}](?=[{_THAI}])")
UNSEEN = re.compile(f"[{_NOTHING}{_JOINERS}{BIDI.pattern[1:-1]}]")
"""Whether it is worth looking for `BIDI` and `INVISIBLE`: one quick pass over a text that has none."""

# A line that begins so is a command to the machine that runs a job on GitHub.
_COMMAND = re.compile(r"^(\s*)(?::(?=:)|#(?=#\[))", re.MULTILINE)

_STRANGER = re.compile(f"[^\x00-\x7f{_THAI}]")


def stranger(text: str) -> str | None:
    """The first character that is neither ASCII nor Thai: in an id it is there to deceive."""
    found = _STRANGER.search(text)
    return found[0] if found else None


def unprintable(name: str) -> str | None:
    """The first character of a name that shows nothing, or that is no character at all."""
    return next((char for char in name if not char.isprintable()), None)


def point(char: str) -> str:
    """`U+202E RIGHT-TO-LEFT OVERRIDE`; the number alone where the character has no name."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def spelled(name: str) -> str:
    r"""A name with every character that shows nothing written as its number: `ก\u202e`."""
    return "".join(
        char if char.isprintable() else char.encode("unicode-escape").decode() for char in name
    )


def visible(text: str) -> str:
    """Text that is safe to print: what would steer a terminal or a CI job, or turn a line around, is
    a mark.
    """
    return BIDI.sub("\ufffd", CONTROL.sub("\ufffd", _COMMAND.sub("\\1\ufffd", text)))
