"""Smooth-pursuit neck torsion test (examination 3.17)."""

from __future__ import annotations

from concordant.facts.examination import sensorimotor as facts
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.procedure import Body, Procedure

_NO_NORM = "groups only: 0.01 healthy, 0.07 after whiplash, 0.11 with dizziness (Treleaven 2005); no cut-off is known"

gain_difference = Measure(
    facts.spnt_gain_difference,
    "smooth-pursuit gain difference",
    Better.DOWN,
    ("eye_tracker",),
    ("sitting",),
    step=0.01,
    no_norm=_NO_NORM,
)
clinical_rating = Measure(
    facts.spnt_clinical_rating,
    "smooth-pursuit rating",
    Better.DOWN,
    ("eyes_of_the_rater",),
    ("sitting",),
    step=1,
    no_norm=_NO_NORM,
)

procedure = Procedure(
    "smooth_pursuit",
    "Smooth-pursuit neck torsion test",
    "examination 3.17",
    step=11,
    body=Body.SITTING,
    how=(
        "Follow a target over 40 to 50 degrees at 20 to 30 degrees a second, head still: in neutral, then with "
        "the trunk turned 45 degrees to the left and to the right. Difference of each side: gain in neutral less "
        "gain in torsion; the published value is the mean of both. Without an eye tracker rate catch-up saccades "
        "and symptoms 0 to 2."
    ),
    contraindications="",
    minutes=minutes("smooth_pursuit", 5, "the smooth-pursuit neck torsion test"),
    source="Treleaven 2005, doi:10.1080/16501970410024299; Tjell 1998",
    measures=(gain_difference, clinical_rating),
    findings=(facts.spnt_positive,),
    locked_by=FROM_PROVOCATION_ON,
    only_if="dizziness, or after whiplash",
)
