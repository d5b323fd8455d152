"""How a number is said: rounded for people, and never where it is compared."""

from __future__ import annotations

import math
from collections.abc import Collection

DECIMALS = 2
"""Of a number from 1 up."""
DIGITS = 4
"""Significant ones, of a number below 1."""
EXACT = 6
"""Decimals beyond which two numbers are the same one: what is left is the error of binary arithmetic."""


def rounded(number: float, beside: Collection[float] = ()) -> str:
    """A number to 2 decimals, below 1 to 4 significant digits: 8.43, 66.67, 0.9618.

    With more wherever it would else be said as a whole number that it is not, or as one of the numbers that it stands
    ``beside``: 29.996 days against a limit of 30 is not "30".
    """
    size = abs(number)
    if _same(size, 0) or math.isinf(number):
        return "0" if size < 1 else f"{number}"
    decimals = DECIMALS if size >= 1 else min(EXACT, DIGITS - 1 - math.floor(math.log10(size)))
    taken = [each for each in (round(number), *beside) if not _same(each, number)]
    while decimals < EXACT and any(_same(round(number, decimals), each) for each in taken):
        decimals += 1
    said = f"{number:.{decimals}f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def _same(one: float, other: float) -> bool:
    return abs(one - other) < 0.5 * 10.0**-EXACT
