"""Rates and shares, against metafor 3.8-1 (R 4.2.2).

The numbers below were printed by::

    library(metafor); options(digits=17)
    escalc(measure="IRR", x1i=c(10,3,25), t1i=c(100,50,400), x2i=c(20,0,31), t2i=c(110,60,380))    # and "IRD"
    escalc(measure="IRLN", xi=c(10,3,0), ti=c(100,50,60))                                           # and "IR"
    escalc(measure="PR", xi=c(4,0,15,20), ni=c(20,12,31,20))                          # and PLN, PLO, PAS, PFT
    transf.ipft(escalc(measure="PFT", xi=c(4,0,15,20), ni=c(20,12,31,20))$yi, c(20,12,31,20))
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from concordant.evidence import Refused
from concordant.evidence.effects import (
    arcsine_proportion,
    double_arcsine_proportion,
    incidence_rate,
    incidence_rate_difference,
    log_incidence_rate_ratio,
    log_proportion,
    logit_proportion,
    proportion,
    proportion_from_double_arcsine,
)

TWO = ([10, 3, 25], [100, 50, 400], [20, 0, 31], [110, 60, 380])
ONE = ([10, 3, 0], [100, 50, 60])
SHARES = ([4, 0, 15, 20], [20, 12, 31, 20])


@pytest.mark.parametrize(
    ("got", "yi", "vi"),
    [
        (
            log_incidence_rate_ratio(*TWO),
            [-0.59783700075562018, 2.12823170584926791, -0.26640467400449586],
            [0.150000000000000022, 2.285714285714285587, 0.072258064516129039],
        ),
        (
            incidence_rate_difference(*TWO),
            [-0.081818181818181818, 0.061666666666666675, -0.019078947368421056],
            [0.00265289256198347105, 0.00153888888888888912, 0.00037093144044321328],
        ),
        (
            incidence_rate(*ONE),
            [-2.3025850929940455, -2.8134107167600364, -4.7874917427820458],
            [0.1, 0.33333333333333331, 2.0],
        ),
        (
            incidence_rate(*ONE, log=False),
            [0.1, 0.06, 0.0083333333333333332],
            [0.001, 0.0012, 0.00013888888888888889],
        ),
        (
            proportion(*SHARES),
            [0.2, 0.038461538461538464, 0.483870967741935498, 0.976190476190476164],
            [0.008, 0.0028447883477469276, 0.0080561243328522037, 0.0011067919231184549],
        ),
        (
            log_proportion(*SHARES),
            [-1.60943791243410028, -3.25809653802148214, -0.72593700338293610, -0.02409755157906053],
            [0.2, 1.9230769230769231282, 0.0344086021505376344, 0.0011614401858304341],
        ),
        (
            logit_proportion(*SHARES),
            [-1.386294361119890572, -3.218875824868200564, -0.064538521137571178, 3.713572066704306618],
            [0.3125, 2.08, 0.12916666666666665, 2.04878048780487809],
        ),
        (
            arcsine_proportion(*SHARES),
            [0.46364760900080609, 0, 0.76926633256332477, 1.57079632679489656],
            [0.0125, 0.0208333333333333322, 0.0080645161290322578, 0.0125],
        ),
        (
            double_arcsine_proportion(*SHARES),
            [0.48068655995551934, 0.14051745075140681, 0.76976297294832552, 1.46080233809716686],
            [0.0121951219512195126, 0.02, 0.0079365079365079361, 0.0121951219512195126],
        ),
    ],
    ids=["IRR", "IRD", "IRLN", "IR", "PR", "PLN", "PLO", "PAS", "PFT"],
)
def test_as_metafor(got, yi, vi):
    assert_allclose(got.yi, yi, rtol=1e-12)
    assert_allclose(got.vi, vi, rtol=1e-12)


def test_the_double_arcsine_comes_back_as_the_share():
    back = proportion_from_double_arcsine(double_arcsine_proportion(*SHARES).yi, SHARES[1])
    assert_allclose(back, [0.2, 0, 0.48387096774193600, 1], rtol=1e-12)


@pytest.mark.parametrize(
    ("form", "table", "column"),
    [
        (log_incidence_rate_ratio, (-1, 10, 1, 10), "events1"),
        (incidence_rate_difference, (1, 0, 1, 10), "time1"),
        (incidence_rate, (1, -1), "time"),
        (proportion, (5, 4), "events"),
        (logit_proportion, (-1, 4), "events"),
        (double_arcsine_proportion, (0, 0), "n"),
    ],
)
def test_refused(form, table, column):
    with pytest.raises(Refused) as refused:
        form(*table)
    assert refused.value.column == column


def test_nan_is_no_trial():
    assert np.isnan(proportion([1, np.nan], [10, 10]).yi).tolist() == [False, True]
