"""Imaging after an injury: the Canadian C-spine rule decides, NEXUS is the second voice, the more careful answer
counts (diagnosis 4.6, 4.7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from concordant.criteria import (
    Binding,
    Criterion,
    Knowledge,
    Truth,
    above,
    all_of,
    any_of,
    evaluate,
    in_an_injury,
    no,
    not_,
    one_of,
    surely,
    yes,
)
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_leaves
from concordant.criteria.saying import label, limits, value_in_words
from concordant.criteria.trace import Trace
from concordant.facts import Scope
from concordant.facts.history.injury import injury_weeks_ago
from concordant.facts.safety.history import pregnant_or_postpartum
from concordant.facts.safety.trauma import acute_paralysis, injury_hours_ago, vitals_stable
from concordant.safety import c_spine, nexus
from concordant.safety.flag import flag
from concordant.safety.injury import an_injury_happened
from concordant.settings import switch, whole

VALIDATED_HOURS = whole(
    "c_spine_rule_validated_hours",
    48,
    unit="h",
    high=336,
    says="Up to so many hours after an injury the Canadian C-spine rule is validated; later it is only a guide.",
    source="diagnosis 4.6",
)
RUN_WEEKS = whole(
    "c_spine_rule_weeks",
    12,
    unit="weeks",
    high=104,
    says="The rule is run for any injury of the last so many weeks that was never imaged or cleared.",
    source="diagnosis 4.6",
)
NEXUS_HAS_A_VOICE = switch(
    "nexus_has_a_voice",
    True,
    says="Where NEXUS asks for imaging and the Canadian C-spine rule does not, imaging is asked for.",
    source="diagnosis 4.7",
)

_VOICES = (c_spine.asks_for_imaging, nexus.asks_for_imaging) if NEXUS_HAS_A_VOICE else (c_spine.asks_for_imaging,)

_due = all_of(an_injury_happened, not_(surely(above(injury_weeks_ago, RUN_WEEKS))), not_(surely(c_spine.cleared)))
_past_validation = above(injury_hours_ago, VALIDATED_HOURS)

ccr_imaging = flag(
    "ccr_imaging",
    "A neck injury that needs imaging or a physician",
    "Canadian C-spine rule and NEXUS, Stiell 2003, N Engl J Med 349:2510-8; action: product rule, diagnosis 4.6",
    # The reference gives both actions: the stronger one where the rule is validated, or may still be.
    emergency=in_an_injury(
        all_of(
            _due,
            any_of(
                yes(acute_paralysis),
                no(vitals_stable),
                all_of(not_(surely(_past_validation)), any_of(*_VOICES)),
            ),
        )
    ),
    # Where the rule does not apply it clears nobody: a physician decides.
    same_day=in_an_injury(all_of(_due, any_of(c_spine.out_of_scope, *_VOICES))),
    advice="Emergency department for imaging of the neck. No neck tests, no treatment.",
)


_Evaluates: TypeAlias = Callable[[Criterion], Trace]


class Imaging(Enum):
    """What a rule says of one injury, the less careful answer first."""

    NO_IMAGING = "no_imaging"
    IMAGING_OR_ASK = "imaging_or_ask"
    NOT_APPLICABLE = "not_applicable"
    IMAGING = "imaging"

    @property
    def care(self) -> int:
        """The more careful of two answers has the higher number."""
        return list(Imaging).index(self)


@dataclass(frozen=True, slots=True)
class InjuryReading:
    """What both rules say of one injury, and which step decided."""

    injury: str
    is_due: bool
    """Within the weeks for which the rule is run, and not imaged and cleared."""
    c_spine: Imaging
    step: str
    """The step of the Canadian C-spine rule that decided, or that is open."""
    nexus: Imaging
    result: Imaging
    """The more careful of the two."""
    notes: tuple[str, ...]
    ask: tuple[str, ...]
    """Facts that the open step asks for."""


def read_injury(knowledge: Knowledge, injury: str) -> InjuryReading:
    """Both rules for one injury of the record."""
    where = Binding(injury=injury)

    def of(criterion: Criterion) -> Trace:
        return evaluate(criterion, knowledge, where)

    answer, step, opened = _c_spine(of)
    second = _NEXUS[of(nexus.asks_for_imaging).truth]
    told = of(c_spine.cleared).truth is Truth.MET
    heard = (answer, second) if NEXUS_HAS_A_VOICE and not told else (answer,)
    return InjuryReading(
        injury,
        is_due=of(_due).truth is not Truth.NOT_MET,
        c_spine=answer,
        step=step,
        nexus=second,
        result=max(heard, key=lambda one: one.care),
        notes=_notes(of),
        ask=facts_to_ask(opened) if opened is not None else (),
    )


_NEXUS = {
    Truth.MET: Imaging.IMAGING,
    Truth.UNKNOWN: Imaging.IMAGING_OR_ASK,
    Truth.NOT_MET: Imaging.NO_IMAGING,
}


def _c_spine(of: _Evaluates) -> tuple[Imaging, str, Trace | None]:
    """The answer, the step that gave it, and the trace of a step that is open."""
    scope, high, low, turns = map(of, (c_spine.out_of_scope, c_spine.high_risk, c_spine.low_risk, c_spine.rotates))
    if of(c_spine.cleared).truth is Truth.MET:
        return Imaging.NO_IMAGING, "Cleared: imaging was done and a physician cleared it", None
    if scope.truth is Truth.MET:
        return Imaging.NOT_APPLICABLE, f"The rule does not apply, a physician decides: {_grounds(scope)}", None
    if high.truth is Truth.MET:
        return Imaging.IMAGING, f"Step 1, a high-risk factor: {_grounds(high)}", None
    if high.truth is Truth.UNKNOWN:
        return Imaging.IMAGING_OR_ASK, "Step 1: not known whether there is a high-risk factor", high
    if low.truth is Truth.NOT_MET:
        return Imaging.IMAGING, "Step 2: no low-risk factor; do not test rotation", None
    if low.truth is Truth.UNKNOWN:
        return Imaging.IMAGING_OR_ASK, "Step 2: not known whether there is a low-risk factor; do not test rotation", low
    if turns.truth is Truth.NOT_MET:
        return Imaging.IMAGING, f"Step 3, does not turn 45 degrees to both sides: {_grounds(turns)}", None
    if turns.truth is Truth.UNKNOWN:
        return Imaging.IMAGING_OR_ASK, "Step 3: rotation to both sides is not known", turns
    if scope.truth is Truth.UNKNOWN:
        return Imaging.IMAGING_OR_ASK, "Steps 1 to 3 ask for none, but not known whether the rule applies", scope
    return Imaging.NO_IMAGING, "Step 3: turns 45 degrees to both sides", None


def _grounds(trace: Trace) -> str:
    pairs = (
        f"{label(term)}: {value_in_words(term, reading.value, limits(leaf.criterion))}"
        for leaf in deciding_leaves(trace)
        for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True)
    )
    return ", ".join(dict.fromkeys(pairs))


def _notes(of: _Evaluates) -> tuple[str, ...]:
    past = of(_past_validation).truth
    window = {
        Truth.MET: f"Outside the validated {VALIDATED_HOURS} h: a guide only",
        Truth.UNKNOWN: f"May be outside the validated {VALIDATED_HOURS} h: treated as inside",
    }.get(past)
    pregnant = of(one_of(pregnant_or_postpartum, "pregnant")).truth is Truth.MET
    return tuple(filter(None, (window, "The rule is not validated in pregnancy" if pregnant else None)))


def read_injuries(knowledge: Knowledge) -> tuple[InjuryReading, ...]:
    """Every injury of the record."""
    return tuple(read_injury(knowledge, injury) for injury in knowledge.instances(Scope.INJURY).ids)
