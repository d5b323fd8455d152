"""2.1 to 2.4 (diagnosis 1.8, 1.9)."""

from concordant.criteria import yes
from concordant.diagnosis import DIAGNOSES
from concordant.diagnosis.tension_type.attacks import (
    chronic_attacks,
    frequent_attacks,
    hours_to_days_or_unremitting,
    infrequent_attacks,
)
from concordant.diagnosis.tension_type.chronic import chronic_tension_type_headache
from concordant.diagnosis.winners import ANY_SECONDARY
from concordant.facts.safety.history import pattern_change
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("2.1 to 2.4 Tension-type headache")
example = CHAPTER.example
probable_tension_type_headache = next(one for one in DIAGNOSES if one.code == "2.4")
character = infrequent_attacks["C"]
neither_sick_nor_both_sensitive = infrequent_attacks["D"]
half_an_hour_to_a_week = infrequent_attacks["B"]
at_most_one_mild_sign = chronic_attacks["D"]

example(
    "2.1 A: ten attacks, fewer than 12 days a year",
    infrequent_attacks["A"],
    """
      | attack_count_lifetime | headache_days_per_year
    1 | 10                    | 11
    2 | 9                     | 11
    3 | 10                    | 12
    4 | 10                    |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "2.2 A: 1 to 14 days a month for more than three months, 12 to 179 days a year",
    frequent_attacks["A"],
    """
      | attack_count_lifetime | headache_days_per_30d | months_at_this_frequency | headache_days_per_year
    1 | 10                    | 1                     | 4                        | 12
    2 | 10                    | 14                    | 4                        | 179
    3 | 10                    | 15                    | 4                        | 179
    4 | 10                    | 14                    | 3                        | 179
    5 | 10                    | 14                    | 4                        | 180
    6 | 10                    | 1                     | 4                        | 11
    7 | 9                     | 6                     | 4                        | 72
    8 | 10                    | 0                     | 4                        | 12
    9 | 10                    | 6                     |                          | 72
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: NOT_MET, 8: NOT_MET, 9: UNKNOWN},
)
example(
    "2.3 A: 15 days a month for more than three months, 180 days a year",
    chronic_attacks["A"],
    """
      | headache_days_per_30d | months_at_this_frequency | headache_days_per_year
    1 | 15                    | 4                        | 180
    2 | 14                    | 4                        | 180
    3 | 15                    | 3                        | 180
    4 | 15                    | 4                        | 179
    5 |                       | 4                        | 180
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "2.3 A: where a diary can tell, 15 days like tension-type headache",
    chronic_attacks["A"],
    """
      | headache_days_per_30d | tth_criteria_days_per_30d | months_at_this_frequency | headache_days_per_year
    1 | 20                    | 15                        | 4                        | 240
    2 | 20                    | 14                        | 4                        | 240
    3 | 20                    |                           | 4                        | 240
    4 | 14                    | 15                        | 4                        | 240
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET},
)
example(
    "2.3 .1: with pericranial tenderness, .2: without; beside 2.3 itself (here .1)",
    chronic_tension_type_headache.subforms[0].criterion,
    """
      | date       | pericranial_tenderness
    1 | 2024-01-08 | yes
    2 | 2024-01-08 | no
    3 | 2024-01-08 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "2.3 E: 1.3 excludes all of chapter 2 (1.3 and the secondary headaches stand for a changed pattern)",
    chronic_tension_type_headache.closing,
    """
      | pattern_change | preexisting_headache | examiner_confirms_not_better_explained
    1 | no             | yes                  | yes
    2 | yes            | yes                  | yes
    3 |                | yes                  | yes
    4 | no             | yes                  |
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN},
    dict.fromkeys(("1.3", "4.10", "11.2.1 features", *ANY_SECONDARY), yes(pattern_change)),
)
example(
    "2.1 B and 2.2 B: half an hour to seven days",
    half_an_hour_to_a_week,
    """
      | attack_duration_minutes
    1 | 30..10080
    2 | 29..60
    3 | 10000..10081
    4 | 10..29
    5 |
    """,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "2.3 B: hours to days, or unremitting",
    hours_to_days_or_unremitting,
    """
      | attack_duration_minutes | headache_continuous
    1 | 60..600                 | no
    2 | 59                      | no
    3 | 59                      | yes
    4 | 59                      |
    5 |                         | yes
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN, 5: MET},
)
example(
    "2.1 C, 2.2 C and 2.3 C: two of four characters; side-locked pain alone does not exclude it",
    character,
    """
      | laterality   | pain_qualities                 | pain_severity | worse_with_routine_activity
    1 | bilateral    | pressing_tightening            | severe        | yes
    2 | right_always | stabbing                       | mild          | no
    3 | bilateral    | pressing_tightening, pulsating | severe        | yes
    4 | right_always | stabbing                       | moderate      | yes
    5 | right_always | pressing_tightening            |               | yes
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "2.1 D and 2.2 D: not sick, and not sensitive to both light and sound",
    neither_sick_nor_both_sensitive,
    """
      | nausea | vomiting | photophobia | phonophobia
    1 | none   | no       | yes         | no
    2 | none   | no       | yes         | yes
    3 | mild   | no       | no          | no
    4 | none   | yes      | no          | no
    5 | none   | no       | yes         |
    6 | none   | no       | no          |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN, 6: MET},
)
example(
    "2.3 D: no more than one of light, sound and mild nausea",
    at_most_one_mild_sign,
    """
      | nausea   | vomiting | photophobia | phonophobia
    1 | mild     | no       | no          | no
    2 | none     | no       | yes         | no
    3 | mild     | no       | yes         | no
    4 | moderate | no       | no          | no
    5 | none     | yes      | no          | no
    6 |          | no       | no          | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN},
)

FREQUENT = """
      | attack_count_lifetime | headache_days_per_30d | months_at_this_frequency | headache_days_per_year | attack_duration_minutes | laterality | pain_qualities      | nausea | vomiting | photophobia | phonophobia | pattern_change
    1 | 16                    | 6                     | 12                       | 73                     | 300                     | bilateral  | pressing_tightening | none   | no       | yes         | no          | no
    2 | 16                    | 6                     | 12                       | 73                     | 20                      | bilateral  | pressing_tightening | none   | no       | yes         | no          | no
    3 | 16                    | 6                     | 12                       | 73                     | 20                      | bilateral  | pressing_tightening | none   | no       | yes         | no          | yes
    4 | 16                    | 6                     | 12                       | 73                     | 20                      | bilateral  | pressing_tightening | none   | no       | yes         | no          |
    5 | 16                    | 6                     | 12                       | 73                     | 20                      | bilateral  | pressing_tightening | severe | yes      | yes         | yes         | no
"""  # noqa: E501
example(
    "2.4 A: all but one of 2.1, 2.2 or 2.3 (the first meets 2.2, by which B is not met)",
    probable_tension_type_headache.features.parts[0].criterion,
    FREQUENT,
    {1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET},
)
example(
    "2.4 C: gives way to 1.5 (which stands for a changed pattern)",
    probable_tension_type_headache.closing,
    """
      | pattern_change | examiner_confirms_not_better_explained
    1 | no             | yes
    2 |                | yes
    3 | yes            | yes
    4 | no             |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN},
    {"1.5": yes(pattern_change)},
)
