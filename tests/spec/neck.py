"""11.2.1 Cervicogenic headache: A to C (diagnosis 1.1, 3.3 to 3.5). C4 and D have chapters of their own."""

from concordant.diagnosis.neck.cervicogenic import (
    cervicogenic_headache,
    evident_neck_disorder,
    motion_reduced_and_headache_provoked,
)
from concordant.diagnosis.neck.onset import onset_related_to_neck_disorder
from concordant.diagnosis.neck.parallel import improved_in_parallel
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("11.2.1 Cervicogenic headache")
example = CHAPTER.example

example(
    "11.2.1 B: evidence of a neck disorder that is accepted as a cause, of a type that counts",
    evident_neck_disorder,
    """
      | neck_disorder_clinical_evidence | neck_disorder_imaging_evidence | neck_disorder_accepted_cause | neck_disorder_type
    1 | yes                             |                                | yes                          | segmental_hypomobility
    2 |                                 | yes                            | yes                          | spondylosis
    3 | no                              | no                             | yes                          | spondylosis
    4 | yes                             |                                | no                           | spondylosis
    5 | yes                             |                                | yes                          | myofascial_only
    6 | yes                             |                                | yes                          | radiculopathy_c2_c3
    7 | yes                             |                                | yes                          | dystonia
    8 | yes                             |                                | yes                          | none
    9 | yes                             |                                |                              | spondylosis
   10 | yes                             |                                | yes                          | unknown
    """,  # noqa: E501
    {
        1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: NOT_MET,
        6: NOT_MET, 7: NOT_MET, 8: NOT_MET, 9: UNKNOWN, 10: UNKNOWN,
    },
)  # fmt: skip
example(
    "11.2.1 C1: days from the neck disorder to the headache",
    onset_related_to_neck_disorder,
    """
      | neck_disorder_onset_date | headache_onset_date
    1 | 2023-09-01               | 2023-09-01
    2 | 2023-09-01               | 2023-09-08
    3 | 2023-09-01               | 2023-09-09
    4 | 2023-09-01               | 2023-11-30
    5 | 2023-09-01               | 2023-12-01
    6 | 2023-09-01               | 2023-08-31
    7 | 2023-09-01               |
    8 |                          | 2023-09-01
    """,
    {1: MET, 2: MET, 3: UNKNOWN, 4: UNKNOWN, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN},
)
example(
    "11.2.1 C1: a neck that was free of symptoms in between",
    onset_related_to_neck_disorder,
    """
      | neck_disorder_onset_date | headache_onset_date | neck_symptom_free_gap
    1 | 2023-09-01               | 2023-09-08          | yes
    2 | 2023-09-01               | 2023-09-09          | yes
    3 | 2023-09-01               | 2023-09-09          | no
    4 | 2023-09-01               | 2023-09-09          |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: UNKNOWN},
)
example(
    "11.2.1 C1: the examiner's word stands over what the dates propose",
    onset_related_to_neck_disorder,
    """
      | temporal_relation_neck | neck_disorder_onset_date | headache_onset_date
    1 | established            | 2023-09-01               | 2023-12-01
    2 | plausible              | 2023-09-01               | 2023-09-01
    3 | absent                 | 2023-09-01               | 2023-09-01
    4 | unknown                |                          |
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: UNKNOWN},
)
example(
    "11.2.1 C2: neck and headache at two retests 28 days apart",
    improved_in_parallel,
    """
       | date       | cervical_change_class | headache_change_class   | change_confounders
     1 | 2024-02-05 | improved              | improved_important      | none
       | 2024-03-04 | improved              | improved_important      | none
     2 | 2024-02-05 | resolved              | resolved                | none
       | 2024-03-04 | resolved              | resolved                | none
     3 | 2024-02-05 | improved              | improved_important      | none
     4 | 2024-02-05 | improved              | improved                | none
       | 2024-03-04 | improved              | important_but_uncertain | none
     5 | 2024-02-05 | improved              | within_error            | none
       | 2024-03-04 | improved              | within_error            | none
     6 | 2024-02-05 | improved              | within_error            | none
       | 2024-04-29 | improved              | worse                   | none
     7 | 2024-01-08 |                       |                         |
       | 2024-02-05 | within_error          | improved_important      | none
     8 | 2024-02-05 | within_error          | within_error            | none
     9 | 2024-02-05 | worse                 | improved_important      | none
    10 | 2024-02-05 | improved              |                         | none
    11 | 2024-02-05 |                       | resolved                | none
    12 | 2024-02-05 | improved              | improved_important      |
       | 2024-03-04 | improved              | improved_important      |
    """,
    {
        1: MET, 2: MET, 3: UNKNOWN, 4: UNKNOWN, 5: UNKNOWN, 6: NOT_MET,
        7: NOT_MET, 8: UNKNOWN, 9: UNKNOWN, 10: UNKNOWN, 11: UNKNOWN, 12: UNKNOWN,
    },
)  # fmt: skip
example(
    "11.2.1 C2: the first verdict is that of week 4",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class | change_confounders
    1 | 2024-01-08 |                       |                       |
      | 2024-02-04 | within_error          | resolved              | none
    2 | 2024-01-08 |                       |                       |
      | 2024-02-05 | within_error          | resolved              | none
    """,
    {1: UNKNOWN, 2: NOT_MET},
)
example(
    "11.2.1 C2: both held for 27 and 28 days; a retest in between that could not say changes nothing",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class | change_confounders
    1 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | improved_important    | none
      | 2024-03-03 | improved              | improved_important    | none
    2 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | improved_important    | none
      | 2024-03-04 | improved              | improved_important    | none
    3 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | improved_important    | none
      | 2024-02-20 |                       | improved_important    | none
      | 2024-03-04 | improved              | improved_important    | none
    4 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | improved_important    | none
      | 2024-02-20 | improved              | within_error          | none
      | 2024-03-04 | improved              | improved_important    | none
    """,
    {1: UNKNOWN, 2: MET, 3: MET, 4: UNKNOWN},
)
example(
    "11.2.1 C2: a headache that does not follow refutes when the neck has been better for 84 days, not for 83",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class   | change_confounders
    1 | 2024-01-08 |                       |                         |
      | 2024-02-05 | improved              | within_error            | none
      | 2024-04-28 | improved              | within_error            | none
    2 | 2024-01-08 |                       |                         |
      | 2024-02-05 | improved              | within_error            | none
      | 2024-04-29 | improved              | within_error            | none
    3 | 2024-01-08 |                       |                         |
      | 2024-02-05 | improved              | important_but_uncertain | none
      | 2024-04-29 | resolved              | worse                   | none
    """,
    {1: UNKNOWN, 2: NOT_MET, 3: NOT_MET},
)
example(
    "11.2.1 C2: in parallel is the same retest, the next one, or 28 days; the headache 29 days ahead is not",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class | change_confounders
    1 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | within_error          | none
      | 2024-03-04 | improved              | improved_important    | none
      | 2024-04-01 | improved              | improved_important    | none
    2 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | within_error          | none
      | 2024-03-04 | improved              | within_error          | none
      | 2024-04-01 | improved              | improved_important    | none
      | 2024-04-29 | improved              | improved_important    | none
    3 | 2024-01-08 |                       |                       |
      | 2024-02-05 | worse                 | improved_important    | none
      | 2024-03-04 | improved              | improved_important    | none
      | 2024-04-01 | improved              | improved_important    | none
    4 | 2024-01-08 |                       |                       |
      | 2024-02-05 | worse                 | improved_important    | none
      | 2024-03-05 | improved              | improved_important    | none
      | 2024-04-02 | improved              | improved_important    | none
    5 | 2024-01-08 |                       |                       |
      | 2024-02-05 | within_error          | improved_important    | none
      | 2024-03-05 | improved              | improved_important    | none
      | 2024-04-02 | improved              | improved_important    | none
    6 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | within_error          | none
      | 2024-04-01 | improved              | improved_important    | none
      | 2024-04-29 | improved              | improved_important    | none
    """,
    {1: MET, 2: UNKNOWN, 3: MET, 4: UNKNOWN, 5: NOT_MET, 6: MET},
)
example(
    "11.2.1 C2: it may turn again; a relapse of both together takes nothing back and adds nothing",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class | change_confounders
    1 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | improved_important    | none
      | 2024-03-04 | improved              | improved_important    | none
      | 2024-06-03 | within_error          | within_error          | none
    2 | 2024-01-08 |                       |                       |
      | 2024-02-05 | improved              | improved_important    | none
      | 2024-03-04 | improved              | improved_important    | none
      | 2024-06-03 | within_error          | improved_important    | none
    3 | 2024-01-08 |                       |                       |
      | 2024-02-05 | within_error          | improved_important    | none
      | 2024-03-04 | improved              | improved_important    | none
      | 2024-04-01 | improved              | improved_important    | none
    4 | 2024-01-08 |                       |                       |
      | 2024-02-05 | within_error          | within_error          | none
      | 2024-06-03 | within_error          | within_error          | none
    """,
    {1: MET, 2: NOT_MET, 3: MET, 4: UNKNOWN},
)
example(
    "11.2.1 C2: what else changed is asked of the whole course, and a block or a recent injury is seen by itself",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class | change_confounders  | block_done | injury_date
    1 | 2024-01-08 |                       |                       | new_preventive_drug |            |
      | 2024-02-05 | improved              | improved_important    | none                |            |
      | 2024-03-04 | improved              | improved_important    | none                |            |
    2 | 2024-01-08 |                       |                       |                     |            |
      | 2024-02-05 | improved              | improved_important    | new_preventive_drug |            |
      | 2024-03-04 | improved              | improved_important    | none                |            |
    3 | 2024-01-08 |                       |                       |                     |            |
      | 2024-01-22 |                       |                       |                     | yes        |
      | 2024-02-05 | improved              | improved_important    | none                |            |
      | 2024-03-04 | improved              | improved_important    | none                |            |
    4 | 2024-01-08 |                       |                       |                     |            | 2023-10-16
      | 2024-02-05 | improved              | improved_important    | none                |            |
      | 2024-03-04 | improved              | improved_important    | none                |            |
    5 | 2024-01-08 |                       |                       |                     |            | 2023-10-15
      | 2024-02-05 | improved              | improved_important    | none                |            |
      | 2024-03-04 | improved              | improved_important    | none                |            |
    6 | 2024-01-08 |                       |                       |                     |            |
      | 2024-02-05 | improved              | improved_important    | none                |            |
      | 2024-03-04 | improved              | improved_important    | none                |            |
      | 2024-04-01 | improved              | improved_important    | new_preventive_drug |            |
    """,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN, 4: UNKNOWN, 5: MET, 6: MET},
)
example(
    "11.2.1 C2: something else that changed in the interval leaves it open, it does not refute",
    improved_in_parallel,
    """
      | date       | cervical_change_class | headache_change_class | change_confounders
    1 | 2024-02-05 | improved              | improved_important    | new_preventive_drug
      | 2024-03-04 | improved              | improved_important    | new_preventive_drug
    """,
    {1: UNKNOWN},
)
example(
    "11.2.1 C3: both halves at one visit",
    motion_reduced_and_headache_provoked,
    """
      | date       | crom_reduced | provocation_worsens_headache
    1 | 2024-01-08 | yes          | yes
    2 | 2024-01-08 | yes          |
      | 2024-02-05 |              | yes
    3 | 2024-01-08 | yes          | no
    4 | 2024-01-08 | no           | yes
    5 | 2024-01-08 |              | yes
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "11.2.1 C3: proposed from the tests, and masked by an attack or a medicine of the last 24 h",
    motion_reduced_and_headache_provoked,
    """
      | age_years | frt_rotation_deg[left] | provocation_familiar | provocation_nrs_rise | headache_phase | hours_since_acute_medication
    1 | 40        | 32                     | yes                  | 2                    | none           | 24
    2 | 40        | 32                     | yes                  | 1                    | none           |
    3 | 40        | 32                     | no                   | 5                    | none           |
    4 | 40        | 33                     | yes                  | 2                    | none           |
    5 | 40        | 32                     | yes                  | 2                    | attack         |
    6 | 40        | 32                     | yes                  | 2                    | none           | 23
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN, 6: UNKNOWN},
)
example(
    "11.2.1 A to C: two of the four relations",
    cervicogenic_headache.features,
    """
      | date       | neck_disorder_clinical_evidence | neck_disorder_accepted_cause | neck_disorder_type | temporal_relation_neck | crom_reduced | provocation_worsens_headache | change_confounders | cervical_change_class | headache_change_class
    1 | 2024-01-08 | yes                             | yes                          | disc               | established            | yes          | yes                          |                    |                       |
    2 | 2024-01-08 | yes                             | yes                          | disc               | plausible              | yes          | yes                          |                    |                       |
    3 | 2024-01-08 |                                 |                              |                    |                        |              |                              |                    |                       |
      | 2024-02-05 | yes                             | yes                          | disc               | absent                 | no           | yes                          | none               | within_error          | improved_important
    4 | 2024-01-08 | no                              | yes                          | none               | established            | yes          | yes                          |                    |                       |
    """,  # noqa: E501
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: NOT_MET},
)
