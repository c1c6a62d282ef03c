"""The totals of a private register, as one line of its year in targets.yml."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from khlang.contribute.edit_targets import Lines, NotEditableError, edit
from khlang.model.diagnostic import Place
from khlang.model.targets import RegisterSummary, Targets
from khlang.source.data_files import TARGETS

__all__ = ["NotEditableError", "write_totals"]

_END = re.compile(r"( +)end: ")
_OWN = re.compile(r" +registers: \{.*\}\s*(?:#.*)?$")


def write_totals(
    root: Path,
    targets: Targets,
    places: Mapping[str, Mapping[str, Place]],
    year: int,
    slug: str,
    summary: RegisterSummary,
) -> None:
    """Puts the totals of a register in the place of what is written of it. Raises NotEditableError."""
    summaries = {**targets.years[year].registers, slug: summary}
    line = (
        f"registers: {{{', '.join(f'{name}: {_flow(each)}' for name, each in summaries.items())}}}"
    )
    known = places[TARGETS].get(f"years.{year}.registers")
    end = places[TARGETS][f"years.{year}.end"]

    def change(lines: Lines) -> Lines:
        at = (known or end).line - 1
        match = _END.match(lines[end.line - 1])
        if match is None or (known is not None and not _OWN.match(lines[at])):
            raise NotEditableError(line)
        new = f"{match[1]}{line}"
        return [*lines[:at], new, *lines[at + 1 :]] if known else _inserted(lines, at + 1, new)

    changed = replace(targets.years[year], registers=summaries)
    wanted = replace(targets, years={**targets.years, year: changed})
    edit(root, change, wanted, line)


def _inserted(lines: Lines, at: int, new: str) -> Lines:
    return [*lines[:at], new, *lines[at:]]


def _flow(summary: RegisterSummary) -> str:
    trained = "" if summary.trained is None else f", trained: {summary.trained}"
    return f'{{named: {summary.named}{trained}, date: "{summary.date.isoformat()}"}}'
