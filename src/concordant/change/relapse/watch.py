"""A cumulative sum over time, and its first alarm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DIGITS = 12
"""Sums are kept to so many decimals, so that a limit reached in tenths counts as reached."""


@dataclass(frozen=True, slots=True)
class Watch:
    """The sum after each day or week."""

    sums: tuple[float, ...]
    alarm: int | None
    """The first day or week, counted from 1 with the missing ones, on which the limit was reached; None if never."""


def watched(amounts: Iterable[float | None], reference: float, limit: float) -> Watch:
    """S = max(0, S + amount - reference), from 0 on; a missing amount (None) leaves S as it was."""
    sums: list[float] = []
    now = 0.0
    for amount in amounts:
        if amount is not None:
            now = max(0.0, round(now + amount - reference, DIGITS))
        sums.append(now)
    return Watch(tuple(sums), next((number for number, each in enumerate(sums, start=1) if each >= limit), None))
