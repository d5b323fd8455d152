"""6.5.1.1 and 6.5.1.2 Pain from dissection of a cervical artery (diagnosis 1.14)."""

from concordant.diagnosis.side import on_the_side_of
from concordant.diagnosis.vascular.dissection import (
    acute_dissection_headache,
    caused_by_dissection,
    persistent_dissection_headache,
)
from concordant.facts.history.other_causes import dissection_side
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("6.5.1.1 and 6.5.1.2 Dissection of a cervical artery")
example = CHAPTER.example

DURATION = """
      | as_of      | dissection_diagnosed | dissection_temporal_relation | pain_preceded_ischaemia | headache_resolved | dissection_stable_date
    1 | 2024-03-31 | yes                  | yes                          | yes                     | no                | 2024-01-01
    2 | 2024-04-01 | yes                  | yes                          | yes                     | no                | 2024-01-01
    3 | 2024-04-01 | yes                  | yes                          | yes                     | yes               | 2024-01-01
    4 | 2024-03-31 | yes                  | yes                          | yes                     | no                |
    5 | 2024-03-31 | no                   | yes                          | yes                     | no                | 2024-01-01
    6 | 2024-04-01 | yes                  | yes                          | yes                     |                   | 2024-01-01
"""  # noqa: E501
example(
    "6.5.1.1 B and D: shown, and not more than 90 days from the day on which it was stable",
    acute_dissection_headache.features,
    DURATION,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN, 5: NOT_MET, 6: UNKNOWN},
)
example(
    "6.5.1.2 D: still there more than 90 days after it was stable",
    persistent_dissection_headache.features,
    DURATION,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: NOT_MET, 6: UNKNOWN},
)
example(
    "6.5.1.1 C and 6.5.1.2 C: two of four",
    caused_by_dissection,
    """
      | dissection_temporal_relation | pain_worsened_with_dissection | pain_improved_within_1_month | pain_severe_and_continuous_for_days | pain_preceded_ischaemia | laterality   | dissection_side
    1 | yes                          | yes                           |                              |                                     |                         |              |
    2 | yes                          |                               | yes                          |                                     |                         |              |
    3 | yes                          |                               |                              | yes                                 |                         |              |
    4 | yes                          |                               |                              |                                     | yes                     |              |
    5 | yes                          |                               |                              |                                     |                         | right_always | right
    6 | no                           | no                            | no                           | no                                  | no                      | right_always | right
    7 | yes                          | no                            | no                           | no                                  | no                      | right_always | left
    8 | yes                          | no                            | no                           | no                                  | no                      | right_always |
    9 |                              |                               |                              | yes                                 | yes                     |              |
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: MET, 5: MET, 6: NOT_MET, 7: NOT_MET, 8: UNKNOWN, 9: UNKNOWN},
)
example(
    "6.5.1.1 C4: one-sided, on the side of the artery",
    on_the_side_of(dissection_side),
    """
      | laterality            | dissection_side
    1 | left_always           | left
    2 | right_always          | right
    3 | left_always           | right
    4 | left_always           | bilateral
    5 | bilateral             | bilateral
    6 | one_sided_alternating | left
    7 | left_always           | unknown
    8 |                       | left
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: MET, 5: NOT_MET, 6: NOT_MET, 7: UNKNOWN, 8: UNKNOWN},
)
example(
    "6.5.1.1 C2: what was reported of one interval stays reported",
    caused_by_dissection,
    """
      | date       | dissection_temporal_relation | pain_worsened_with_dissection
    1 | 2024-01-08 | yes                          | yes
      | 2024-02-05 |                              | no
    """,
    {1: MET},
)
