"""Held at retests: found at the newest visit that can say, and for so many days before it."""

from concordant.criteria import all_of, held_at_retests, one_of
from concordant.facts.outcomes.change import cervical_change_class, headache_change_class
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Retests")
example = CHAPTER.example

example(
    "held for 28 days",
    held_at_retests(28, one_of(cervical_change_class, "improved")),
    """
      | date       | cervical_change_class
    1 | 2024-01-08 | improved
      | 2024-02-05 | improved
    2 | 2024-01-08 | improved
      | 2024-02-04 | improved
    3 | 2024-01-08 | improved
      | 2024-02-05 | within_error
    4 | 2024-01-08 | improved
      | 2024-01-29 | within_error
      | 2024-02-05 | improved
    5 | 2024-01-08 | improved
      | 2024-01-29 |
      | 2024-02-05 | improved
    6 | 2024-01-08 | within_error
      | 2024-02-05 | improved
    7 | 2024-01-08 | improved
    8 | 2024-01-08 |
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: UNKNOWN, 5: MET, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN},
)
example(
    "two changes held together: each visit must show both",
    held_at_retests(
        28, all_of(one_of(cervical_change_class, "improved"), one_of(headache_change_class, "improved_important"))
    ),
    """
      | date       | cervical_change_class | headache_change_class
    1 | 2024-01-08 | improved              | improved_important
      | 2024-02-05 | improved              | improved_important
    2 | 2024-01-08 | improved              |
      | 2024-02-05 | improved              | improved_important
    3 | 2024-01-08 | improved              | improved_important
      | 2024-02-05 | worse                 |
    """,
    {1: MET, 2: UNKNOWN, 3: NOT_MET},
)
example(
    "held for no time at all: the newest visit decides",
    held_at_retests(0, one_of(cervical_change_class, "within_error")),
    """
      | date       | cervical_change_class
    1 | 2024-01-08 | within_error
    2 | 2024-01-08 | within_error
      | 2024-02-05 | improved
    """,
    {1: MET, 2: NOT_MET},
)
