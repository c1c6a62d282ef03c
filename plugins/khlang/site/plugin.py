"""The MkDocs plugin. Opens the archive, drops what MkDocs found under `items/` and `plan/`, and
adds the generated site as ready files; hand-written pages get the same frame around their text.

MkDocs renders Markdown pages and copies files; of the theme we take the icons (see
`docs/decisions/0006-base-template.md`).
"""

import logging
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from khlang.app import NotPublishable, open_workspace
from khlang.app.clock import today
from khlang.body import clean, slugify
from khlang.files.kinds import kind_of
from khlang.model.diagnostic import Diagnostic, Severity
from khlang.privacy import masked
from khlang.publish import manifest
from khlang.publish.cache import Cache
from khlang.publish.manifest import Entry
from khlang.site.build import Output, SiteBuilder
from khlang.site.making import made
from khlang.site.remembered import Remembered

log = logging.getLogger("mkdocs.plugins.khlang")

_GENERATED_FROM = ("items/", "plan/", "map.geojson")
_DATA_FILES = ("categories.yml", "targets.yml")


class KhlangConfig(Config):
    """Settings of the plugin in mkdocs.yml: presentation only, nothing that changes a verdict."""

    internal = config_options.Type(bool, default=False)
    """The internal edition, with the review queue; `khlang build --internal` asks for it."""

    as_of = config_options.Optional(config_options.Type((str, date)))
    """Date of the figures, `YYYY-MM-DD`; `khlang build --as-of` passes it, and YAML makes it a date."""


class KhlangPlugin(BasePlugin[KhlangConfig]):
    """Events in the order in which MkDocs calls them."""

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
        """Keeps hand-written pages and what lies beside them; the theme's files are not used."""
        self._open(config)
        for file in list(files):
            of_theme = not (file.abs_src_path or "").startswith(config.docs_dir)
            if of_theme or file.src_uri.startswith(_GENERATED_FROM):
                files.remove(file)
        refused = [file for file in files if not _may_be_published(file, config)]
        for file in refused:
            log.error("content/%s: เผยแพร่ไม่ได้ รับเฉพาะไฟล์จริงที่เป็นหน้า .md และชนิดที่แนบได้", file.src_uri)
        if refused:
            raise PluginError("มีไฟล์ใน content/ ที่เผยแพร่ไม่ได้ ลบหรือแปลงเป็นชนิดอื่นก่อน")
        self._clean(files, config)
        return files

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """All pages, attachments and data as generated files, which MkDocs then copies; but those that
        the edition which readers see holds already.
        """
        pages = [file.page for file in files.documentation_pages() if file.page]
        written = [page.url for page in pages if not page.is_homepage]
        self.kept: dict[str, Entry] = {}
        self.keys: dict[str, bytes] = {}
        wanting: list[Output] = []
        try:
            for output in self.builder.outputs(written):
                shown = self.remembered.entry(output) if self.remembered else None
                if shown is not None:
                    self.kept[output.path] = shown
                    continue
                if output.key:
                    self.keys[output.path] = output.key
                if output.copy_of is None:
                    wanting.append(output)
                else:
                    copied = str(output.copy_of)
                    files.append(File.generated(config, output.path, abs_src_path=copied))
            for path, content in made(wanting).items():
                files.append(File.generated(config, path, content=content))
        except NotPublishable as fault:
            _tell(fault.diagnostic)
            raise PluginError("มีไฟล์แนบที่เผยแพร่ไม่ได้") from fault
        return env

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """The frame around a hand-written page. MkDocs's own rendering is its text alone."""
        html = clean(page.content or "")
        if page.is_homepage:
            return self.builder.home(html).decode()
        description = str(page.meta.get("description", ""))
        return self.builder.text_page(page.url, str(page.title), description, html).decode()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The manifest of what was written: the last file of the site. A preview is not published."""
        if self.preview:
            return
        site = Path(config.site_dir)
        entries = {**manifest.measure(site), **self.kept}
        (site / manifest.NAME).write_bytes(manifest.dump(entries))
        if self.remembered:
            self.remembered.remember(self.keys, entries)

    def _clean(self, files: Files, config: MkDocsConfig) -> None:
        """Files among hand-written pages are published as cleaned copies, like those of items."""
        root = Path(config.config_file_path).parent
        for file in [each for each in files if not each.is_documentation_page()]:
            path = Path(str(file.abs_src_path)).relative_to(root).as_posix()
            try:
                copy = self.builder.archive.clean(path)
            except NotPublishable as fault:
                _tell(fault.diagnostic)
                raise PluginError("มีไฟล์แนบที่เผยแพร่ไม่ได้") from fault
            files.remove(file)
            files.append(File.generated(config, file.src_uri, abs_src_path=str(copy)))

    def _open(self, config: MkDocsConfig) -> None:
        """Reads the repository. Raises PluginError, which MkDocs shows without a traceback."""
        root = Path(config.config_file_path).parent
        cache = Cache(root / ".khlang")
        self.remembered = Remembered.of_environment(cache)
        workspace = open_workspace(root, today=today(), as_of=_day(self.config.as_of), kept=cache)
        faults = [each for each in workspace.diagnostics if each.severity is Severity.ERROR]
        if self.config.internal and workspace.archive is not None:
            hidden = {each.path for each in workspace.archive.corpus.items if not each.is_public}
            faults = [each for each in faults if each.place.path not in hidden]
        for each in faults:
            _tell(each)
        if faults or workspace.archive is None:
            raise PluginError("ยังมีข้อผิดพลาดที่ต้องแก้ก่อนสร้างเว็บ ดูรายละเอียดด้วย khlang check")
        self.builder = SiteBuilder(
            workspace.archive,
            config.site_url or "",
            preview=self.preview,
            repository=config.repo_url or "",
            told=workspace.by_path if self.config.internal else None,
        )


def _may_be_published(file: File, config: MkDocsConfig) -> bool:
    """Pages, and files of a type that an item could carry; nothing that a link leads to."""
    expected = Path(config.docs_dir).resolve() / file.src_uri
    is_real = Path(file.abs_src_path or "").resolve() == expected
    return is_real and (file.is_documentation_page() or kind_of(file.src_uri) is not None)


def _tell(each: Diagnostic) -> None:
    """A diagnostic as MkDocs shows its own."""
    place = f"{masked(each.place.path)}:{each.place.line}:{each.place.col}"
    log.error("%s: %s %s | %s", place, each.code.id, each.message_th, each.hint_th)


def _day(given: object) -> date | None:
    try:
        return date.fromisoformat(str(given)) if given else None
    except ValueError as fault:
        raise PluginError(f"as_of: {given!r} ไม่ใช่วันที่แบบ ปี-เดือน-วัน") from fault


def _slugify(text: str, _separator: str) -> str:
    return slugify(text)
