"""Demont et al. 2023, PM&R (10.1002/pmrj.12856), abstract: neck exercise v no treatment, headache intensity, 12 months.

Mean difference -1.51 of 10 (95% CI -2.52 to -0.50), from one trial; the arm tables (Jull 2002, Tables 2-3) were not
seen.
"""

import pytest

from concordant.evidence.library import Answer, pooled_by_id, recompute


def test_the_figure_of_one_trial():
    got = recompute(pooled_by_id("demont2023-exercise-intensity-12-months"))
    assert got.answer is Answer.YES
    assert [each.trial_id for each in got.from_rows] == ["jull2002"]
    assert got.value.estimate == -1.51
    assert got.value.ci_low == pytest.approx(-2.52, abs=1e-9)
    assert got.value.ci_high == pytest.approx(-0.50, abs=1e-9)
    assert got.value.se == pytest.approx(0.515, abs=5e-4)
    assert got.value.z == pytest.approx(-2.93, abs=5e-3)
    assert got.value.p == pytest.approx(0.003, abs=5e-4)
