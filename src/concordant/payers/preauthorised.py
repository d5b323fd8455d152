"""How many visits of each discipline need no approval in the window (ICBC, accidents from 2019-04-01)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from concordant.payers.table import day, lines
from concordant.payers.window import WINDOW_WEEKS, window_end

ID = "preauthorised"
"""How traces name the table; the count has no rule of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preauthorised:
    """The count of one discipline."""

    discipline: str
    """As claims name it."""
    count: int | None
    """None: no number was found, or there is none."""
    weeks: int
    accidents_from: date
    how_known: str
    source: str
    note: str


@cache
def preauthorised() -> dict[str, Preauthorised]:
    """Every row, by discipline. Raises ValueError where a row does not fit the window of rule R05."""
    found = {}
    for line in lines("preauthorised.csv"):
        since = day(line["accidents_from"])
        if since is None or int(line["window_weeks"]) != WINDOW_WEEKS:
            raise ValueError(f"{line['discipline']}: a row needs a first accident day and {WINDOW_WEEKS} weeks")
        found[line["discipline"]] = Preauthorised(
            discipline=line["discipline"],
            count=int(line["count"]) if line["count"] else None,
            weeks=int(line["window_weeks"]),
            accidents_from=since,
            how_known=line["how_known"],
            source=line["source"],
            note=line["note"],
        )
    return found


def most_visits(discipline: str, accident: date) -> int | None:
    """Visits without approval after an accident on this day; None where no number is known."""
    row = preauthorised().get(discipline)
    return row.count if row is not None and accident >= row.accidents_from else None


def days_used(days: Iterable[date], accident: date) -> int:
    """Visits of one discipline that count in the window: one a day, from the accident to its last day (R05, R09)."""
    return len({one for one in days if accident <= one <= window_end(accident)})
