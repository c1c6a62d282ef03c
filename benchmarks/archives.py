"""Deterministic archives of any size, made from the samples of this repository."""

import random
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_TITLE = re.compile(r'^title: "?', re.MULTILINE)
_NEEDS_FILES = re.compile(r"^(?:supersedes:.*|attachments:\n(?:  .*\n)+|!\[.*)\n?", re.MULTILINE)


def khlang_archive(folder: Path, size: int) -> None:
    """`size` items without attachments, under drawn ids, with the repository's own data files."""
    for name in ("categories.yml", "targets.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    for name in ("plan", "guide"):
        shutil.copytree(ROOT / "content" / name, folder / "content" / name)
    for name in ("index.md", "map.geojson"):
        shutil.copy(ROOT / "content" / name, folder / "content")
    draw = random.Random(size)  # noqa: S311  # the same archive every time
    samples = sorted((ROOT / "content/items").rglob("*.md"))
    for number in range(size):
        text = _NEEDS_FILES.sub("", samples[number % len(samples)].read_text("utf-8"))
        text = _TITLE.sub(rf"\g<0>ฉบับที่ {number + 1} ", text, count=1)
        unit = re.search(r"^unit: (\S+)", text, re.MULTILINE)
        year = re.search(r"^fiscal_year: (\S+)", text, re.MULTILINE)
        if unit is None or year is None:
            raise ValueError("a sample without unit or year")
        file = folder / f"content/items/{year[1]}/{unit[1]}"
        file.mkdir(parents=True, exist_ok=True)
        id = f"{unit[1]}-{''.join(draw.choices(_LETTERS, k=5))}"
        (file / f"{id}.md").write_text(text, "utf-8")


def stock_archive(folder: Path, source: Path) -> None:
    """The same Markdown for stock MkDocs and Material, with its search; Zensical reads it, too."""
    for file in (source / "content/items").rglob("*.md"):
        target = folder / "docs" / file.relative_to(source / "content/items")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    (folder / "docs/index.md").write_text("# stock\n", "utf-8")
    theme = "theme: {name: material, language: th, font: false}"
    plugins = "plugins: [search]"
    extensions = "markdown_extensions: [tables, footnotes, admonition]"
    config = f"site_name: stock\n{theme}\n{plugins}\n{extensions}\n"
    (folder / "mkdocs.yml").write_text(config, "utf-8")


def hugo_archive(folder: Path, source: Path) -> None:
    """The same Markdown for Hugo: items, and lists of the same size by the same five things."""
    shutil.copytree(Path(__file__).parent / "hugo", folder, dirs_exist_ok=True)
    for file in (source / "content/items").rglob("*.md"):
        target = folder / "content/items" / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
