"""At least, at most, all but one."""

from concordant.criteria import all_but_one, at_least, at_most, yes
from concordant.facts.history.pattern import phonophobia, photophobia, vomiting
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Counting connectives")
example = CHAPTER.example
signs = (yes(photophobia), yes(phonophobia), yes(vomiting))

TEN = """
       | photophobia | phonophobia | vomiting
     1 | yes         | yes         | yes
     2 | yes         | yes         |
     3 | yes         | yes         | no
     4 | yes         |             |
     5 | yes         |             | no
     6 | yes         | no          | no
     7 |             |             |
     8 |             |             | no
     9 |             | no          | no
    10 | no          | no          | no
"""

example(
    "at least two of three",
    at_least(2, *signs),
    TEN,
    {
        1: MET, 2: MET, 3: MET, 4: UNKNOWN, 5: UNKNOWN,
        6: NOT_MET, 7: UNKNOWN, 8: UNKNOWN, 9: NOT_MET, 10: NOT_MET,
    },
)  # fmt: skip
example(
    "at most one of three",
    at_most(1, *signs),
    TEN,
    {
        1: NOT_MET, 2: NOT_MET, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN,
        6: MET, 7: UNKNOWN, 8: UNKNOWN, 9: MET, 10: MET,
    },
)  # fmt: skip
example(
    "all but one of three: exactly one is not met",
    all_but_one(*signs),
    TEN,
    {
        1: NOT_MET, 2: UNKNOWN, 3: MET, 4: UNKNOWN, 5: UNKNOWN,
        6: NOT_MET, 7: UNKNOWN, 8: UNKNOWN, 9: NOT_MET, 10: NOT_MET,
    },
)  # fmt: skip
example(
    "at least none asks nothing",
    at_least(0, yes(photophobia)),
    """
      | photophobia
    1 | no
    2 |
    """,
    {1: MET, 2: MET},
)
example(
    "at most as many as there are refuses nothing",
    at_most(1, yes(photophobia)),
    """
      | photophobia
    1 | yes
    2 |
    """,
    {1: MET, 2: MET},
)
