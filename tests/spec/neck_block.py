"""11.2.1 C4: abolished by a diagnostic block (diagnosis 3.5; worked truths T16 to T19 of 3.7)."""

from concordant.diagnosis.neck.block import abolished_by_block, controlled_block
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("11.2.1 C4, the diagnostic block")
example = CHAPTER.example

example(
    "11.2.1 C4: abolished, eased in part, or not informative",
    abolished_by_block,
    """
       | block_done | block_target        | block_agent | block_technical_success | block_pre_nrs | block_best_post_nrs
     1 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 6             | 0
     2 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 6             | 0.4
     3 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 5             | 0.5
     4 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 4             | 2
     5 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 6             | 4
     6 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 3             | 0
     7 | yes        | c2_3_joint_or_ton   | lidocaine   | no                      | 6             | 0
     8 | yes        | gon                 | lidocaine   | yes                     | 6             | 0
     9 | yes        | trigger_point       | lidocaine   | yes                     | 6             | 0
    10 | yes        | c2_3_joint_or_ton   | lidocaine   | yes                     | 6             |
    11 | no         |                     |             |                         |               |
    12 |            |                     |             |                         |               |
    """,
    {
        1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN,
        7: UNKNOWN, 8: UNKNOWN, 9: UNKNOWN, 10: UNKNOWN, 11: UNKNOWN, 12: UNKNOWN,
    },
)  # fmt: skip
example(
    "11.2.1 C4: a second block that abolishes it stands over a first that eased it",
    abolished_by_block,
    """
      | date       | block_done | block_target       | block_agent | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | 2024-01-08 | yes        | c3_4_medial_branch | lidocaine   | yes                     | 6             | 3
      | 2024-01-22 | yes        | c2_3_joint_or_ton  | bupivacaine | yes                     | 6             | 0
    2 | 2024-01-08 | yes        | c3_4_medial_branch | lidocaine   | yes                     | 6             | 4
      | 2024-01-22 | yes        | c2_3_joint_or_ton  | bupivacaine | yes                     | 6             | 5
    """,  # noqa: E501
    {1: MET, 2: UNKNOWN},
)
example(
    "11.2.1 C4: the same relief with saline is a placebo response",
    abolished_by_block,
    """
      | date       | block_done | block_target      | block_agent | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | 2024-01-08 | yes        | c2_3_joint_or_ton | lidocaine   | yes                     | 6             | 0
      | 2024-01-22 | yes        | c2_3_joint_or_ton | saline      | yes                     | 6             | 0
    """,  # noqa: E501
    {1: NOT_MET},
)
example(
    "11.2.1 C4: pain of 3.9 and 4 before; 89 and 90 per cent; below and on 0.5; 49 and 50 per cent",
    abolished_by_block,
    """
      | block_done | block_target      | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | yes        | c2_3_joint_or_ton | yes                     | 3.9           | 0
    2 | yes        | c2_3_joint_or_ton | yes                     | 4             | 0
    3 | yes        | c2_3_joint_or_ton | yes                     | 4             | 0.4
    4 | yes        | c2_3_joint_or_ton | yes                     | 4             | 0.45
    5 | yes        | c2_3_joint_or_ton | yes                     | 4.9           | 0.49
    6 | yes        | c2_3_joint_or_ton | yes                     | 5             | 0.5
    7 | yes        | c2_3_joint_or_ton | yes                     | 10            | 5
    8 | yes        | c2_3_joint_or_ton | yes                     | 10            | 5.1
    """,
    {1: UNKNOWN, 2: MET, 3: MET, 4: NOT_MET, 5: MET, 6: NOT_MET, 7: NOT_MET, 8: UNKNOWN},
)
example(
    "11.2.1 C4: an occipital nerve or a trigger point counts where the examiner accepts it",
    abolished_by_block,
    """
      | block_done | block_target  | block_target_accepted | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | yes        | gon           |                       | yes                     | 6             | 0
    2 | yes        | gon           | yes                   | yes                     | 6             | 0
    3 | yes        | lon           | no                    | yes                     | 6             | 0
    4 | yes        | trigger_point | yes                   | yes                     | 6             | 2
    5 | yes        | trigger_point |                       | yes                     | 6             | 2
    """,  # noqa: E501
    {1: UNKNOWN, 2: MET, 3: UNKNOWN, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "11.2.1 C4: no relief refutes its own target; all of it only where every plausible target was blocked",
    abolished_by_block,
    """
      | block_targets_plausible              | date       | block_done | block_target       | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 |                                      | 2024-01-08 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 5
    2 | c2_3_joint_or_ton                    | 2024-01-08 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 5
    3 | c2_3_joint_or_ton,c3_4_medial_branch | 2024-01-08 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 5
    4 | c2_3_joint_or_ton,c3_4_medial_branch | 2024-01-08 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 5
      |                                      | 2024-01-15 | yes        | c3_4_medial_branch | yes                     | 6             | 4
    5 | c2_3_joint_or_ton,c3_4_medial_branch | 2024-01-08 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 5
      |                                      | 2024-01-15 | yes        | c3_4_medial_branch | no                      | 6             | 4
    6 | c2_3_joint_or_ton,c3_4_medial_branch | 2024-01-08 | yes        | c2_3_joint_or_ton  | yes                     | 6             | 5
      |                                      | 2024-01-15 | yes        | c3_4_medial_branch | yes                     | 6             | 0
    """,  # noqa: E501
    {1: UNKNOWN, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET, 5: UNKNOWN, 6: MET},
)
example(
    "11.2.1 C4: relief from saline that is less than that of the agent leaves it open",
    abolished_by_block,
    """
      | date       | block_done | block_target      | block_agent | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | 2024-01-08 | yes        | c2_3_joint_or_ton | lidocaine   | yes                     | 6             | 0
      | 2024-01-22 | yes        | c2_3_joint_or_ton | saline      | yes                     | 6             | 3
    2 | 2024-01-08 | yes        | c2_3_joint_or_ton | lidocaine   | yes                     | 6             | 0
      | 2024-01-22 | yes        | c2_3_joint_or_ton | saline      | yes                     | 6             | 4
    """,  # noqa: E501
    {1: UNKNOWN, 2: MET},
)
example(
    "11.2.1 C4, the grade controlled: two sessions 6 and 7 days apart, with a control and complete relief each time",
    controlled_block,
    """
      | date       | block_done | block_target       | block_control      | block_agent | block_technical_success | block_pre_nrs | block_best_post_nrs
    1 | 2024-01-08 | yes        | c2_3_joint_or_ton  | none               | lidocaine   | yes                     | 6             | 0
      | 2024-01-14 | yes        | c2_3_joint_or_ton  | comparative_agents | bupivacaine | yes                     | 6             | 0
    2 | 2024-01-08 | yes        | c2_3_joint_or_ton  | none               | lidocaine   | yes                     | 6             | 0
      | 2024-01-15 | yes        | c2_3_joint_or_ton  | comparative_agents | bupivacaine | yes                     | 6             | 0
    3 | 2024-01-08 | yes        | c2_3_joint_or_ton  | none               | lidocaine   | yes                     | 6             | 0.4
      | 2024-01-15 | yes        | c2_3_joint_or_ton  | comparative_agents | bupivacaine | yes                     | 6             | 0
    4 | 2024-01-08 | yes        | c2_3_joint_or_ton  | none               | lidocaine   | yes                     | 6             | 0
      | 2024-01-15 | yes        | c2_3_joint_or_ton  | none               | bupivacaine | yes                     | 6             | 0
    5 | 2024-01-08 | yes        | c3_4_medial_branch | none               | lidocaine   | yes                     | 6             | 0
      | 2024-01-15 | yes        | c2_3_joint_or_ton  | comparative_agents | bupivacaine | yes                     | 6             | 0
    6 | 2024-01-08 | yes        | c2_3_joint_or_ton  | placebo            | saline      | yes                     | 6             | 5
      | 2024-01-15 | yes        | c2_3_joint_or_ton  | placebo            | bupivacaine | yes                     | 6             | 0
    7 | 2024-01-08 | yes        | c2_3_joint_or_ton  | placebo            | saline      | yes                     | 6             | 3
      | 2024-01-15 | yes        | c2_3_joint_or_ton  | placebo            | bupivacaine | yes                     | 6             | 0
    8 | 2024-01-15 | yes        | c2_3_joint_or_ton  | comparative_agents | bupivacaine | yes                     | 6             | 0
    """,  # noqa: E501
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: MET, 7: NOT_MET, 8: UNKNOWN},
)
