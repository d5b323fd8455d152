"""1.1 and 1.5 (diagnosis 1.4, 1.7)."""

from concordant.criteria import yes
from concordant.diagnosis.migraine.attacks import migraine_attacks
from concordant.diagnosis.migraine.probable import OTHERS, probable_migraine
from concordant.diagnosis.migraine.without_aura import migraine_without_aura
from concordant.facts.history.pattern import headache_continuous
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("1.1 and 1.5 Migraine")
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
      | age_years | attack_count_lifetime | attack_duration_minutes | laterality   | pain_qualities | photophobia | phonophobia | nausea | vomiting | headache_continuous
    1 | 40        | 40                    | 300..1440               | right_always | pulsating      | yes         | yes         | none   | no       | no
    2 | 40        | 4                     | 300..1440               | right_always | pulsating      | yes         | yes         | none   | no       | no
    3 | 40        | 4                     | 300..1440               | right_always | pulsating      | yes         | no          | none   | no       | no
    4 | 40        | 40                    |                         | right_always | pulsating      | yes         | yes         | none   | no       | no
    5 | 40        | 40                    | 60..90                  | right_always | pulsating      | yes         | yes         | none   | no       | no
    6 | 40        | 40                    | 60..90                  | right_always | pulsating      | yes         | yes         | none   | no       | yes
    7 | 40        | 40                    | 60..90                  | right_always | pulsating      | yes         | yes         | none   | no       |
"""  # noqa: E501
example(
    "1.1 A to D together, of an adult",
    migraine_without_aura.features,
    ADULT,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: NOT_MET, 6: NOT_MET, 7: NOT_MET},
)
STAND_IN = dict.fromkeys(OTHERS, yes(headache_continuous))
example(
    "1.5 A and B: all but one of 1.1, and no other headache (here any other stands for continuous pain)",
    probable_migraine.features,
    ADULT,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: MET, 6: NOT_MET, 7: UNKNOWN},
    STAND_IN,
)
example(
    "1.5 C: a definite diagnosis wins over a probable one, an open one does not (as above)",
    probable_migraine.closing,
    """
      | headache_continuous | examiner_confirms_not_better_explained
    1 | no                  | yes
    2 |                     | yes
    3 | yes                 | yes
    4 | no                  |
    5 | no                  | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: NOT_MET},
    STAND_IN | {"1.1": yes(headache_continuous)},
)
