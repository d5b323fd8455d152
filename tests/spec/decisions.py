"""What to do after a retest (retest 9): dated people around each bound. Treatment began on 2024-01-08.

One question stands here for the whole screen: is there a new deficit?
"""

from concordant.progress import progress_rules
from concordant.progress.discharge import may_be_discharged
from concordant.progress.triggers import NEWEST
from tests.spec.registry import Chapter
from tests.spec.response import SCREEN
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Decisions after a retest")
BOOK = SCREEN | NEWEST
RULES = progress_rules()


def example(key, table, expected):
    CHAPTER.example(key, RULES[key], table, expected, BOOK)


NO_CHANGE = """
      | date       | neuro_deficit_new | any_headache_change_class | function_change_class | groc_score | adherence_percent_28d
    1 | 2024-01-08 |                   |                           |                       |            |
      | 2024-01-28 | no                | within_error              | within_error          | 0          | 50
    2 | 2024-01-08 |                   |                           |                       |            |
      | 2024-01-29 | no                | within_error              | within_error          | 0          | 50
    3 | 2024-01-08 |                   |                           |                       |            |
      | 2024-02-18 | no                | within_error              | within_error          | 0          | 50
    4 | 2024-01-08 |                   |                           |                       |            |
      | 2024-02-19 | no                | within_error              | within_error          | 0          | 50
    5 | 2024-01-08 |                   |                           |                       |            |
      | 2024-03-17 | no                | within_error              | within_error          | 0          | 50
    6 | 2024-01-08 |                   |                           |                       |            |
      | 2024-03-18 | no                | within_error              | within_error          | 0          | 50
    7 | 2024-01-08 |                   |                           |                       |            |
      | 2024-02-05 | no                | within_error              | within_error          | 0          | 49
    8 | 2024-01-08 |                   |                           |                       |            |
      | 2024-02-05 | no                | within_error              | within_error          | 0          |
    9 | 2024-01-08 |                   |                           |                       |            |
      | 2024-02-05 | yes               | within_error              | within_error          | 0          | 50
"""  # noqa: E501
IN_COLUMN = {"week 2": (1,), "week 4": (2, 3), "week 8": (4, 5), "week 12": (6,)}
for week, inside in IN_COLUMN.items():
    open_one = {8: UNKNOWN} if week == "week 4" else {}
    example(
        f"decide no_change, home programme done {week}",
        NO_CHANGE,
        {person: MET if person in inside else NOT_MET for person in range(1, 10)} | open_one,
    )
example(
    "decide no_change, home programme not done week 4",
    NO_CHANGE,
    {person: MET if person == 7 else UNKNOWN if person == 8 else NOT_MET for person in range(1, 10)},
)
example(
    "decide red at any time",
    NO_CHANGE,
    {person: MET if person == 9 else NOT_MET for person in range(1, 10)},
)

WORSE = """
      | date       | neuro_deficit_new | any_headache_change_class | function_change_class | worsening_duration
    1 | 2024-01-08 |                   |                           |                       |
      | 2024-02-05 | no                | worse                     | within_error          | within_48_hours
    2 | 2024-01-08 |                   |                           |                       |
      | 2024-02-05 | no                | worse                     | within_error          | days
    3 | 2024-01-08 |                   |                           |                       |
      | 2024-02-05 | no                | worse                     | within_error          | over_a_week
    4 | 2024-01-08 |                   |                           |                       |
      | 2024-02-05 | no                | worse                     | within_error          |
    5 | 2024-01-08 |                   |                           |                       |
      | 2024-02-05 | no                | worse                     | improved_important    | over_a_week
"""
for key, person in (("settled within 48 h", 1), ("for longer than 48 h", 2), ("for over a week", 3)):
    comma = "," if key.startswith("settled") else ""
    expected = {number: MET if number == person else NOT_MET for number in (1, 2, 3, 5)} | {4: UNKNOWN}
    example(f"decide worse{comma} {key} week 4", WORSE, dict(sorted(expected.items())))

CHAPTER.example(
    "discharge is possible",
    may_be_discharged,
    """
      | date       | neuro_deficit_new | goal_met | acceptable_state | any_headache_baseline_days_per_28d | any_headache_days_per_28d | any_headache_days_ratio | diary_window_status | any_headache_change_robust | any_acute_med_days_per_30d | exercise_independent | adherence_percent_28d | relapse_plan_written
    1 | 2024-02-05 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | scored              | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
    2 | 2024-02-06 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | scored              | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
    3 | 2024-02-05 | no                | yes      | yes              | 15                                 | 4                         | 0.6                     | scored              | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-04-01 | no                |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
    4 | 2024-02-05 | no                | yes      | yes              | 16                                 | 5                         | 0.51                    | scored              | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.51                    | scored              | yes                        |                            |                      |                       |
    5 | 2024-02-05 | no                | yes      | yes              | 16                                 | 5                         | 0.5                     | scored              | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.5                     | scored              | yes                        |                            |                      |                       |
    6 | 2024-02-05 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | scored              | yes                        | 10                         | yes                  | 60                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
    7 | 2024-02-05 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | scored              | yes                        | 9                          | yes                  | 59                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
    8 | 2024-02-05 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | scored              | yes                        | 9                          | yes                  | 60                    |
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
    9 | 2024-02-05 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | scored              | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-03-04 | yes               |          | yes              |                                    |                           | 0.6                     | scored              | yes                        |                            |                      |                       |
   10 | 2024-02-05 | no                | yes      | yes              | 16                                 | 4                         | 0.6                     | provisional         | yes                        | 9                          | yes                  | 60                    | yes
      | 2024-03-04 | no                |          | yes              |                                    |                           | 0.6                     | provisional         | yes                        |                            |                      |                       |
    """,  # noqa: E501
    {1: MET, 2: UNKNOWN, 3: MET, 4: NOT_MET, 5: MET, 6: NOT_MET, 7: NOT_MET, 8: UNKNOWN, 9: NOT_MET, 10: NOT_MET},
    BOOK,
)
SESSIONS = """
      | neuro_deficit_new | any_headache_change_class | function_change_class | groc_score | hands_on_sessions_done | new_target_written | team_review_done
    1 | no                | within_error              | within_error          | 0          | 11                     |                    |
    2 | no                | within_error              | within_error          | 0          | 12                     |                    |
    3 | no                | within_error              | within_error          | 0          | 12                     | yes                |
    4 | no                | improved_important        | within_error          | 0          | 17                     |                    |
    5 | no                | improved_important        | within_error          | 0          | 18                     |                    |
    6 | no                | improved_important        | within_error          | 0          | 18                     |                    | yes
    7 | no                | improved                  | within_error          |            | 12                     |                    |
"""  # noqa: E501
example(
    "hands-on without response",
    SESSIONS,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET, 6: NOT_MET, 7: UNKNOWN},
)
example(
    "hands-on without team review",
    SESSIONS,
    {1: NOT_MET, 2: NOT_MET, 3: NOT_MET, 4: NOT_MET, 5: MET, 6: NOT_MET, 7: NOT_MET},
)
example(
    "trigger neck better, headache not",
    """
      | any_headache_change_class | frt_verdict  | frt_restricted | cervical_change_class | crom_reduced
    1 | within_error              | improved     | no             | within_error          | yes
    2 | within_error              | improved     | yes            | within_error          | yes
    3 | within_error              | within_error | no             | improved              | no
    4 | within_error              | within_error | yes            | resolved              | no
    5 | important_but_uncertain   | improved     | no             | resolved              | no
    6 | worse                     | improved     | no             |                       |
    7 | within_error              | within_error | yes            |                       | yes
    8 |                           | improved     | no             | improved              | no
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: MET, 5: NOT_MET, 6: MET, 7: UNKNOWN, 8: UNKNOWN},
)
example(
    "trigger mood",
    """
      | phq2_score | gad2_score
    1 | 3          |
    2 | 2          | 3
    3 | 2          | 2
    4 | 2          |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN},
)
