"""Cord, roots and upper cervical instability (diagnosis 4.5, 4.8)."""

from tests.spec.levels import level
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Red flags: cord, roots and instability")


def example(words, table, expected):
    CHAPTER.example(f"flag {words}", level(words), table, expected)


CLUSTER = """
      | age_years | gait_deviation | hoffmann | inverted_supinator | babinski
    1 | 46        | yes            | yes      | no                 | no
    2 | 45        | yes            | yes      | no                 | no
    3 | 45        | yes            | no       | no                 | no
    4 | 46        | no             | no       | no                 | no
    5 | 45        | yes            | yes      |                    | no
    6 | 46        | yes            |          | no                 | no
    7 | 30        |                | no       | no                 | no
"""
example(
    "myelopathy_3of5 same_day",
    CLUSTER,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN, 7: NOT_MET},
)
example(
    "myelopathy_2of5 urgent",
    CLUSTER,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: MET, 6: MET, 7: NOT_MET},
)
example(
    "injury_72h caution",
    """
      | as_of      | injuries | injury_date
    1 | 2024-01-10 |          | 2024-01-09
    2 | 2024-01-13 |          | 2024-01-09
    3 | 2024-01-14 |          | 2024-01-09
    4 | 2024-01-10 | none     |
    5 | 2024-01-10 |          |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "cord emergency",
    """
      | bladder_bowel_change | limb_paraesthesia | neuro_deficit_new | hand_clumsiness | hyperreflexia_or_clonus | gait_deviation
    1 | yes                  | yes               | no                | no              | no                      | no
    2 | yes                  | no                | yes               | no              | no                      | no
    3 | yes                  | no                | no                | no              | no                      | no
    4 | no                   | yes               | yes               | yes             | yes                     | yes
    5 | yes                  |                   | no                | no              | no                      | no
    6 | yes                  | no                | no                | yes             | no                      | no
    7 | yes                  | no                | no                | no              | yes                     | no
    8 | yes                  | no                | no                | no              | no                      | yes
    """,  # noqa: E501
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: MET, 7: MET, 8: MET},
)
example(
    "cord urgent",
    """
      | hand_clumsiness | hyperreflexia_or_clonus | lhermitte | bladder_bowel_change
    1 | yes             | no                      | no        | no
    2 | no              | yes                     | no        | no
    3 | no              | no                      | yes       | no
    4 | no              | no                      | no        | yes
    5 | no              | no                      | no        | no
    6 | no              | no                      |           | no
    """,
    {1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET, 6: UNKNOWN},
)
example(
    "progressive_neuro same_day",
    """
      | worsening_neuro_function
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "progressive_neuro urgent",
    """
      | multi_level_root_signs
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "uci emergency",
    """
       | adverse_reaction_to_testing | uci_symptoms      | five_d       | lhermitte | uci_risk_conditions     | injuries | injury_date
     1 | yes                         | none              | none         | no        | none                    | none     |
     2 | no                          | drop_attacks      | none         | no        | none                    | none     |
     3 | no                          | none              | drop_attacks | no        | none                    | none     |
     4 | no                          | none              | none         | yes       | down_syndrome           | none     |
     5 | no                          | none              | none         | yes       | none                    | none     |
     6 | no                          | must_support_head | none         | no        | down_syndrome           | none     |
     7 | no                          | none              | none         | yes       |                         | none     |
     8 | no                          | none              | none         | yes       | none                    |          | 2023-01-02
     9 | no                          | none              | none         | yes       | significant_neck_trauma | none     |
    10 |                             | none              | none         | no        | none                    | none     |
    11 | no                          | none              | none         |           | down_syndrome           | none     |
    """,  # noqa: E501
    # 10: a test that nobody did brought nothing on; no ligament test is ever asked for.
    {
        1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET, 6: NOT_MET,
        7: UNKNOWN, 8: MET, 9: MET, 10: NOT_MET, 11: UNKNOWN,
    },
)  # fmt: skip
example(
    "uci same_day",
    """
      | sharp_purser | alar_ligament_test | membrane_tests | transverse_ligament_test | uci_risk_conditions     | uci_symptoms
    1 | positive     | negative           | negative       | negative                 | none                    | none
    2 | negative     | positive           | negative       | negative                 | none                    | none
    3 | negative     | negative           | positive       | negative                 | none                    | none
    4 | negative     | negative           | negative       | positive                 | none                    | none
    5 | negative     | negative           | negative       | negative                 | significant_neck_trauma | metallic_taste
    6 | not_done     | not_done           | not_done       | unsafe_to_test           | none                    | none
    7 | negative     | negative           | negative       | negative                 | down_syndrome           | metallic_taste
    8 |              |                    |                |                          | none                    | none
    9 | negative     | negative           | negative       | negative                 | significant_neck_trauma |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: MET, 5: MET, 6: NOT_MET, 7: NOT_MET, 8: NOT_MET, 9: UNKNOWN},
)
RISKS = """
      | uci_risk_conditions | uci_symptoms
    1 | down_syndrome       | metallic_taste
    2 | down_syndrome       | none
    3 | none                | metallic_taste
    4 | down_syndrome       |
    5 |                     | none
    6 |                     | metallic_taste
"""
example("uci urgent", RISKS, {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: NOT_MET, 6: UNKNOWN})
example("uci caution", RISKS, {1: MET, 2: MET, 3: NOT_MET, 4: MET, 5: UNKNOWN, 6: UNKNOWN})
