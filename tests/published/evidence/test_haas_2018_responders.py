"""Haas et al. 2018 (10.1016/j.spinee.2018.02.019), Table 3 (PMC6107442): responders by 30%, unadjusted.

The adjusted risk differences of the same table lie within their own rounding and the adjustment of these: they are held
against them here and never pooled with them.
"""

import pytest

from concordant.evidence.library import Role, ValueKind, contrast_of, trials
from tests.evidence.references import rows

ARMS = {"6": "6 SMT visits", "12": "12 SMT visits", "18": "18 SMT visits"}


@pytest.mark.parametrize("row", rows("cgh_haas2018_responders30"), ids=lambda row: row["study"])
def test_each_risk_difference(row):
    found = [
        each
        for each in trials(trial="haas2018", outcome="30%", weeks=float(row["week"]), kind=ValueKind.COUNT)
        if each.is_poolable
    ]
    control = next(each for each in found if each.role is Role.CONTROL)
    arm = next(each for each in found if each.arm == ARMS[row["dose"]])
    got = contrast_of(arm, control)
    assert got.yi == pytest.approx(float(row["yi_RD"]), rel=1e-8)
    assert got.vi == pytest.approx(float(row["vi_RD"]), rel=1e-8)
    adjusted = next(
        each
        for each in trials(trial="haas2018", outcome="30%", weeks=float(row["week"]), kind=ValueKind.RD)
        if each.arm.startswith(f"{row['dose']} visits")
    )
    assert adjusted.ci_low <= got.yi <= adjusted.ci_high
    assert adjusted.mean == pytest.approx(got.yi, abs=0.1)


@pytest.mark.parametrize("share", ["30%", "50%"])
def test_every_adjusted_difference_is_near_its_unadjusted_one(share):
    adjusted = trials(trial="haas2018", outcome=share, kind=ValueKind.RD)
    for row in adjusted:
        counts = trials(trial="haas2018", outcome=share, weeks=row.time_weeks, kind=ValueKind.COUNT)
        control = next(each for each in counts if each.role is Role.CONTROL)
        arm = next(each for each in counts if each.arm == ARMS[row.arm.split(" ")[0]])
        assert row.mean == pytest.approx(contrast_of(arm, control).yi, abs=0.1)
    assert len(adjusted) == {"30%": 15, "50%": 13}[share]
