"""The whole hostile suite in a real browser, against each line of defence alone and both together."""

from pathlib import Path

import pytest
from tests.hostile.benign import BENIGN
from tests.hostile.browser import Outcome
from tests.hostile.payloads import PAYLOADS, Payload
from tests.hostile.visits import Defence, visit


def run(
    root: Path,
    payloads: tuple[Payload, ...],
    defence: Defence,
    name: str,
    capsys: pytest.CaptureFixture[str],
) -> tuple[Outcome, list[str]]:
    outcome, changed = visit(root, payloads, defence)
    with capsys.disabled():
        whole = f", benign unchanged {len(BENIGN) - len(changed)}/{len(BENIGN)}"
        print(f"\n{name}: {len(payloads)} payloads, {outcome}{whole if defence.sanitiser else ''}")  # noqa: T201  # what the audit is for
    return outcome, changed


def test_as_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing runs, nothing leaves the site, nothing could act, and harmless texts are whole."""
    outcome, changed = run(tmp_path, PAYLOADS, Defence(), "as built", capsys)
    assert outcome.addresses == set(), outcome
    assert changed == []


def test_the_policy_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sanitiser fails altogether: still no script runs."""
    outcome, _ = run(tmp_path, PAYLOADS, Defence(sanitiser=False), "policy alone", capsys)
    assert outcome.executed == []


def test_the_sanitiser_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A browser that knows no policy: nothing runs, nothing leaves the site, nothing could act."""
    outcome, changed = run(tmp_path, PAYLOADS, Defence(policy=False), "sanitiser alone", capsys)
    assert outcome.addresses == set(), outcome
    assert changed == []


def test_without_any_defence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The suite has teeth: with neither line a good part of it runs and leaves the site."""
    undefended = Defence(sanitiser=False, policy=False)
    outcome, _ = run(tmp_path, PAYLOADS, undefended, "neither", capsys)
    executed, off_site, live, _ = ({address for address, _ in seen} for seen in outcome.lists)
    assert len(executed) >= 250
    assert len(off_site) >= 100
    assert len(live) >= 500
