"""Criteria that the end of many treatments shares: a new sign, flares, a change that does not come."""

from __future__ import annotations

from concordant.criteria import Criterion, all_of, any_of, at_or_above, key_of, one_of, yes
from concordant.facts.outcomes.change import any_headache_verdict
from concordant.facts.plan.episode import flare_24h, flares_14d, sessions_this_technique
from concordant.facts.safety.history import new_red_flag_sign
from concordant.settings import whole

FLARES = whole(
    "plan_flares_too_many",
    3,
    low=1,
    high=14,
    says="So many flares in 14 days end hands-on work or stop load from rising.",
    source="treatment 1 (assumption)",
)
SESSIONS_WITHOUT_CHANGE = whole(
    "plan_sessions_without_change",
    6,
    low=1,
    high=25,
    says="After so many sessions of a joint technique without change beyond error it ends.",
    source="treatment 1.1 (assumption)",
)

new_sign: Criterion = yes(new_red_flag_sign)
flare: Criterion = yes(flare_24h)
flares_too_often: Criterion = at_or_above(flares_14d, FLARES)
flares_again: Criterion = all_of(flare, flares_too_often)
no_headache_change: Criterion = one_of(any_headache_verdict, "within_error")
headache_better: Criterion = one_of(any_headache_verdict, "improved", "improved_important")


def sessions(intervention: str, at_least: int) -> Criterion:
    """So many sessions of this treatment or more."""
    return at_or_above(key_of(sessions_this_technique, intervention), at_least)


def ends(*also: Criterion) -> Criterion:
    """A new warning sign, or any of these."""
    return any_of(new_sign, *also)
