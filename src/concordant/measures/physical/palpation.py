"""Segmental palpation C0 to C4 with the concordant sign (examination 3.3)."""

from __future__ import annotations

from concordant.facts.examination import palpation as facts
from concordant.measures.gates import STOP_RISE_NRS
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import PROVOKED_BY_HAND
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import SignGone
from concordant.settings import number

PAINFUL_NRS = number(
    "palpation_painful_nrs",
    2,
    unit="NRS",
    low=0.5,
    high=10,
    says="A neck segment is painful on palpation from so many points of 10.",
    source="examination 3.3",
)
_NO_NORM = "normal is no dysfunction and no head pain; there is no scale"
_LYING = ("prone", "supine")

familiar_headache = Measure(
    facts.palpation_familiar_headache,
    "familiar headache on palpation",
    Better.DOWN,
    ("hands",),
    _LYING,
    no_norm=_NO_NORM,
    change=SignGone("no error of measurement is known (examination 7)"),
    same_rater_only=True,
)
pain = Measure(facts.palpation_pain_nrs, "pain on palpation", Better.DOWN, ("hands",), _LYING, step=1, no_norm=_NO_NORM)
resolution = Measure(
    facts.palpation_resolution_seconds,
    "time until the provoked pain fades",
    Better.NEITHER,
    ("hands",),
    _LYING,
    step=1,
    no_norm=_NO_NORM,
)


def joint_dysfunction(resistance: str | None, pain_nrs: float | None) -> bool | None:
    """Stiff and painful; None where what is not known decides."""
    stiff = None if resistance is None else resistance == "stiff"
    painful = None if pain_nrs is None else pain.read(pain_nrs) >= PAINFUL_NRS
    if stiff is False or painful is False:
        return False
    return None if stiff is None or painful is None else True


procedure = Procedure(
    "palpation",
    "Segmental palpation C0 to C4, concordant sign",
    "examination 3.3",
    step=8,
    body=Body.PRONE,
    how=(
        "Prone or supine, neck neutral. Thumb pressure on the side of C1, the articular pillars C2 to C4 and "
        "central C2: slow oscillation, then hold 5 to 10 s. Add passive side-bend, rotation and flexion at each "
        "level. Ask each time whether it is the same pain as the headache. Compare sides; name the dominant "
        f"segment. Stop where the headache rises by {STOP_RISE_NRS} or more. A painless segment is unlikely to be "
        "the source."
    ),
    contraindications=(
        "As active range; anticoagulation with bruising, acute inflammatory arthritis, infection, fracture."
    ),
    minutes=minutes("palpation", 5, "segmental palpation C0 to C3, both sides"),
    source="Schneider 2014, doi:10.1016/j.apmr.2014.02.026; Hall 2010, doi:10.1016/j.math.2010.06.002",
    measures=(familiar_headache, pain, resolution),
    findings=(
        facts.palpation_resistance,
        facts.palpation_head_pain,
        facts.palpation_headache_resolves,
        facts.palpation_joint_dysfunction,
        facts.concordant_c0_c1,
        facts.concordant_c1_c2,
        facts.concordant_c2_c3,
        facts.concordant_any,
    ),
    locked_by=PROVOKED_BY_HAND,
    masked_by_medicine=True,
)
