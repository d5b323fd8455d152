"""5.3 and 5.4: the week after the whiplash, and three months from the onset of the headache (diagnosis 1.2, 1.2.1)."""

from concordant.diagnosis.trauma.whiplash import acute_whiplash_headache, persistent_whiplash_headache
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("5.3 and 5.4 Headache attributed to whiplash")
example = CHAPTER.example

ONSET = """
      | as_of      | injuries | injury_date | whiplash_occurred | neck_pain_or_headache_at_injury | headache_onset_date
    1 | 2024-02-01 |          | 2024-01-10  | yes               | yes                             | 2024-01-10
    2 | 2024-02-01 |          | 2024-01-10  | yes               | yes                             | 2024-01-17
    3 | 2024-02-01 |          | 2024-01-10  | yes               | yes                             | 2024-01-18
    4 | 2024-02-01 |          | 2024-01-10  | yes               | yes                             |
    5 | 2024-02-01 |          |             | yes               | yes                             | 2024-01-17
    6 | 2024-02-01 |          | 2024-01-10  | no                | yes                             | 2024-01-10
    7 | 2024-02-01 |          | 2024-01-10  | yes               | no                              | 2024-01-10
    8 | 2024-02-01 |          | 2024-01-10  | yes               |                                 | 2024-01-10
    9 | 2024-02-01 | none     |             |                   |                                 | 2024-01-10
   10 | 2024-02-01 |          |             |                   |                                 | 2024-01-10
"""
example(
    "5.3 B and C: onset on day 0, 7 and 8",
    acute_whiplash_headache.features,
    ONSET,
    {
        1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN,
        6: NOT_MET, 7: NOT_MET, 8: UNKNOWN, 9: NOT_MET, 10: UNKNOWN,
    },
)  # fmt: skip
AGE = """
      | as_of      | injury_date | whiplash_occurred | neck_pain_or_headache_at_injury | headache_onset_date
    1 | 2024-04-12 | 2024-01-10  | yes               | yes                             | 2024-01-13
    2 | 2024-04-13 | 2024-01-10  | yes               | yes                             | 2024-01-13
    3 | 2024-04-03 | 2024-01-01  | yes               | yes                             | 2024-01-07
    4 | 2024-04-16 | 2024-01-01  | yes               | yes                             | 2024-01-07
"""
example(
    "5.3 D: 90 and 91 days, counted from the onset of the headache and not from the whiplash",
    acute_whiplash_headache.features,
    AGE,
    {1: MET, 2: NOT_MET, 3: MET, 4: NOT_MET},
)
example(
    "5.4 D: 90 and 91 days from the onset of the headache",
    persistent_whiplash_headache.features,
    AGE,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: MET},
)
example(
    "5.4 B and C: onset on day 0, 7 and 8, a year later",
    persistent_whiplash_headache.features,
    ONSET.replace("2024-02-01", "2025-01-10"),
    {
        1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN,
        6: NOT_MET, 7: NOT_MET, 8: UNKNOWN, 9: NOT_MET, 10: UNKNOWN,
    },
)  # fmt: skip
example(
    "5.3 C: an onset known to the week only",
    acute_whiplash_headache.features,
    """
      | as_of      | injury_date | whiplash_occurred | neck_pain_or_headache_at_injury | headache_onset_date | headache_onset_precision
    1 | 2024-02-01 | 2024-01-10  | yes               | yes                             | 2024-01-12          | week
    2 | 2024-02-01 | 2024-01-10  | yes               | yes                             | 2024-01-25          | week
    3 | 2024-02-01 | 2024-01-10  | yes               | yes                             | 2024-01-12          | month
    """,  # noqa: E501
    {1: UNKNOWN, 2: NOT_MET, 3: UNKNOWN},
)
