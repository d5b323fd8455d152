"""Kleene's strong three-valued logic (Kleene 1952, Introduction to Metamathematics, section 64)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """Met, not met, or not yet known."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # each is one object, and look-ups by it are the heart of an evaluation

    def __bool__(self) -> bool:
        raise TypeError("a three-valued verdict is not a condition; compare it with Truth.MET")


MET, NOT_MET, OPEN = Truth
"""Under names of their own, as to look up an attribute of an enumeration takes seven times as long (Python 3.11)."""

_OPPOSITE = {MET: NOT_MET, NOT_MET: MET, OPEN: OPEN}


def truth(value: bool | None) -> Truth:
    """MET, NOT_MET, or UNKNOWN for None."""
    return OPEN if value is None else MET if value else NOT_MET


def negation(a: Truth) -> Truth:
    """Not."""
    return _OPPOSITE[a]


def count(truths: Iterable[Truth]) -> tuple[int, int, int]:
    """How many are met, unknown and not met."""
    seen = list(truths)
    return seen.count(MET), seen.count(OPEN), seen.count(NOT_MET)


def conjunction(truths: Iterable[Truth]) -> Truth:
    """And: not met as soon as one is not met; met when all are."""
    found = MET
    for one in truths:
        if one is NOT_MET:
            return NOT_MET
        if one is OPEN:
            found = OPEN
    return found


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Or: met as soon as one is met; not met when none can be."""
    found = NOT_MET
    for one in truths:
        if one is MET:
            return MET
        if one is OPEN:
            found = OPEN
    return found


def at_least(n: int, truths: Iterable[Truth]) -> Truth:
    """Met when n are met; not met when even all the unknown ones would not make n."""
    met, unknown, _ = count(truths)
    return MET if met >= n else NOT_MET if met + unknown < n else OPEN


def at_most(n: int, truths: Iterable[Truth]) -> Truth:
    """Met when no more than n can be met; not met when more than n are."""
    met, unknown, _ = count(truths)
    return MET if met + unknown <= n else NOT_MET if met > n else OPEN


def all_but_one(truths: Iterable[Truth]) -> Truth:
    """Met when exactly one is not met and the rest are met."""
    _, unknown, not_met = count(truths)
    if not_met > 1 or (not_met == 0 and unknown == 0):
        return NOT_MET
    return MET if not_met == 1 and unknown == 0 else OPEN
