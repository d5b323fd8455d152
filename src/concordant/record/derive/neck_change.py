"""Has the neck changed beyond the error of the tests since it was first measured (diagnosis 3.4)?

An impairment counts as improved only where it was abnormal at baseline. What is comparable and what a real change is
the measures say (examination 1 and 7), as for every other verdict on a test: a test that was done with another
instrument, in another position or phase, or of which that is not known, counts as not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.flexion_rotation import frt_class
from concordant.facts.fact import SEGMENTS, Scope
from concordant.facts.outcomes.change import cervical_change_class
from concordant.measures import Measure, Measurement, Verdict, real_change
from concordant.measures.physical import active_range, craniocervical_flexion, flexion_rotation, palpation
from concordant.measures.real_change import IMPROVED, NOT_KNOWN, WITHIN_ERROR, WORSE
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.measured import first_ever, measurement

UPPER_SEGMENTS = SEGMENTS[:3]


@dataclass(frozen=True, slots=True)
class NeckTest:
    """One test, at its side and segment."""

    measure: Measure
    side: str | None = None
    segment: str | None = None

    @property
    def term(self) -> Term:
        """What is read."""
        return term_of(self.measure.fact, self.side, self.segment)


def _tests() -> Iterator[NeckTest]:
    of_one_place = (
        flexion_rotation.rotation,
        craniocervical_flexion.activation,
        active_range.flexion,
        active_range.extension,
        active_range.lateral_flexion,
        active_range.rotation,
    )
    for measure in of_one_place:
        yield from (NeckTest(measure, side) for side in measure.sides)
    sign = palpation.familiar_headache
    for segment in UPPER_SEGMENTS:
        yield from (NeckTest(sign, side, segment) for side in sign.sides)


TESTS = tuple(_tests())
"""Every test that can show a change of the neck, each side and segment."""


class Impairment(NamedTuple):
    """One test that was done at baseline and can be compared at the retest."""

    verdict: Verdict
    was_abnormal: bool | None
    is_abnormal: bool | None
    """Asked only of what was abnormal."""


@computes(cervical_change_class)
def neck_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """resolved, improved, within_error or worse at this retest against the first measurement of each test."""
    inputs = Inputs(reader, where)
    if where.visit is None:
        return inputs.unknown("", cervical_change_class)
    found: list[Impairment] = []
    untested: list[str] = []
    why: list[str] = []
    for first in reader.diary.once(_Baseline, reader).before(where):
        one = first.test
        after = measurement(reader, where, one.measure, one.side, one.segment)
        change = None if after is None else real_change(first.taken, after)
        if after is None or change is None or change.verdict is NOT_KNOWN:
            why += [change.words] if change else []
            # Abnormal at first and not repeated alike: the neck cannot be said to have recovered.
            untested += [one.term.name] if first.was_abnormal else []
            continue
        still = _abnormal(reader, where, after) if first.was_abnormal else None
        found.append(Impairment(change.verdict, first.was_abnormal, still))
        if change.verdict is not WITHIN_ERROR:
            inputs.note(one.term.name, after.value or 0, change.words)
    if not found:
        words = "; ".join(why) or "no test of the neck was done both before and at this visit"
        return inputs.unknown(words, cervical_change_class)
    word = _class(found, open_tests=bool(untested))
    if word is None:
        left = f"; not repeated: {', '.join(untested)}" if untested else ""
        words = "".join(f"; {one}" for one in why)
        return inputs.unknown(f"whether what was abnormal has changed is not known{left}{words}", cervical_change_class)
    changes = sum(one.verdict is not WITHIN_ERROR for one in found)
    return inputs.result(word, f"{len(found)} tests compared, {changes} changed beyond error")


def _class(found: list[Impairment], *, open_tests: bool) -> str | None:
    """The word, or None where a test that could say otherwise was not repeated or has no cut-off."""
    if any(one.verdict is WORSE for one in found):
        return "worse"
    abnormal = [one for one in found if one.was_abnormal]
    if any(one.verdict is IMPROVED for one in abnormal):
        normal_again = all(one.is_abnormal is False for one in abnormal)
        return "resolved" if normal_again and not open_tests else "improved"
    # A real gain of a test of which nobody knows whether it was abnormal, or an abnormal test that was not
    # repeated, must not be read as "the neck has not changed": that would speak against C2.
    gained = any(one.verdict is IMPROVED and one.was_abnormal is None for one in found)
    return None if gained or open_tests else "within_error"


@dataclass(frozen=True, slots=True)
class FirstDone:
    """A test at the first visit at which it was done."""

    test: NeckTest
    day: date
    taken: Measurement
    was_abnormal: bool | None


class _Baseline:
    """Every test that was ever done, as it was found first; looked for once for all retests."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[Binding, tuple[FirstDone, ...]] = {}

    def before(self, where: Binding) -> Iterator[FirstDone]:
        """The tests that were done at an earlier visit than the bound one."""
        assert where.visit is not None
        everywhere = where.at_no_visit()
        if everywhere not in self._found:
            each = (self._of(test, everywhere) for test in TESTS)
            self._found[everywhere] = tuple(one for one in each if one is not None)
        day = self._reader.visits[where.visit].date
        return (one for one in self._found[everywhere] if one.day < day)

    def _of(self, test: NeckTest, where: Binding) -> FirstDone | None:
        found = first_ever(self._reader, where, test.measure, test.side, test.segment)
        if found is None:
            return None
        visit, taken = found
        was = _abnormal(self._reader, where.bound(Scope.VISIT, visit), taken)
        return FirstDone(test, self._reader.visits[visit].date, taken, was)


def _abnormal(reader: Reader, where: Binding, taken: Measurement) -> bool | None:
    """Whether the value was abnormal; None where the diagnosis uses no cut-off (active range)."""
    value: object = taken.value
    if isinstance(value, bool):
        return value
    if taken.measure is flexion_rotation.rotation:
        word = reader.read(term_of(frt_class, taken.side), where).value
        return word == "positive" if isinstance(word, str) else None
    if taken.measure is craniocervical_flexion.activation:
        return value <= craniocervical_flexion.IMPAIRED_MMHG if isinstance(value, int | float) else None
    return None
