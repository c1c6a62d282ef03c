"""Papers that stand on the site as files: where they lie, and how a page calls them."""

from khlang.views.common import Crumb

FORMATS = {"xlsx": "Excel", "csv": "CSV"}


def address(name: str, year: int, suffix: str) -> str:
    return f"papers/{year}/{name}.{suffix}"


def downloads(name: str, title: str, year: int) -> tuple[Crumb, ...]:
    """A link for each format."""
    return tuple(
        Crumb(f"{title} ({program})", address(name, year, suffix))
        for suffix, program in FORMATS.items()
    )
