"""The one clock of Khlang. Only the front doors ask it; everything else is given a date."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """Today in Bangkok, wherever the machine stands."""
    return datetime.now(ZoneInfo("Asia/Bangkok")).date()
