"""Vascular pathologies of the neck (diagnosis 4.3)."""

from tests.spec.levels import level
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Red flags: neck arteries and blood pressure")


def example(words, table, expected):
    CHAPTER.example(f"flag {words}", level(words), table, expected)


example(
    "vasc_v3 emergency",
    """
       | horner_signs | cranial_nerve_deficit | neuro_deficit_new | ataxia_or_unsteady | visual_loss_or_amaurosis | five_d              | three_n
     1 | yes          |                       |                   |                    |                          |                     |
     2 | no           | yes                   | no                | no                 | no                       | none                | none
     3 | no           | no                    | yes               | no                 | no                       | none                | none
     4 | no           | no                    | no                | yes                | no                       | none                | none
     5 | no           | no                    | no                | no                 | yes                      | none                | none
     6 | no           | no                    | no                | no                 | no                       | dizziness, diplopia | none
     7 | no           | no                    | no                | no                 | no                       | dizziness           | nausea
     8 | no           | no                    | no                | no                 | no                       | none                | nystagmus
     9 | no           | no                    | no                | no                 | no                       | none                | numbness_face
    10 | no           | no                    | no                | no                 | no                       |                     | none
    11 |              | no                    | no                | no                 | no                       | none                | none
    """,  # noqa: E501
    {
        1: MET, 2: MET, 3: MET, 4: MET, 5: MET, 6: MET,
        7: NOT_MET, 8: MET, 9: MET, 10: UNKNOWN, 11: UNKNOWN,
    },
)  # fmt: skip
example(
    "vasc_dissection emergency",
    """
      | as_of      | dissection_diagnosed | dissection_stable_date
    1 | 2024-03-30 | yes                  | 2024-01-01
    2 | 2024-03-31 | yes                  | 2024-01-01
    3 | 2024-03-31 | yes                  |
    4 | 2024-03-31 | no                   |
    5 | 2024-03-31 |                      |
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET, 5: NOT_MET},
)
example(
    "vasc_v2 emergency",
    """
      | as_of      | pain_unlike_any_other | pain_severe_and_continuous_for_days | headache_onset_date | pulsatile_tinnitus | vascular_risk_factors | pregnant_or_postpartum | injuries | injury_date | whiplash_occurred | uci_risk_conditions
    1 | 2024-03-30 | yes                   | no                                  | 2020-01-01          | no                 | hypertension          | no                     | none     |             | | none
    2 | 2024-03-30 | no                    | yes                                 | 2024-01-01          | no                 | migraine              | no                     | none     |             | | none
    3 | 2024-03-31 | no                    | yes                                 | 2024-01-01          | no                 | migraine              | no                     | none     |             | | none
    4 | 2024-03-30 | no                    | no                                  | 2020-01-01          | yes                | none                  | postpartum_6_weeks     | none     |             | | none
    5 | 2024-03-30 | yes                   | no                                  | 2020-01-01          | no                 | diabetes              | no                     | none     |             | | none
    6 | 2024-03-30 | yes                   | no                                  | 2020-01-01          | no                 | none                  | no                     |          | 2024-03-02  | yes | none
    7 | 2024-03-30 | yes                   | no                                  | 2020-01-01          | no                 | none                  | no                     |          | 2024-03-01  | yes | none
    8 | 2024-03-30 | yes                   | no                                  | 2020-01-01          | no                 |                       | no                     | none     |             | | none
    9 | 2024-03-30 |                       | no                                  | 2020-01-01          | no                 | hypertension          | no                     | none     |             | | none
    """,  # noqa: E501
    {1: MET, 2: MET, 3: NOT_MET, 4: MET, 5: NOT_MET, 6: MET, 7: NOT_MET, 8: UNKNOWN, 9: UNKNOWN},
)
example(
    "vasc_v2b same_day",
    """
      | pain_unlike_any_other | vascular_risk_factors      | uci_risk_conditions        | pregnant_or_postpartum | injuries
    1 | yes                   | none                       | none                       | no                     | none
    2 | no                    | none                       | none                       | no                     | none
    3 |                       | none                       | none                       | no                     | none
    4 | yes                   | hypertension               | none                       | no                     | none
    5 | yes                   |                            | none                       | no                     | none
    6 | yes                   | diabetes                   | none                       | no                     | none
    7 | yes                   | none                       | connective_tissue_disorder | no                     | none
    8 | yes                   | family_history_stroke_mi   | none                       | no                     | none
    """,  # noqa: E501
    # 5: while nobody has asked for a risk factor, V2 is open to question and V2b stands.
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET, 5: MET, 6: MET, 7: NOT_MET, 8: NOT_MET},
)
example(
    "vasc_v1 caution",
    """
      | as_of      | vascular_risk_factors    | uci_risk_conditions | pregnant_or_postpartum | injuries | injury_date | whiplash_occurred
    1 | 2024-03-30 | hypertension, diabetes   | none                | no                     | none     |             |
    2 | 2024-03-30 | hypertension             | none                | no                     | none     |             |
    3 | 2024-03-30 | none                     | none                | no                     | none     |             |
    4 | 2024-03-30 |                          | none                | no                     | none     |             |
    5 | 2024-03-30 | hypertension             | none                | postpartum_6_weeks     | none     |             |
    6 | 2024-03-30 | hypertension             | none                | no                     |          | 2024-03-02  | yes
    7 | 2024-03-30 | hypertension             | none                | no                     |          | 2024-03-01  | yes
    8 | 2024-03-30 | recent_minor_neck_trauma | none                | no                     |          | 2024-03-02  | yes
    9 | 2024-03-30 | hypertension             | long_term_steroid   | no                     | none     |             |
   10 | 2024-03-30 | long_term_steroid        | long_term_steroid   | no                     | none     |             |
    """,  # noqa: E501
    {
        1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: MET,
        6: MET, 7: NOT_MET, 8: NOT_MET, 9: MET, 10: NOT_MET,
    },
)  # fmt: skip
example(
    "vasc_bp emergency",
    """
      | systolic_bp_mmhg | diastolic_bp_mmhg | headache_phase | visual_loss_or_amaurosis | neuro_deficit_new
    1 | 180              | 80                | attack         | no                       | no
    2 | 120              | 110               | attack         | no                       | no
    3 | 180              | 80                | none           | no                       | no
    4 | 180              | 80                |                | no                       | no
    5 | 180              | 80                | none           | yes                      | no
    6 | 180              | 80                | none           | no                       |
    7 | 179              | 109               | attack         | yes                      | yes
    8 |                  |                   | attack         | no                       | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: MET, 5: MET, 6: MET, 7: NOT_MET, 8: UNKNOWN},
)
example(
    "vasc_bp same_day",
    """
      | systolic_bp_mmhg | diastolic_bp_mmhg
    1 | 180              |
    2 |                  | 110
    3 | 179              | 109
    4 | 179              |
    5 |                  |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)
