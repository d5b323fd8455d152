"""The probability of fewer attacks (retest 3.5)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import gamma

from concordant.change.attacks import probability_of_fewer_attacks

counts = st.integers(0, 60)
exposures = st.floats(1, 60)


@pytest.mark.parametrize(
    ("window", "better", "by_30", "by_50"),
    [
        ((10, 28, 4, 28), 0.947248, 0.830426, 0.635796),
        ((16, 28, 8, 28), 0.949762, 0.780695, 0.490207),
        ((9, 25, 4, 24), 0.906656, 0.751659, 0.536479),
    ],
)
def test_the_worked_examples(window, better, by_30, by_50):
    found = [probability_of_fewer_attacks(*window, ratio) for ratio in (1, 0.7, 0.5)]
    assert found == pytest.approx([better, by_30, by_50], abs=1e-6)


@pytest.mark.parametrize("window", [(10, 28, 4, 28), (9, 25, 4, 24), (1, 28, 3, 56), (40, 28, 35, 14)])
@pytest.mark.parametrize("ratio", [1.0, 0.7, 0.5, 2.0])
def test_against_the_integral_over_both_rates(window, ratio):
    x1, t1, x2, t2 = window
    first, second = gamma(0.5 + x1, scale=1 / t1), gamma(0.5 + x2, scale=1 / t2)
    low, high = first.ppf([1e-13, 1 - 1e-13])
    expected = quad(lambda rate: first.pdf(rate) * second.cdf(ratio * rate), low, high, limit=400, epsabs=1e-11)[0]
    assert probability_of_fewer_attacks(*window, ratio) == pytest.approx(expected, abs=1e-8)


@given(counts, exposures, counts, exposures)
def test_the_windows_turned_round_and_one_more_attack(x1, t1, x2, t2):
    found = probability_of_fewer_attacks(x1, t1, x2, t2)
    assert found + probability_of_fewer_attacks(x2, t2, x1, t1) == pytest.approx(1, abs=1e-9)
    assert probability_of_fewer_attacks(x1, t1, x2 + 1, t2) <= found + 1e-12


@given(st.lists(st.tuples(counts, exposures, counts, exposures), min_size=1, max_size=20))
def test_many_people_at_once(rows):
    found = probability_of_fewer_attacks(*(np.array(column) for column in zip(*rows, strict=True)), 0.5)
    each = [probability_of_fewer_attacks(*row, 0.5) for row in rows]
    assert found == pytest.approx(np.array(each), abs=1e-12)
