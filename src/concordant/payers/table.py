"""The tables beside this file, one dictionary a line, and their days."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from importlib.resources import files


def lines(name: str) -> tuple[dict[str, str], ...]:
    """The lines of one table of this package."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def day(text: str) -> date | None:
    """A day, or None for an empty cell."""
    return date.fromisoformat(text) if text else None


def later(on: date, days: int) -> date:
    """So many days later; the last day of the calendar where there is none."""
    return on + timedelta(days=min(days, (date.max - on).days))
