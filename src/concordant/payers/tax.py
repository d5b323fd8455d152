"""Goods and services tax: so many percent where a service is taxed; whether it is, the clinic has to say (R42)."""

from __future__ import annotations

from decimal import Decimal

from concordant.payers.money import percent_of
from concordant.payers.rules import whole_of

GST_PERCENT = whole_of("R42")


def gst(amount: Decimal) -> Decimal:
    """The tax on an amount before tax, rounded to the cent."""
    return percent_of(amount, GST_PERCENT)
