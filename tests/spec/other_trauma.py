"""A5.9 Persistent headache after other trauma of head or neck (diagnosis 1.22)."""

from concordant.criteria import yes
from concordant.diagnosis.trauma.other_trauma import persistent_other_trauma_headache
from concordant.facts.history.pattern import photophobia
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("A5.9 Persistent headache attributed to other trauma")
example = CHAPTER.example

example(
    "A5.9 A to D: close in time or other evidence, and more than 90 days",
    persistent_other_trauma_headache.features,
    """
      | as_of      | injuries | head_or_neck_trauma_history | injury_date | headache_onset_date | other_evidence_of_trauma_as_cause
    1 | 2024-12-01 |          | yes                         | 2024-01-10  | 2024-01-17          |
    2 | 2024-12-01 |          | yes                         | 2024-01-10  | 2024-01-18          |
    3 | 2024-12-01 |          | yes                         | 2024-01-10  | 2024-01-18          | no
    4 | 2024-12-01 |          | yes                         | 2024-01-10  | 2024-03-18          | yes
    5 | 2024-12-01 | none     | yes                         |             | 2024-01-18          | yes
    6 | 2024-12-01 |          | no                          | 2024-01-10  | 2024-01-17          | yes
    7 | 2024-04-16 |          | yes                         | 2024-01-10  | 2024-01-17          |
    8 | 2024-04-17 |          | yes                         | 2024-01-10  | 2024-01-17          |
    """,  # noqa: E501
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: MET, 5: MET, 6: NOT_MET, 7: NOT_MET, 8: MET},
)
example(
    "A5.9 E: 5.1 to 5.4 and 11.2.1 come first (each here light sensitivity)",
    persistent_other_trauma_headache.closing,
    """
      | examiner_confirms_not_better_explained | photophobia
    1 | yes                                    | no
    2 | yes                                    | yes
    3 | yes                                    |
    4 |                                        | no
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN},
    dict.fromkeys(("5.1", "5.2", "5.3", "5.4", "11.2.1"), yes(photophobia)),
)
