"""Harmless texts pass every defence to the letter."""

import pytest

from khlang.body import render
from tests.hostile.benign import BENIGN


@pytest.mark.parametrize("name", BENIGN)
def test_a_harmless_text_is_unchanged(name: str) -> None:
    text, html = BENIGN[name]
    assert render(text).html.strip() == html
