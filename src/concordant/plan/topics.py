"""Education and letters, spread over visits: at most two new topics at each (treatment 6.1, step 6).

What is safety or mood comes first. What was given once is not new; the core of education goes on at every visit.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Knowledge, key_of
from concordant.criteria.reading import UNBOUND
from concordant.facts import Scope
from concordant.facts.plan.episode import sessions_this_technique
from concordant.facts.values import Span
from concordant.plan.plan import Item, Plan
from concordant.settings import whole

NEW_TOPICS = whole(
    "plan_new_topics_a_visit",
    2,
    low=1,
    high=6,
    says="So many new topics of education at most in one visit.",
    source="treatment 6.1 (assumption)",
)

AT_EVERY_VISIT = ("education_core",)
LETTERS_ALONE = ("primary_headache_referral", "diagnostic_block_referral")
"""They go out as a letter and take no place among the topics of a visit."""
WITH_A_LETTER = "with a letter"
"""As the dose of a referral says it."""
_ORDER = (
    "moh_referral",
    "psych_referral",
    "sleep_plan",
    "pne",
    "return_to_work",
    "relaxation",
    "ergonomics",
    "self_management_plan",
)
"""Medication and mood first; then as worked example 7 of treatment 6.2 has it."""


@dataclass(frozen=True, slots=True)
class Topics:
    """What is talked about when."""

    always: tuple[Item, ...]
    visits: tuple[tuple[Item, ...], ...]
    """New topics of the next visits, the next one first."""
    going_on: tuple[Item, ...]
    """Given before, and still part of the plan."""
    letters: tuple[Item, ...]
    """To be sent; they wait for no visit."""


def topics_of(plan: Plan, knowledge: Knowledge) -> Topics:
    """The education and the letters of a plan, spread over visits."""
    spoken_of = [one for one in plan.other if one.id not in (*AT_EVERY_VISIT, *LETTERS_ALONE)]
    ranked = sorted(spoken_of, key=lambda one: _ORDER.index(one.id))
    given = [one for one in ranked if _was_given(one, knowledge, plan.headache)]
    new = [one for one in ranked if one not in given]
    return Topics(
        always=tuple(one for one in plan.other if one.id in AT_EVERY_VISIT),
        visits=tuple(tuple(new[at : at + NEW_TOPICS]) for at in range(0, len(new), NEW_TOPICS)),
        going_on=tuple(given),
        letters=tuple(one for one in plan.other if WITH_A_LETTER in one.intervention.dose.notes),
    )


def _was_given(item: Item, knowledge: Knowledge, headache: str) -> bool:
    """Surely: a session that does not say what was done is not taken for it."""
    where = UNBOUND.bound(Scope.HEADACHE, headache)
    count = knowledge.read(key_of(sessions_this_technique, item.id), where).value
    if isinstance(count, Span):
        return count.low > 0
    return isinstance(count, int | float) and count > 0
