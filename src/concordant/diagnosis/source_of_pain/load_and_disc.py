"""Sustained posture as the load that brings it on, and the disc."""

from concordant.criteria import all_of, any_of, at_a_visit, no, one_of, yes
from concordant.diagnosis.source_of_pain.structure import Rival, Sign, Structure
from concordant.facts.examination.judgement import neck_disorder_type
from concordant.facts.examination.sustained_tests import (
    posture_correction_eases,
    sustained_posture_provokes,
    sustained_posture_test_positive,
)
from concordant.facts.history.person import neck_disorder_imaging_evidence

posture = Structure(
    id="posture",
    name="Sustained posture (load)",
    pointing_to=(
        Sign(
            "The held posture brings the headache on, and leaving it settles it",
            at_a_visit(yes(sustained_posture_test_positive)),
            "examination 3.13: no accuracy study found",
        ),
        Sign(
            "A sustained posture brings the headache on, and correcting it changes the symptoms at once",
            at_a_visit(all_of(yes(sustained_posture_provokes), yes(posture_correction_eases))),
            "product rule, treatment 1.3",
        ),
    ),
    pointing_away=(
        Sign(
            "Staying in one posture does not bring it on", at_a_visit(no(sustained_posture_provokes)), "treatment 1.3"
        ),
    ),
    rivals=(
        Rival("A joint or muscle that the posture loads: posture is then the trigger, not the source"),
        Rival("Tension-type headache", "2.3"),
    ),
    note="A forward head alone says nothing: studies of the craniovertebral angle disagree. It is never a criterion.",
)

disc = Structure(
    id="disc",
    name="Disc or nerve root C2-C3",
    pointing_to=(
        Sign(
            "The examiner's working neck disorder is the disc or a nerve root",
            one_of(neck_disorder_type, "disc", "radiculopathy_c2_c3"),
            "diagnosis 1.1, 1.19",
        ),
    ),
    pointing_away=(
        Sign(
            "The examiner's working neck disorder is another",
            any_of(
                one_of(
                    neck_disorder_type,
                    "zygapophysial_joint",
                    "segmental_hypomobility",
                    "ligament_injury",
                    "myofascial_only",
                    "dystonia",
                    "none",
                )
            ),
            "diagnosis 1.1",
        ),
    ),
    beside=(
        Sign(
            "Imaging shows a disorder of the neck",
            yes(neck_disorder_imaging_evidence),
            "findings of the upper neck are common without headache (recalled)",
        ),
    ),
    rivals=(
        Rival("The C2-C3 joint of the same level: examination does not tell a disc from its joint"),
        Rival("Upper cervical radiculopathy has a code of its own", "A11.2.4"),
    ),
    note="No examination finding points to a disc. Less common than joint or muscle.",
)

LOAD_AND_DISC = (posture, disc)
