"""How often somebody comes: by profile and phase, and week by week through a course of twelve (treatment 3.3, 3.5).

Assumptions throughout: no source says how visits are spent, and no such data were found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concordant.plan.interventions.intervention import Discipline
from concordant.plan.phases import Phase
from concordant.plan.profile import Profile

SOURCE = "treatment 3.3, 3.5 (assumption)"
HANDS = (Discipline.PHYSIOTHERAPIST, Discipline.RMT)
"""The disciplines that see somebody."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Most visits of each week of a phase: the first weeks, then these again and again."""

    says: str
    again: tuple[int, ...]
    first: tuple[int, ...] = ()

    @property
    def most(self) -> int:
        """Of any week."""
        return max((*self.first, *self.again))

    def at(self, week: int) -> int:
        """Of one week, counted from 0."""
        if week < len(self.first):
            return self.first[week]
        return self.again[(week - len(self.first)) % len(self.again)]

    def a_week(self, week: int) -> float:
        """Visits a week as a plan says it from that week on: every second week is one half."""
        if week < len(self.first):
            return self.first[week]
        return sum(self.again) / len(self.again)


NONE = Rate("none", (0,))
_ONCE, _TWICE = Rate("once a week", (1,)), Rate("twice a week", (2,))
_ONCE_OR_TWICE = Rate("once or twice a week", (2,))
_EVERY_SECOND = Rate("every second week", (1, 0))
_THEN_EVERY_SECOND = Rate("once a week for 3 weeks, then every second week", (0, 1), (1, 1, 1))
_REVIEWS = Rate("reviews after 1, 3, 6 and 12 months", (0,))

_P, _R = HANDS
RATES: Mapping[tuple[Phase, Profile, Discipline], Rate] = {
    **{(Phase.HOLD, profile, one): NONE for profile in Profile for one in HANDS},
    (Phase.RELIEF, Profile.LOW, _P): _ONCE,
    (Phase.RELIEF, Profile.STANDARD, _P): _TWICE,
    (Phase.RELIEF, Profile.COMPLEX, _P): _TWICE,
    (Phase.RESTORE, Profile.LOW, _P): _ONCE,
    (Phase.RESTORE, Profile.STANDARD, _P): _ONCE_OR_TWICE,
    (Phase.RESTORE, Profile.COMPLEX, _P): _TWICE,
    (Phase.STRENGTHEN, Profile.LOW, _P): _EVERY_SECOND,
    (Phase.STRENGTHEN, Profile.STANDARD, _P): _THEN_EVERY_SECOND,
    (Phase.STRENGTHEN, Profile.COMPLEX, _P): _ONCE,
    (Phase.SELF_MANAGE, Profile.LOW, _P): _REVIEWS,
    (Phase.SELF_MANAGE, Profile.STANDARD, _P): _REVIEWS,
    (Phase.SELF_MANAGE, Profile.COMPLEX, _P): Rate("reviews after 1, 3, 6 and 12 months, a booster at 6 weeks", (0,)),
    **{(Phase.RELIEF, profile, _R): _TWICE for profile in Profile},
    **{(Phase.RESTORE, profile, _R): _ONCE_OR_TWICE for profile in Profile},
    **{(Phase.STRENGTHEN, profile, _R): Rate("at most every second week, on request", (1, 0)) for profile in Profile},
    **{(Phase.SELF_MANAGE, profile, _R): NONE for profile in Profile},
}
"""Treatment 3.3. Massage only with a soft-tissue item; with high irritability once a week at first."""

COURSE_WEEKS = 12
COURSE: Mapping[tuple[Profile, Discipline], tuple[int, ...]] = {
    (Profile.LOW, _P): (1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0),
    (Profile.STANDARD, _P): (2, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1),
    (Profile.COMPLEX, _P): (2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1),
    (Profile.LOW, _R): (1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    (Profile.STANDARD, _R): (2, 2, 2, 2, 0, 1, 0, 1, 0, 0, 0, 0),
    (Profile.COMPLEX, _R): (2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0),
}
"""Treatment 3.5: visits in each week since the first visit. The row of massage with little care is ours: 3.3 has only
its total, 0 to 2."""

TOTALS: Mapping[tuple[Profile, Discipline], tuple[int, int]] = {
    (Profile.LOW, _P): (4, 6),
    (Profile.STANDARD, _P): (14, 17),
    (Profile.COMPLEX, _P): (18, 21),
    (Profile.LOW, _R): (0, 2),
    (Profile.STANDARD, _R): (8, 10),
    (Profile.COMPLEX, _R): (10, 12),
}
"""Treatment 3.3: visits in 12 weeks, least and most."""

RESERVE: Mapping[Profile, int] = {Profile.LOW: 0, Profile.STANDARD: 8, Profile.COMPLEX: 5}
"""Physiotherapy visits of 25 that are kept for a flare or a week of return to work, until the retest of week 8
(treatment 3.5)."""
