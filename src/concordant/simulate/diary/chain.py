"""Which days have a headache: a two-state Markov chain by day, so that days come in clusters."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from concordant.simulate.sources import ASSUMED, Figure

LAG_1_CORRELATION = Figure(
    0.2, "the clustering that the default design effect 1.5 stands for; product rule, retest 3.1"
)
NEAR_DAYS = Figure(1, ASSUMED)
"""How far the headache (or medicine) days of a window may lie from those expected, where a stage promises something."""


def headache_days(rng: Random, rates: Sequence[float], before: tuple[bool, float] | None) -> list[bool]:
    """One day after the other; ``rates`` are probabilities, ``before`` the day before the first and its rate.

    The chance of today is its rate plus the correlation times how far yesterday lay from its own rate: so each
    day keeps its rate, and neighbours are correlated.
    """
    days: list[bool] = []
    for rate in rates:
        chance = rate
        if before is not None:
            yesterday, its_rate = before
            chance += LAG_1_CORRELATION.value * (yesterday - its_rate)
        before = (rng.random() < chance, rate)
        days.append(before[0])
    return days


def days_near(rng: Random, rates: Sequence[float], before: tuple[bool, float] | None) -> list[bool]:
    """The same, drawn again until the number of headache days is the expected one, give or take a day.

    For people who are to show one stage of care: they vary less between windows than real people do.
    """
    while True:
        days = headache_days(rng, rates, before)
        if abs(sum(days) - sum(rates)) <= NEAR_DAYS.value:
            return days
