"""The MkDocs plugin. Drops what MkDocs found under `items/`, `plan/` and `closed/`, and adds the generated site
as ready files; hand-written pages get the same frame around their text.

`khlang build` asks MkDocs for the hand-written pages alone (`khlang.site.handwritten`) and needs
it for nothing else; with `mkdocs build` and `mkdocs serve` it makes the whole site, the same bytes.
Of the theme we take the icons (`docs/decisions/0006-base-template.md`).
"""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from khlang.app import NotPublishable, Opening
from khlang.app.clock import today
from khlang.body import clean, slugify
from khlang.files.kinds import kind_of
from khlang.model.diagnostic import Diagnostic, Severity
from khlang.privacy import masked
from khlang.publish import manifest
from khlang.publish.cache import Cache
from khlang.site import patience
from khlang.site.build import SiteBuilder
from khlang.site.opening import NotReady, day_of_environment, publishable
from khlang.site.written import Presentation, WrittenPage
from khlang.source.pages import find as beside
from khlang.source.reporter import Reporter

log = logging.getLogger("mkdocs.plugins.khlang")

_GENERATED_FROM = ("items/", "plan/", "closed/", "map.geojson")
_DATA_FILES = ("categories.yml", "targets.yml")


class KhlangConfig(Config):
    """Settings of the plugin in mkdocs.yml: presentation only, nothing that changes a verdict."""

    internal = config_options.Type(bool, default=False)
    """The internal edition, with the review queue; `khlang build --internal` asks for it."""


class KhlangPlugin(BasePlugin[KhlangConfig]):
    """Events in the order in which MkDocs calls them.

    `pages_only` is set where MkDocs is asked for the hand-written pages and nothing else: they are
    then left in `pages` and `files`, and the archive is not opened.
    """

    preview = False
    pages_only = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """`serve` puts a script into each page, which the security policy would stop."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Our own `main.html`, and no page templates of the theme: we make 404 and sitemap."""
        here = Path(__file__).parent
        config.theme.dirs.insert(0, str(here / "theme"))
        config.theme.static_templates = set()
        # Markdown's own ids of Thai headings are `_1`, `_2`; ours are those of items.
        config.mdx_configs.setdefault("toc", {})["slugify"] = _slugify
        # And columns are aligned by a style, which the security policy forbids.
        config.mdx_configs.setdefault("tables", {})["use_align_attribute"] = True
        root = Path(config.config_file_path).parent
        config.watch.extend(str(root / name) for name in _DATA_FILES)
        config.watch.extend(str(here / name) for name in ("templates", "assets"))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keeps hand-written pages and what lies among them; the theme's files are not used."""
        self.pages: list[WrittenPage] = []
        for file in list(files):
            of_theme = not (file.abs_src_path or "").startswith(config.docs_dir)
            if of_theme or file.src_uri.startswith(_GENERATED_FROM):
                files.remove(file)
        refused = [file for file in files if not _may_be_published(file, config)]
        for file in refused:
            log.error("content/%s: เผยแพร่ไม่ได้ รับเฉพาะไฟล์จริงที่เป็นหน้า .md และชนิดที่แนบได้", file.src_uri)
        # MkDocs reads pages before they are checked: not what would take it for ever.
        reporter = Reporter()
        beside(Path(config.config_file_path).parent, reporter)
        faults = [each for each in reporter.diagnostics if each.severity is Severity.ERROR]
        for each in faults:
            _tell(each)
        if refused or faults:
            raise PluginError("มีไฟล์ใน content/ ที่เผยแพร่ไม่ได้ ลบหรือแปลงเป็นชนิดอื่นก่อน")
        if not self.pages_only:
            self.builder = self._open(config)
        return files

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """The generated site as generated files, which MkDocs then copies; what lies among the pages
        is published as cleaned copies, like the files of items.
        """
        among = [file for file in files if not file.is_documentation_page()]
        self.files = tuple(sorted(file.src_uri for file in among))
        for file in among:
            files.remove(file)
        if self.pages_only:
            return env
        pages = [file.page for file in files.documentation_pages() if file.page]
        written = [page.url for page in pages if not page.is_homepage]
        try:
            outputs = [
                *self.builder.outputs(written),
                *self.builder.search.index(),
                *self.builder.files(self.files),
            ]
        except NotPublishable as fault:
            _tell(fault.diagnostic)
            raise PluginError("มีไฟล์แนบที่เผยแพร่ไม่ได้") from fault
        for output in outputs:
            if output.copy_of is None:
                files.append(File.generated(config, output.path, content=output.content))
            else:
                copied = str(output.copy_of)
                files.append(File.generated(config, output.path, abs_src_path=copied))
        return env

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """A page does not choose a template of the theme: all of them have our frame. Nor may it take
        for ever.
        """
        page.meta.pop("template", None)
        patience.begin(f"content/{page.file.src_uri}")
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The text is made."""
        patience.end()
        return html

    def on_build_error(self, error: Exception) -> None:
        """A page that could not be made is done, too: its limit must not meet what comes after."""
        patience.end()

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """The frame around a hand-written page. MkDocs's own rendering is its text alone."""
        written = WrittenPage(
            url="" if page.is_homepage else page.url,
            title=str(page.title),
            description=str(page.meta.get("description", "")),
            html=clean(page.content or ""),
        )
        self.pages.append(written)
        return output if self.pages_only else self.builder.written(written).content.decode()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The manifest of what was written: the last file of the site. A preview is not published."""
        if not (self.preview or self.pages_only):
            site = Path(config.site_dir)
            (site / manifest.NAME).write_bytes(manifest.dump(manifest.measure(site)))

    def presentation(self, config: MkDocsConfig) -> Presentation:
        """What mkdocs.yml says."""
        return Presentation(
            url=config.site_url or "",
            repository=config.repo_url or "",
            host=config.repo_name or "",
            internal=self.config.internal,
            edit_url=_edit_url(config),
        )

    def _open(self, config: MkDocsConfig) -> SiteBuilder:
        """Reads the repository. Raises PluginError, which MkDocs shows without a traceback."""
        root, presentation = Path(config.config_file_path).parent, self.presentation(config)
        try:
            opening = Opening(
                root, today=today(), as_of=day_of_environment(), kept=Cache(root / ".khlang")
            )
            workspace = publishable(opening, internal=presentation.internal)
        except NotReady as fault:
            for each in fault.diagnostics:
                _tell(each)
            raise PluginError(str(fault)) from fault
        return SiteBuilder.of(workspace, presentation, preview=self.preview)


def _may_be_published(file: File, config: MkDocsConfig) -> bool:
    """Pages, and files of a type that an item could carry; nothing that a link leads to."""
    expected = Path(config.docs_dir).resolve() / file.src_uri
    is_real = Path(file.abs_src_path or "").resolve() == expected
    return is_real and (file.is_documentation_page() or kind_of(file.src_uri) is not None)


def _tell(each: Diagnostic) -> None:
    """A diagnostic as MkDocs shows its own."""
    place = f"{masked(each.place.path)}:{each.place.line}:{each.place.col}"
    log.error("%s: %s %s | %s", place, each.code.id, each.message_th, each.hint_th)


def _edit_url(config: MkDocsConfig) -> str:
    """Where a text is edited, with `{path}`; empty unless mkdocs.yml says so itself: MkDocs guesses
    a branch and a folder that are not ours.
    """
    said = {name for each in config.user_configs for name, value in each.items() if value}
    if "edit_uri_template" in said:
        place = (
            str(config.edit_uri_template).replace("{path_noext}.md", "{path}").replace("!q}", "}")
        )
    elif "edit_uri" in said:
        place = f"{config.edit_uri}{{path}}"
    else:
        return ""
    repository = str(config.repo_url or "")
    return urljoin(f"{repository.rstrip('/')}/", place) if repository else place


def _slugify(text: str, _separator: str) -> str:
    return slugify(text)
