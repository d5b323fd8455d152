"""The phases of care: what each is for, and when it is left (treatment 3.1). Product rules.

The phase is worked out from facts each time: the first whose exit is not met, and none before the phase reached. A
phase does not go back by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_least,
    at_or_above,
    at_or_below,
    named,
    no,
    one_of,
    yes,
)
from concordant.facts.diary.counts import any_headache_days_per_28d, headache_intensity_nrs_mean_7d
from concordant.facts.examination.flexion_rotation import frt_restricted
from concordant.facts.examination.general import irritability
from concordant.facts.outcomes.change import any_headache_verdict, frt_plateau, relapse_since_discharge
from concordant.facts.outcomes.questionnaires import ndi_percent
from concordant.facts.outcomes.ratings import goal_met
from concordant.facts.plan.episode import adherence_percent_28d, home_tolerated
from concordant.facts.safety.results import safety_action
from concordant.plan.flexor_control import coordinated, strong
from concordant.settings import number, whole


class Phase(Enum):
    """In the order of care."""

    HOLD = "hold"
    RELIEF = "relief"
    RESTORE = "restore"
    STRENGTHEN = "strengthen"
    SELF_MANAGE = "self_manage"

    @property
    def place(self) -> int:
        """0 for hold."""
        return list(Phase).index(self)

    @property
    def key(self) -> str:
        """The key of its exit in the rule book."""
        return f"leave {self.value}"


COURSE = (Phase.RELIEF, Phase.RESTORE, Phase.STRENGTHEN, Phase.SELF_MANAGE)
"""The phases with treatment."""

AIM: Mapping[Phase, str] = {
    Phase.HOLD: "safety",
    Phase.RELIEF: "calm pain, first motion, first activation",
    Phase.RESTORE: "joint motion, motor control, posture",
    Phase.STRENGTHEN: "endurance, strength, work and sport",
    Phase.SELF_MANAGE: "independence, relapse plan",
}

USUAL_WEEKS: Mapping[Phase, tuple[int, int]] = {
    Phase.RELIEF: (0, 3),
    Phase.RESTORE: (3, 5),
    Phase.STRENGTHEN: (4, 6),
}
"""How long a phase usually takes; assumptions."""

_SOURCE = "treatment 3.1 (assumption)"

CALM_NRS = number(
    "plan_calm_nrs",
    4,
    low=0,
    high=10,
    says="A mean headache intensity of the last 7 days up to so many points of 10 speaks for leaving relief.",
    source=_SOURCE,
)
RELIEF_SIGNS = whole(
    "plan_relief_signs",
    2,
    low=1,
    high=3,
    says="Relief is left with so many of: pain calm, irritability not high, home programme tolerated.",
    source=_SOURCE,
)
RESTORE_DAYS = number(
    "plan_restore_days",
    4,
    unit="d",
    high=28,
    says="Up to so many headache days in 28 count as good enough to leave restore, whatever the change.",
    source=_SOURCE,
)
STRENGTHEN_DAYS = number(
    "plan_strengthen_days",
    2,
    unit="d",
    high=28,
    says="Up to so many headache days in 28 speak for leaving strengthen, whatever the change.",
    source=_SOURCE,
)
STRENGTHEN_NDI = number(
    "plan_strengthen_ndi_percent",
    20,
    unit="%",
    high=100,
    says="A neck disability index up to so much speaks for leaving strengthen.",
    source=_SOURCE,
)
STRENGTHEN_ADHERENCE = number(
    "plan_strengthen_adherence_percent",
    60,
    unit="%",
    high=100,
    says="So much of the home programme done in 28 days speaks for leaving strengthen.",
    source=_SOURCE,
)
STRENGTHEN_SIGNS = whole(
    "plan_strengthen_signs",
    4,
    low=1,
    high=5,
    says="Strengthen is left with so many of: headache days, flexor control, neck disability, goal, adherence.",
    source=_SOURCE,
)
LONGEST_RELIEF_WEEKS = whole(
    "plan_longest_relief_weeks",
    3,
    unit="weeks",
    low=1,
    high=12,
    says="After so many weeks in relief a retest and a decision are due.",
    source=_SOURCE,
)

held: Criterion = one_of(safety_action, "emergency", "same_day")
"""No treatment today; unknown counts as held (treatment 6.1)."""

HELD = "plan held"
"""Its key in the rule book."""

relief_exit: Criterion = named(
    "relief is over",
    at_least(
        RELIEF_SIGNS,
        at_or_below(headache_intensity_nrs_mean_7d, CALM_NRS),
        one_of(irritability, "low", "moderate"),
        yes(home_tolerated),
    ),
    source="product rule, treatment 3.1",
)

restore_exit: Criterion = named(
    "motion and control are restored",
    all_of(
        any_of(no(frt_restricted), yes(frt_plateau)),
        coordinated,
        any_of(
            one_of(any_headache_verdict, "improved", "improved_important"),
            at_or_below(any_headache_days_per_28d, RESTORE_DAYS),
        ),
    ),
    source="product rule, treatment 3.1; cut-off of the flexion-rotation test: examination 3.2",
)

strengthen_exit: Criterion = named(
    "strong enough to go on alone",
    at_least(
        STRENGTHEN_SIGNS,
        any_of(
            one_of(any_headache_verdict, "improved_important"),
            at_or_below(any_headache_days_per_28d, STRENGTHEN_DAYS),
        ),
        strong,
        at_or_below(ndi_percent, STRENGTHEN_NDI),
        yes(goal_met),
        at_or_above(adherence_percent_28d, STRENGTHEN_ADHERENCE),
    ),
    source="product rule, treatment 3.1",
)

EXITS: Mapping[Phase, Criterion] = {
    Phase.RELIEF: relief_exit,
    Phase.RESTORE: restore_exit,
    Phase.STRENGTHEN: strengthen_exit,
}
"""Of self-management there is none here: discharge is decided by the six criteria of retest 9."""

may_go_back: Criterion = yes(relapse_since_discharge)
"""A relapse lets a clinician go back to an earlier phase; it does not do so by itself."""

MAY_GO_BACK = "plan may go back"
"""Its key in the rule book."""
