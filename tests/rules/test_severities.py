"""Severities belong to the province, as far as a page can still be made."""

import pytest

from khlang.model.codes import ALL
from khlang.model.diagnostic import Severity
from khlang.rules.archive import may_change
from tests.archive import DEADLINE, Archive


def _set(archive: Archive, code: str, severity: str) -> None:
    text = archive.read("targets.yml").partition("severities:")[0]
    change = f"severities: {{{code}: {{severity: {severity}, reason: จังหวัดสั่ง}}}}\n"
    archive.write("targets.yml", text + change)


def _severities(archive: Archive, code: str) -> set[Severity]:
    return {each.severity for each in archive.check(DEADLINE).diagnostics if each.code.id == code}


@pytest.mark.parametrize("severity", ["error", "warning", "notice"])
def test_a_shortfall_is_as_grave_as_the_province_says(archive: Archive, severity: str) -> None:
    """A notice before the deadline by default; an error where merging has to stop."""
    assert _severities(archive, "KH-Q001") == {Severity.NOTICE}
    _set(archive, "KH-Q001", severity)
    assert _severities(archive, "KH-Q001") == {Severity(severity)}
    assert archive.check(DEADLINE).has_errors == (severity == "error")


def test_what_is_switched_off_is_not_told(archive: Archive) -> None:
    """And nothing else is silenced with it."""
    before = [each for each in archive.found() if each[0] != "KH-Q001"]
    _set(archive, "KH-Q001", "off")
    assert archive.found() == before


def test_an_error_stays_an_error(archive: Archive) -> None:
    """A setting that would lower it is told and not obeyed."""
    archive.item(category="sea")
    _set(archive, "KH-C010", "off")
    assert sorted(archive.codes()) == ["KH-A006", "KH-C010"]


def test_a_change_needs_a_reason(archive: Archive) -> None:
    """Who comes later must be able to read why."""
    text = archive.read("targets.yml")
    archive.write("targets.yml", f"{text}severities: {{KH-Q001: {{severity: error}}}}\n")
    assert archive.codes() == ["KH-F002"]


def test_only_errors_are_fixed() -> None:
    """Every warning and every notice is a choice."""
    assert all(may_change(code) == (code.severity is not Severity.ERROR) for code in ALL.values())
