"""Tax is rounded once for a price, however many pay it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.payers import gst

CENTS = st.integers(0, 100_000).map(lambda cents: Decimal(cents).scaleb(-2))


@pytest.mark.parametrize(
    ("amount", "tax"), [("110.20", "5.51"), ("105.10", "5.26"), ("0.09", "0.00"), ("0.10", "0.01")]
)
def test_five_percent_to_the_cent(amount, tax):
    assert gst(Decimal(amount)) == Decimal(tax)


def test_a_price_in_two_parts_has_the_tax_of_the_whole():
    payer, patient = Decimal("105.10"), Decimal("5.10")
    assert gst(payer) + gst(patient) == Decimal("5.52"), "rounded apart there is a cent too much"
    assert gst(payer) + gst(patient, beside=payer) == gst(payer + patient) == Decimal("5.51")


@given(CENTS, CENTS)
def test_any_two_parts_add_up_and_none_is_less_than_nothing(payer, patient):
    rest = gst(patient, beside=payer)
    assert gst(payer) + rest == gst(payer + patient)
    assert rest >= 0
    assert abs(rest - gst(patient)) <= Decimal("0.01")
