"""From an archive to the files of its site. Pure: yields paths and bytes, writes nothing."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cached_property, partial
from html import unescape
from importlib.resources import files
from importlib.resources.abc import Traversable
from urllib.parse import quote, unquote, urljoin

from khlang.app import Archive, Workspace
from khlang.app.version import program
from khlang.body.pictures import sized
from khlang.contribute import form, internal
from khlang.export import badge, feeds, ics, published
from khlang.files.kinds import KINDS, suffix_of
from khlang.files.published import PublishedFile, safe_name
from khlang.model.diagnostic import Diagnostic
from khlang.model.item import Item
from khlang.search.related import Related, Subject
from khlang.site import scripts, sitemap
from khlang.site.drawn import Drawn
from khlang.site.output import Output
from khlang.site.pages import TEMPLATES, View, archive_views
from khlang.site.papers import papers
from khlang.site.policy import content_security_policy, header_files, integrity
from khlang.site.search_files import SearchFiles, Shown
from khlang.site.sharing import Sharing
from khlang.site.shell import Script, Shells, SiteSettings, to_root
from khlang.site.stylesheet import lean
from khlang.site.templating import environment
from khlang.site.written import Presentation, WrittenPage
from khlang.source.pages import CONTENT
from khlang.thai.phrases import LONGEST, Phrases
from khlang.thai.text import display_width
from khlang.views import calendar, chrome, home, listing, sharing, sorting
from khlang.views import item as item_views
from khlang.views.common import HOME, Covers, Meta, cover
from khlang.views.listing import ListPage

_ITEMS = ("items", "files")  # of a corpus: what is no data file


class SiteBuilder:
    """Everything of the site that is not a hand-written page; and the frame for those that are.

    `told` are the diagnostics by path, given for the internal edition alone: it shows every item.
    In a `preview` pages carry no security policy: MkDocs reloads them by a script inside the page.
    `shown` is the edition that readers see, for the search to begin from.
    """

    def __init__(
        self,
        archive: Archive,
        presentation: Presentation,
        *,
        preview: bool = False,
        told: Mapping[str, Sequence[Diagnostic]] | None = None,
        shown: Shown | None = None,
    ) -> None:
        self.archive = archive
        self.search = SearchFiles(archive, shown)
        self._presentation = presentation
        self._told = told
        self.chrome = chrome.build(archive.corpus)
        self._jinja = environment(Phrases(self._places()))
        self._assets = {output.path: output for output in assets()}
        self._scripts = dict(self._own_scripts())
        self._policy = content_security_policy(
            [output.content for path, output in self._assets.items() if path.endswith(".js")]
        )
        self._site = SiteSettings(
            url=presentation.url,
            policy="" if preview else self._policy,
            stylesheet=self._asset("assets/khlang", ".css"),
            fonts=tuple(path for path in self._assets if path.endswith(".woff2")),
            icon=self._asset("assets/icon", ".svg"),
            worker=self._asset("assets/search-worker", ".js"),
            sharing=Sharing(
                presentation.url, feeds.titles(archive.corpus), sharing.site_card(archive.corpus)
            ),
            edit_url=presentation.edit_url,
            internal=told is not None,
            at_once=tuple(self._scripts[name] for name in scripts.AT_ONCE),
            scripts=tuple(self._scripts[name] for name in scripts.EVERYWHERE),
        )
        self._shells = Shells(self._jinja, self.chrome, self._site)

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        presentation: Presentation,
        *,
        preview: bool = False,
        shown: Shown | None = None,
    ) -> "SiteBuilder":
        """The builder for a repository that can be published."""
        if workspace.archive is None:
            raise ValueError("no archive")
        told = workspace.by_path if presentation.internal else None
        return cls(workspace.archive, presentation, preview=preview, told=told, shown=shown)

    def outputs(self, written: Sequence[str] = (), *, search: bool = True) -> Iterator[Output]:
        """Assets, pages, attachments, data, sitemap: in an order that does not depend on the disk.

        `written` are the addresses of hand-written pages, for the sitemap. The index of the search
        comes after all of these (`search.index`). Without `search` its other files are left out, too:
        a preview makes them when somebody searches.
        """
        yield from self._assets.values()
        pages = list(written)
        views = (
            *archive_views(self.archive, self._covers, self._site.url, self._told),
            self._form(),
        )
        corpus = self.archive.corpus
        for page in (
            *listing.build(corpus, sorting.orders(sorting.BY_DAY)),
            *sorting.build(corpus),
        ):
            pages.append(page.rest.meta.url)
            yield self._of_list(page)
        for view in views:
            pages.append(view.meta.url)
            yield self._of_view(view)
        yield from self._of_hidden()
        for item in self.archive.corpus.items:
            if item.is_public:
                pages.append(item.url)
                yield self._of_item(item)
            elif item_views.needs_tombstone(item):
                yield self._of_view(item_views.tombstone(self.archive.corpus, item))
            else:
                continue
            yield from map(self._of_view, item_views.redirects(item))
        for attached in self._attachments.values():
            for url, file in attached.values():
                yield Output(url, copy_of=file.source, key=self._key(file.sha256))
                for small in file.thumbnails:
                    folder = url.removesuffix(file.name)
                    key = self._key(f"{file.sha256} {small.name}")
                    yield Output(f"{folder}{small.name}", copy_of=small.source, key=key)
        yield from self._cards()
        yield Output("404.html", self._not_found, key=self._key("404.html"))
        for name in published.FILES:
            of = self._of_all if name in published.OF_ITEMS else self._of_figures
            yield of(f"data/{name}", partial(self._data, name))
        yield self._of_figures(calendar.FILE, partial(ics.build, corpus, self._site.url))
        if search:
            yield from self.search.outputs()
        yield self._of_figures(badge.PATH, partial(badge.build, self.archive.progress.now))
        for path, make in papers(corpus, self.archive.progress):
            yield self._of_figures(path, make)
        if self._site.internal:
            for path, make in papers(corpus, self.archive.progress, public=False):
                yield self._of_all(path, make)
        for name, content in header_files(self._policy):
            yield Output.ready(name, content)
        newest = feeds.newest(corpus)
        for url in newest:
            feed = partial(feeds.build, corpus, self.chrome, self._site.url, url, newest[url])
            key = self._key(repr((url, [self.archive.keys[item.id] for item in newest[url]])))
            yield Output(f"{url}{feeds.NAME}", feed, key=key)
        yield Output.ready("robots.txt", sitemap.robots(self._site.url, self._is_hidden))
        if self._site.url and not self._is_hidden:
            yield self._of_all("sitemap.xml", partial(sitemap.build, self._site.url, pages, corpus))

    def _cards(self) -> Iterator[Output]:
        """The pictures that messengers show; none without an address, which they would need."""
        if not self._site.url or self._site.internal:
            return
        drawn, own = Drawn(self.archive.root), self._site.sharing.card
        yield Output(f"assets/{own.name}", partial(drawn.content, own), key=own.name.encode())
        for item in self.archive.corpus.public:
            attached = [file for _, file in self._files_of(item).values()]
            card = sharing.card(self.archive.corpus, self.chrome, item, attached)
            path = f"{item.url}{card.name}"
            yield Output(path, partial(drawn.content, card), key=card.name.encode())

    @property
    def _is_hidden(self) -> bool:
        """Whether search engines are to stay away."""
        return self.chrome.samples or self._site.internal

    def _of_hidden(self) -> Iterator[Output]:
        """Of items that readers may not see; nothing but for the internal edition."""
        if self._told is None:
            return
        corpus = self.archive.corpus
        yield self._of_view(internal.queue(corpus, self.archive.progress))
        for item in corpus.items:
            if not item.is_public:
                content = partial(self._hidden_page, item, self._told.get(item.path, ()))
                yield Output(f"{internal.address(item.id)}index.html", content)

    def _hidden_page(self, item: Item, told: Sequence[Diagnostic]) -> bytes:
        corpus = self.archive.corpus
        return self._page(internal.item_page(corpus, item, self.archive.body(item), told))

    def _form(self) -> View:
        return form.build(
            self.archive.corpus, self._presentation.repository, self._presentation.host
        )

    def written(self, page: WrittenPage) -> Output:
        """A hand-written page in the frame of all pages; the home page is more than its words."""
        page = replace(page, html=sized(page.html, partial(self._size, page.url)))
        if page.url:
            content = partial(self._text_page, page)
            return Output(f"{page.url}index.html", content, key=self._key(repr(page)))
        view = home.build(self.archive.corpus, self.archive.progress, self._covers)
        content = partial(self._home, view, page.html)
        return Output("index.html", content, key=self._key(repr((view, page.html))))

    def _size(self, url: str, address: str) -> tuple[int, int] | None:
        """Of a picture that lies among the hand-written pages, named from the page at `url`."""
        path = f"{CONTENT}/{unquote(urljoin(url, unescape(address)))}"
        if ".." in path or suffix_of(path) not in KINDS or not (self.archive.root / path).is_file():
            return None
        copy = self.archive.clean(path)
        return (copy.width, copy.height) if copy.width and copy.height else None

    def files(self, paths: Sequence[str]) -> Iterator[Output]:
        """Cleaned copies of what lies among hand-written pages. Raises NotPublishable."""
        for path in paths:
            yield Output(path, copy_of=self.archive.clean(f"{CONTENT}/{path}").path)

    def _home(self, view: home.HomeView, lead: str) -> bytes:
        template = self._jinja.get_template("pages/home.html")
        content = template.render(view=view, chrome=self.chrome, base="./", lead=lead)
        return self._shells.fill(view.meta, content)

    def _text_page(self, page: WrittenPage) -> bytes:
        section = page.url.partition("/")[0]
        meta = Meta(page.url, page.title, page.description, section=section, crumbs=(HOME,))
        template = self._jinja.get_template("pages/text.html")
        return self._shells.fill(meta, template.render(title=page.title, html=page.html))

    def _page(self, view: View) -> bytes:
        template = self._jinja.get_template(f"pages/{TEMPLATES[type(view)]}")
        base = to_root(view.meta.url)
        content = template.render(view=view, chrome=self.chrome, base=base)
        content += "".join(map(self._inside, scripts.INSIDE.get(type(view), ())))
        of_kind = [self._scripts[name] for name in scripts.OF_KIND.get(type(view), ())]
        return self._shells.fill(view.meta, content, scripts=of_kind)

    def _not_found(self) -> bytes:
        """Links of the 404 page are absolute: it is shown at any address."""
        meta = Meta("404.html", "ไม่พบหน้านี้", "ไม่พบหน้าที่ต้องการ", "", listed=False)
        base = "/" + self._site.url.partition("://")[2].partition("/")[2] if self._site.url else "/"
        content = self._jinja.get_template("pages/not_found.html").render(base=base)
        return self._shells.fill(meta, content, base=base)

    def _of_view(self, view: View) -> Output:
        """A page that is made anew where its view, its frame or the program is another."""
        return Output(
            f"{view.meta.url}index.html", partial(self._page, view), key=self._key(repr(view))
        )

    def _of_list(self, page: ListPage) -> Output:
        """A page of a list, from what stands around the items and from what their cards show."""
        key = self._key(repr(page.rest), *(self._shown[item.id] for item in page.items))
        return Output(f"{page.rest.meta.url}index.html", partial(self._list_page, page), key=key)

    def _list_page(self, page: ListPage) -> bytes:
        return self._page(page.view(self.archive.corpus, self._covers))

    @cached_property
    def _shown(self) -> Mapping[str, bytes]:
        """What stands for the card of each public item."""
        keys, covers = self.archive.keys, self._covers
        pictures = {id: _digest(repr(covers[id])) for id in covers}
        public = self.archive.corpus.public
        return {item.id: keys[item.id] + pictures.get(item.id, b"") for item in public}

    def _of_item(self, item: Item) -> Output:
        """The page of an item, from its content and the little that other items give to it."""
        id, url = item.id, item.url
        naming = list(item_views.naming(self.archive.corpus, item, self._neighbours))
        others = [self._named[each] for each in (*naming, *self._relations.beside(id))]
        attached = [
            (url, file.sha256, [small.name for small in file.thumbnails])
            for url, file in self._files_of(item).values()
        ]
        planned = self._activities.get((item.front.fiscal_year, item.front.activity or ""), "")
        # By name, since one may come in the place of another: as a successor, not as a neighbour.
        around = f"{self._neighbours.ids(item)}{naming}{planned}{attached}"
        key = self._key(around, self.archive.keys[id], *others)
        return Output(f"{url}index.html", partial(self._item_page, item), key=key, about=id)

    @cached_property
    def _named(self) -> Mapping[str, bytes]:
        """What stands for an item on the pages of others."""
        public = self.archive.corpus.public
        return {item.id: _digest(f"{item.id}{item_views.named(item)}") for item in public}

    @cached_property
    def _activities(self) -> Mapping[tuple[int, str], str]:
        """Names of the activities of each year's plan, which items name."""
        plans = self.archive.corpus.plans.items()
        return {(year, each.slug): each.name_th for year, plan in plans for each in plan.activities}

    def _item_page(self, item: Item) -> bytes:
        attached = {name: file for name, (_, file) in self._files_of(item).items()}
        body = self.archive.body(item)
        around, related = self._neighbours, self._related(item)
        return self._page(
            item_views.build(
                self.archive.corpus, item, body, attached, around, related, self._where(item)
            )
        )

    def _where(self, item: Item) -> item_views.Where:
        path = quote(item.path.removeprefix("content/"))
        return item_views.Where(
            address=f"{self._site.url}{item.url}" if self._site.url else "",
            edit_url=self._site.edit_url.replace("{path}", path),
        )

    def _places(self) -> Iterator[str]:
        """Names of the province that no line may cut in two."""
        targets = self.archive.corpus.targets
        names = [targets.province.short_th, *(unit.short_th for unit in targets.units)]
        yield from (name for name in names if display_width(name) <= LONGEST)

    def _related(self, item: Item) -> Sequence[Item]:
        """Items on the same matter, the nearest first."""
        return [self.archive.corpus.item_by_id[id] for id in self._relations.of(item.id)]

    @cached_property
    def _relations(self) -> Related:
        return Related([Subject.of(item) for item in self.archive.corpus.public])

    def _key(self, text: str, *digests: bytes) -> bytes:
        """Of what a file follows from besides program and frame."""
        content = b"".join((text.encode(), b"\0", *digests))
        return hashlib.blake2b(content, key=self._frame, digest_size=16).digest()

    @cached_property
    def _frame(self) -> bytes:
        """A checksum of what every page is made with: program, settings, the frame around it."""
        return _digest(repr((program(), self._site, self.chrome)))

    @cached_property
    def _neighbours(self) -> item_views.Neighbours:
        return item_views.Neighbours(self.archive.corpus.public)

    @cached_property
    def _attachments(self) -> Mapping[str, Mapping[str, tuple[str, PublishedFile]]]:
        """By item, then by the name in the repository: address and file."""
        having = (item for item in self.archive.corpus.public if item.front.attachments)
        return {item.id: dict(self._published(item)) for item in having}

    def _files_of(self, item: Item) -> Mapping[str, tuple[str, PublishedFile]]:
        return self._attachments.get(item.id, {})

    @cached_property
    def _covers(self) -> Covers:
        """The picture of each public item that has one, for lists."""
        found = {
            id: cover(self.archive.corpus.item_by_id[id], [file for _, file in files.values()])
            for id, files in self._attachments.items()
        }
        return {id: picture for id, picture in found.items() if picture}

    def _published(self, item: Item) -> Iterator[tuple[str, tuple[str, PublishedFile]]]:
        taken: set[str] = {"index.html"}
        for index, attachment in enumerate(item.front.attachments):
            name = safe_name(attachment.file, taken)
            yield attachment.file, (f"{item.url}{name}", self.archive.publish(item, index, name))

    def _of_figures(self, path: str, make: Callable[[], bytes]) -> Output:
        """A file of counted figures and data files, which hold no item's text."""
        return Output(path, make, key=self._key(f"{path} {self._figures}"))

    @cached_property
    def _figures(self) -> str:
        corpus, progress = self.archive.corpus, self.archive.progress
        of_data = [getattr(corpus, each.name) for each in fields(corpus) if each.name not in _ITEMS]
        seen = repr((progress, of_data, corpus.has_samples))
        return hashlib.blake2b(seen.encode(), digest_size=16).hexdigest()

    def _of_all(self, path: str, make: Callable[[], bytes]) -> Output:
        """A file that anything in the archive may change."""
        return Output(path, make, key=self._key(f"{path} {self._whole}"))

    @cached_property
    def _whole(self) -> str:
        """What stands for the whole archive at its date."""
        return self.archive.stamp().hex()

    def _data(self, name: str) -> bytes:
        titled = {
            item.id: [
                (attachment.title, self._files_of(item)[attachment.file][1])
                for attachment in item.front.attachments
            ]
            for item in self.archive.corpus.public
        }
        return published.build(name, self.archive.corpus, self.archive.progress, titled)

    def _inside(self, name: str) -> str:
        """A script as part of a page: the policy knows it by the same hash."""
        content = self._assets[self._scripts[name].url].content
        return f"<script>{content.decode()}</script>"

    def _own_scripts(self) -> Iterator[tuple[str, Script]]:
        """By the name that `scripts` lists them under, such as `theme`."""
        for path, output in self._assets.items():
            if path.endswith(".js"):
                name = path.removeprefix("assets/").partition(".")[0]
                yield name, Script(path, integrity(output.content))

    def _asset(self, stem: str, suffix: str) -> str:
        return next(
            path for path in self._assets if path.startswith(stem) and path.endswith(suffix)
        )


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def assets() -> Iterator[Output]:
    """Files of `assets/`; those that pages name carry a hash, so that no browser keeps an old one."""
    folder = files("khlang.site").joinpath("assets")
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_file():
            stem, _, suffix = entry.name.rpartition(".")
            content = entry.read_bytes()
            if suffix == "css":
                content = lean(content.decode()).encode()
            digest = hashlib.sha256(content).hexdigest()[:8]
            yield Output.ready(f"assets/{stem}.{digest}.{suffix}", content)
        elif entry.name in _ONE_SCRIPT:
            content = _joined(entry)
            digest = hashlib.sha256(content).hexdigest()[:8]
            yield Output.ready(f"assets/{entry.name}.{digest}.js", content)
        else:
            yield from _plain_assets(entry, f"assets/{entry.name}")


_ONE_SCRIPT = ("search-worker",)
"""Folders whose scripts are one file: a worker loads no second one under the policy."""


def _joined(folder: Traversable) -> bytes:
    parts = sorted(folder.iterdir(), key=lambda each: each.name)
    inside = b"\n".join(each.read_bytes() for each in parts)
    return b'"use strict";\n(() => {\n' + inside + b"})();\n"


def _plain_assets(folder: Traversable, path: str) -> Iterator[Output]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        yield Output.ready(f"{path}/{entry.name}", entry.read_bytes())
