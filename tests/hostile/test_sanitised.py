"""No hostile text of our own leaves the sanitiser with anything that could act."""

import re

import pytest

from khlang.body import render
from tests.hostile.payloads import PAYLOADS, Payload

_LIVE_TAG = re.compile(
    r"<(?:script|iframe|object|embed|form|meta|base|style|link|svg|math|video|audio|template)\b",
    re.I,
)
_TAG = re.compile(r"<[a-z][^<>]*>", re.I)
_HANDLER = re.compile(r"\s(?:on\w+|style|srcdoc|formaction|xlink:href|name)\s*=", re.I)


def test_there_are_payloads_of_many_shapes() -> None:
    assert len(PAYLOADS) >= 200
    assert len({payload.family for payload in PAYLOADS}) > 5


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.name)
def test_nothing_live_is_left(payload: Payload) -> None:
    """No element that acts, no handler, no style, no address of another scheme."""
    html = render(payload.text).html
    assert not _LIVE_TAG.search(html)
    for tag in _TAG.findall(html):
        outside = re.sub(r'"[^"]*"', '""', tag)
        assert not _HANDLER.search(outside), tag
        assert not re.search(r'(?:href|src)="\s*(?:javascript|vbscript|data):', tag, re.I), tag
