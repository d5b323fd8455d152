"""The cluster of Jull 2007: reduced extension, painful joint dysfunction, impaired deep flexors (examination 3.18)."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.facts.examination import judgement as facts
from concordant.measures.procedure import Body, Procedure
from concordant.settings import whole

WARN_FROM_AGE = whole(
    "jull_cluster_warn_from_age",
    60,
    unit="y",
    low=18,
    high=120,
    says="From so many years on the Jull cluster is told with the warning that other headaches show it too.",
    source="examination 3.18; the pattern at 60 to 75: Uthaikhup 2009, doi:10.1016/j.math.2008.12.008",
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The result, and what has to be said beside it."""

    positive: bool | None
    warning: str = ""


def cluster(
    extension_reduced: bool | None,
    joint_dysfunction: bool | None,
    flexion_test_impaired: bool | None,
    *,
    age: float | None = None,
) -> Cluster:
    """Positive where all three are, negative where one is not, else unknown; ``age`` in years for the warning."""
    parts = (extension_reduced, joint_dysfunction, flexion_test_impaired)
    answer = False if False in parts else None if None in parts else True
    if not answer or (age is not None and age < WARN_FROM_AGE):
        return Cluster(answer)
    known = "" if age is not None else "the age is not known; "
    pattern = f"from {WARN_FROM_AGE} years on migraine and tension-type headache show the same pattern (Uthaikhup 2009)"
    return Cluster(True, known + pattern)


procedure = Procedure(
    "jull_cluster",
    "Cluster of Jull 2007",
    "examination 3.18",
    step=12,
    body=Body.AT_THE_DESK,
    how=(
        "Read from what was found: reduced active extension, a painful dysfunction of a joint from C0 to C3, and "
        "an impaired craniocervical flexion test. Positive where all three are there, negative where one is not."
    ),
    contraindications="",
    minutes=0,
    source="Jull 2007, doi:10.1111/j.1468-2982.2007.01345.x",
    findings=(facts.jull_cluster_positive,),
)
