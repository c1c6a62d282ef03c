"""What the program is, to the letter: part of every key under which something is kept."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = (
    "comrak",
    "nh3",
    "pyyaml",
    "python-frontmatter",
    "pillow",
    "lxml",
    "pikepdf",
    "pypdfium2",
    "jinja2",
    "mkdocs",
    "mkdocs-material",
)


@cache
def program() -> str:
    """A checksum of our own files and the releases of the libraries that judge and render."""
    digest = hashlib.blake2b(digest_size=16)
    package = Path(__file__).parents[1]
    for file in sorted(each for each in package.rglob("*") if each.is_file()):
        if file.suffix == ".pyc":
            continue
        digest.update(str(file.relative_to(package)).encode())
        digest.update(file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
