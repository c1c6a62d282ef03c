"""An archive whose items carry hostile texts, made past every check: what reaches the pages anyway?

The checks refuse most of these texts, which is a defence of its own. Here the items are put into
the corpus as if all had been passed, so that what is tested is escaping, sanitising and policy.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import ascii_lowercase
from unittest import mock

from khlang.app import Archive, open_workspace
from khlang.body import Body, render
from khlang.body.anchors import Heading
from khlang.files.kinds import KINDS
from khlang.files.published import PublishedFile
from khlang.model.history import Entry
from khlang.model.item import Attachment, Item
from khlang.progress import measure
from khlang.site.build import SiteBuilder
from khlang.site.written import Presentation
from tests.archive import AS_OF, PNG
from tests.archive import Archive as Repository
from tests.hostile.payloads import Payload

PUBLISHED = ["2025-06-02 submitted", "2025-06-05 selected", "2025-06-12 published"]

Bundle = tuple[Payload, ...]
"""The payloads of one item: all of them in each of its fields, one after the other in its text."""


@dataclass(frozen=True)
class Several(Body):
    """Bodies one after the other, each rendered and made safe by itself."""

    parts: tuple[Body, ...] = ()

    @property
    def html(self) -> str:
        return "\n".join(f"<div>{each.html}</div>" for each in self.parts)

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(heading for each in self.parts for heading in each.headings)


@dataclass(frozen=True)
class Hostile(Archive):
    """An archive that publishes one picture for every attachment, whatever its name."""

    picture: Path = Path()
    bundles: Mapping[str, Bundle] = field(default_factory=dict)

    def body(self, item: Item) -> Body:
        parts = tuple(render(each.text) for each in self.bundles[item.id])
        return parts[0] if len(parts) == 1 else Several("", (), (), (), (), parts)

    def attached_text(self, item: Item) -> str:
        return "\n".join(each.title for each in item.front.attachments)

    def publish(self, item: Item, index: int, name: str) -> PublishedFile:
        return PublishedFile(self.picture, name, KINDS[".png"], len(PNG), "0" * 64, 2, 1)


def archive_of(root: Path, bundles: Sequence[Bundle]) -> Hostile:
    """Each payload in every field of an item that readers see, and in its text."""
    repository = Repository(root, empty=True)
    repository.item(topics=["coastal-fishing"], history=PUBLISHED)
    picture = root / "picture.png"
    picture.write_bytes(PNG)
    archive = open_workspace(root, today=AS_OF).archive
    assert archive is not None
    template = archive.corpus.items[0]
    items = tuple(_item(template, each) for each in bundles)
    corpus = replace(archive.corpus, items=items)
    progress = measure(corpus, AS_OF)
    context = replace(archive.context, corpus=corpus, progress=progress, bodies={})
    keys = {item.id: item.id.encode() for item in items}
    by_id = {_id(each): each for each in bundles}
    return Hostile(root, corpus, progress, AS_OF, context, keys, picture=picture, bundles=by_id)


def alone(payloads: Sequence[Payload]) -> list[Bundle]:
    """An item for each."""
    return [(each,) for each in payloads]


def address_of(bundle: Bundle) -> str:
    """Where the item of these payloads is published."""
    return f"items/{_id(bundle)}/"


def files_of(archive: Hostile, *, preview: bool = False) -> Mapping[str, bytes]:
    """The site. In a preview its pages carry no security policy."""
    return dict(_files(SiteBuilder(archive, Presentation(), preview=preview)))


@contextmanager
def unsanitised() -> Iterator[None]:
    """The first line of defence fails: texts come to the pages as the renderer left them."""
    with mock.patch.object(Body, "_safe", property(lambda body: (body.raw, ()))):
        yield


def _files(builder: SiteBuilder) -> Iterator[tuple[str, bytes]]:
    for output in (*builder.outputs(), *builder.search.index()):
        content = output.content if output.copy_of is None else output.copy_of.read_bytes()
        assert content is not None
        yield output.path, content


def _item(template: Item, bundle: Bundle) -> Item:
    texts, id = [each.text for each in bundle], _id(bundle)
    text = " ".join(texts)
    front = replace(
        template.front,
        title=text,
        summary=text,
        format_note=text,
        formats=(*template.front.formats, "elsewhere"),
        byline=text,
        consent=AS_OF,
        tags=tuple(tag for each in texts for tag in (each, f"{each} 2")),
        attachments=tuple(
            attachment
            for number, each in enumerate(texts)
            for attachment in (
                Attachment(file=f"{each}.png", title=each, alt=each),
                Attachment(file=f"{number}.png", title=f"{each} 2", alt=f"{each} 2"),
            )
        ),
        revised=(Entry(AS_OF, "", text),),
    )
    return replace(
        template, id=id, path=f"content/items/2568/kathu/{id}.md", front=front, body=text
    )


def _id(bundle: Bundle) -> str:
    number = bundle[0].number
    letters = [ascii_lowercase[number // 26**place % 26] for place in range(5)]
    return f"kathu-{''.join(letters)}"
