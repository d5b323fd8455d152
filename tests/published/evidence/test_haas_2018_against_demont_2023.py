"""Demont et al. 2023 (10.1002/pmrj.12856), abstract: manual therapy v sham, headache frequency.

Mean difference -0.93 episodes a week (95% CI -1.40 to -0.46), short term.

Held against Haas et al. 2018 (10.1016/j.spinee.2018.02.019), abstract: 18 visits of manipulation v light massage,
-3.3 days with headache in 4 weeks at 12 weeks, p = 0.004. A check of consistency, not a recomputation.
"""

import pytest
from scipy import stats

from concordant.evidence.library import Answer, claim, pooled_by_id, recompute


def test_consistent_and_no_more():
    row = pooled_by_id("demont2023-sham-frequency")
    assert recompute(row).answer is Answer.PARTLY
    assert recompute(row).value is None
    check = claim(row.id).check
    se = 3.3 / 4 / stats.norm.isf(0.002)
    assert check.estimate == pytest.approx(-3.3 / 4)
    assert check.se == pytest.approx(se, rel=1e-9)
    # and the two together give the published figure back
    weight, rest = 1 / se**2, 1 / check.rest_se**2
    assert (weight * check.estimate + rest * check.rest_estimate) / (weight + rest) == pytest.approx(-0.93)
    assert (weight + rest) ** -0.5 == pytest.approx((1.40 - 0.46) / (2 * stats.norm.isf(0.025)))
