"""And, or, not, and what is settled only when it is met."""

from concordant.criteria import all_of, any_of, awaits, decide, definite, named, no, not_, surely, verdict, yes
from concordant.facts.history.pattern import headache_continuous, phonophobia, photophobia, vomiting
from concordant.facts.safety.results import red_flag_cleared
from tests.spec.registry import Chapter
from tests.spec.tables import MET, NOT_MET, UNKNOWN

CHAPTER = Chapter("Connectives")
example = CHAPTER.example

NINE = """
      | photophobia | phonophobia
    1 | yes         | yes
    2 | yes         |
    3 | yes         | no
    4 |             | yes
    5 |             |
    6 |             | no
    7 | no          | yes
    8 | no          |
    9 | no          | no
"""
THREE = """
      | photophobia
    1 | yes
    2 |
    3 | no
"""

example(
    "and: one that is not met decides, whatever is unknown",
    all_of(yes(photophobia), yes(phonophobia)),
    NINE,
    {1: MET, 2: UNKNOWN, 3: NOT_MET, 4: UNKNOWN, 5: UNKNOWN, 6: NOT_MET, 7: NOT_MET, 8: NOT_MET, 9: NOT_MET},
)
example(
    "or: one that is met decides, whatever is unknown",
    any_of(yes(photophobia), yes(phonophobia)),
    NINE,
    {1: MET, 2: MET, 3: MET, 4: MET, 5: UNKNOWN, 6: UNKNOWN, 7: MET, 8: UNKNOWN, 9: NOT_MET},
)
example("not: of something unknown, unknown", not_(yes(photophobia)), THREE, {1: NOT_MET, 2: UNKNOWN, 3: MET})
example("no: the fact was asked and is false", no(photophobia), THREE, {1: NOT_MET, 2: UNKNOWN, 3: MET})
example("yes: the fact is true", yes(photophobia), THREE, {1: MET, 2: UNKNOWN, 3: NOT_MET})
example(
    "a name and a letter change nothing",
    named("sensitive to light", all_of(A=yes(photophobia))),
    THREE,
    {1: MET, 2: UNKNOWN, 3: NOT_MET},
)
example(
    "surely: what is unknown is not established",
    surely(yes(photophobia)),
    THREE,
    {1: MET, 2: NOT_MET, 3: NOT_MET},
)
example(
    "awaits: a gate is met once it is met, and open until then",
    awaits(yes(photophobia), settled_by=red_flag_cleared),
    THREE,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN},
)
example(
    "decide: met in some cases, not met in others, else unknown",
    decide(
        met_if=all_of(yes(photophobia), yes(phonophobia)),
        not_met_if=all_of(no(photophobia), no(phonophobia)),
    ),
    NINE,
    {1: MET, 2: UNKNOWN, 3: UNKNOWN, 4: UNKNOWN, 5: UNKNOWN, 6: UNKNOWN, 7: UNKNOWN, 8: UNKNOWN, 9: NOT_MET},
)

RULES = {"sensitive": all_of(yes(photophobia), yes(phonophobia)), "sick": yes(vomiting)}
example(
    "verdict: the answer of another rule, for the same headache",
    not_(verdict("sensitive")),
    NINE,
    {1: NOT_MET, 2: UNKNOWN, 3: MET, 4: UNKNOWN, 5: UNKNOWN, 6: MET, 7: MET, 8: MET, 9: MET},
    RULES,
)
example(
    "definite: one of several rules is met now; an open one counts as not",
    definite("sensitive", "sick"),
    """
      | photophobia | phonophobia | vomiting
    1 | yes         | yes         | no
    2 | yes         |             | yes
    3 | yes         |             |
    4 | no          |             | no
    """,
    {1: MET, 2: MET, 3: NOT_MET, 4: NOT_MET},
    RULES,
)
example(
    "no rule book, no verdict",
    any_of(verdict("sensitive"), yes(headache_continuous)),
    """
      | photophobia | phonophobia | headache_continuous
    1 | yes         | yes         | no
    2 | yes         | yes         | yes
    """,
    {1: UNKNOWN, 2: MET},
)
