"""How long a document is: its slides, its sheets, or the pages that Word counted."""

from khlang.files.office import properties, text, xml
from khlang.files.office.package import Package

_LETTERS_A_PAGE = 6_000  # more than the smallest type puts on one: the number is an old one


def of(package: Package, suffix: str) -> int | None:
    """Slides, sheets or pages; None where nobody counted, or not since the text was written."""
    if suffix == ".docx":
        pages = properties.pages(package)
        is_likely = pages > 0 and len(text.extract(package, suffix)) <= pages * _LETTERS_A_PAGE
        return pages if is_likely else None
    name = f"{{{xml.SLIDES}}}sldId" if suffix == ".pptx" else f"{{{xml.SHEETS}}}sheet"
    root = xml.parse(package.files[package.main])
    return sum(1 for _ in root.iter(name)) or None
