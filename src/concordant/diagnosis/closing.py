"""The closing criterion: "not better accounted for by another ICHD-3 diagnosis" (diagnosis 3.2).

Met when nothing that comes first is definite, every item that must be excluded first is excluded, and the
examiner, having seen the rivals, confirms. The order of winners follows the general rules G5 to G12 of
ICHD-3; what goes beyond them is a product rule and says so.
"""

from __future__ import annotations

from concordant.criteria import Criterion, all_of, any_of, definite, named, no, not_, surely, verdict, yes
from concordant.diagnosis.diagnosis import features_key
from concordant.facts.examination.judgement import examiner_confirms_not_better_explained
from concordant.facts.history.person import preexisting_headache

SECONDARY = ("11.2.1", "5.3", "5.4", "5.1", "5.2", "6.4.1", "6.5.1.1", "6.5.1.2", "7.2", "11.2.3")
"""The secondary headaches that can be diagnosed so far."""


def examiner_confirms() -> Criterion:
    """The examiner has looked at the rivals and confirms."""
    return yes(examiner_confirms_not_better_explained)


def not_better_explained(*conditions: Criterion) -> Criterion:
    """The closing criterion with what this diagnosis adds to it."""
    return all_of(*conditions, examiner_confirms())


def no_definite(*codes: str) -> Criterion:
    """None of these is definite for the same headache."""
    return named(f"none of {', '.join(codes)} is definite", not_(definite(*codes)), source="ICHD-3 G5 to G12")


def not_a_new_secondary_headache() -> Criterion:
    """G7 and G8: a new headache in close relation to its cause is coded as secondary only.

    One that was there before is diagnosed beside the secondary headache. While it is open whether 11.2.1 is
    met (all but its closing criterion is), a new headache stays open here too.
    """
    neck = all_of(surely(verdict(features_key("11.2.1"))), verdict("11.2.1"))
    secondary = any_of(neck, definite("5.3", "5.4"))
    return named(
        "not a new headache that is secondary",
        not_(all_of(secondary, no(preexisting_headache))),
        source="ICHD-3 G7, G8",
    )
