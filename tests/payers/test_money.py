"""Exact cents: what is refused, and the one rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.payers import gst
from concordant.payers.money import NoAmount, amount, percent_of, rounded, written


@pytest.mark.parametrize(
    ("raw", "cents"), [("95", "95.00"), ("95.5", "95.50"), (0, "0.00"), (Decimal("0.010"), "0.01")]
)
def test_an_amount_is_read_exactly(raw, cents):
    assert written(amount(raw)) == cents


@pytest.mark.parametrize(
    "raw",
    [
        95.0,
        0.1,
        True,
        None,
        "",
        "abc",
        "-1",
        "1e9",
        "0.001",
        "NaN",
        "inf",
        "٩٥",
        "1,5",
        "$5",
        [],
        "9" * 400,
        "1_000",
        "1e2",
        " 1",
        "1.",
        10**400,
        -1,
        Decimal("1e9999"),
        Decimal("-0.00"),
    ],
)
def test_what_is_no_amount_is_refused_by_name(raw):
    with pytest.raises(NoAmount, match=r"allowed: 0\.00 to"):
        amount(raw)


def test_half_a_cent_goes_up():
    assert rounded(Decimal("0.005")) == Decimal("0.01")
    assert rounded(Decimal("0.0049")) == Decimal("0.00")
    assert percent_of(Decimal("0.30"), 5) == Decimal("0.02")
    # Microwellness asks 5.60 of the person: 140.00 less the limit of 128.00 with its tax (icbc_fees).
    assert Decimal("140.00") - Decimal("128.00") - gst(Decimal("128.00")) == Decimal("5.60")
    assert percent_of(Decimal("0.10"), 5) == Decimal("0.01")


@given(st.integers(0, 100_000_000))
def test_what_is_written_reads_back(cents):
    value = Decimal(cents) / 100
    assert amount(written(value)) == value
