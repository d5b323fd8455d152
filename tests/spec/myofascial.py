"""A11.2.5 Cervical myofascial pain (diagnosis 1.20)."""

from concordant.criteria import yes
from concordant.diagnosis.neck.myofascial import cervical_myofascial_headache
from concordant.diagnosis.winners import APPENDIX_CAUSES
from concordant.facts.history.other_causes import myofascial_parallel_improvement
from concordant.facts.history.pattern import photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("A11.2.5 Cervical myofascial pain")
example = CHAPTER.example

example(
    "A11.2.5 A to C: reproducible trigger points, and two of three; relief by their massage counts",
    cervical_myofascial_headache.features,
    """
      | trigger_points_reproducible | myofascial_temporal_relation | myofascial_parallel_improvement | neck_muscle_tenderness | trigger_point_release_abolishes
    1 | yes                         | yes                          |                                 | yes                    |
    2 | yes                         |                              | yes                             | yes                    |
    3 | yes                         | no                           | no                              | yes                    | yes
    4 | yes                         | yes                          |                                 | no                     | yes
    5 | yes                         | no                           | no                              | yes                    | no
    6 | yes                         | no                           |                                 | yes                    | no
    7 | no                          | yes                          | yes                             | yes                    | yes
    8 |                             | yes                          | yes                             | yes                    | yes
    """,  # noqa: E501
    {1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: NOT_MET, 8: UNKNOWN},
)
example(
    "A11.2.5 B and C2: muscle signs that have gone under treatment are not taken back",
    cervical_myofascial_headache.features,
    """
      | date       | trigger_points_reproducible | myofascial_temporal_relation | neck_muscle_tenderness
    1 | 2024-01-08 | yes                         | yes                          | yes
      | 2024-03-04 | no                          |                              | no
    """,
    {1: MET},
)
COURSE = """
      | date       | neck_muscle_tenderness | trigger_points_reproducible | headache_change_class | change_confounders
    1 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | improved_important    | none
      | 2024-03-04 | no                     | no                          | improved_important    | none
    2 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | improved_important    | none
      | 2024-03-03 | no                     | no                          | improved_important    | none
    3 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | yes                    | no                          | resolved              | none
      | 2024-03-04 | yes                    | no                          | resolved              | none
    4 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | improved_important    | none
      | 2024-03-04 | no                     | no                          | improved_important    | new_preventive_drug
    5 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | improved_important    | none
      | 2024-03-04 | no                     | no                          | improved_important    |
    6 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | yes                    | yes                         | improved_important    | none
    7 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | within_error          | none
      | 2024-04-29 | no                     | no                          | within_error          | none
    8 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | within_error          | none
      | 2024-04-28 | no                     | no                          | within_error          | none
    9 | 2024-01-08 | yes                    | no                          |                       |
      | 2024-02-05 | no                     | yes                         | improved_important    | none
   10 | 2024-01-08 | yes                    |                             |                       |
      | 2024-02-05 |                        | yes                         | improved_important    | none
   11 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | improved_important    | none
      | 2024-02-19 | yes                    | yes                         |                       | none
      | 2024-03-04 | no                     | no                          | improved_important    | none
   12 | 2024-01-08 | yes                    | yes                         |                       |
      | 2024-02-05 | no                     | no                          | improved              | none
      | 2024-03-04 | no                     | no                          | improved              | none
   13 | 2024-01-08 | no                     | no                          |                       |
      | 2024-02-05 | no                     | no                          | improved_important    | none
"""
example(
    "A11.2.5 C1: muscle signs and headache better together for 28 days; one without the other refutes",
    yes(myofascial_parallel_improvement),
    COURSE,
    {
        1: MET, 2: UNKNOWN, 3: MET, 4: UNKNOWN, 5: UNKNOWN, 6: NOT_MET, 7: NOT_MET,
        8: UNKNOWN, 9: UNKNOWN, 10: UNKNOWN, 11: UNKNOWN, 12: UNKNOWN, 13: NOT_MET,
    },
)  # fmt: skip
example(
    "A11.2.5 D: an injury, another cause or tension-type headache comes first (each here light sensitivity)",
    cervical_myofascial_headache.closing,
    """
      | examiner_confirms_not_better_explained | photophobia
    1 | yes                                    | no
    2 | yes                                    | yes
    3 | yes                                    |
    4 |                                        | no
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN},
    dict.fromkeys(APPENDIX_CAUSES, yes(photophobia)),
)
