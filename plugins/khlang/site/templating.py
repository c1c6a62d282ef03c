"""Jinja, set strict: everything is escaped, an unknown name is an error."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import jinja2
import material
from markupsafe import Markup, escape

from khlang.thai.phrases import Phrases

_ICONS = Path(str(files(material))) / "templates" / ".icons"
_TEMPLATES = Path(__file__).parent / "templates"
_HEADING = re.compile(r"(<h[2-6] [^>]*>)(.*?)(?=</h)", re.DOTALL)
_OUTSIDE_TAGS = re.compile(r"(<[^>]*>)")


@cache
def icon(name: str) -> Markup:
    """An inline SVG: `material/magnify` from Material's set, `category-1` from our own."""
    own = _TEMPLATES / "icons" / f"{name}.svg"
    file = own if own.is_file() else _ICONS / f"{name}.svg"
    svg = file.read_text("utf-8").strip()
    return Markup(svg.replace("<svg ", '<svg class="i" aria-hidden="true" ', 1))  # noqa: S704  # trusted files


def environment(phrases: Phrases) -> jinja2.Environment:
    """The environment of shell and pages.

    `{{ title | whole }}` keeps the phrases in a heading or a name in one piece; `{{ html |
    whole_headings }}` does so in the headings of safe HTML. Running text is left to the browser:
    a cut compound costs little there, and finding them all costs more than the rest of a page.
    """
    jinja = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(),
    )
    jinja.globals["icon"] = icon

    @lru_cache(maxsize=50_000)  # a title stands in six lists and more
    def whole(text: str) -> Markup:
        return Markup(phrases.mark(str(escape(text)), _unbroken))  # noqa: S704  # escaped before

    def whole_headings(html: str) -> Markup:
        marked = _HEADING.sub(lambda match: match[1] + _marked(match[2], phrases), html)
        return Markup(marked)  # noqa: S704  # the sanitised body, and spans of our own

    jinja.filters.update(whole=whole, whole_headings=whole_headings)
    return jinja


def _marked(html: str, phrases: Phrases) -> str:
    parts = _OUTSIDE_TAGS.split(html)
    parts[::2] = [phrases.mark(each, _unbroken) for each in parts[::2]]
    return "".join(parts)


def _unbroken(phrase: str) -> str:
    return f'<span class="nb">{phrase}</span>'


def _compiled() -> jinja2.BytecodeCache | None:
    """Templates as Python code, which takes half a second to make, in the user's own temporary folder.

    Never below the archive: that may come from anybody, and code from there is not run.
    """
    try:
        return jinja2.FileSystemBytecodeCache()
    except (OSError, RuntimeError):  # no folder that is nobody else's
        return None
