"""De Hertogh et al. 2009 (10.1186/1471-2474-10-115), Tables 3 and 4: printed intervals from the printed means and SDs.

Six of six within 0.01, with the numbers of people inferred in the dossier; the printed intervals are usual care minus
manual therapy, pooled-variance t. The mean difference that Table 3 prints at week 26 (3.54) is its standard error.
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from concordant.evidence.effects import mean_difference
from concordant.evidence.library import Role, contrast_of, trials
from tests.evidence.references import columns, expected

PRINTED = {
    ("HIT-6", 7): (-2.12, 6.46),
    ("HIT-6", 12): (-2.74, 7.74),
    ("HIT-6", 26): (-5.76, 8.94),
    ("headache intensity", 7): (-26.88, 26.98),
    ("headache intensity", 12): (-13.14, 30.69),
    ("headache intensity", 26): (-28.29, 26.15),
}


def pair(outcome, week):
    rows = [row for row in trials(trial="dehertogh2009", weeks=week) if row.outcome == outcome and row.is_poolable]
    experimental, control = (
        next(row for row in rows if row.role is role) for role in (Role.EXPERIMENTAL, Role.CONTROL)
    )
    return experimental, control


@pytest.mark.parametrize(("outcome", "week"), PRINTED)
def test_the_printed_interval(outcome, week):
    one, two = pair(outcome, week)
    got = mean_difference(one.mean, one.sd, one.n, two.mean, two.sd, two.n, variance="pooled")
    half = stats.t.isf(0.025, one.n + two.n - 2) * float(got.se)
    # Table 3 prints its first interval half a unit of rounding wide of this one.
    assert_allclose((-float(got.yi) - half, -float(got.yi) + half), PRINTED[outcome, week], atol=0.011)


def test_week_26_prints_the_standard_error_for_the_difference():
    one, two = pair("HIT-6", 26)
    got = mean_difference(one.mean, one.sd, one.n, two.mean, two.sd, two.n, variance="pooled")
    assert (round(-float(got.yi), 2), round(float(got.se), 2)) == (1.59, 3.54)


def test_the_rows_give_what_the_reference_gives():
    wanted = expected("cgh_dehertogh2009")["md_ci_pooled_variance_t"]
    got = mean_difference(*columns("cgh_dehertogh2009", "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"), variance="pooled")
    n = sum(columns("cgh_dehertogh2009", "n1i", "n2i"))
    half = stats.t.isf(0.025, n - 2) * got.se
    assert_allclose(got.yi, wanted["estimate"], rtol=1e-8, atol=1e-12)
    assert_allclose(got.yi - half, wanted["ci_low"], rtol=1e-8)
    assert_allclose(got.yi + half, wanted["ci_high"], rtol=1e-8)
    mine = np.array([contrast_of(*pair(*each)).yi for each in PRINTED])
    assert_allclose(mine, got.yi, atol=1e-9)
