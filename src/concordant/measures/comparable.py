"""May two values of one measure be compared (examination 1 and 7)?

Same instrument, position and headache phase, or they are not compared. Another rater widens the error instead, except
of signs and of measures that are published as unfit for one person between raters. The time of day is not judged: the
reference asks for the same, and says nowhere how near is near.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from concordant.measures.measure import Measure
from concordant.measures.measurement import Measurement, Taken

IN_SHORT = {"supine": "supine_full_flexion"}
"""One position, two words, of a test that has the longer one: that the neck is fully flexed is the test itself."""


@dataclass(frozen=True, slots=True)
class Comparability:
    """Yes, no, or not known; and why not."""

    answer: bool | None
    reasons: tuple[str, ...] = ()


def comparable(before: Measurement, after: Measurement) -> Comparability:
    """Whether the difference of two values is a change of the person."""
    if before.measure is not after.measure or before.side != after.side or before.segment != after.segment:
        return Comparability(False, (f"not the same test: {before.name} and {after.name}",))
    return _taken_alike(before.measure, before.taken, after.taken)


@lru_cache(maxsize=4096)
def _taken_alike(measure: Measure, before: Taken, after: Taken) -> Comparability:
    """Kept, as the tests of one visit are taken in few ways, and each is compared at every retest."""
    doubts = tuple(_doubts(measure, before, after))
    if any(refuted for refuted, _ in doubts):
        return Comparability(False, tuple(words for refuted, words in doubts if refuted))
    return Comparability(None if doubts else True, tuple(words for _, words in doubts))


def same_rater(before: Taken, after: Taken) -> bool | None:
    """None where one of them is not named."""
    return before.rater == after.rater if before.rater and after.rater else None


def _doubts(measure: Measure, before: Taken, after: Taken) -> Iterator[tuple[bool, str]]:
    """Each reason, and whether it refutes (True) or leaves open (False)."""
    yield from _same("instrument", before.instrument, after.instrument, measure.instruments)
    yield from _same("position", _position(measure, before), _position(measure, after), measure.positions)
    yield from _same("headache phase", before.headache_phase, after.headache_phase, ())
    if measure.same_rater_only:
        same = same_rater(before, after)
        if same is False:
            yield True, f"{measure.short} differs too much between raters: {before.rater} and {after.rater}"
        elif same is None:
            yield False, f"{measure.short} differs too much between raters, and who measured is not known"


def _position(measure: Measure, taken: Taken) -> str:
    """In the word of the measure."""
    word = IN_SHORT.get(taken.position, taken.position)
    return word if word in measure.positions else taken.position


def _same(what: str, before: str, after: str, allowed: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    if len(allowed) == 1:
        # There is only one way to do it: whoever says nothing did it so.
        before, after = before or allowed[0], after or allowed[0]
    if not before or not after:
        yield False, f"the {what} is not known"
    elif before != after:
        yield True, f"another {what}: {before}, then {after}"
    elif allowed and before not in allowed:
        yield False, f"{before} is not among the {what}s of this test, whose error is known: {', '.join(allowed)}"
