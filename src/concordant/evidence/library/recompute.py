"""Which published pooled figures can be computed again from rows that were read, and what comes out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from scipy.special import ndtr

from concordant.evidence.conversions.intervals import normal_quantile, se_from_interval
from concordant.evidence.library.contrast import Contrast, contrast_of
from concordant.evidence.library.known import HowKnown
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.query import pooled, pooled_by_id, trials
from concordant.evidence.library.trial_row import Role
from concordant.evidence.refused import Refused


class Answer(Enum):
    """Whether the figure can be computed again."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Figure:
    """An estimate with what its interval says; in the unit of the figure."""

    estimate: float
    ci_low: float
    ci_high: float
    se: float
    z: float
    p: float


@dataclass(frozen=True, slots=True)
class Recomputed:
    """One published figure and what stands behind it."""

    row: PooledRow
    answer: Answer
    why: str
    from_rows: tuple[Contrast, ...]
    value: Figure | None
    """What the rows give; None where nothing can be computed."""


def figure(estimate: float, ci_low: float, ci_high: float, *, level: float = 0.95) -> Figure:
    """A printed estimate with its SE, z and two-sided p, all from the interval (normal)."""
    se = float(se_from_interval(ci_low, ci_high, level=level))
    z = estimate / se
    return Figure(estimate, ci_low, ci_high, se, z, 2 * float(ndtr(-abs(z))))


def printed(row: PooledRow) -> Figure:
    """The figure as the review prints it. Raises Refused where none was seen."""
    if row.estimate is None or row.ci_low is None or row.ci_high is None:
        raise Refused("no figure was seen", row=row.row, column="estimate", value=row.id)
    return figure(row.estimate, row.ci_low, row.ci_high)


@dataclass(frozen=True, slots=True)
class Consistency:
    """One known trial held against a pool of which the rest is not known (equal effects, normal)."""

    known: Contrast
    per: float
    """What the trial's effect was multiplied by to stand in the unit of the pool."""
    estimate: float
    se: float
    ci_low: float
    ci_high: float
    rest_estimate: float
    """What all other trials together would have to show."""
    rest_se: float
    p_known_against_rest: float
    """Two-sided p of the difference between the trial and that rest."""

    @property
    def is_consistent(self) -> bool:
        """The trial and the rest differ by no more than chance would (p of 0.05 or more)."""
        return self.p_known_against_rest >= 0.05


def consistency(pool: Figure, known: Contrast, per: float) -> Consistency:
    """What the rest of a pool would have to be, given one of its trials. It can contradict a pool, not confirm one.

    Raises Refused where the trial alone is more precise than the whole pool.
    """
    estimate, se = known.yi * per, known.se * abs(per)
    rest = 1 / pool.se**2 - 1 / se**2
    if rest <= 0:
        raise Refused("is more precise alone than the pool", column="se", value=se, allowed=f"above {pool.se:g}")
    rest_estimate = (pool.estimate / pool.se**2 - estimate / se**2) / rest
    rest_se = 1 / math.sqrt(rest)
    z = normal_quantile(0.95)
    apart = abs(estimate - rest_estimate) / math.hypot(se, rest_se)
    return Consistency(
        known, per, estimate, se, estimate - z * se, estimate + z * se, rest_estimate, rest_se, 2 * float(ndtr(-apart))
    )


SHAM_FREQUENCY = "demont2023-sham-frequency"
EXERCISE_12_MONTHS = "demont2023-exercise-intensity-12-months"
WEEKS_IN_FOUR = 4.0


def recompute(row: PooledRow) -> Recomputed:
    """Whether one published figure can be computed again, why, and the value beside the printed one."""
    if row.id == EXERCISE_12_MONTHS:
        (trial,) = trials(trial="jull2002", outcome="headache intensity", weeks=52, role=Role.CONTRAST)
        only = contrast_of(trial)
        z = normal_quantile(0.95)
        value = figure(only.yi, only.yi - z * only.se, only.yi + z * only.se)
        return Recomputed(
            row,
            Answer.YES,
            "one trial (k = 1), of which only the review's own number was seen: it confirms nothing",
            (only,),
            value,
        )
    if row.id == SHAM_FREQUENCY:
        check = sham_frequency_check()
        return Recomputed(
            row, Answer.PARTLY, "the trials behind it were not seen; one that fits the comparison was held against it",
            (check.known,), None,
        )  # fmt: skip
    return Recomputed(row, Answer.NO, _why_not(row), (), None)


def recomputed() -> tuple[Recomputed, ...]:
    """Every pooled result of the library, in the order of the file."""
    return tuple(recompute(each) for each in pooled())


def sham_frequency_check() -> Consistency:
    """Haas 2018 at 12 weeks, in days a week, against the pooled figure in episodes a week: not the same unit."""
    (trial,) = [
        each
        for each in trials(trial="haas2018", outcome="headache frequency", weeks=12, role=Role.CONTRAST)
        if each.is_poolable
    ]
    return consistency(printed(pooled_by_id(SHAM_FREQUENCY)), contrast_of(trial), 1 / WEEKS_IN_FOUR)


def _why_not(row: PooledRow) -> str:
    if row.known is HowKnown.RECALLED:
        return "the figure is only recalled, so that its number is not shown"
    if row.known is HowKnown.SECOND_HAND and not row.has_figure:
        return "known second-hand and in words only: no number was seen"
    if row.known is HowKnown.NOT_SEEN:
        return "the review was not found in what could be read"
    if not row.has_figure:
        return "no pooled number was seen"
    return "the trials behind it, or their tables, were not seen"
