"""Asks MkDocs for the hand-written pages. The only place that starts MkDocs; loaded when it is needed."""

import logging
import os
import tempfile
from pathlib import Path

from khlang.site.written import NotRendered, Written

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's word to site builders, not to ours

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from khlang.site.plugin import KhlangPlugin

# Extensions of Python-Markdown itself: they read nothing but the page.
_PLAIN_EXTENSIONS = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    ]
)


def render(root: Path) -> tuple[Written, bool]:
    """The pages, and whether they follow from what `written.kept` looks at and nothing else.

    MkDocs tells what is wrong on the error stream; the least of it is one fault too many. Raises
    NotRendered.
    """
    stream = logging.StreamHandler()
    stream.setLevel(logging.WARNING)
    stream.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(stream)
    try:
        with tempfile.TemporaryDirectory(prefix="khlang-") as folder:
            file = str((root / "mkdocs.yml").absolute())
            config = load_config(file, site_dir=folder, strict=True)
            plugin = config.plugins.get("khlang")
            if not isinstance(plugin, KhlangPlugin):
                raise PluginError("mkdocs.yml ไม่มี khlang ใน plugins")
            plugin.pages_only = True
            build(config)
    except (Abort, ConfigurationError, PluginError) as fault:
        logger.error(str(fault))
        raise NotRendered from fault
    finally:
        logger.removeHandler(stream)
    is_ours = (
        set(config.plugins) == {"khlang"}
        and not config.hooks
        and not config.theme.custom_dir
        and Path(config.docs_dir) == (root / "content").absolute()
        and set(config.markdown_extensions) <= _PLAIN_EXTENSIONS
    )
    return Written(plugin.presentation(config), tuple(plugin.pages), plugin.files), is_ours
