"""The worked examples of retest 3.1 to 3.3, to 1e-6."""

import numpy as np
import pytest

from concordant.change.days.e_test import e_test
from concordant.change.days.exact_tests import fisher
from concordant.change.days.proportions import newcombe, wilson
from concordant.change.days.rate_ratio import c_test, c_test_doubled_mid_p, rate_ratio
from concordant.change.days.z_test import adjusted_z
from concordant.change.normal import two_sided_p

# x1, n1, x2, n2; C-test, doubled mid-p, E-test, ratio with interval, Fisher, change per 28 with interval
TABLE = [
    ((16, 28, 8, 28), 0.151590, 0.107752, 0.104897, (0.5, 0.185259, 1.238236), 0.057713, (-8, -13.904154, -0.761035)),
    ((12, 28, 5, 28), 0.143463, 0.096252, None, (0.416667, 0.114996, 1.270574), 0.079654, (-7, -12.780309, -0.246360)),
    ((20, 28, 10, 28), 0.098737, 0.070756, 0.068832, (0.5, 0.209006, 1.119183), 0.015124, (-10, -15.618225, -2.685603)),
    ((16, 28, 3, 28), 0.004425, 0.002577, None, (0.1875, 0.035011, 0.655039), 0.000509, (-13, -17.979837, -6.151485)),
    ((8, 28, 3, 28), 0.226562, 0.145996, 0.140709, (0.375, 0.064076, 1.562411), 0.177054, (-5, -10.535475, 0.933067)),
    (
        (14, 25, 6, 24),
        0.137993,
        0.094653,
        0.090550,
        (0.446429, 0.140610, 1.236640),
        0.042078,
        (-8.68, -14.747003, -0.989252),
    ),
    ((32, 56, 16, 56), 0.029305, 0.021294, None, (0.5, 0.256218, 0.938391), 0.003962, (-8, -12.420104, -2.870229)),
]


def about(value):
    return pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(("window", "c", "mid_p", "e", "ratio", "by_fisher", "change"), TABLE)
def test_the_table_of_3_3(window, c, mid_p, e, ratio, by_fisher, change):
    assert (c_test(*window), c_test_doubled_mid_p(*window)) == (about(c), about(mid_p))
    assert e is None or e_test(*window) == about(e)
    assert rate_ratio(*window) == about(ratio)
    assert fisher(*window) == about(by_fisher)
    assert newcombe(*window) == about(change)


def test_the_intervals_of_the_whole_table_at_once():
    low, high = newcombe(*(np.array(column) for column in zip(*(row[0] for row in TABLE), strict=True)))[1:]
    assert list(zip(low, high, strict=True)) == [about(row[6][1:]) for row in TABLE]


def test_the_vignette_of_rateratio_test():
    """Counts 2 in 17877 and 9 in 16660 (retest 3.1)."""
    assert c_test(9, 16660, 2, 17877) == about(0.050106)
    assert rate_ratio(9, 16660, 2, 17877) == about((0.207094, 0.021774, 1.000549))


def test_wilson_limits():
    assert wilson(16, 28) == about((0.390708, 0.734915))
    assert wilson(8, 28) == about((0.152540, 0.470593))


def test_the_plain_z_test():
    z = adjusted_z(16, 28, 8, 28, 1)
    assert (z, two_sided_p(z)) == (about(2.160247), about(0.030754))
