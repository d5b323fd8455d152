"""Sustained-posture provocation (examination 3.13)."""

from __future__ import annotations

from concordant.facts.examination import sustained_tests as facts
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.procedure import Body, Procedure
from concordant.settings import whole

FALL_NRS = whole(
    "sustained_posture_fall_nrs",
    2,
    unit="NRS",
    low=1,
    high=10,
    says="A headache brought on by a held posture has to fall by so much in neutral for the test to be positive.",
    source="examination 3.13",
)

onset = Measure(
    facts.sustained_posture_onset_seconds,
    "time until the held posture brings on the headache",
    Better.UP,
    ("stopwatch",),
    ("sitting",),
    step=1,
    no_norm="no study of the test was found",
)

procedure = Procedure(
    "sustained_posture",
    "Sustained-posture provocation",
    "examination 3.13",
    step=8,
    body=Body.SITTING,
    how=(
        "Take the posture that the history names: slumped at the screen, head forward, end rotation or end "
        "extension. Hold it for up to 120 s, a sitting task for up to 10 min; note when the headache begins and "
        "its peak. Then neutral: note the pain and when it settles. Never hold end rotation together with "
        "extension as a vascular test."
    ),
    contraindications="Suspected dissection, vertebrobasilar symptoms.",
    minutes=minutes("sustained_posture", 4, "the sustained-posture test"),
    source="a design of this project; no accuracy study was found (examination 3.13)",
    measures=(onset,),
    findings=(
        facts.sustained_posture_familiar_headache,
        facts.sustained_posture_peak_nrs,
        facts.sustained_posture_neutral_nrs,
        facts.sustained_posture_settle_seconds,
        facts.sustained_posture_test_positive,
        facts.sustained_posture_provokes,
        facts.posture_correction_eases,
    ),
    locked_by=FROM_PROVOCATION_ON,
    masked_by_medicine=True,
)
