"""What some pages of the second province look like, kept as text: a change is seen, then accepted.

After a wanted change: `python -m pytest tests/site --update-golden`, and read the difference in Git.
"""

import difflib
import re
from pathlib import Path

import pytest

from tests.site.sites import Site

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "item": "items/kathu-aaaaa/index.html",
    "tombstone": "items/thalang-tombs/index.html",
    "moved": "items/kathu-zzzzz/index.html",
    "list": "categories/sea-and-shore/index.html",
    "province": "progress/index.html",
    "unit": "progress/thalang/index.html",
    "plan": "plan/index.html",
    "not-found": "404.html",
}


def compare(name: str, found: str, update: bool) -> None:
    """Raises with a readable difference where the text is not the one that is kept."""
    file = GOLDEN / name
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, "utf-8")
    kept = file.read_text("utf-8")
    if kept != found:
        difference = difflib.unified_diff(
            kept.splitlines(),
            found.splitlines(),
            f"golden/{name}",
            "the site now",
            lineterm="",
            n=1,
        )
        pytest.fail("\n".join(difference) + "\nIf this is wanted: --update-golden", pytrace=False)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden", default=False))


def readable(html: str) -> str:
    """The main part of a page, without the lines that hold nothing and without drawings."""
    main = re.search(r"<main\b.*</main>", html, re.DOTALL)
    assert main
    words = re.sub(r"<svg\b(.*?)>.*?</svg>", drawing, main[0], flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in words.split("\n") if line.strip()) + "\n"


def drawing(svg: re.Match[str]) -> str:
    """What a drawing says to those who do not see it."""
    label = re.search(r' aria-label="[^"]*"', svg[1])
    return f"<svg{label[0] if label else ''}/>"


@pytest.mark.parametrize("name", PAGES)
def test_pages(second: Site, name: str, update: bool) -> None:
    """The main part of one page of each kind is as it was."""
    compare(f"{name}.html", readable(second.html(PAGES[name])), update)


@pytest.mark.parametrize("name", ["items", "progress"])
def test_data(second: Site, name: str, update: bool) -> None:
    """Published data are as they were: other programs rely on them."""
    compare(f"{name}.json", second.files[f"data/{name}.json"].decode(), update)
