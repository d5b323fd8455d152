"""1.3 (diagnosis 1.6)."""

from concordant.criteria import yes
from concordant.diagnosis.migraine.chronic import chronic_migraine, five_migraine_attacks, for_more_than_three_months
from concordant.diagnosis.migraine.chronic import fifteen_days_not_secondary as fifteen_days
from concordant.diagnosis.winners import ANY_SECONDARY as SECONDARY
from concordant.facts.examination.judgement import examiner_confirms_not_better_explained as confirmed
from concordant.facts.safety.history import pattern_change, progressive_worsening
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("1.3 Chronic migraine")
example = CHAPTER.example

NECK_STANDS_FOR = {"11.2.1": yes(pattern_change)} | {code: yes(confirmed) for code in SECONDARY if code != "11.2.1"}

example(
    "1.3 A: 15 days a month that are not secondary (here 11.2.1 stands for a changed pattern)",
    fifteen_days,
    """
      | any_headache_days_per_30d | non_secondary_headache_days_per_30d | headache_days_per_30d | pattern_change | examiner_confirms_not_better_explained
    1 | 15                        | 15                                  | 15                    | yes            | no
    2 | 14                        | 14                                  | 14                    | no             | no
    3 | 20                        | 14                                  | 20                    | yes            | no
    4 | 20                        | 14                                  | 20                    | no             | no
    5 | 20                        | 14                                  | 20                    |                | no
    6 | 20                        |                                     | 20                    | yes            | no
    7 | 20                        |                                     | 20                    | no             | no
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: MET, 5: UNKNOWN, 6: UNKNOWN, 7: MET},
    NECK_STANDS_FOR,
)
example(
    "1.3 A: days of another, secondary headache do not count (5.3 and 5.4 stand for a confirmation)",
    fifteen_days,
    """
      | any_headache_days_per_30d | non_secondary_headache_days_per_30d | headache_days_per_30d | pattern_change | examiner_confirms_not_better_explained
    1 | 20                        | 20                                  | 15                    | no             | yes
    2 | 20                        | 20                                  | 14                    | no             | yes
    3 | 20                        | 20                                  | 14                    | no             |
    4 | 20                        | 20                                  | 14                    | no             | no
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: MET},
    NECK_STANDS_FOR,
)
example(
    "1.3 A: for more than three months",
    for_more_than_three_months,
    """
      | non_secondary_headache_months | headache_days_per_30d | months_at_this_frequency
    1 | 4                             |                       |
    2 | 3                             | 14                    | 12
    3 | 3                             | 15                    | 3
    4 |                               | 15                    | 3.1
    5 |                               | 14                    | 12
    6 |                               | 15                    |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: MET, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "1.3 B: five attacks of migraine (1.1 stands for a changed pattern, 1.2 for worsening)",
    five_migraine_attacks,
    """
      | pattern_change | aura_attack_count | progressive_worsening
    1 | yes            |                   |
    2 | no             | 5                 | yes
    3 | no             | 4                 | yes
    4 | no             | 5                 | no
    5 | no             | 5                 |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
    {"1.1 features": yes(pattern_change), "1.2 features": yes(progressive_worsening)},
)
example(
    "1.3 C: 8 migraine days a month for more than three months",
    chronic_migraine.features.parts[2].criterion,
    """
      | migraine_criteria_days_per_30d | migraine_criteria_months
    1 | 8                              | 3.1
    2 | 7                              | 3.1
    3 | 8                              | 3
    4 |                                | 12
    5 | 8                              |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)
