"""Where guidelines disagree: both sides, which way this clinic has chosen, and who may change it (treatment 4).

One of them is a setting that the planner obeys: whether joint work by hand and exercise are given together. The others
stand in the rules of the treatments, and are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordant.plan.interventions import Section
from concordant.plan.plan import Plan
from concordant.settings import switch

if TYPE_CHECKING:
    from concordant.evidence.library import Advice

TOGETHER = "plan_hands_on_with_exercise"
"""The name of the setting."""
HANDS_ON_WITH_EXERCISE = switch(
    TOGETHER,
    True,
    says="Joint techniques by hand are offered together with exercise. Off: exercise goes first, and they wait.",
    source="treatment 0.1, 4: JOSPT 2017 combines (doi:10.2519/jospt.2017.0302), OPTIMa 2019 does not offer the "
    "package (doi:10.1002/ejp.1374)",
)
WHO_MAY_SET = "a named clinician of this clinic, who signs its settings"
WHO_MAY_DIFFER = "any clinician for one person, with a reason; the rule itself only in the rules of the software"
_THRUST = ("cervical_manipulation", "thoracic_manipulation")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of it."""

    says: str
    source: str
    how_known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A question on which guidelines differ."""

    id: str
    question: str
    for_it: tuple[Side, ...]
    against_it: tuple[Side, ...]
    chosen: str
    who_may_change: str = WHO_MAY_DIFFER
    setting: str = ""
    """The setting that decides it; empty where it stands in the rules of the treatments."""
    advice: str = ""
    """Of the evidence library, for the figures."""

    @property
    def figures(self) -> Advice | None:
        """What the library says of it."""
        # Imported here: a plan alone needs no numerical library.
        from concordant.evidence.library import advice

        return advice(self.advice) if self.advice else None


_JOSPT = Side(
    "Chronic neck pain with headache: manipulation or mobilisation combined with exercise (grade B, should).",
    "10.2519/jospt.2017.0302",
    "read: recommendations",
)
COMBINED = Disagreement(
    id="combined",
    question="Hands-on treatment and exercise together?",
    for_it=(
        _JOSPT,
        Side(
            "Mulligan techniques with exercise against exercise alone: 2 fewer headache days a month at 4 weeks "
            "(95 % CI 2 to 3), 4 fewer at 26 weeks (3 to 4); 99 people.",
            "10.1016/j.jphys.2024.06.002",
            "read: abstract",
        ),
    ),
    against_it=(
        Side(
            "Exercise of low load or manual therapy; the package of manipulation, mobilisation and exercise of low "
            "load is not to be offered. Written before the newer trial.",
            "10.1002/ejp.1374",
            "read: abstract and the page of the care pathway",
        ),
        Side(
            "Together not significantly better than either alone; 10 % more people had relief; 200 people.",
            "10.1097/00007632-200209010-00004",
            "read: abstract",
        ),
    ),
    chosen="Exercise for every deficit of control; joint work by hand for a joint that reproduces the headache, for a "
    "limited time. A thrust to the neck comes only after mobilisation, so the three are never begun together."
    if HANDS_ON_WITH_EXERCISE
    else "One or the other: exercise goes first, and joint work by hand waits. A clinician may add it with a reason.",
    who_may_change=WHO_MAY_SET,
    setting=TOGETHER,
    advice="both-combined",
)
THRUST = Disagreement(
    id="thrust",
    question="A thrust early?",
    for_it=(
        Side("Subacute: cervical manipulation (grade B, should).", "10.2519/jospt.2017.0302", "read: recommendations"),
    ),
    against_it=(
        Side(
            "Harm is rare but serious, and the gain over mobilisation equal or small.",
            "10.2519/jospt.2022.11147",
            "read: abstract",
        ),
    ),
    chosen="Second line: after mobilisation has come to a plateau, by the person's choice.",
    advice="spinal-manipulation",
)
MANY_VISITS = Disagreement(
    id="many-visits",
    question="Many visits?",
    for_it=(
        Side(
            "Each 6 further thrust visits took about 1 more headache day off in 4 weeks; the best number was not "
            "reached at 18.",
            "10.1016/j.spinee.2018.02.019",
            "read: abstract",
        ),
    ),
    against_it=(
        Side(
            "Chronic whiplash: 20 sessions were no better than one session of advice: 0.0 (-0.7 to 0.7) of 10 at 14 "
            "weeks.",
            "10.1016/S0140-6736(14)60457-8",
            "read: abstract",
        ),
    ),
    chosen="What a payer allows is a ceiling and no target; each retest decides whether to go on.",
    advice="limited-in-time",
)
MASSAGE = Disagreement(
    id="massage",
    question="Massage in a high dose?",
    for_it=(
        Side(
            "Persistent neck pain: massage of 60 minutes, three times a week for 4 weeks (weak, low quality).",
            "10.1016/j.jmpt.2016.08.007",
            "read: recommendations; DOI recalled",
        ),
        Side("60 minutes two or three times a week helped; 30 minutes did not.", "10.1370/afm.1602", "read: abstract"),
    ),
    against_it=(
        Side(
            "33 trials, most with a risk of bias: the contribution of massage is uncertain.",
            "10.1002/14651858.CD004871.pub5",
            "read: opening of the abstract",
        ),
    ),
    chosen="One course, with a rule that ends it, and never without exercise in the same plan.",
)
MACHINES = Disagreement(
    id="machines",
    question="Laser or TENS?",
    for_it=(
        Side(
            "For other groups with neck pain both are listed (laser B and C, TENS C, may).",
            "10.2519/jospt.2017.0302",
            "read: recommendations",
        ),
    ),
    against_it=(
        Side("None is recommended for neck pain with headache.", "10.2519/jospt.2017.0302", "read: recommendations"),
        Side("None is among the recommendations for this headache.", "10.1002/ejp.1374", "read: page of the pathway"),
    ),
    chosen="Not offered; the time goes into exercise.",
    advice="passive-machines-left-out",
)
DISAGREEMENTS = (COMBINED, THRUST, MANY_VISITS, MASSAGE, MACHINES)


def disagreements_of(plan: Plan, *, visits: int) -> tuple[Disagreement, ...]:
    """Those that this plan touches. ``visits``: physiotherapy visits laid out."""
    return tuple(one for one, touches in _TOUCHES if touches(plan, visits))


def _combines(plan: Plan, visits: int) -> bool:
    joints = (*plan.hands_on, *plan.hands_on_later, *plan.not_combined)
    return bool(joints) and bool(plan.home_now)


def _thrusts(plan: Plan, visits: int) -> bool:
    return any(one in _THRUST for one in _spoken_of(plan))


def _spoken_of(plan: Plan) -> Iterator[str]:
    yield from (one.id for one in plan.offered)
    yield from (one.intervention.id for one in plan.requested)
    yield from (one.intervention.id for one in plan.blocked)


def _is_long(plan: Plan, visits: int) -> bool:
    return visits > _USUAL_IN_TRIALS


_USUAL_IN_TRIALS = 12
"""Jull 2002: 8 to 12 visits in 6 weeks (recalled, treatment 3.3)."""


def _massages(plan: Plan, visits: int) -> bool:
    return any(one.intervention.section is Section.SOFT_TISSUE for one in plan.soft_tissue)


def _treats(plan: Plan, visits: int) -> bool:
    return bool(plan.offered)


_TOUCHES: tuple[tuple[Disagreement, Callable[[Plan, int], bool]], ...] = (
    (COMBINED, _combines),
    (THRUST, _thrusts),
    (MANY_VISITS, _is_long),
    (MASSAGE, _massages),
    (MACHINES, _treats),
)
