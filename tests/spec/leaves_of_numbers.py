"""Bounds of numbers, of usual ranges, and of counts from a diary with missing days (diagnosis 0.3, 0.5)."""

from concordant.criteria import above, at_or_above, at_or_below, below, between
from concordant.facts.diary.counts import headache_days_per_30d
from concordant.facts.history.aura import aura_to_headache_minutes
from concordant.facts.history.pattern import attack_count_lifetime, attack_duration_minutes
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Numbers and ranges")
example = CHAPTER.example

FOUR = """
      | attack_count_lifetime
    1 | 4
    2 | 5
    3 | 6
    4 |
"""
example(
    "at or above: the bound itself is inside",
    at_or_above(attack_count_lifetime, 5),
    FOUR,
    {1: NOT_MET, 2: MET, 3: MET, 4: UNKNOWN},
)
example(
    "above: the bound itself is outside",
    above(attack_count_lifetime, 5),
    FOUR,
    {1: NOT_MET, 2: NOT_MET, 3: MET, 4: UNKNOWN},
)
example("at or below", at_or_below(attack_count_lifetime, 5), FOUR, {1: MET, 2: MET, 3: NOT_MET, 4: UNKNOWN})
example("below", below(attack_count_lifetime, 5), FOUR, {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN})
example(
    "between: a usual range must lie wholly inside; one that lies partly outside is unknown",
    between(attack_duration_minutes, 240, 4320),
    """
      | attack_duration_minutes
    1 | 240..4320
    2 | 300..600
    3 | 120..300
    4 | 4000..5000
    5 | 60..5000
    6 | 30..239
    7 | 4321..5000
    8 | 300
    9 |
    """,
    {1: MET, 2: MET, 3: UNKNOWN, 4: UNKNOWN, 5: UNKNOWN, 6: NOT_MET, 7: NOT_MET, 8: MET, 9: UNKNOWN},
)
example(
    "a range that touches an open bound",
    below(attack_duration_minutes, 240),
    """
      | attack_duration_minutes
    1 | 60..239
    2 | 60..240
    3 | 240..300
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET},
)
example(
    "never is an answer, and lies within no bounds",
    between(aura_to_headache_minutes, 0, 60),
    """
      | aura_to_headache_minutes
    1 | 60
    2 | 61
    3 | never
    4 |
    """,
    {1: MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN},
)

DIARY = """
      | diary
    1 | 15 yes, 15 no
    2 | 14 yes, 16 no
    3 | 13 yes, 12 no, 5 missing
    4 | 15 yes, 10 no, 5 missing
    5 | 9 yes, 16 no, 5 missing
    6 | 10 yes, 15 no, 5 missing
    7 |
"""
example(
    "at or above, counted with missing days: between all of them free and none of them",
    at_or_above(headache_days_per_30d, 15),
    DIARY,
    {1: MET, 2: NOT_MET, 3: UNKNOWN, 4: MET, 5: NOT_MET, 6: UNKNOWN, 7: UNKNOWN},
)
example(
    "below, counted with missing days",
    below(headache_days_per_30d, 15),
    DIARY,
    {1: NOT_MET, 2: MET, 3: UNKNOWN, 4: NOT_MET, 5: MET, 6: UNKNOWN, 7: UNKNOWN},
)
example(
    "above, counted with missing days",
    above(headache_days_per_30d, 15),
    DIARY,
    {1: NOT_MET, 2: NOT_MET, 3: UNKNOWN, 4: UNKNOWN, 5: NOT_MET, 6: NOT_MET, 7: UNKNOWN},
)
