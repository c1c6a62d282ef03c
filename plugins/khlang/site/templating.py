"""Jinja, set strict: everything is escaped, an unknown name is an error."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2
import material
from markupsafe import Markup

_ICONS = Path(str(files(material))) / "templates" / ".icons"
_TEMPLATES = Path(__file__).parent / "templates"


@cache
def icon(name: str) -> Markup:
    """An inline SVG: `material/magnify` from Material's set, `category-1` from our own."""
    own = _TEMPLATES / "icons" / f"{name}.svg"
    file = own if own.is_file() else _ICONS / f"{name}.svg"
    svg = file.read_text("utf-8").strip()
    return Markup(svg.replace("<svg ", '<svg class="i" aria-hidden="true" ', 1))  # noqa: S704  # trusted files


def environment() -> jinja2.Environment:
    """The environment of shell and pages."""
    jinja = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.globals["icon"] = icon
    return jinja
