"""Spurling test and upper-limb neurodynamic test 1 (examination 3.14)."""

from __future__ import annotations

from concordant.facts.examination import general as facts
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import PROVOKED_BY_HAND
from concordant.measures.procedure import Body, Procedure

procedure = Procedure(
    "arm_symptoms",
    "Spurling and upper-limb neurodynamic test 1",
    "examination 3.14",
    step=12,
    body=Body.SITTING,
    how=(
        "Spurling: side-bend, with extension, to the painful side and gentle load along the axis; positive where "
        "arm pain or tingling comes. Neurodynamic test 1: shoulder girdle down, abduct, wrist and fingers "
        "extended, supination, external rotation, elbow extended; side-bend of the neck to tell apart; a negative "
        "test makes root pain unlikely."
    ),
    contraindications="Acute trauma, instability, severe root pain at rest, signs of the cord.",
    minutes=minutes("arm_symptoms", 3, "the Spurling and the upper-limb neurodynamic test"),
    source="Thoomes 2018, doi:10.1016/j.spinee.2017.08.241; Wainner 2003 (recalled)",
    findings=(facts.spurling_test, facts.ulnt1_test),
    locked_by=PROVOKED_BY_HAND,
    only_if="arm symptoms",
)
