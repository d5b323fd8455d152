"""Vascular and neurological screen (examination 3.16): IFOMPT framework 2020."""

from __future__ import annotations

from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity
from concordant.facts.safety import signs
from concordant.facts.safety import vascular as facts
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.procedure import Body, Procedure


def _pressure(fact: Fact[Quantity], short: str) -> Measure:
    return Measure(
        fact,
        short,
        Better.NEITHER,
        ("validated_monitor",),
        ("sitting", "supine"),
        step=1,
        no_norm="blood pressure has no threshold here; risk rises smoothly, and the safety rules read it",
    )


systolic = _pressure(facts.systolic_bp_mmhg, "systolic blood pressure")
diastolic = _pressure(facts.diastolic_bp_mmhg, "diastolic blood pressure")

procedure = Procedure(
    "vascular_neurological_screen",
    "Vascular and neurological screen",
    "examination 3.16",
    step=1,
    body=Body.SITTING,
    how=(
        "Blood pressure after 5 min of rest, sitting or lying, arm at the height of the heart, cuff of the right "
        "size, validated monitor; again after 2 min. Cranial nerves I to XII with pupils and eyelid, eye "
        "movements; gait; power, reflexes, Hoffmann, clonus; coordination. Positional tests of the vertebral "
        "artery are no longer recommended and are not done. An alarm: emergency route, and nothing manual."
    ),
    contraindications="",
    minutes=minutes("vascular_neurological_screen", 10, "the vascular and neurological screen"),
    source="Rushton 2023, doi:10.2519/jospt.2022.11147",
    measures=(systolic, diastolic),
    findings=(
        facts.three_n,
        signs.cranial_nerve_deficit,
        signs.horner_signs,
        signs.ataxia_or_unsteady,
        signs.gait_deviation,
        signs.hoffmann,
        signs.inverted_supinator,
        signs.babinski,
        signs.hyperreflexia_or_clonus,
    ),
)
