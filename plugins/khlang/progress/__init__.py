"""Progress at a date: pure arithmetic over the model. Every number shown anywhere comes from here.

Lives here: counting, measures, statuses, the computed side of the plan.
May import: `model`, `thai`. To add a figure: a field here, then the view that shows it.
"""

from khlang.progress.closed import freeze
from khlang.progress.count import measure_year
from khlang.progress.figures import (
    DueDay,
    Measure,
    PlanRowValue,
    Progress,
    Status,
    UnitProgress,
    YearProgress,
)
from khlang.progress.history import measure

__all__ = [
    "DueDay",
    "Measure",
    "PlanRowValue",
    "Progress",
    "Status",
    "UnitProgress",
    "YearProgress",
    "freeze",
    "measure",
    "measure_year",
]
