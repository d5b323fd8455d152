"""The field itself: contrasts from printed p and intervals, three arms with one control, as in the reference."""

import numpy as np
from numpy.testing import assert_allclose

from concordant.evidence.conversions import control_split, rescaled, se_from_interval, se_from_p
from concordant.evidence.effects import risk_difference
from tests.evidence.references import CLOSED_FORM, columns, expected, rows


def test_contrasts_of_headache_frequency_per_week():
    checked = 0
    for row in rows("cgh_frequency_contrasts"):
        difference = float(row["md_reported"])
        if row["p"]:
            se = se_from_p(difference, float(row["p"]))
        else:
            se = se_from_interval(float(row["ci_low"]), float(row["ci_high"]))
        week = rescaled(difference, se, 7 / float(row["per_days"]), "per week")
        assert_allclose([week.estimate, week.se**2], [float(row["yi"]), float(row["vi"])], rtol=CLOSED_FORM)
        checked += 1
    assert checked == 3


def week_12():
    weeks, *table = columns("cgh_haas2018_responders30", "week", "ai", "n1i", "ci", "n2i")
    return [each[weeks == 12] for each in table]


def test_a_control_shared_by_three_doses_and_split():
    wanted = expected("cgh_haas2018_responders30")["week12_three_doses_one_control"]["split_control"]
    a, n1, c, n2 = week_12()
    size, events = control_split(n2, 3, events=c)
    got = risk_difference(a, n1, events, size)
    assert_allclose(got.yi, wanted["yi"], rtol=CLOSED_FORM)
    assert_allclose(got.vi, wanted["vi"], rtol=CLOSED_FORM)


def test_the_three_doses_as_one_arm():
    wanted = expected("cgh_haas2018_responders30")["week12_three_doses_one_control"]["combined_arms"]
    a, n1, c, n2 = week_12()
    assert (a.sum(), n1.sum()) == (wanted["ai"], wanted["n1i"])
    got = risk_difference(a.sum(), n1.sum(), c[0], n2[0])
    assert_allclose([got.yi, got.vi], [wanted["rd"], wanted["vi"]], rtol=CLOSED_FORM)
    assert np.unique(c).size == 1
