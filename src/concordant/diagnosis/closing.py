"""The closing criterion: "not better accounted for by another ICHD-3 diagnosis" (diagnosis 3.2).

Met when nothing that comes first is definite, every item that must be excluded first is excluded, and the
examiner, having seen the rivals, confirms. Who wins over whom stands in :mod:`concordant.diagnosis.winners`.
"""

from __future__ import annotations

from concordant.criteria import Criterion, all_of, any_of, definite, named, no, not_, surely, verdict, yes
from concordant.diagnosis.diagnosis import features_key
from concordant.diagnosis.winners import PRIMARY_THAT_MAY_BE_SECONDARY, When, Wins, winners_over
from concordant.facts.examination.judgement import examiner_confirms_not_better_explained, same_headache_profile
from concordant.facts.history.person import preexisting_headache


def examiner_confirms() -> Criterion:
    """The examiner has looked at the rivals and confirms."""
    return yes(examiner_confirms_not_better_explained)


def not_better_explained(*conditions: Criterion) -> Criterion:
    """The closing criterion with what this diagnosis adds to it."""
    return all_of(*conditions, examiner_confirms())


def no_definite(*codes: str) -> Criterion:
    """None of these is definite for the same headache."""
    return named(f"none of {', '.join(codes)} is definite", not_(definite(*codes)), source="ICHD-3 G5 to G12")


two_different_headaches = surely(no(same_headache_profile))
"""The examiner says that what is described as one headache is two: then neither gives way to the other."""


def gives_way(code: str) -> Criterion:
    """Nothing that wins over this diagnosis by the table of winners is definite for the same headache."""
    rows = winners_over(code)
    return named(
        f"nothing that wins over {code} is definite ({', '.join(row.winner for row in rows)})",
        any_of(not_(any_of(*map(_stands, rows))), two_different_headaches),
        source="the table of winners, diagnosis 3.2",
    )


def _stands(row: Wins) -> Criterion:
    won = definite(row.winner)
    return won if row.only_with is None else all_of(won, row.only_with)


def not_a_new_secondary_headache() -> Criterion:
    """G7 and G8: a new headache in close relation to its cause is coded as secondary only.

    One that was there before is diagnosed beside the secondary headache. While it is open whether 11.2.1 is
    met (all but its closing criterion is), a new headache stays open here too.
    """
    neck = all_of(surely(verdict(features_key("11.2.1"))), verdict("11.2.1"))
    rows = winners_over(PRIMARY_THAT_MAY_BE_SECONDARY[0], When.NEW_HEADACHE)
    others = [row.winner for row in rows if row.winner != "11.2.1"]
    secondary = any_of(neck, definite(*others))
    return named(
        "not a new headache that is secondary",
        any_of(not_(all_of(secondary, no(preexisting_headache))), two_different_headaches),
        source="ICHD-3 G7, G8",
    )
