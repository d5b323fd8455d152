"""The tests of the neck that may be proposed: what each needs, and what it fills in.

Techniques are those of the block matrix (diagnosis 4.9): a test that uses one that is stopped is not proposed. The
flexion-rotation test turns the neck to its end in full flexion; palpation presses on the joints and what covers them.
The craniocervical flexion test is not among them: alone it has no published accuracy. It moves the probability only as
the last part of a cluster (examination 3.18), whose other part, reduced extension, is read against norms that are no
more than recalled (examination 3.1). Whether it is to be proposed then is for a clinician to say (decision 0014).
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.diagnosis.next_test import minutes
from concordant.diagnosis.probability.signs import CONCORDANT, FLEXION_ROTATION, Sign

NOT_IN_AN_ATTACK = "Not in an attack, nor within 24 h of an acute medicine: it would say nothing."


@dataclass(frozen=True, slots=True)
class NeckTest:
    """One test."""

    fact: str
    how: str
    minutes: float
    techniques: tuple[str, ...]
    fills: frozenset[str]
    """Facts that it gives, or from which they are proposed."""
    sign: Sign | None = None
    """What it says about the probability."""
    provokes: bool = False


_PROVOCATION = frozenset({"provocation_worsens_headache", "provocation_familiar", "provocation_nrs_rise"})

NECK_TESTS = (
    NeckTest(
        "frt_rotation_deg",
        "Supine, neck fully flexed and held there: turn the head to each side until firm resistance or the first pain.",
        minutes.FLEXION_ROTATION,
        ("end_range",),
        frozenset({"frt_rotation_deg", "crom_reduced"}),
        FLEXION_ROTATION,
    ),
    NeckTest(
        "palpation_familiar_headache",
        "Press on the segments C0 to C3 on both sides, 5 to 10 s each; ask each time whether it is the usual headache "
        f"and by how much it rises. {NOT_IN_AN_ATTACK}",
        minutes.PALPATION,
        ("mid_range", "soft_tissue"),
        _PROVOCATION | {"palpation_familiar_headache", "palpation_pain_nrs", "neck_disorder_clinical_evidence"},
        CONCORDANT,
        provokes=True,
    ),
    NeckTest(
        "arom_extension_deg",
        "Sitting upright with the trunk fixed: active movement in six directions, three trials each, and what each "
        "end brings on.",
        minutes.ACTIVE_RANGE,
        ("end_range",),
        frozenset({"crom_reduced", "arom_extension_deg"}),
    ),
    NeckTest(
        "sustained_posture_familiar_headache",
        f"Hold the posture of the history for up to 120 s; then neutral. {NOT_IN_AN_ATTACK}",
        minutes.SUSTAINED_POSTURE,
        ("end_range",),
        _PROVOCATION | {"sustained_posture_familiar_headache"},
        provokes=True,
    ),
)
