"""One fact at a time: words, lists, sides, tables, dates."""

from concordant.criteria import (
    any_of,
    at,
    at_or_above,
    at_or_below,
    cleared,
    empty,
    holds_at_least,
    key_of,
    known,
    meets,
    not_empty,
    on_or_after,
    one_of,
    only,
    yes,
)
from concordant.facts.diary.counts import acute_med_days_per_30d, headache_resolved_date
from concordant.facts.examination.flexion_rotation import frt_rotation_deg
from concordant.facts.examination.palpation import palpation_familiar_headache
from concordant.facts.history.pattern import headache_onset_date, laterality, pain_qualities
from concordant.facts.safety.history import cancer_history
from concordant.facts.safety.results import red_flag_cleared
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("One fact")
example = CHAPTER.example

example(
    "one of some words; the word unknown is an answer and means unknown",
    one_of(laterality, "left_always", "right_always"),
    """
      | laterality
    1 | left_always
    2 | right_always
    3 | bilateral
    4 | unknown
    5 |
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)

LISTS = """
      | pain_qualities
    1 | pulsating
    2 | pulsating, stabbing
    3 | stabbing
    4 | none
    5 |
"""
example(
    "meets: at least one of these words; an empty list meets none",
    meets(pain_qualities, "pulsating", "sharp"),
    LISTS,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example(
    "only: nothing but these words; an empty list holds nothing else",
    only(pain_qualities, "pulsating", "sharp"),
    LISTS,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: MET, 5: UNKNOWN},
)
example(
    "holds at least two words",
    holds_at_least(2, pain_qualities),
    LISTS,
    {1: NOT_MET, 2: MET, 3: NOT_MET, 4: NOT_MET, 5: UNKNOWN},
)
example("not empty", not_empty(pain_qualities), LISTS, {1: MET, 2: MET, 3: MET, 4: NOT_MET, 5: UNKNOWN})
example(
    "empty: asked for, and there was none",
    empty(pain_qualities),
    LISTS,
    {1: NOT_MET, 2: NOT_MET, 3: NOT_MET, 4: MET, 5: UNKNOWN},
)
example(
    "known: met or open, never refuted",
    known(laterality),
    """
      | laterality
    1 | bilateral
    2 | unknown
    3 |
    """,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN},
)
example(
    "on or after: the same day counts",
    on_or_after(headache_resolved_date, headache_onset_date),
    """
      | headache_onset_date | headache_resolved_date
    1 | 2024-01-02          | 2024-01-03
    2 | 2024-01-02          | 2024-01-02
    3 | 2024-01-02          | 2024-01-01
    4 | 2024-01-02          |
    5 |                     | 2024-01-01
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN},
)
example(
    "key of a table: a key that was not entered is unknown, not zero",
    at_or_above(key_of(acute_med_days_per_30d, "triptan"), 10),
    """
      | acute_med_days_per_30d[triptan] | acute_med_days_per_30d[nsaid]
    1 | 10                              |
    2 | 9                               | 20
    3 |                                 | 20
    4 |                                 |
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: UNKNOWN},
)
example(
    "at a side: the other side says nothing",
    at_or_below(at(frt_rotation_deg, side="left"), 32),
    """
      | frt_rotation_deg[left] | frt_rotation_deg[right]
    1 | 32                     | 40
    2 | 33                     | 20
    3 |                        | 20
    """,
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "at a segment of a side",
    any_of(*(yes(at(palpation_familiar_headache, side=side, segment="C1-C2")) for side in ("left", "right"))),
    """
      | palpation_familiar_headache[C1-C2 left] | palpation_familiar_headache[C1-C2 right] | palpation_familiar_headache[C2-C3 left]
    1 | yes                                     |                                          |
    2 | no                                      | no                                       | yes
    3 | no                                      |                                          | yes
    """,  # noqa: E501
    {1: MET, 2: NOT_MET, 3: UNKNOWN},
)
example(
    "cleared: without an entry nothing is cleared",
    cleared(red_flag_cleared, "snnoop_n1", of=(cancer_history,)),
    """
      | cancer_history
    1 | yes
    2 |
    """,
    {1: NOT_MET, 2: NOT_MET},
)
