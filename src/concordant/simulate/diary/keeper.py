"""Who answers the diary on which days, and how soon.

Missing days are not missing at random: Heyer & Rose 2015 (52 people aged 10 to 18, 90 days).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from concordant.simulate.sources import ASSUMED, Figure

ANSWERED_ON_TIME = Figure(0.687, "Heyer & Rose 2015: 68.7 % of days; taken here for a day without medicine")
MEDICINE_DAY_ODDS_RATIO = Figure(33.7, "Heyer & Rose 2015")
WEEKEND_EVE_ODDS_RATIO = Figure(0.55, "Heyer & Rose 2015")
FIRST_WEEKS_ODDS_RATIO = Figure(1.3, "Heyer & Rose 2015: first 2 weeks")
FIRST_WEEKS_DAYS = 14
WEEKEND_EVES = (4, 5)
"""Friday and Saturday, counted from Monday = 0."""

NEXT_DAY_SHARE = Figure(0.10, ASSUMED)
SECOND_DAY_SHARE = Figure(0.03, ASSUMED)


@dataclass(frozen=True, slots=True)
class Keeper:
    """How a person keeps a diary."""

    answered: Figure
    """Share of days answered: weekdays without medicine after the first weeks."""
    least_of_28: int = 0
    """Answered days in every window of 28, where a stage needs them; a day on which it fails is drawn again."""
    late_by_days: tuple[int, float] = (0, 0.0)
    """So many days late with this chance."""

    def answers(self, rng: Random, days: Sequence[date], medicine: Sequence[bool], begun: date) -> list[bool]:
        """For each day whether it is answered."""
        while True:
            found = [rng.random() < self._chance(day, taken, begun) for day, taken in zip(days, medicine, strict=True)]
            weekend = [yes for day, yes in zip(days, found, strict=True) if day.weekday() >= 5]
            if self._enough(found) and self._enough(weekend, slack=2):
                return found

    def _enough(self, answers: Sequence[bool], slack: int = 0) -> bool:
        return (sum(answers) + slack) * 28 >= self.least_of_28 * len(answers)

    def _chance(self, day: date, medicine: bool, begun: date) -> float:
        odds = self.answered.value / (1 - self.answered.value)
        odds *= MEDICINE_DAY_ODDS_RATIO.value if medicine else 1
        odds *= WEEKEND_EVE_ODDS_RATIO.value if day.weekday() in WEEKEND_EVES else 1
        odds *= FIRST_WEEKS_ODDS_RATIO.value if (day - begun).days < FIRST_WEEKS_DAYS else 1
        return odds / (1 + odds)

    def written(self, rng: Random, day: date) -> tuple[date, str]:
        """When the row of a day is typed in: the day and the time (HH:MM)."""
        days, chance = self.late_by_days
        if rng.random() < chance:
            return day + timedelta(days=days), f"{rng.randint(18, 22):02}:{rng.randrange(60):02}"
        pick = rng.random()
        late = 2 if pick < SECOND_DAY_SHARE.value else 1 if pick < SECOND_DAY_SHARE.value + NEXT_DAY_SHARE.value else 0
        hour = rng.randint(6, 9) if late else rng.randint(18, 22)
        return day + timedelta(days=late), f"{hour:02}:{rng.randrange(60):02}"


DILIGENT = Keeper(Figure(0.95, ASSUMED), least_of_28=25)
PUBLISHED = Keeper(ANSWERED_ON_TIME)
PATCHY = Keeper(Figure(0.45, ASSUMED))
FROM_MEMORY = Keeper(Figure(0.95, ASSUMED), late_by_days=(5, 0.5))
