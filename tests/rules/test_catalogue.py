"""The examples of the guide are true: the wrong snippet is told as its code says, the right one not."""

from datetime import date
from pathlib import Path

import pytest

from khlang.app import open_workspace
from khlang.model.codes import ALL
from khlang.model.diagnostic import Code, Diagnostic
from khlang.source.repository import line_of
from tests.archive import more, str_of
from tests.rules import catalogue

TODAY = date(2021, 7, 12)
EXAMPLES = [code for code in ALL.values() if code.example.file in catalogue.RUNNABLE]


def _diagnostics(root: Path) -> dict[tuple[str, str], Diagnostic]:
    workspace = open_workspace(root, today=TODAY)
    return {(each.code.id, str_of(each.place)): each for each in workspace.diagnostics}


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.id)
def test_the_example_is_told_where_it_is_wrong(
    code: Code, tmp_path: Path, repository: Path
) -> None:
    """The wrong snippet raises this code and no other, at the part that is wrong; the right one none."""
    example = code.example
    path = catalogue.RUNNABLE[example.file]
    catalogue.prepare(tmp_path, repository)
    catalogue.place(tmp_path, example.file, example.good)
    good = _diagnostics(tmp_path)
    text = catalogue.place(tmp_path, example.file, example.bad)
    bad = _diagnostics(tmp_path)

    line, col, _ = _position(text, catalogue.MARKED[code.id])
    told = more(list(good), list(bad))
    assert [each for each in told if each[0] == code.id] == [(code.id, f"{path}:{line}:{col}")]
    assert {id for id, _ in told} - {code.id} == catalogue.ALSO.get(code.id, set())
    assert [id for id, at in good if at.startswith(path) and example.file != "targets"] == []


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.id)
def test_the_caret_covers_what_is_wrong(code: Code, tmp_path: Path, repository: Path) -> None:
    """Where a diagnostic has an end, its stretch of the shown line is exactly the marked part."""
    catalogue.prepare(tmp_path, repository)
    text = catalogue.place(tmp_path, code.example.file, code.example.bad)
    found = next(each for (id, _), each in _diagnostics(tmp_path).items() if id == code.id)
    _, _, marked = _position(text, catalogue.MARKED[code.id])
    line = line_of(tmp_path, found.place)
    if code.id == "KH-Y004":  # the shown line is folded already
        assert line[found.place.col - 1] == "้"
    elif found.place.end:
        assert line[found.place.col - 1 : found.place.end - 1] == marked
    else:
        assert line[found.place.col - 1 :].startswith(marked)


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.id)
def test_the_texts_of_a_code_can_be_filled_in(code: Code, tmp_path: Path, repository: Path) -> None:
    """Message and hint are whole sentences in both languages, with no placeholder left."""
    catalogue.prepare(tmp_path, repository)
    catalogue.place(tmp_path, code.example.file, code.example.bad)
    found = next(each for (id, _), each in _diagnostics(tmp_path).items() if id == code.id)
    for text in (found.message_th, found.message_en, found.hint_th, found.hint_en):
        assert text
        assert "{" not in text.replace("{x.png}", "")
        assert "None" not in text


def _position(text: str, marked: str) -> tuple[int, int, str]:
    """Line, column and words of the marked part in the text of the file."""
    shown = marked.replace("«", "").replace("»", "")
    # The first fence is no example of the second one.
    start = text.rindex(shown) + marked.index("«")
    before = text[:start]
    words = marked.partition("«")[2].partition("»")[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n"), words
