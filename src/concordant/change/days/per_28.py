"""The scale of headache days: per 28, which hold four of each weekday (outcomes 1.1).

It stays 28 where a clinic compares longer windows.
"""

PER_DAYS = 28
