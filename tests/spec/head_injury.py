"""5.1 and 5.2: the week after the injury, three months from the onset of the headache, and severity (diagnosis 1.3)."""

from concordant.criteria import in_an_injury
from concordant.diagnosis.trauma.head_injury import (
    acute_head_injury_headache,
    mild,
    moderate_or_severe,
    persistent_head_injury_headache,
)
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("5.1 and 5.2 Headache attributed to injury to the head")
example = CHAPTER.example
of_moderate, of_mild = acute_head_injury_headache.subforms

ONSET = """
       | as_of      | injuries | injury_date | head_injury_occurred | headache_onset_date | consciousness_regained_date | sedation_stopped_date | loc_minutes
     1 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-10          |                             |                       |
     2 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-17          |                             |                       |
     3 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-18          | 2024-01-10                  | 2024-01-10            |
     4 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-18          | 2024-01-11                  |                       |
     5 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-18          |                             | 2024-01-11            |
     6 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-18          |                             |                       |
     7 | 2024-02-01 |          | 2024-01-10  | yes                  | 2024-01-18          | 2024-01-11                  | 2024-01-10            | 0
     8 | 2024-02-01 |          | 2024-01-10  | no                   | 2024-01-10          |                             |                       |
     9 | 2024-02-01 |          | 2024-01-10  |                      | 2024-01-10          |                             |                       |
    10 | 2024-02-01 | none     |             |                      | 2024-01-10          |                             |                       |
    11 | 2024-02-01 |          | 2024-01-10  | yes                  |                     |                             |                       |
"""  # noqa: E501
ONSET_SAYS = {
    1: MET, 2: MET, 3: NOT_MET, 4: MET, 5: MET, 6: UNKNOWN,
    7: NOT_MET, 8: NOT_MET, 9: UNKNOWN, 10: NOT_MET, 11: UNKNOWN,
}  # fmt: skip
example(
    "5.1 B and C: day 0, 7 and 8 after the injury, after waking up, after the end of sedation",
    acute_head_injury_headache.features,
    ONSET,
    ONSET_SAYS,
)
example(
    "5.2 B and C: the same a year later",
    persistent_head_injury_headache.features,
    ONSET.replace("2024-02-01", "2025-01-10"),
    ONSET_SAYS,
)
AGE = """
      | as_of      | injury_date | head_injury_occurred | headache_onset_date
    1 | 2024-04-12 | 2024-01-10  | yes                  | 2024-01-13
    2 | 2024-04-13 | 2024-01-10  | yes                  | 2024-01-13
    3 | 2024-04-03 | 2024-01-01  | yes                  | 2024-01-07
    4 | 2024-04-16 | 2024-01-01  | yes                  | 2024-01-07
"""
example(
    "5.1 D: 90 and 91 days, counted from the onset of the headache and not from the injury",
    acute_head_injury_headache.features,
    AGE,
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET},
)
example(
    "5.2 D: 90 and 91 days from the onset of the headache",
    persistent_head_injury_headache.features,
    AGE,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: MET},
)
example(
    "5.1 D: a headache that went within 90 days stays acute",
    acute_head_injury_headache.features,
    """
      | as_of      | injury_date | head_injury_occurred | headache_onset_date | headache_resolved | headache_resolved_date
    1 | 2025-01-10 | 2024-01-10  | yes                  | 2024-01-10          | yes               | 2024-04-09
    2 | 2025-01-10 | 2024-01-10  | yes                  | 2024-01-10          | yes               | 2024-04-10
    """,  # noqa: E501
    {1: MET, 2: NOT_MET},
)
example(
    "5.1.1 and 5.2.1: more than 30 minutes, below 13 points, more than 24 hours, or seen on imaging",
    in_an_injury(moderate_or_severe),
    """
       | loc_minutes | gcs_lowest | pta_hours | altered_awareness_hours | head_imaging_injury
     1 | 30          | 13         | 24        | 24                      | no
     2 | 31          |            |           |                         |
     3 |             | 12         |           |                         |
     4 |             |            | 24.5      |                         |
     5 |             |            |           | 25                      |
     6 |             |            |           |                         | yes
     7 | 30          | 13         | 24        | 24                      |
    """,
    {1: NOT_MET, 2: MET, 3: MET, 4: MET, 5: MET, 6: MET, 7: UNKNOWN},
)
example(
    "5.1.2 and 5.2.2: none of these, and confusion, a gap of memory or two symptoms",
    in_an_injury(mild),
    """
      | loc_minutes | gcs_lowest | pta_hours | altered_awareness_hours | head_imaging_injury | confusion_after_injury | memory_loss_around_injury | mtbi_symptoms
    1 | 0           | 15         | 0         | 0                       | no                  | yes                    |                           |
    2 | 0           | 15         | 0         | 0                       | no                  |                        | yes                       |
    3 | 0           | 15         | 0         | 0                       | no                  | no                     | no                        | nausea, vomiting
    4 | 0           | 15         | 0         | 0                       | no                  | no                     | no                        | nausea
    5 | 0           | 12         | 0         | 0                       | no                  | yes                    |                           |
    6 | 0           | 15         | 0         | 0                       |                     | yes                    |                           |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: NOT_MET, 6: UNKNOWN},
)
TWO_INJURIES = """
      | as_of      | injury_date | head_injury_occurred | headache_onset_date | gcs_lowest | loc_minutes | pta_hours | altered_awareness_hours | head_imaging_injury | confusion_after_injury | consciousness_regained_date | sedation_stopped_date
    1 | 2024-02-01 | 2020-01-10  | yes                  | 2024-01-12          | 8          | 90          | 60        | 60                      | yes                 | yes                    | 2020-01-10                  | 2020-01-10
      | 2024-02-01 | 2024-01-10  | yes                  |                     | 15         | 0           | 0         | 0                       | no                  | yes                    |                             |
"""  # noqa: E501
example(
    "5.1.1: the severity is that of the injury which the headache followed, not of an older one",
    of_moderate.criterion,
    TWO_INJURIES,
    {1: NOT_MET},
)
example("5.1.2: the newer, mild injury", of_mild.criterion, TWO_INJURIES, {1: MET})
