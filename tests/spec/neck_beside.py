"""The criteria of CHISG 1998 and Antonaci 2001, told beside 11.2.1 (diagnosis 2.1, 2.2)."""

from concordant.diagnosis.neck.antonaci import antonaci_probable
from concordant.diagnosis.neck.chisg import chisg_clinical, chisg_research
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("CHISG 1998 and Antonaci 2001, beside 11.2.1")
example = CHAPTER.example

example(
    "CHISG clinical: Ia alone, or Ib and Ic",
    chisg_clinical,
    """
      | provoked_by_neck_movement_or_posture | pressure_provokes_headache | crom_reduced | ipsilateral_neck_shoulder_arm_pain
    1 | yes                                  | no                         | no           | no
    2 | no                                   | yes                        | no           | no
    3 | no                                   | no                         | yes          | yes
    4 | no                                   | no                         | yes          | no
    5 | no                                   | no                         | no           | yes
    6 | no                                   | no                         | yes          |
    7 | no                                   |                            | no           | no
    8 |                                      |                            |              |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN},
)
example(
    "CHISG research: a block with a control, and one-sided without side shift",
    chisg_research,
    """
      | provoked_by_neck_movement_or_posture | laterality            | block_done | block_target      | block_control      | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | yes                                  | right_always          | yes        | c2_3_joint_or_ton | comparative_agents | yes                     | 6             | 0
    2 | yes                                  | right_always          | yes        | c2_3_joint_or_ton | placebo            | yes                     | 6             | 0
    3 | yes                                  | right_always          | yes        | c2_3_joint_or_ton | none               | yes                     | 6             | 0
    4 | yes                                  | right_always          | yes        | c2_3_joint_or_ton |                    | yes                     | 6             | 0
    5 | yes                                  | one_sided_alternating | yes        | c2_3_joint_or_ton | placebo            | yes                     | 6             | 0
    6 | yes                                  | right_always          |            |                   |                    |                         |               |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: UNKNOWN, 4: UNKNOWN, 5: NOT_MET, 6: UNKNOWN},
)
example(
    "Antonaci 2001: four, five and two of seven, and five that are known among open ones",
    antonaci_probable,
    """
      | laterality   | provoked_by_neck_movement_or_posture | episodes_vary_or_fluctuate | pain_severity | pain_qualities | pain_starts_in_neck | spreads_back_to_front | head_or_neck_trauma_history | nausea
    1 | right_always | yes                                  | yes                        | moderate      | dull_aching    | no                  | no                    |                             | none
    2 | right_always | yes                                  | yes                        | moderate      | dull_aching    | yes                 | yes                   |                             | none
    3 | bilateral    | yes                                  | no                         | mild          | pulsating      | no                  | no                    | yes                         | none
    4 | right_always | yes                                  | yes                        | moderate      | dull_aching    | yes                 |                       |                             |
    5 | right_always | yes                                  | yes                        | moderate      | pulsating      | yes                 | yes                   | yes                         |
    """,  # noqa: E501
    {1: UNKNOWN, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: MET},
)
