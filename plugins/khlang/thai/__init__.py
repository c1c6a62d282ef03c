"""Thai writing and the Thai calendar: pure functions over strings and dates.

Lives here: folding of text, Thai digits, collation, Buddhist-era dates, fiscal years.
May import: the standard library only, nothing of ours.
To add one: a module named after the thing it knows, with doctest-like cases in `tests/thai/`.
"""
