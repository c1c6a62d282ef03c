"""The design language: what `docs/design-language.md` says of colours is true of the stylesheet."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CSS = (ROOT / "plugins/khlang/site/assets/khlang.css").read_text("utf-8")
PAGE = (ROOT / "docs/design-language.md").read_text("utf-8")
_ROW = re.compile(
    r"^\| `([\w-]+)` on `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", re.MULTILINE
)
_TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")


def tokens(start: str) -> Mapping[str, str]:
    """The colours of the block that begins with `start`."""
    return dict(_TOKEN.findall(CSS.split(start, 1)[1].split("}")[0]))


LIGHT = tokens(":root {")
DARK = {**LIGHT, **tokens(":root[data-theme=dark] {")}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 computes it."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rows() -> Iterator[tuple[str, str, float, float, float]]:
    for above, below, needed, light, dark in _ROW.findall(PAGE):
        yield above, below, float(needed), float(light), float(dark)


@pytest.mark.parametrize(("above", "below", "needed", "light", "dark"), rows())
def test_contrast(above: str, below: str, needed: float, light: float, dark: float) -> None:
    """Each pair is as far apart as the page says, and far enough, in the light and in the dark."""
    found = contrast(LIGHT[above], LIGHT[below]), contrast(DARK[above], DARK[below])
    assert (round(found[0], 1), round(found[1], 1)) == (light, dark)
    assert min(found) >= needed


def test_the_page_names_every_colour() -> None:
    """A new colour comes with what it is for."""
    assert len(list(rows())) >= 15
    assert [name for name in LIGHT if f"`{name}`" not in PAGE] == []


def test_the_page_shows_every_part() -> None:
    """Each class that the page names is in the stylesheet, and each picture is there."""
    parts = re.findall(r"`\.([\w-]+)`", PAGE)
    assert len(parts) > 30
    assert [each for each in parts if not re.search(rf"\.{each}\b", CSS)] == []
    pictures = re.findall(r"\]\((design-language/[\w.-]+)\)", PAGE)
    assert len(pictures) >= 6
    assert [each for each in pictures if not (ROOT / "docs" / each).is_file()] == []


def test_nothing_is_styled_outside_the_stylesheet() -> None:
    """No style attribute and no style element in a template: the policy would stop them."""
    templates = (ROOT / "plugins/khlang/site/templates").rglob("*.html")
    assert [
        each.name for each in templates if re.search(r"<style|\sstyle=", each.read_text("utf-8"))
    ] == []
