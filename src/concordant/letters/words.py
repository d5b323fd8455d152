"""How days and lists are said in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from concordant.diagnosis.explaining.reasons import label_of

MOST = 6
"""Of a list within a sentence; the rest is counted."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")


def on(day: date) -> str:
    """4 Mar 2024."""
    return f"{day.day} {day:%b %Y}"


def listed(names: Iterable[str], most: int = MOST) -> str:
    """Names with commas, or with semicolons where a name has a comma of its own.

    What does not fit is counted, never dropped in silence.
    """
    every = list(dict.fromkeys(names))
    told = every if len(every) <= most else [*every[:most], f"and {len(every) - most} more"]
    return ("; " if any("," in _IN_BRACKETS.sub("", one) for one in told) else ", ").join(told)


def labels(facts: Iterable[str], most: int = MOST) -> str:
    """Facts by their labels."""
    return listed(map(label_of, facts), most)


def sentence(words: str) -> str:
    """With a capital letter and a full stop."""
    told = words.strip().rstrip(".")
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def later(day: date, days: int) -> date:
    """So many days later; the last day there is at most."""
    return day + min(timedelta(days=days), date.max - day)
