"""Which structure reproduces the headache: joints, muscles, posture, disc."""

from concordant.diagnosis.source_of_pain import STRUCTURES
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Source of pain")
example = CHAPTER.example
BY_ID = {structure.id: structure for structure in STRUCTURES}

example(
    "C2-C3 right: the familiar headache points to it, a painless joint away from it",
    BY_ID["C2-C3 right"].criterion,
    """
      | palpation_familiar_headache[C2-C3 right] | palpation_pain_nrs[C2-C3 right] | palpation_familiar_headache[C2-C3 left]
    1 | yes                                      | 5                               |
    2 | yes                                      |                                 |
    3 | no                                       | 0                               |
    4 | no                                       | 1                               |
    5 |                                          | 0                               |
    6 |                                          |                                 | yes
    7 | no                                       | 0                               | yes
      | yes                                      | 4                               |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN, 6: UNKNOWN, 7: MET},
)
example(
    "C1-C2 left: stiff and painful with the flexion-rotation test limited to that side",
    BY_ID["C1-C2 left"].criterion,
    """
      | palpation_resistance[C1-C2 left] | palpation_pain_nrs[C1-C2 left] | frt_rotation_deg[left] | frt_rotation_deg[right] | age_years | palpation_familiar_headache[C1-C2 left]
    1 | stiff                            | 2                              | 32                     | 44                      | 45        |
    2 | stiff                            | 2                              | 33                     | 44                      | 45        |
    3 | stiff                            | 1                              | 20                     | 44                      | 45        |
    4 | normal                           | 6                              | 20                     | 44                      | 45        |
    5 | stiff                            | 2                              | 44                     | 20                      | 45        |
    6 | normal                           | 0                              | 44                     | 44                      | 45        | no
    """,  # noqa: E501
    {1: MET, 2: UNKNOWN, 3: UNKNOWN, 4: UNKNOWN, 5: UNKNOWN, 6: NOT_MET},
)
example(
    "C1-C2 left by a block of that joint",
    BY_ID["C1-C2 left"].criterion,
    """
      | block_done | block_target       | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | yes        | c1_2_joint         | yes                     | 6             | 0
    2 | yes        | c1_2_joint         | yes                     | 6             | 0.4
    3 | yes        | c1_2_joint         | yes                     | 6             | 1
    4 | yes        | c1_2_joint         | no                      | 6             | 0
    5 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 0
    6 | yes        | c1_2_joint         | yes                     | 3             | 0
    """,
    {1: MET, 2: MET, 3: UNKNOWN, 4: UNKNOWN, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "Suboccipital muscles, right: an active point that brings on the familiar headache",
    BY_ID["suboccipital right"].criterion,
    """
      | trigger_point_suboccipital[right] | trigger_point_suboccipital_familiar_headache[right] | trigger_point_suboccipital[left]
    1 | active                            | yes                                                 |
    2 | active                            | no                                                  |
    3 | latent                            |                                                     |
    4 | none                              |                                                     | active
    5 | active                            |                                                     |
    6 |                                   |                                                     | active
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "Sustained posture: brings it on, and neutral or correction eases it",
    BY_ID["posture"].criterion,
    """
      | sustained_posture_familiar_headache | sustained_posture_peak_nrs | sustained_posture_neutral_nrs | sustained_posture_provokes | posture_correction_eases
    1 | yes                                 | 5                          | 3                             |                            |
    2 | yes                                 | 5                          | 4                             |                            |
    3 |                                     |                            |                               | yes                        | yes
    4 |                                     |                            |                               | yes                        | no
    5 |                                     |                            |                               | no                         |
    6 |                                     |                            |                               |                            | yes
    """,  # noqa: E501
    {1: MET, 2: UNKNOWN, 3: MET, 4: UNKNOWN, 5: NOT_MET, 6: UNKNOWN},
)
example(
    "Disc or nerve root: no sign of the examination, the examiner's working disorder only",
    BY_ID["disc"].criterion,
    """
      | neck_disorder_type
    1 | disc
    2 | radiculopathy_c2_c3
    3 | zygapophysial_joint
    4 | spondylosis
    5 |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)
