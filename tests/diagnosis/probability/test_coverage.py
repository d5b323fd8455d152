"""The 90 % interval holds the true probability, over correlations that the engine does not know.

The full grid is bench/bench_probability.py; its figures stand in decision 0014.
"""

import pytest

from bench.joint_signs import NEGATIVE, USED, people, told
from concordant.diagnosis.probability.prior import AFTER_WHIPLASH, FREQUENT_HEADACHE
from concordant.diagnosis.probability.signs import Kind

PEOPLE = 6000


@pytest.mark.parametrize("setting", [FREQUENT_HEADACHE, AFTER_WHIPLASH], ids=lambda one: one.key)
@pytest.mark.parametrize("rho", [0.0, 0.4, 0.8])
def test_the_interval_covers_the_true_probability(setting, rho):
    drawn = people(20, PEOPLE, setting, rho)
    said = told(drawn.results, setting)
    inside = (said.low <= drawn.true_probability) & (drawn.true_probability <= said.high)
    neck = [column for column, sign in enumerate(USED) if sign.kind is Kind.NECK]
    several = (drawn.results[:, neck] >= NEGATIVE).sum(axis=1) >= 2
    assert inside.mean() >= 0.90
    assert inside[several].mean() >= 0.89


def test_without_the_model_of_correlation_it_would_not_cover(monkeypatch):
    """The rule of shared signs alone is capped, and says too little where much is known."""
    from concordant.diagnosis.probability import estimate

    monkeypatch.setattr(estimate, "interval", lambda *_: (1.0, 0.0))
    drawn = people(20, PEOPLE, FREQUENT_HEADACHE, 0.4)
    said = told(drawn.results, FREQUENT_HEADACHE)
    inside = (said.low <= drawn.true_probability) & (drawn.true_probability <= said.high)
    assert inside.mean() < 0.7


@pytest.mark.parametrize("setting", [FREQUENT_HEADACHE, AFTER_WHIPLASH], ids=lambda one: one.key)
def test_what_is_foretold_happens(setting):
    drawn = people(21, 4 * PEOPLE, setting, 0.4)
    said = told(drawn.results, setting)
    assert said.mean.mean() == pytest.approx(drawn.is_cervicogenic.mean(), abs=0.012)
    likely = said.mean > 0.5
    # The cap and the sharing make high numbers careful: more often true than said, never less.
    assert drawn.is_cervicogenic[likely].mean() >= said.mean[likely].mean()
