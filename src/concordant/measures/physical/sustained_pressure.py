"""Upper cervical provocation with sustained pressure: reproduction and resolution (Watson; examination 3.12)."""

from __future__ import annotations

from concordant.facts.examination import sustained_tests as facts
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import PROVOKED_BY_HAND
from concordant.measures.procedure import Body, Procedure

RESOLVES_WITHIN_SECONDS = 90
"""Watson's test holds the pressure for so long (Watson 2012, doi:10.1111/j.1526-4610.2012.02169.x)."""
STOP_ABOVE_NRS = 7
"""The test ends above this pain (examination 3.12)."""

resolution = Measure(
    facts.sustained_pressure_resolution_seconds,
    "time until the provoked headache fades",
    Better.NEITHER,
    ("hands",),
    ("supine",),
    step=1,
    no_norm="reproduction occurs in migraine and tension-type headache as well; there is no norm",
)

procedure = Procedure(
    "sustained_pressure",
    "Upper cervical provocation with sustained pressure (Watson)",
    "examination 3.12",
    step=8,
    body=Body.SUPINE,
    how=(
        "Supine. C0/1: head turned about 20 degrees away from the painful side, thumb on the posterior arch of "
        "C1, the other hand turns towards it; hold 5 s. C2/3: head turned about 30 degrees, thumb on the opposite "
        f"C2 pillar; hold 5 s. If the head pain comes, keep the pressure for up to {RESOLVES_WITHIN_SECONDS} s and "
        f"rate it 0 to 10 every 10 s. Stop above {STOP_ABOVE_NRS} of 10, at aura, dizziness or a change of vision "
        f"or speech, and where nothing fades by {RESOLVES_WITHIN_SECONDS} s."
    ),
    contraindications="As segmental palpation.",
    minutes=minutes("sustained_pressure", 6, "sustained pressure on two segments, both sides"),
    source="Watson 2012, doi:10.1111/j.1526-4610.2012.02169.x; Cummins 2022, doi:10.1080/10669817.2022.2099181",
    measures=(resolution,),
    findings=(
        facts.sustained_pressure_head_pain,
        facts.sustained_pressure_start_nrs,
        facts.sustained_pressure_end_nrs,
        facts.sustained_pressure_positive,
    ),
    locked_by=PROVOKED_BY_HAND,
    masked_by_medicine=True,
)
