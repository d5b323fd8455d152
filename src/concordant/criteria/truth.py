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


_OPPOSITE = {Truth.MET: Truth.NOT_MET, Truth.NOT_MET: Truth.MET, Truth.UNKNOWN: Truth.UNKNOWN}


def truth(value: bool | None) -> Truth:
    """MET, NOT_MET, or UNKNOWN for None."""
    return Truth.UNKNOWN if value is None else Truth.MET if value else Truth.NOT_MET


def negation(a: Truth) -> Truth:
    """Not."""
    return _OPPOSITE[a]


def count(truths: Iterable[Truth]) -> tuple[int, int, int]:
    """How many are met, unknown and not met."""
    seen = list(truths)
    return seen.count(Truth.MET), seen.count(Truth.UNKNOWN), seen.count(Truth.NOT_MET)


def conjunction(truths: Iterable[Truth]) -> Truth:
    """And: not met as soon as one is not met; met when all are."""
    seen = tuple(truths)
    return Truth.NOT_MET if Truth.NOT_MET in seen else Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.MET


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Or: met as soon as one is met; not met when none can be."""
    seen = tuple(truths)
    return Truth.MET if Truth.MET in seen else Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.NOT_MET


def at_least(n: int, truths: Iterable[Truth]) -> Truth:
    """Met when n are met; not met when even all the unknown ones would not make n."""
    met, unknown, _ = count(truths)
    return Truth.MET if met >= n else Truth.NOT_MET if met + unknown < n else Truth.UNKNOWN


def at_most(n: int, truths: Iterable[Truth]) -> Truth:
    """Met when no more than n can be met; not met when more than n are."""
    met, unknown, _ = count(truths)
    return Truth.MET if met + unknown <= n else Truth.NOT_MET if met > n else Truth.UNKNOWN


def all_but_one(truths: Iterable[Truth]) -> Truth:
    """Met when exactly one is not met and the rest are met."""
    _, unknown, not_met = count(truths)
    if not_met > 1 or (not_met == 0 and unknown == 0):
        return Truth.NOT_MET
    return Truth.MET if not_met == 1 and unknown == 0 else Truth.UNKNOWN
