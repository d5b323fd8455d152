"""1.1 (diagnosis 1.4)."""

from concordant.diagnosis.migraine.attacks import migraine_attacks
from concordant.diagnosis.migraine.without_aura import migraine_without_aura
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("1.1 Migraine without aura")
example = CHAPTER.example

example(
    "1.1 A: five attacks",
    migraine_attacks["A"],
    """
      | attack_count_lifetime
    1 | 5
    2 | 4
    3 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "1.1 B: 4 to 72 hours, under 18 years from 2 hours",
    migraine_attacks["B"],
    """
      | attack_duration_minutes | age_years
    1 | 240..4320               | 40
    2 | 239..4320               | 40
    3 | 240..4321               | 40
    4 | 120..230                | 17
    5 | 120..230                | 18
    6 | 119..119                | 17
    7 | 120..230                |
    8 |                         | 40
    """,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN, 4: MET, 5: NOT_MET, 6: NOT_MET, 7: UNKNOWN, 8: UNKNOWN},
)
example(
    "1.1 C: two of four characters",
    migraine_attacks["C"],
    """
      | laterality             | pain_qualities      | pain_severity | worse_with_routine_activity
    1 | one_sided_alternating  | pulsating           | mild          | no
    2 | bilateral              | pressing_tightening | severe        | yes
    3 | right_always           | pressing_tightening | mild          | no
    4 | right_always           |                     | mild          | no
    5 |                        |                     |               |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)
example(
    "1.1 D: sick, or sensitive to both light and sound",
    migraine_attacks["D"],
    """
      | nausea | vomiting | photophobia | phonophobia
    1 | mild   |          |             |
    2 | none   | yes      |             |
    3 | none   | no       | yes         | yes
    4 | none   | no       | yes         | no
    5 | none   | no       | yes         |
    6 | none   |          | no          |
    """,
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: UNKNOWN, 6: UNKNOWN},
)

ADULT = """
      | age_years | attack_count_lifetime | attack_duration_minutes | laterality   | pain_qualities | photophobia | phonophobia | nausea | vomiting
    1 | 40        | 5                     | 300..1440               | right_always | pulsating      | yes         | yes         | none   | no
    2 | 40        | 4                     | 300..1440               | right_always | pulsating      | yes         | yes         | none   | no
    3 | 40        | 40                    |                         | right_always | pulsating      | yes         | yes         | none   | no
    4 | 40        | 40                    | 60..90                  | right_always | pulsating      | yes         | yes         | none   | no
"""  # noqa: E501
example(
    "1.1 A to D together, of an adult",
    migraine_without_aura.features,
    ADULT,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: NOT_MET},
)
