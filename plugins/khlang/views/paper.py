"""How closely an item is set when it is printed, so that one of usual length is one sheet of A4."""

import re

_SILENT = re.compile(r"<[^>]*>|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")  # tags, and marks over a letter
_BLOCKS = ("</p>", "</li>", "</tr>", "</h2>", "</h3>")
# What else takes room, in letters: half a line at the end of each block, and a picture.
_BLOCK, _PICTURE = 55, 600
# Names of the stylesheet, each with the most that one sheet holds; measured on the samples, and
# checked by `audit/test_paper.py`.
_SETTINGS = ((2700, ""), (3500, "full"), (4650, "dense"))


def setting(html: str, pictures: int) -> str:
    """`html` is the body, `pictures` are those beside it. A text that needs a second sheet in any
    case is set as widely as a short one.
    """
    room = len(_SILENT.sub("", html))
    room += _BLOCK * sum(html.count(block) for block in _BLOCKS)
    room += _PICTURE * (pictures + html.count("<img"))
    return next((name for most, name in _SETTINGS if room <= most), "")
