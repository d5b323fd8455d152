"""Giant cell arteritis, low CSF pressure, tumour, weak bone, questions of every visit (diagnosis 1.15, 1.16, 4.8)."""

from tests.spec.levels import level
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Red flags: other causes")


def example(words, table, expected):
    CHAPTER.example(f"flag {words}", level(words), table, expected)


example(
    "gca emergency",
    """
      | birth_date | headache_onset_date | scalp_tenderness | jaw_claudication | visual_loss_or_amaurosis | systemic_symptoms
    1 | 1960-01-01 | 2023-06-01          | no               | no               | yes                      | none
    2 | 1960-01-01 | 2023-06-01          | yes              | no               | no                       | none
    3 | 1990-01-01 | 2023-06-01          | yes              | yes              | yes                      | none
    4 | 1960-01-01 | 2023-06-01          | yes              | yes              |                          | none
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "gca same_day",
    """
      | birth_date | headache_onset_date | scalp_tenderness | jaw_claudication | visual_loss_or_amaurosis | systemic_symptoms
    1 | 1973-06-01 | 2023-06-01          | yes              | no               | no                       | none
    2 | 1973-06-02 | 2023-06-01          | yes              | no               | no                       | none
    3 | 1960-01-01 | 2023-06-01          | no               | yes              | no                       | none
    4 | 1960-01-01 | 2023-06-01          | no               | no               | no                       | malaise
    5 | 1960-01-01 | 2023-06-01          | no               | no               | no                       | none
    6 | 1960-01-01 | 2023-06-01          |                  | no               | no                       | none
    7 |            | 2023-06-01          | yes              | no               | no                       | none
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: MET, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN},
)
example(
    "low_csf urgent",
    """
      | orthostatic_pattern
    1 | worse_upright_better_lying
    2 | worse_lying
    3 | none
    4 |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "tumour urgent",
    """
      | cancer_history | systemic_symptoms | unremitting_night_pain | severe_nonmechanical_pain
    1 | yes            | none              | yes                    | no
    2 | no             | night_sweats      | no                     | yes
    3 | yes            | none              | no                     | no
    4 | no             | none              | yes                    | yes
    5 | yes            | none              |                        | no
    6 |                | none              | yes                    | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "fracture emergency",
    """
       | osteoporosis | uci_risk_conditions     | vascular_risk_factors                       | midline_tenderness | injuries | injury_date
     1 | yes          | none                    | none                                        | yes                |          | 2024-01-02
     2 | no           | long_term_steroid       | none                                        | yes                |          | 2024-01-02
     3 | no           | none                    | long_term_steroid, recent_minor_neck_trauma | yes                | none     |
     4 | no           | none                    | none                                        | yes                |          | 2024-01-02
     5 | yes          | none                    | none                                        | no                 |          | 2024-01-02
     6 | yes          | none                    | none                                        |                    |          | 2024-01-02
     7 | no           | none                    |                                             | yes                |          | 2024-01-02
     8 | yes          | none                    | none                                        | yes                | none     |
     9 | yes          | none                    | none                                        | yes                |          |
    10 | yes          | significant_neck_trauma | none                                        | yes                | none     |
    11 | yes          | none                    | none                                        | yes                |          | 2019-01-02
    """,  # noqa: E501
    # 11: an older injury is for this rule, not for the Canadian C-spine rule.
    {
        1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN,
        7: UNKNOWN, 8: NOT_MET, 9: UNKNOWN, 10: MET, 11: MET,
    },
)  # fmt: skip
example(
    "infection emergency",
    """
      | fever | severe_stiff_neck_pain
    1 | yes   | yes
    2 | yes   | no
    3 | no    | yes
    4 | yes   |
    5 | no    |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: NOT_MET},
)
example(
    "infection same_day",
    """
      | immune_compromise | new_neck_pain
    1 | yes               | yes
    2 | yes               | no
    3 | no                | yes
    4 | yes               |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "aura same_day",
    """
      | aura_symptom_types | aura_spread_minutes | aura_positive | aura_first_age_years
    1 | visual             | 4                   | yes           | 20
    2 | visual             | 5                   | yes           | 20
    3 | visual             | 10                  | no            | 20
    4 | visual             | 10                  | yes           | 50
    5 | visual             | 10                  | yes           | 49
    6 | visual             | 10                  | yes           |
    7 | none               |                     |               |
    8 |                    |                     |               |
    """,
    # 8: of an aura that nobody mentioned nothing is asked here.
    {1: MET, 2: NOT_MET, 3: MET, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: NOT_MET, 8: NOT_MET},
)
example(
    "aura urgent",
    """
      | aura_symptom_types
    1 | motor
    2 | visual, brainstem
    3 | retinal
    4 | visual, sensory, speech_language
    5 | none
    6 |
    """,
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET},
)
example(
    "new_sign same_day",
    """
      | new_red_flag_sign
    1 | yes
    2 | no
    3 |
    """,
    # An event: nothing recorded means not seen.
    {1: MET, 2: NOT_MET, 3: NOT_MET},
)
TICKS = """
      | red_flag_today
    1 | worst_ever_headache
    2 | neurological
    3 | fever
    4 | trauma
    5 | none
    6 |
"""
# No tick is no alarm: the diary raises flags, it is no screen.
example("diary_alarm emergency", TICKS, {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET})
example("diary_alarm same_day", TICKS, {1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET, 6: NOT_MET})
