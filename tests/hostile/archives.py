"""An archive whose items carry hostile texts, made past every check: what reaches the pages anyway?

The checks refuse most of these texts, which is a defence of its own. Here the items are put into
the corpus as if all had been passed, so that what is tested is escaping, sanitising and policy.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_lowercase
from unittest import mock

from khlang.app import Archive, open_workspace
from khlang.body import Body, render
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


@dataclass(frozen=True)
class Hostile(Archive):
    """An archive that publishes one picture for every attachment, whatever its name."""

    picture: Path = Path()

    def body(self, item: Item) -> Body:
        return render(item.body)

    def attached_text(self, item: Item) -> str:
        return "\n".join(each.title for each in item.front.attachments)

    def publish(self, item: Item, index: int, name: str) -> PublishedFile:
        return PublishedFile(self.picture, name, KINDS[".png"], len(PNG), "0" * 64, 2, 1)


def archive_of(root: Path, payloads: Sequence[Payload]) -> Hostile:
    """Each payload in every field of an item that readers see, and in its text."""
    repository = Repository(root, empty=True)
    repository.item(topics=["coastal-fishing"], history=PUBLISHED)
    picture = root / "picture.png"
    picture.write_bytes(PNG)
    archive = open_workspace(root, today=AS_OF).archive
    assert archive is not None
    template = archive.corpus.items[0]
    items = tuple(_item(template, each) for each in payloads)
    corpus = replace(archive.corpus, items=items)
    progress = measure(corpus, AS_OF)
    context = replace(archive.context, corpus=corpus, progress=progress, bodies={})
    keys = {item.id: item.id.encode() for item in items}
    return Hostile(root, corpus, progress, AS_OF, context, keys, picture=picture)


def address_of(payload: Payload) -> str:
    """Where the item of a payload is published."""
    return f"items/{_id(payload)}/"


def files_of(archive: Hostile, *, preview: bool = False) -> Mapping[str, bytes]:
    """The site. In a preview its pages carry no security policy."""
    return dict(_files(SiteBuilder(archive, Presentation(), preview=preview)))


@contextmanager
def unsanitised() -> Iterator[None]:
    """The first line of defence fails: texts come to the pages as the renderer left them."""
    with mock.patch.object(Body, "_safe", property(lambda body: (body.raw, ()))):
        yield


def _files(builder: SiteBuilder) -> Iterator[tuple[str, bytes]]:
    for output in builder.outputs():
        content = output.content if output.copy_of is None else output.copy_of.read_bytes()
        assert content is not None
        yield output.path, content


def _item(template: Item, payload: Payload) -> Item:
    text, id = payload.text, _id(payload)
    front = replace(
        template.front,
        title=text,
        summary=text,
        format_note=text,
        formats=(*template.front.formats, "elsewhere"),
        byline=text,
        consent=AS_OF,
        tags=(text, f"{text} 2"),
        attachments=(
            Attachment(file=f"{text}.png", title=text, alt=text),
            Attachment(file="x.png", title=f"{text} 2", alt=f"{text} 2"),
        ),
        revised=(Entry(AS_OF, "", text),),
    )
    return replace(
        template, id=id, path=f"content/items/2568/kathu/{id}.md", front=front, body=text
    )


def _id(payload: Payload) -> str:
    letters = [ascii_lowercase[payload.number // 26**place % 26] for place in range(5)]
    return f"kathu-{''.join(letters)}"
