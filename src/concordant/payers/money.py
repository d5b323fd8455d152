"""Amounts of money: Canadian dollars as exact cents, never binary fractions.

What has to be rounded (a tax, a percentage) is rounded to the cent, half a cent away from zero, once and at the end.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
MOST = Decimal("1000000.00")
"""No amount of a clinic comes near; a larger one is a slip of the pen."""
ALLOWED = f"0.00 to {MOST}, at most two decimals, written as text or a whole number"

_WRITTEN = re.compile(r"[0-9]{1,7}(\.[0-9]{1,2})?")


class NoAmount(ValueError):
    """Something that is no amount of money; the message names the value and what is allowed."""


def amount(raw: object) -> Decimal:
    """An amount from text, a whole number or a Decimal. Raises NoAmount, also for a float: 0.1 is not ten cents."""
    if isinstance(raw, bool | float) or not isinstance(raw, str | int | Decimal):
        raise NoAmount(f"{raw!r} is no amount of money; allowed: {ALLOWED}")
    if isinstance(raw, str) and not _WRITTEN.fullmatch(raw):
        raise NoAmount(f"{raw[:40]!r} is no amount of money; allowed: {ALLOWED}")
    value = Decimal(raw)
    if not value.is_finite() or value.is_signed() or value > MOST or value != value.quantize(CENT):
        raise NoAmount(f"{raw!s:.40} is no amount of money; allowed: {ALLOWED}")
    return value.quantize(CENT)


def rounded(value: Decimal) -> Decimal:
    """To the cent, half a cent away from zero."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def percent_of(value: Decimal, percent: int) -> Decimal:
    """So many percent of an amount, rounded to the cent."""
    return rounded(value * percent / 100)


def written(value: Decimal) -> str:
    """As files and answers carry it: ``95.00``."""
    return str(value.quantize(CENT))
