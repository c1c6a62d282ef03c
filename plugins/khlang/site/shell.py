"""The document around every page: rendered once for a menu section and a depth, then filled.

Filling is splitting and joining: nothing of a page can be taken for a template.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

import jinja2

from khlang.site.sharing import Sharing, canonical, head
from khlang.views.chrome import Chrome
from khlang.views.common import Crumb, Meta

_SLOTS = ("title", "description", "scripts", "sharing", "crumbs", "content")


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the site: its address and the hash that the policy allows it by."""

    url: str
    integrity: str


@dataclass(frozen=True)
class SiteSettings:
    """What the site knows about where it stands. `url` ends in `/`, or is empty.

    `edit_url` is where a text is edited, with `{path}` for its place below the content folder; or
    empty. `policy` is the content security policy of every page, or empty. `fonts` are asked for
    early and waited for by nothing. `at_once` are the scripts that run before the first paint of
    every page, `scripts` those that run when it has been read; `worker` is the one that the search
    starts when it is asked.
    """

    url: str
    policy: str
    stylesheet: str
    fonts: tuple[str, ...]
    icon: str
    worker: str
    sharing: Sharing
    edit_url: str = ""
    internal: bool = False
    at_once: tuple[Script, ...] = ()
    scripts: tuple[Script, ...] = ()


class Shells:
    """Shells of one build."""

    def __init__(self, jinja: jinja2.Environment, chrome: Chrome, site: SiteSettings) -> None:
        self._jinja = jinja
        self._chrome = chrome
        self._site = site
        self._made: dict[tuple[str, str], tuple[str, ...]] = {}

    def fill(
        self, meta: Meta, content: str, *, base: str | None = None, scripts: Sequence[Script] = ()
    ) -> bytes:
        """A whole page. `content` is ready HTML; everything else is escaped here.

        `scripts` are those of the page's kind, after those that all pages have.
        `base` is the way from the page to the site's root, computed from its address if not given.
        """
        base = to_root(meta.url) if base is None else base
        parts = self._shell(meta.section, base)
        title = meta.title if meta.section != "home" else self._chrome.tagline
        values = {
            "title": escape(f"{title} | {self._chrome.site_name}"),
            "description": escape(meta.description),
            "scripts": "".join(_deferred(each, base) for each in scripts),
            "sharing": self._sharing(meta, base),
            "crumbs": self._crumbs(meta, base),
            "content": content,
        }
        filled = [parts[0]]
        for name, part in zip(_SLOTS, parts[1:], strict=True):
            filled += (values[name], part)
        return "".join(filled).encode()

    def _sharing(self, meta: Meta, base: str) -> str:
        """For messengers and search engines; a page at a former address sends its readers on."""
        if meta.moved_to:
            refresh = f'<meta http-equiv="refresh" content="0; url={escape(base + meta.moved_to)}">'
            return refresh + canonical(self._site.sharing, meta.moved_to)
        if not meta.listed:
            asked = "" if self._is_hidden else '<meta name="robots" content="noindex">'
            return asked + canonical(self._site.sharing, meta.url)
        return head(meta, self._chrome, self._site.sharing, base)

    def _crumbs(self, meta: Meta, base: str) -> str:
        if not meta.crumbs:
            return ""
        steps = "".join(_crumb(each, base) for each in meta.crumbs)
        language = "" if meta.language == "th" else f' lang="{meta.language}"'
        here = f'<li aria-current="page"{language}>{escape(meta.here or meta.title)}</li>'
        return f'<nav class="crumb" aria-label="ตำแหน่งของหน้า"><ol>{steps}{here}</ol></nav>'

    def _shell(self, section: str, base: str) -> tuple[str, ...]:
        key = (section, base)
        if key not in self._made:
            html = self._template.render(
                chrome=self._chrome,
                site=self._site,
                section=section,
                base=base,
                **{name: _Slot(name) for name in _SLOTS},
            )
            self._made[key] = _split(html)
        return self._made[key]

    @property
    def _is_hidden(self) -> bool:
        """Whether every page asks search engines to stay away."""
        return self._chrome.samples or self._site.internal

    @cached_property
    def _template(self) -> jinja2.Template:
        return self._jinja.get_template("shell.html")


class _Slot:
    """A place in the shell, in the order of `_SLOTS`; passes autoescape as it is."""

    def __init__(self, name: str) -> None:
        self._mark = f"\x00{name}\x00"

    def __html__(self) -> str:
        return self._mark


def _split(html: str) -> tuple[str, ...]:
    """The parts around the slots. Raises ValueError where the template has them in another order."""
    pieces = html.split("\x00")
    if tuple(pieces[1::2]) != _SLOTS:
        raise ValueError(f"shell.html must hold each slot once, in the order {_SLOTS}")
    return tuple(pieces[0::2])


def to_root(url: str) -> str:
    """The way from a page to the site's root: `items/x/` -> `../../`, the home page -> `./`."""
    return "../" * url.count("/") or "./"


def _deferred(each: Script, base: str) -> str:
    return f'<script defer src="{base}{each.url}" integrity="{each.integrity}"></script>'


def _crumb(each: Crumb, base: str) -> str:
    return f'<li><a href="{escape(base + each.url)}">{escape(each.title)}</a></li>'
