"""Collects diagnostics while one file after the other is read."""

from typing import Any

from khlang.model.diagnostic import Code, Diagnostic, Place, report


class Reporter:
    """The list that readers add to. Reading goes on after a fault, so that all are told at once."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def add(self, code: Code, place: Place, /, **values: Any) -> None:
        self.diagnostics.append(report(code, place, **values))
