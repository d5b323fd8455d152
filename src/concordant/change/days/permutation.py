"""Permutation of whole weeks: a check of a fall that assumes nothing of the days within a week (retest 3.4).

Exact for any number of weeks: the ways to reach each total are counted, not listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb
from typing import NamedTuple

from concordant.change.arguments import count, refuse


class Permutation(NamedTuple):
    """Shares of all ways to choose the baseline weeks; with 4 and 4 weeks none is below 1/70."""

    fall: float
    """One-sided: the fall is at least as large."""
    change: float
    """Two-sided: the change either way is at least as large."""
    ways: int


def weekly_permutation(before: Sequence[int], after: Sequence[int]) -> Permutation:
    """Weekly totals of headache days, 0 to 7, at baseline and at follow-up. Raises ArgumentError."""
    for name, weeks in (("before", before), ("after", after)):
        if not weeks:
            refuse(name, weeks, "at least one week")
        for place, week in enumerate(weeks):
            count(f"{name}[{place}]", week, 0, 7)
    every = [*before, *after]
    seen = _difference(sum(before), len(before), every)
    totals = _ways(every, len(before))
    ways = comb(len(every), len(before))
    differences = {total: _difference(total, len(before), every) for total in totals}
    fall = sum(found for total, found in totals.items() if differences[total] >= seen)
    change = sum(found for total, found in totals.items() if abs(differences[total]) >= abs(seen))
    return Permutation(float(Fraction(fall, ways)), float(Fraction(change, ways)), ways)


def _difference(total: int, chosen: int, every: Sequence[int]) -> int:
    """Mean of the chosen weeks less that of the others, times the product of their numbers: a whole number."""
    return total * len(every) - sum(every) * chosen


def _ways(weeks: Sequence[int], chosen: int) -> dict[int, int]:
    """In how many ways so many of the weeks have each total."""
    by_number: list[dict[int, int]] = [{0: 1}] + [{} for _ in range(chosen)]
    for week in weeks:
        for number in range(chosen, 0, -1):
            for total, found in by_number[number - 1].items():
                by_number[number][total + week] = by_number[number].get(total + week, 0) + found
    return by_number[chosen]
