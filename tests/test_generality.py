"""Nothing in the code knows the first province: only its data files do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive import Archive

PLUGINS = Path(__file__).parents[1] / "plugins"
TEXTS = {".py", ".html", ".css", ".js", ".json", ".svg", ".txt", ".md", ".xml", ".toml"}
FILES = sorted(
    file
    for file in PLUGINS.rglob("*")
    if file.suffix in TEXTS and not {"__pycache__", "vendor"} & set(file.parts)
)
PLACE = re.compile("chachoengsao|ฉะเชิงเทรา|แปดริ้ว", re.IGNORECASE)
YEAR = re.compile("(?<!เช่น )(?<!such as )(?:2564|๒๕๖๔)")


def _name(file: Path) -> str:
    return file.relative_to(PLUGINS).as_posix()


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_no_file_names_the_first_province(file: Path) -> None:
    """Neither in code nor in a template, a comment or an example."""
    assert PLACE.findall(file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", [each for each in FILES if each.suffix == ".py"], ids=_name)
def test_no_line_of_code_knows_the_first_year(file: Path) -> None:
    """A year may be named where people read: in docstrings, examples, and behind "such as"."""
    tree = ast.parse(file.read_text("utf-8"))
    known = [node.value for node in _values(tree) if YEAR.search(str(node.value))]
    assert known == []


@pytest.mark.parametrize(
    "file", [each for each in FILES if each.suffix in {".html", ".css", ".js"}], ids=_name
)
def test_no_template_knows_the_first_year(file: Path) -> None:
    """Pages get their years from the data."""
    assert YEAR.findall(file.read_text("utf-8")) == []


def _values(tree: ast.AST) -> Iterator[ast.Constant]:
    """The strings and numbers that the program works with: no docstrings, no examples."""
    shown = {
        id(part)
        for node in ast.walk(tree)
        for example in _shown(node)
        for part in ast.walk(example)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in shown:
            yield node


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node
        case ast.Call(func=ast.Name(id="Example")):
            yield node
        case ast.keyword(arg="example"):
            yield node


def test_another_province_is_sound_from_data_alone(archive: Archive) -> None:
    """Other units, categories, topics, formats, year: nothing to mend and nothing invented."""
    workspace = archive.check()
    assert archive.codes() == []
    assert workspace.archive is not None
    year = workspace.archive.progress.years[2568]
    assert [unit.unit.name_th for unit in year.units][1:] == ["ถลาง", "กะทู้"]
    assert list(year.by_category) == ["sea-and-shore", "old-town"]
    assert year.items.target == 7


def test_another_province_is_told_nothing_of_the_first(archive: Archive) -> None:
    """Every message about its faults speaks of its own data."""
    archive.item(category="x", topics=["x"], formats=["x"], origin="x", activity="x", unit="kathu")
    archive.edit("targets.yml", "total: 7", "total: 6")
    told = " ".join(
        text
        for each in archive.check().diagnostics
        for text in (each.message_th, each.message_en, each.hint_th, each.hint_en)
    )
    assert "sea-and-shore" in told
    assert not PLACE.search(told)
    assert not YEAR.search(told)
