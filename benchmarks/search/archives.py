"""The documents as an archive of Khlang, as a site of MkDocs and Material, and as plain pages."""

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from benchmarks.archives import ROOT
from khlang.thai.characters import BIDI, CONTROL, INVISIBLE

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_UNIT, _YEAR = "ban-pho", 2564
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Text:
    """A document. `place` is its address in every archive."""

    id: str
    place: str
    title: str
    text: str


def read(file: Path) -> list[Text]:
    """The documents of a file, each under an id as the archive wants one."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
    return [
        Text(row["id"], f"{_UNIT}-{_drawn(number)}", _line(row["title"]), _seen(row["text"]))
        for number, row in enumerate(rows)
    ]


def khlang(folder: Path, texts: Iterable[Text]) -> None:
    """Items without attachments, spread over categories, topics and formats."""
    for name in ("categories.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    targets = (ROOT / "targets.yml").read_text("utf-8")
    (folder / "targets.yml").write_text(targets, "utf-8")
    items = folder / f"content/items/{_YEAR}/{_UNIT}"
    items.mkdir(parents=True)
    for name in ("plan", "guide"):
        shutil.copytree(ROOT / "content" / name, folder / "content" / name)
    for name in ("index.md", "map.geojson"):
        shutil.copy(ROOT / "content" / name, folder / "content")
    categories = ("model-area", "key-policy", "rules-law")
    formats = ("word", "powerpoint", "video", "infographic")
    for number, each in enumerate(texts):
        front = {
            "title": each.title,
            "summary": _line(each.text)[:200],
            "category": categories[number % 3],
            "unit": _UNIT,
            "fiscal_year": _YEAR,
            "contributor": f"{_UNIT}-{number % 4 + 1:02}",
            "formats": [formats[number % 4]],
            "origin": ("new", "existing")[number % 2],
            "delivery": "file",
            **({"existing_kind": "manual"} if number % 2 else {}),
            **({"video": "https://youtu.be/aaaaaaaaaaa"} if number % 4 == 2 else {}),
            "language": "th",
            "license": "cc-by-4.0",
            "sample": True,
            "history": [f"2021-06-{day:02} {state}" for day, state in _HISTORY],
        }
        fields = "\n".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()
        )
        (items / f"{each.place}.md").write_text(
            f"---\n{fields}\n---\n\n{_plain(each.text)}\n", "utf-8"
        )


def material(folder: Path, texts: Iterable[Text]) -> None:
    """The same texts for MkDocs and Material with the search that comes with them."""
    (folder / "docs").mkdir(parents=True)
    for each in texts:
        text = f"# {each.title}\n\n{_plain(each.text)}\n"
        (folder / f"docs/{each.place}.md").write_text(text, "utf-8")
    (folder / "docs/index.md").write_text("# คลัง\n", "utf-8")
    config = (
        "site_name: stock\ntheme: {name: material, language: th, font: false}\nplugins: [search]\n"
    )
    (folder / "mkdocs.yml").write_text(config, "utf-8")


def pages(folder: Path, texts: Sequence[Text]) -> None:
    """Plain pages, as Pagefind reads them."""
    for each in texts:
        page = folder / each.place
        page.mkdir(parents=True)
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in each.text.split("\n"))
        head = f'<!doctype html><html lang="th"><title>{escape(each.title)}</title>'
        body = f"<main><h1>{escape(each.title)}</h1>{paragraphs}</main></html>"
        (page / "index.html").write_text(head + body, "utf-8")
    (folder / "index.html").write_text(
        '<!doctype html><html lang="th"><title>-</title></html>', "utf-8"
    )


_HISTORY = ((1, "submitted"), (2, "selected"), (3, "published"))


def _drawn(number: int) -> str:
    letters = ""
    for _ in range(5):
        number, rest = divmod(number * 7919 + 17 if not letters else number, 32)
        letters += _LETTERS[rest]
    return letters


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return _MARKDOWN.sub(r"\\\1", text)


def _seen(text: str) -> str:
    """Without what an archive does not take: characters that nobody sees."""
    return INVISIBLE.sub("", CONTROL.sub("", BIDI.sub("", text)))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", _seen(text)).strip()
