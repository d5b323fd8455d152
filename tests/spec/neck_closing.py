"""11.2.1 D: what must be excluded first (diagnosis 3.2)."""

from concordant.criteria import yes
from concordant.diagnosis.closing import gives_way
from concordant.diagnosis.neck.exclusions import (
    no_autonomic_headache,
    no_occipital_neuralgia,
    not_an_older_migraine,
)
from concordant.diagnosis.winners import winners_over
from concordant.facts.history.pattern import photophobia, vomiting
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("11.2.1 D, the closing criterion")
example = CHAPTER.example

AUTONOMIC = """
      | cas_conjunctival_or_tearing | cas_nasal | cas_eyelid_oedema | cas_sweating | cas_miosis_or_ptosis | restlessness | headache_continuous | indomethacin_response | indomethacin_max_daily_mg
    1 | none                        | none      | none              | none         | none                 | no           | no                  |                       |
    2 | none                        | none      | none              | none         | none                 | no           | no                  | not_tried             |
    3 | none                        | none      | none              | none         |                      | no           | no                  |                       |
    4 | ipsilateral                 | none      | none              | none         | none                 | no           | yes                 |                       |
    5 | ipsilateral                 | none      | none              | none         | none                 | no           | yes                 | partial_or_none       | 150
    6 | ipsilateral                 | none      | none              | none         | none                 | no           | yes                 | partial_or_none       | 149
    7 | ipsilateral                 | none      | none              | none         | none                 | no           | yes                 | partial_or_none       |
"""  # noqa: E501
example(
    "11.2.1 D: no sign of a trigeminal autonomic headache, or indomethacin failed",
    no_autonomic_headache,
    AUTONOMIC,
    {1: MET, 2: MET, 3: UNKNOWN, 4: UNKNOWN, 5: MET, 6: UNKNOWN, 7: UNKNOWN},
)
example(
    "11.2.1 D: an indomethacin trial that was not made, or not at a full dose, leaves it open",
    no_autonomic_headache,
    """
      | cas_conjunctival_or_tearing | indomethacin_response
    1 | ipsilateral                 | not_tried
    2 | ipsilateral                 | inadequate_dose
    3 | ipsilateral                 | unknown
    """,
    {1: UNKNOWN, 2: UNKNOWN, 3: UNKNOWN},
)
example(
    "11.2.1 D: shooting pain alone is no occipital neuralgia",
    no_occipital_neuralgia,
    """
      | pain_qualities | scalp_dysaesthesia_or_allodynia | occipital_nerve_tender | gon_or_c2_trigger_point
    1 | dull_aching    | yes                             | yes                    | yes
    2 | shooting       | no                              | yes                    | yes
    3 | shooting       | yes                             | no                     | no
    4 | shooting       | yes                             |                        | no
    5 |                | yes                             | yes                    | yes
    """,
    {1: MET, 2: MET, 3: MET, 4: UNKNOWN, 5: UNKNOWN},
)
MIGRAINE = {"1.1 features": yes(photophobia), "1.2 features": yes(vomiting)}
example(
    "11.2.1 D: a migraine that was there before must be twice as bad (here 1.1 stands for sensitivity to light)",
    not_an_older_migraine,
    """
      | photophobia | preexisting_headache | worsening_factor | temporal_relation_neck
    1 | no          | yes                  | 1.0              |
    2 |             | yes                  | 1.0              |
    3 | yes         | no                   |                  | established
    4 | yes         | yes                  | 2.0              |
    5 | yes         | yes                  | 1.9              | established
    6 | yes         |                      |                  | established
    7 | yes         | no                   |                  | plausible
    8 | yes         | yes                  |                  | established
    """,
    {1: MET, 2: MET, 3: MET, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN},
    MIGRAINE,
)
example(
    "11.2.1 D: where the timing is not known, the course of treatment decides (C2)",
    not_an_older_migraine,
    """
      | date       | photophobia | preexisting_headache | worsening_factor | cervical_change_class | headache_change_class | change_confounders
    1 | 2024-01-08 | yes         |                      |                  |                       |                       |
      | 2024-02-05 |             |                      |                  | improved              | resolved              | none
      | 2024-03-04 |             |                      |                  | improved              | resolved              | none
    2 | 2024-01-08 | yes         |                      |                  |                       |                       |
      | 2024-02-05 |             |                      |                  | within_error          | resolved              | none
    3 | 2024-01-08 | yes         | yes                  | 1.9              |                       |                       |
      | 2024-02-05 |             |                      |                  | improved              | resolved              | none
      | 2024-03-04 |             |                      |                  | improved              | resolved              | none
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: NOT_MET},
    MIGRAINE,
)
example(
    "11.2.1 D: nothing that wins is definite for the same headache (here 3.4 stands for sensitivity to light)",
    gives_way("11.2.1"),
    """
      | photophobia | same_headache_profile
    1 | no          |
    2 |             |
    3 | yes         |
    4 | yes         | yes
    5 | yes         | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: MET},
    {row.winner: yes(photophobia if row.winner == "3.4" else vomiting) for row in winners_over("11.2.1")},
)
