"""How often the headache comes, week by week since care began."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from concordant.simulate.sources import ASSUMED

WINDOW_DAYS = 28


@dataclass(frozen=True, slots=True)
class Course:
    """Headache days before care, and their ratio to that in weeks since care began; straight lines between."""

    days_per_28: float
    ratios: tuple[tuple[float, float], ...]
    source: str

    def rate(self, day: int) -> float:
        """The probability of a headache on a day; day 0 is the first visit, days before it are negative."""
        return min(1.0, self.days_per_28 / WINDOW_DAYS * self._ratio(day / 7))

    def _ratio(self, week: float) -> float:
        weeks = [at for at, _ in self.ratios]
        after = bisect_right(weeks, week)
        if after == 0:
            return self.ratios[0][1]
        if after == len(weeks):
            return self.ratios[-1][1]
        (week_1, ratio_1), (week_2, ratio_2) = self.ratios[after - 1 : after + 1]
        return ratio_1 + (ratio_2 - ratio_1) * (week - week_1) / (week_2 - week_1)


HALVES = Course(
    16, ((0, 1.0), (12, 0.5), (52, 0.5)), "Haas 2018, doi:10.1016/j.spinee.2018.02.019: 16 to 8 in 12 weeks"
)


def steady(days_per_28: float) -> Course:
    """As often as before, whatever is done. Demo assumption."""
    return Course(days_per_28, ((0, 1.0),), ASSUMED)


def quick(days_per_28: float) -> Course:
    """Falls to a quarter in a week, to a seventh by week 8: beyond chance whatever the days. Demo assumption."""
    return Course(days_per_28, ((0, 1.0), (1, 0.25), (8, 0.15)), ASSUMED)


def towards(days_per_28: float, ratio: float, weeks: float = 12) -> Course:
    """Falls or rises to a ratio in so many weeks and stays. Demo assumption."""
    return Course(days_per_28, ((0, 1.0), (weeks, ratio)), ASSUMED)


def at_once(days_per_28: float, ratio: float) -> Course:
    """Another frequency from the first day of care. Demo assumption."""
    return Course(days_per_28, ((0, 1.0), (1 / 7, ratio)), ASSUMED)
