"""Days until something: what a calendar at a date may print."""

from datetime import date


def days_until(start: date, end: date, as_of: date) -> int:
    """Days until it begins; 0 from its first day to its last, both included; negative when over."""
    if as_of < start:
        return (start - as_of).days
    return min(0, (end - as_of).days)
