"""What the plan that stands changes against the one signed before it for the same headache."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from concordant.letters.plans import phase_in_words
from concordant.letters.words import on
from concordant.plan.interventions.catalogue import BY_ID
from concordant.plan.interventions.intervention import Intervention
from concordant.plan.phases import Phase
from concordant.record.care import SignedPlan
from concordant.record.record import Record

FIRST_PLAN = "This is the first plan that is signed for it."
SINCE = "Against the plan of {day}: {changes}."
PHASE = "phase {before} became {after}"
ADDED, ENDED, DOSE = "new: {names}", "ended: {names}", "changed dose: {names}"
SAME = "the same treatments at the same dose"


def plan_changes(
    record: Record, plan: SignedPlan, told: Callable[[Intervention], bool] = lambda _one: True
) -> Iterator[str]:
    """One sentence. ``told``: whether a reader of this letter may know of a treatment; the rest is not named."""
    earlier = [one for one in record.plans if one.headache == plan.headache and one is not plan]
    if not earlier:
        yield FIRST_PLAN
        return
    before = earlier[-1]
    yield SINCE.format(day=on(before.date), changes="; ".join(_changes(before, plan, told)) or SAME)


def _changes(before: SignedPlan, after: SignedPlan, is_told: Callable[[Intervention], bool]) -> Iterator[str]:
    if before.phase != after.phase:
        yield PHASE.format(before=phase_in_words(Phase(before.phase)), after=phase_in_words(Phase(after.phase)))
    kept = [(one, old) for one in after.items if (old := before.item(one.intervention)) is not None]
    told = (
        (ADDED, [one.intervention for one in after.items if before.item(one.intervention) is None]),
        (ENDED, [one.intervention for one in before.items if after.item(one.intervention) is None]),
        (DOSE, [one.intervention for one, old in kept if one.dose != old.dose]),
    )
    for words, found in told:
        names = [BY_ID[one].name for one in found if is_told(BY_ID[one])]
        if names:
            yield words.format(names=", ".join(names))
