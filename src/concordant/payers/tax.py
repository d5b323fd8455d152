"""Goods and services tax: so many percent where a service is taxed; whether it is, the clinic has to say (R42)."""

from __future__ import annotations

from decimal import Decimal

from concordant.payers.money import percent_of
from concordant.payers.rules import whole_of

GST_PERCENT = whole_of("R42")
NOTHING = Decimal("0.00")


def gst(amount: Decimal, beside: Decimal = NOTHING) -> Decimal:
    """The tax on an amount before tax, rounded to the cent.

    ``beside``: the part of the same price that is billed to somebody else, with the tax on that part alone. Both
    amounts then carry the tax of the whole price: this one takes what rounding leaves.
    """
    return percent_of(amount + beside, GST_PERCENT) - percent_of(beside, GST_PERCENT)
