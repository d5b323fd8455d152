"""11.2.1 C4: abolished by a diagnostic block (diagnosis 3.5; worked truths T16 to T19 of 3.7)."""

from concordant.diagnosis.neck.block import abolished_by_block
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
