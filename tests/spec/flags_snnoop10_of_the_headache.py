"""SNNOOP10, items asked of each headache (diagnosis 4.2)."""

from tests.spec.levels import level
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Red flags: SNNOOP10, the headache")


def example(words, table, expected):
    CHAPTER.example(f"flag {words}", level(words), table, expected)


example(
    "snnoop_o1 emergency",
    """
      | time_to_peak_seconds
    1 | 60
    2 | 61
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "snnoop_o2 urgent",
    """
      | birth_date | headache_onset_date
    1 | 1970-01-01 | 2020-01-01
    2 | 1970-01-02 | 2020-01-01
    3 | 1970-01-02 |
    4 |            | 2020-01-01
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: UNKNOWN},
)
example(
    "snnoop_p1 urgent",
    """
      | as_of      | pattern_change | headache_onset_date | injuries | injury_date
    1 | 2024-03-30 | no             | 2024-01-01          | none     |
    2 | 2024-03-31 | no             | 2024-01-01          | none     |
    3 | 2024-03-31 | yes            | 2020-01-01          | none     |
    4 | 2024-03-30 | no             | 2024-01-01          |          | 2023-12-30
    5 | 2024-03-30 | no             | 2024-01-01          |          | 2022-01-01
    6 | 2024-03-30 | no             | 2024-01-01          |          |
    7 | 2024-03-30 | no             |                     | none     |
    8 | 2024-03-31 |                | 2020-01-01          | none     |
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET, 5: MET, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN},
)
POSITION = """
      | orthostatic_pattern
    1 | worse_lying
    2 | worse_upright_better_lying
    3 | none
    4 | unknown
"""
example("snnoop_p2 same_day", POSITION, {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN})
example("snnoop_p2 urgent", POSITION, {1: NOT_MET, 2: MET, 3: NOT_MET, 4: UNKNOWN})
example(
    "snnoop_p3 emergency",
    """
      | cough_sneeze_exertion_trigger | time_to_peak_seconds
    1 | yes                           | 60
    2 | yes                           | 61
    3 | no                            | 60
    4 | yes                           |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "snnoop_p3 urgent",
    """
      | cough_sneeze_exertion_trigger
    1 | yes
    2 | no
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "snnoop_p5 urgent",
    """
      | progressive_worsening | atypical_presentation
    1 | yes                   | no
    2 | no                    | yes
    3 | no                    | no
    4 | no                    |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN},
)
