"""The progress report as text, JSON and Markdown."""

import json
from datetime import date
from typing import Any

from khlang.export import markdown
from khlang.export.published import year_figures
from khlang.progress import UnitProgress, YearProgress
from khlang.progress.change import Change
from khlang.thai.text import display_width
from khlang.views.report import ReportView
from khlang.views.tables import Cell, Table

SCHEMA = 1
MARK = "<!-- khlang report -->"
"""By this line CI finds the comment that it wrote before."""


def as_text(view: ReportView) -> str:
    """For a terminal: columns as wide as what stands in them."""
    lines = [view.title, ""]
    for section in view.sections:
        lines += [section.heading, *section.lines, ""]
        if section.table:
            lines += [*_text_table(section.table), ""]
    return "\n".join(lines)


def _text_table(found: Table) -> list[str]:
    titles = tuple(each.title for each in found.columns)
    rows: list[tuple[Cell, ...]] = [titles, *found.rows, *((found.total,) if found.total else ())]
    widths = [max(display_width(str(row[at])) for row in rows) for at in range(len(titles))]
    lines = []
    for row in rows:
        cells = []
        for column, width, value in zip(found.columns, widths, row, strict=True):
            space = " " * (width - display_width(str(value)))
            cells.append(f"{space}{value}" if column.is_number else f"{value}{space}")
        lines.append("  ".join(cells).rstrip())
    return lines


def as_markdown(view: ReportView) -> str:
    """For the page of a CI job, and for the comment on a branch."""
    lines = [MARK, f"## {markdown.cell(view.title)}", ""]
    for section in view.sections:
        lines += [f"### {markdown.cell(section.heading)}", ""]
        lines += [f"- {markdown.cell(line)}" for line in section.lines]
        lines.append("")
        if section.table:
            lines += [*markdown.table(section.table), ""]
    return "\n".join(lines)


def as_json(year: YearProgress, change: Change | None, since: str) -> str:
    """The figures of the year as in progress.json, and the change since a revision."""
    data = {
        "schema": SCHEMA,
        "year": year.year,
        "as_of": year.as_of,
        "figures": year_figures(year),
        "change": _change(change, since) if change else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _change(change: Change, since: str) -> dict[str, Any]:
    return {
        "since": since,
        "items": change.items,
        "contributors": change.contributors,
        "units": [
            {
                "unit": each.after.unit.slug,
                "before": _unit(each.before) if each.before else None,
                "after": _unit(each.after),
            }
            for each in change.units
        ],
        "topics_covered": change.covered,
        "topics_lost": change.lost,
        "newly_late": [
            {"id": each.id, "unit": each.unit.slug, "days": each.days} for each in change.late
        ],
    }


def _unit(each: UnitProgress) -> dict[str, Any]:
    return {
        "items": each.items.done,
        "quota": each.items.target,
        "missing": each.items.missing,
        "contributors": each.contributors.done,
        "staff": each.contributors.target,
        "late": each.late,
        "status": each.status,
    }


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")
