"""How far chance alone may move the ratio of headache days: the interval that stands beside the band (retest 3.5).

A ratio is noisy where baseline days are few. Jeffreys beta-binomial with clustered days, as for every change of days.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from concordant.change.days.clustering import design_effect
from concordant.change.days.fall import probability_of_fall
from concordant.record.derive.trajectory import Against
from concordant.record.diary import Count, Diary

LOWEST, HIGHEST = 0.05, 20.0
"""Ratios are looked for between these; an end beyond them is given as 0 or as none."""

TAIL = 0.025
"""On either side of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Scatter:
    """Of the ratio of the true rates of headache days, follow-up / baseline."""

    low: float
    """Lower end of the 95 % interval; 0 where it lies below 0.05."""
    high: float | None
    """Upper end; None where it lies above 20."""
    on_track: float
    """The probability, 0 to 1, that the true ratio is at or below the limit for on track."""
    behind: float
    """The probability that it is above the limit for behind."""
    effect: float
    """The design effect that was used."""


def scatter(diary: Diary, against: Against) -> Scatter | None:
    """The interval of one point; None where its windows carry no ratio."""
    if against.word is None or against.limits is None:
        return None
    before, after = against.before, against.after
    effect = design_effect([_series(diary, before), _series(diary, after)])

    def at_most(ratio: float) -> float:
        return probability_of_fall(before.positive, before.observed, after.positive, after.observed, effect, ratio)

    return Scatter(
        0.0 if at_most(LOWEST) >= TAIL else _where(at_most, TAIL),
        None if at_most(HIGHEST) < 1 - TAIL else _where(at_most, 1 - TAIL),
        at_most(against.limits.on_track),
        1 - at_most(against.limits.behind),
        effect,
    )


def _where(at_most: Callable[[float], float], share: float) -> float:
    # Imported here: a diary is read and charted without SciPy.
    from scipy.optimize import brentq

    found: float = brentq(lambda ratio: at_most(ratio) - share, LOWEST, HIGHEST, xtol=1e-6)
    return found


def _series(diary: Diary, count: Count) -> list[bool | None]:
    answers = diary.answers(None)
    return [answers.get(count.first + timedelta(days=number)) for number in range(count.days)]
