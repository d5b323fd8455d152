"""When care may end, and when hands-on sessions have to (retest 9). Product rules."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_or_above,
    at_or_below,
    below,
    held_at_retests,
    named,
    not_,
    one_of,
    yes,
)
from concordant.facts.diary.counts import (
    any_acute_med_days_per_30d,
    any_headache_days_per_28d,
    diary_window_status,
)
from concordant.facts.outcomes.change import (
    any_headache_baseline_days_per_28d,
    any_headache_change_robust,
    any_headache_days_ratio,
)
from concordant.facts.outcomes.ratings import acceptable_state, goal_met
from concordant.facts.plan.episode import (
    adherence_percent_28d,
    exercise_independent,
    hands_on_sessions_done,
    new_target_written,
    relapse_plan_written,
    team_review_done,
)
from concordant.progress.response import red_flag_open, responding
from concordant.record.derive.change import POOLED_BELOW_DAYS
from concordant.settings import number, whole

HELD_DAYS = whole(
    "discharge_held_days",
    56,
    unit="d",
    high=365,
    says="A response has to hold for so many days before discharge.",
    source="retest 9",
)
HELD_DAYS_FREQUENT = whole(
    "discharge_held_days_frequent",
    28,
    unit="d",
    high=365,
    says="A response has to hold for so many days before discharge, with frequent headache at baseline.",
    source="retest 9",
)
FEW_DAYS = number(
    "discharge_headache_days",
    4,
    unit="d/28 d",
    high=28,
    says="At or below so many headache days in 28 discharge is possible.",
    source="retest 9",
)
HALF = number(
    "discharge_days_ratio",
    0.5,
    unit="ratio",
    high=1,
    says="At or below this share of the headache days at baseline discharge is possible.",
    source="retest 9",
)
MEDICINE_DAYS = number(
    "discharge_medicine_days_below",
    10,
    unit="d/30 d",
    high=30,
    says="Discharge asks for fewer days with acute medication than this.",
    source="retest 9",
)
ADHERENCE = whole(
    "discharge_adherence_percent",
    60,
    unit="%",
    high=100,
    says="Discharge asks for so much of the home programme in the last 4 weeks.",
    source="retest 9",
)
SESSIONS = whole(
    "hands_on_sessions_before_new_target",
    12,
    low=1,
    high=100,
    says="Beyond so many hands-on sessions only with a response or a written new target.",
    source="retest 9",
)
MOST_SESSIONS = whole(
    "hands_on_sessions_before_team_review",
    18,
    low=1,
    high=100,
    says="Beyond so many hands-on sessions only after a review in the team.",
    source="retest 9; the highest dose tested, Haas 2018",
)

_well = all_of(
    # The second way asks for no status, so it must not pass by an open red flag.
    not_(red_flag_open),
    any_of(responding, all_of(yes(goal_met), yes(acceptable_state))),
)

may_be_discharged: Criterion = named(
    "discharge is possible",
    all_of(
        A=_well,
        B=any_of(
            held_at_retests(HELD_DAYS, _well),
            all_of(
                at_or_above(any_headache_baseline_days_per_28d, POOLED_BELOW_DAYS),
                held_at_retests(HELD_DAYS_FREQUENT, _well),
            ),
        ),
        C=all_of(
            any_of(at_or_below(any_headache_days_per_28d, FEW_DAYS), at_or_below(any_headache_days_ratio, HALF)),
            # A provisional window ends no care, also where two windows together are scored (outcomes 1.5).
            one_of(diary_window_status, "scored"),
            yes(any_headache_change_robust),
        ),
        D=below(any_acute_med_days_per_30d, MEDICINE_DAYS),
        E=all_of(yes(exercise_independent), at_or_above(adherence_percent_28d, ADHERENCE)),
        F=yes(relapse_plan_written),
    ),
    source="product rule, retest 9; letters for its numbers 1 to 6",
)

LETTERS = {
    "A": "responding, or the goal is met and the state is acceptable",
    "B": f"a response that has held for {HELD_DAYS} days, or {HELD_DAYS_FREQUENT} with frequent headache at baseline",
    "C": f"at most {FEW_DAYS:g} headache days in 28, or half as many as at baseline, in a scored window and "
    "whatever the missing days were",
    "D": f"fewer than {MEDICINE_DAYS:g} days a month with acute medication",
    "E": f"does the exercises alone, and at least {ADHERENCE} % of them in the last 4 weeks",
    "F": "has a written plan for a relapse",
}
"""Each criterion in words."""


@dataclass(frozen=True, slots=True)
class StopRule:
    """When hands-on sessions may not go on."""

    id: str
    says: str
    when: Criterion
    source: str

    @property
    def key(self) -> str:
        """Its key in the rule book."""
        return f"hands-on {self.id}"


_SOURCE = "product rule, retest 9; an allowance of sessions by an insurer is no treatment target"

STOP_RULES: tuple[StopRule, ...] = (
    StopRule(
        "without response",
        f"No hands-on session beyond {SESSIONS} without a response or a written new target.",
        all_of(at_or_above(hands_on_sessions_done, SESSIONS), not_(responding), not_(yes(new_target_written))),
        _SOURCE,
    ),
    StopRule(
        "without team review",
        f"No hands-on session beyond {MOST_SESSIONS} before a review in the team.",
        all_of(at_or_above(hands_on_sessions_done, MOST_SESSIONS), not_(yes(team_review_done))),
        _SOURCE,
    ),
)
"""Met once the next session would be one too many."""
