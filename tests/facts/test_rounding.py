"""How numbers are said: short, and never as a number that they are not."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from concordant.facts.rounding import DECIMALS, DIGITS, EXACT, rounded

NUMBERS = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
LIMITS = st.one_of(st.integers(-100, 100), st.sampled_from([0.3, 2.5, 4.5, 66.67]))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (59 / 7, "8.43"),
        (200 / 3, "66.67"),
        (31 + 1 / 6, "31.17"),
        (-200 / 3, "-66.67"),
        (8.9, "8.9"),
        (12, "12"),
        (12.0, "12"),
        (0, "0"),
        (-0.0, "0"),
        (1_234_567, "1234567"),
        (10**15, "1000000000000000"),
        (0.961828, "0.9618"),
        (0.0123456, "0.01235"),
        (0.5, "0.5"),
        (5.1 - 2.6, "2.5"),
        (0.1 + 0.2, "0.3"),
        (1e-9, "0"),
        (math.inf, "inf"),
    ],
)
def test_it_is_short(number, said):
    assert rounded(number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(29.996, "29.996"), (30.0, "30"), (30.004, "30.004"), (29.99, "29.99"), (0.99996, "0.99996"), (4.9999, "4.9999")],
)
def test_what_is_no_whole_number_is_not_said_as_one(number, said):
    assert rounded(number) == said


@pytest.mark.parametrize(
    ("number", "beside", "said"),
    [
        (4.4996, (4.5,), "4.4996"),
        (4.5, (4.5,), "4.5"),
        (4.5004, (4.5,), "4.5004"),
        (4.4996, (), "4.5"),
        (66.666667, (66.67,), "66.667"),
        (66.67, (66.67,), "66.67"),
        (0.29999, (0.3,), "0.29999"),
        (8.428571, (8.0, 8.43), "8.429"),
        (-5.996, (6, -6), "-5.996"),
    ],
)
def test_beside_a_threshold_it_is_never_said_as_what_it_is_not(number, beside, said):
    assert rounded(number, beside) == said


@given(NUMBERS, LIMITS)
@example(29.9999994, 30)
@example(29.999999, 30)
def test_words_and_comparison_agree(number, limit):
    """Whoever compares what is printed comes to what was compared, but for the error of binary arithmetic."""
    printed = float(rounded(number, (limit,)))
    if abs(number - limit) > 10**-EXACT:
        assert (printed < limit, printed > limit) == (number < limit, number > limit)


@given(NUMBERS)
def test_little_is_lost(number):
    printed = rounded(number)
    decimals, digits = 0.5 * 10**-DECIMALS if abs(number) >= 1 else 0, 10**-DIGITS * abs(number)
    assert abs(float(printed) - number) <= max(decimals, digits, 10**-EXACT)
    assert "e" not in printed
    assert not ("." in printed and printed.endswith(("0", ".")))
