"""The 90 % interval holds the true probability, over correlations that the engine does not know.

The full grid, 40,000 people for each cell, is bench/bench_probability.py; its figures stand in decision 0014. Here
each cell has 6,000, so a share is known to about 0.008 (two standard errors of a share of 0.91), and the limit of 0.90
lies 0.006 below the smallest share of the grid in these two settings. The draws are fixed by their seed: the figures
are the same in every run. All people of a setting are told at once, so that each pattern of results is worked out once.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from bench.joint_signs import NEGATIVE, USED, People, Told, people, told
from concordant.diagnosis.probability.prior import AFTER_WHIPLASH, FREQUENT_HEADACHE
from concordant.diagnosis.probability.signs import Kind

PEOPLE = 6000
MORE_PEOPLE = 24000
"""For what is foretold: the mean of so many is known to about 0.006 (two standard errors of a share of 0.3)."""
FEW_PEOPLE = 1000
"""Enough to see that about half are covered and not 0.7: two standard errors are 0.03."""
CORRELATIONS = (0.0, 0.4, 0.8)


@dataclass(frozen=True)
class World:
    """Simulated people of one setting and what the engine says of them."""

    covered: dict[float, tuple[People, Told]]
    """By true correlation."""
    foretold: tuple[People, Told]


@pytest.fixture(scope="module", params=[FREQUENT_HEADACHE, AFTER_WHIPLASH], ids=lambda one: one.key)
def world(request):
    setting = request.param
    groups = [people(20, PEOPLE, setting, rho) for rho in CORRELATIONS]
    groups.append(people(21, MORE_PEOPLE, setting, 0.4))
    said = told(np.concatenate([group.results for group in groups]), setting)
    ends = np.cumsum([len(group.results) for group in groups])[:-1]
    parts = zip(*(np.split(one, ends) for one in (said.mean, said.low, said.high)), strict=True)
    *covered, foretold = [(group, Told(*part)) for group, part in zip(groups, parts, strict=True)]
    return World(dict(zip(CORRELATIONS, covered, strict=True)), foretold)


def inside(drawn, said):
    return (said.low <= drawn.true_probability) & (drawn.true_probability <= said.high)


@pytest.mark.parametrize("rho", CORRELATIONS)
def test_the_interval_covers_the_true_probability(world, rho):
    drawn, said = world.covered[rho]
    covered = inside(drawn, said)
    neck = [column for column, sign in enumerate(USED) if sign.kind is Kind.NECK]
    several = (drawn.results[:, neck] >= NEGATIVE).sum(axis=1) >= 2
    assert covered.mean() >= 0.90
    assert covered[several].mean() >= 0.89


def test_without_the_model_of_correlation_it_would_not_cover(monkeypatch):
    """The rule of shared signs alone is capped, and says too little where much is known."""
    from concordant.diagnosis.probability import estimate

    monkeypatch.setattr(estimate, "interval", lambda *_: (1.0, 0.0))
    drawn = people(20, FEW_PEOPLE, FREQUENT_HEADACHE, 0.4)
    assert inside(drawn, told(drawn.results, FREQUENT_HEADACHE)).mean() < 0.7


def test_what_is_foretold_happens(world):
    drawn, said = world.foretold
    assert said.mean.mean() == pytest.approx(drawn.is_cervicogenic.mean(), abs=0.012)
    likely = said.mean > 0.5
    # The cap and the sharing make high numbers careful: more often true than said, never less.
    assert drawn.is_cervicogenic[likely].mean() >= said.mean[likely].mean()
