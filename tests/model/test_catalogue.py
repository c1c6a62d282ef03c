"""The catalogue of codes is closed, numbered once, and bilingual."""

import re
from string import Formatter

import pytest

from khlang.model.codes import ALL, FAMILIES, codes_of
from khlang.model.diagnostic import Code, Place, Severity, report

THAI = re.compile("[\u0e01-\u0e4e]")


def test_no_number_is_given_twice() -> None:
    """Each family counts its own codes, and none is hidden behind another of the same number."""
    listed = [code for family, _ in FAMILIES for code in codes_of(family)]
    declared = sum(
        isinstance(value, Code) or (isinstance(value, dict) and _holds_codes(value))
        for family, _ in FAMILIES
        for name, value in vars(family).items()
        if not name.startswith("__")
    )
    in_tables = sum(
        len(value) - 1
        for family, _ in FAMILIES
        for name, value in vars(family).items()
        if not name.startswith("__") and isinstance(value, dict) and _holds_codes(value)
    )
    assert len(ALL) == len(listed) == declared + in_tables


def _holds_codes(table: dict[object, object]) -> bool:
    return bool(table) and all(isinstance(each, Code) for each in table.values())


def test_a_family_has_a_letter_of_its_own() -> None:
    """KH-Y is always about saving a file, KH-Q always about a quota."""
    letters = [{code.id[3] for code in codes_of(family)} for family, _ in FAMILIES]
    assert all(len(each) == 1 for each in letters)
    assert len(set.union(*letters)) == len(FAMILIES)


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.id)
def test_a_code_speaks_both_languages(code: Code) -> None:
    """Thai text and hint in Thai, English ones without Thai; an example that differs from its cure."""
    assert re.fullmatch(r"KH-[A-Z]\d{3}", code.id)
    if "{title}" not in code.th:  # KH-S001 says what the province wrote
        assert THAI.search(code.th)
        assert THAI.search(code.hint_th)
    assert not THAI.search(code.en)
    assert not THAI.search(code.hint_en.replace("type ำ", ""))
    assert code.example.bad != code.example.good


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.id)
def test_both_languages_say_the_same_figures(code: Code) -> None:
    """English needs no value that the Thai text does not get, so that a rule fills both."""
    names = {name for text in (code.th, code.hint_th) for _, name, _, _ in Formatter().parse(text)}
    names |= {name.removesuffix("_th") for name in names if name}  # `what_th` goes with `what_en`
    for text in (code.en, code.hint_en):
        for _, name, _, _ in Formatter().parse(text):
            assert name is None or name in names or name.removesuffix("_en") in names or name in OWN


# What only the English text says: slugs where the Thai one has names, ISO dates for Thai ones, and
# the words of libyaml.
OWN = {"unit", "slug", "state", "weekday", "due", "problem"}


def test_a_private_place_hides_its_value() -> None:
    """The value that stands there goes into no message; other values do."""
    code = ALL["KH-F006"]
    shape = {"shape": "ก", "shape_en": "a"}
    told = report(code, Place("x", private=True), key="contributor", value="สมชาย", **shape)
    shown = report(code, Place("x"), key="slug", value="บ้าน", **shape)
    assert "สมชาย" not in told.message_th + told.message_en + told.hint_th + told.hint_en
    assert "contributor" in told.message_th
    assert "บ้าน" in shown.message_th


def test_a_diagnostic_has_its_codes_own_severity() -> None:
    """Until targets.yml says otherwise."""
    assert report(ALL["KH-Y002"], Place("x")).severity is Severity.NOTICE
