"""SNNOOP10, items asked of the person (diagnosis 4.2)."""

from tests.spec.levels import level
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Red flags: SNNOOP10, the person")


def example(words, table, expected):
    CHAPTER.example(f"flag {words}", level(words), table, expected)


example(
    "snnoop_s emergency",
    """
      | meningism | fever | alert_gcs_15
    1 | yes       | no    | yes
    2 | no        | yes   | no
    3 | no        | yes   | yes
    4 | no        | no    |
    5 | no        | yes   |
    6 |           | no    | yes
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "snnoop_s same_day",
    """
      | fever | systemic_symptoms
    1 | yes   | none
    2 | no    | weight_loss, malaise
    3 | no    | night_sweats
    4 | no    | none
    5 | no    |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
YES_NO_OPEN = {1: MET, 2: NOT_MET, 3: UNKNOWN}
example(
    "snnoop_n1 same_day",
    """
      | cancer_active
    1 | yes
    2 | no
    3 |
    """,
    YES_NO_OPEN,
)
example(
    "snnoop_n1 urgent",
    """
      | cancer_history
    1 | yes
    2 | no
    3 |
    """,
    YES_NO_OPEN,
)
example(
    "snnoop_n2 emergency",
    """
      | neuro_deficit_new | alert_gcs_15 | seizure_new
    1 | yes               |              |
    2 | no                | no           | no
    3 | no                | yes          | yes
    4 | no                | yes          | no
    5 |                   | yes          | no
    """,
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "snnoop_p4 emergency",
    """
      | papilloedema
    1 | yes
    2 | no
    3 |
    """,
    YES_NO_OPEN,
)
example(
    "snnoop_p4 same_day",
    """
      | transient_visual_obscurations
    1 | yes
    2 | no
    3 |
    """,
    YES_NO_OPEN,
)
example(
    "snnoop_p6 same_day",
    """
      | pregnant_or_postpartum | headache_onset_date | pattern_change
    1 | pregnant               | 2023-12-01          | no
    2 | postpartum_6_weeks     | 2020-01-01          | yes
    3 | pregnant               | 2020-01-01          | no
    4 | no                     | 2023-12-01          | yes
    5 |                        | 2023-12-01          | no
    6 | pregnant               |                     | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "snnoop_p6 caution",
    """
      | pregnant_or_postpartum
    1 | pregnant
    2 | postpartum_6_weeks
    3 | no
    4 | unknown
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "snnoop_p7 emergency",
    """
      | painful_red_eye | visual_loss_or_amaurosis
    1 | yes             | yes
    2 | yes             | no
    3 | yes             |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "snnoop_p7 same_day",
    """
      | painful_red_eye
    1 | yes
    2 | no
    3 |
    """,
    YES_NO_OPEN,
)
example(
    "snnoop_p8 caution",
    """
      | as_of      | injuries | injury_date
    1 | 2024-03-31 |          | 2024-01-07
    2 | 2027-01-07 |          | 2024-01-07
    3 | 2024-03-31 | none     |
    4 | 2024-03-31 |          |
    5 | 2024-01-08 |          | 2024-01-08
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: MET},
)
example(
    "snnoop_p9 same_day",
    """
      | immune_compromise | fever
    1 | yes               | yes
    2 | yes               | no
    3 | yes               |
    4 | no                | yes
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET},
)
example(
    "snnoop_p9 urgent",
    """
      | as_of      | immune_compromise | headache_onset_date
    1 | 2024-03-30 | yes               | 2024-01-01
    2 | 2024-03-31 | yes               | 2024-01-01
    3 | 2024-03-30 | yes               |
    4 | 2024-03-30 |                   | 2024-01-01
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: UNKNOWN},
)
example(
    "snnoop_p10 caution",
    """
      | any_acute_med_days_per_30d | new_drug_at_onset
    1 | 10                         | no
    2 | 9                          | no
    3 | 9                          | yes
    4 |                            | no
    5 | 9                          |
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN, 5: UNKNOWN},
)
