"""Whom a published number holds for: sex, side and age; and which of several rows fit a person."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from concordant.facts.values import plain

SEXES = ("female", "male")


@dataclass(frozen=True, slots=True)
class Group:
    """Of one sex or both, one side or both, from one age to below another (years)."""

    sex: str | None = None
    side: str | None = None
    age_from: float = 0
    age_below: float = math.inf

    def __post_init__(self) -> None:
        if self.sex not in (None, *SEXES) or self.side not in (None, "left", "right"):
            raise ValueError(f"no such group: {self}")
        if not 0 <= self.age_from < self.age_below:
            raise ValueError(f"ages run from low to high, not {self.age_from} to {self.age_below}")

    @property
    def any_age(self) -> bool:
        """No age was said."""
        return self.age_from == 0 and math.isinf(self.age_below)


EVERYBODY = Group()


class OfGroup(Protocol):
    """A row of a table that belongs to a group."""

    @property
    def group(self) -> Group:
        """Whom it holds for."""


Row = TypeVar("Row", bound=OfGroup)


@dataclass(frozen=True, slots=True)
class NoRow:
    """No row fits; why, in words."""

    words: str


def fitting(rows: Sequence[Row], side: str | None, age: float | None, sex: str | None) -> tuple[Row, ...] | NoRow:
    """The rows that may hold for this person: one, or several where the sex or side is not known.

    Never a row of another age: outside the ages of a table nothing is known. A sex that is neither female nor male
    counts as not known, and then both have to be in the table.
    """
    if age is not None and not 0 <= age < math.inf:
        raise ValueError(f"an age is a number of years from 0 up, not {age}")
    found = list(rows)
    if any(not row.group.any_age for row in found):
        if age is None:
            return NoRow("the age is not known")
        found = [row for row in found if row.group.age_from <= age < row.group.age_below]
        if not found:
            low, high = min(row.group.age_from for row in rows), max(row.group.age_below for row in rows)
            return NoRow(f"nothing is published for {plain(age)} years, only from {plain(low)} to below {plain(high)}")
    if side is not None:
        found = [row for row in found if row.group.side in (None, side)]
    return _of_sex(found, sex)


def _of_sex(rows: list[Row], sex: str | None) -> tuple[Row, ...] | NoRow:
    sexes = {row.group.sex for row in rows}
    if sex in SEXES:
        rows = [row for row in rows if row.group.sex in (None, sex)]
        return tuple(rows) if rows else NoRow(f"nothing is published for {'men' if sex == 'male' else 'women'}")
    if None not in sexes and sexes != set(SEXES):
        return NoRow(f"what is published is of {'women' if sexes == {'female'} else 'men'}; the sex is not known")
    return tuple(rows)
