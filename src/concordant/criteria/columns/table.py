"""Which columns a table has, and which ones the rules asked of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from concordant.criteria.columns.column import Column
from concordant.criteria.columns.where import Places

_PLACE = re.compile(r"\b(other|injury|visit)([0-9]+)\.")


class Table:
    """The names of the columns that there are; None: every column that could be (for the schema)."""

    def __init__(self, names: Collection[str] | None, places: Places | None = None, full: Collection[str] = ()) -> None:
        self._names = None if names is None else frozenset(names)
        self.places = places or places_in(self._names or ())
        self.full = frozenset(full)
        """Columns without a null."""
        self.asked: dict[str, Column] = {}
        """Every column that a rule could use, by name, in the order of asking."""

    def has(self, column: Column) -> bool:
        """Whether the table has it. What was asked is noted."""
        self.asked.setdefault(column.name, column)
        return self._names is None or column.name in self._names


def places_in(names: Collection[str]) -> Places:
    """The room that a table has, from the names of its columns."""
    most = {"other": 0, "injury": 0, "visit": 0}
    for name in names:
        for what, number in _PLACE.findall(name):
            most[what] = max(most[what], int(number))
    return Places(most["other"], most["injury"], most["visit"])
