"""What people gain anyway: regression to the mean, and the course of comparison arms (retest 4).

People start care when they are bad, and part of every later gain is the return to their usual level. Mean, spread and
correlation have to be learned from the clinic's own second windows; until then only the comparison arms are shown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from concordant.change.arguments import within
from concordant.change.normal import below, density, z_of


@dataclass(frozen=True, slots=True)
class Population:
    """Headache days per 28 of the people of a clinic at two windows without treatment. Raises ArgumentError."""

    mean: float
    sd: float
    """Between people, above 0."""
    correlation: float
    """Of a person's two windows, 0 or more and below 1."""

    def __post_init__(self) -> None:
        within("mean", self.mean, 0)
        within("sd", self.sd, 0, is_open=True)
        if self.correlation != 0:
            within("correlation", self.correlation, 0, 1, is_open=True)


class Expected(NamedTuple):
    """The follow-up to expect without treatment, in the unit of the population."""

    mean: float
    low: float
    high: float
    half_or_less: float
    """The probability of half the start or less."""


def expected_follow_up(start: float, population: Population, level: float = 0.95) -> Expected:
    """E = mu + rho (y - mu) with standard deviation sigma sqrt(1 - rho^2). Raises ArgumentError."""
    within("start", start, 0)
    mean = population.mean + population.correlation * (start - population.mean)
    sd = population.sd * math.sqrt(1 - population.correlation**2)
    half = z_of(level) * sd
    return Expected(mean, mean - half, mean + half, below((start / 2 - mean) / sd))


def mean_gain_of_selected(at_least: float, population: Population) -> float:
    """Mean fall, without treatment, of people chosen for a first value of at_least or more.

    Davis 1976, doi:10.1093/oxfordjournals.aje.a112321 (recalled). Raises ArgumentError.
    """
    z = (within("at_least", at_least) - population.mean) / population.sd
    return population.sd * (1 - population.correlation) * density(z) / below(-z)


@dataclass(frozen=True, slots=True)
class ComparisonArm:
    """The course of people who did not have the treatment."""

    who: str
    course: str
    ratio: float | None
    """Follow-up over baseline headache days; None where the paper gives something else."""
    source: str


COMPARISON_ARMS = (
    ComparisonArm(
        "light massage without manipulation, cervicogenic headache, 12 weeks",
        "from about 16 to about 11.3 headache days per 28",
        0.71,
        "derived from Haas 2018, doi:10.1016/j.spinee.2018.02.019",
    ),
    ComparisonArm(
        "light massage without manipulation, cervicogenic headache, 24 weeks",
        "to about 10.9 headache days per 28",
        None,
        "derived from Haas 2018, doi:10.1016/j.spinee.2018.02.019",
    ),
    ComparisonArm(
        "stretching and placebo-dose TENS, women with chronic headache, 6 months",
        "from 4.4 to 3.0 headache days a week",
        0.68,
        "doi:10.1177/02692155231170687",
    ),
    ComparisonArm("stretching only, 12 months", "headache intensity 37 % lower", None, "Ylinen 2010"),
    ComparisonArm(
        "all control arms of headache trials; of trials without drugs",
        "recovered: 35.7 %; 15.0 %",
        None,
        "de Groot 2011, doi:10.1016/j.jmpt.2011.04.007",
    ),
    ComparisonArm(
        "no treatment, cervicogenic headache, 7 weeks",
        "29 % had at least 50 % fewer headaches",
        None,
        "Jull 2002, recalled",
    ),
)
"""Message of the report: comparable people without this treatment lose about 30 % of their headache days."""
