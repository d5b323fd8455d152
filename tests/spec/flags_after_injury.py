"""Imaging after an injury: Canadian C-spine rule and NEXUS (diagnosis 4.6, 4.7).

Every combination of the steps is tried in tests/safety/test_c_spine_rule.py; here are the edges in time.
"""

from tests.spec.levels import level
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Red flags: imaging after an injury")


def example(words, table, expected):
    CHAPTER.example(f"flag {words}", level(words), table, expected)


example(
    "ccr_imaging emergency",
    """
       | as_of      | age_years | dangerous_mechanisms | injury_date | acute_paralysis | vitals_stable | spine_imaging_cleared | spine_imaging_kind | injuries
     1 | 2024-01-09 | 40        | bicycle_collision    | 2024-01-08  | no              | yes           | no                    |                    |
     2 | 2024-01-11 | 40        | bicycle_collision    | 2024-01-08  | no              | yes           | no                    |                    |
     3 | 2024-01-12 | 40        | bicycle_collision    | 2024-01-08  | no              | yes           | no                    |                    |
     4 | 2024-02-12 | 40        | bicycle_collision    | 2024-01-08  | yes             | yes           | no                    |                    |
     5 | 2024-02-12 | 40        | bicycle_collision    | 2024-01-08  | no              | no            | no                    |                    |
     6 | 2024-01-09 | 40        | bicycle_collision    | 2024-01-08  | no              | yes           | yes                   | ct                 |
     7 | 2024-01-09 | 40        | bicycle_collision    | 2024-01-08  | no              | yes           | yes                   | plain_films        |
     8 | 2024-01-09 | 40        | none                 | 2024-01-08  | no              | yes           | yes                   | plain_films        |
     9 | 2024-01-09 | 65        | none                 | 2024-01-08  | no              | yes           | yes                   | plain_films        |
    10 | 2024-01-09 | 40        |                      |             |                 |               |                       |                    | none
    11 | 2024-01-09 | 40        |                      |             |                 |               |                       |                    |
    """,  # noqa: E501
    # 2: three calendar days may be 48 hours; 3: they are more, so the rule is a guide and the flag is the next.
    {
        1: MET, 2: MET, 3: NOT_MET, 4: MET, 5: MET, 6: NOT_MET,
        7: MET, 8: NOT_MET, 9: MET, 10: NOT_MET, 11: UNKNOWN,
    },
)  # fmt: skip
example(
    "ccr_imaging same_day",
    """
      | as_of      | birth_date | dangerous_mechanisms | injury_date | known_vertebral_disease
    1 | 2024-04-02 | 1984-01-01 | bicycle_collision    | 2024-01-09  | no
    2 | 2024-04-03 | 1984-01-01 | bicycle_collision    | 2024-01-09  | no
    3 | 2024-04-02 | 2008-05-01 | none                 | 2024-01-09  |
    4 | 2024-04-02 | 1984-01-01 | none                 | 2024-01-09  | yes
    5 | 2024-04-02 | 1984-01-01 |                      | 2024-01-09  | no
    6 | 2024-04-30 | 2008-05-01 | none                 | 2024-02-09  |
    7 | 2024-05-01 | 2008-05-01 | none                 | 2024-02-09  | no
    """,
    # 84 days are 12 weeks.
    {1: MET, 2: NOT_MET, 3: MET, 4: MET, 5: UNKNOWN, 6: MET, 7: UNKNOWN},
)
