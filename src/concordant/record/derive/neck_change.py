"""Has the neck changed beyond the error of the tests since it was first measured (diagnosis 3.4)?

An impairment counts as improved only where it was abnormal at baseline. What is comparable and what a real change is
the measures say (examination 1 and 7), as for every other verdict on a test: a test that was done with another
instrument, in another position or phase, or of which that is not known, counts as not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.flexion_rotation import frt_class
from concordant.facts.fact import SEGMENTS, Scope
from concordant.facts.outcomes.change import cervical_change_class
from concordant.measures import Measure, Verdict
from concordant.measures.physical import active_range, craniocervical_flexion, flexion_rotation, palpation
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.measured import ChangeOfTest, change_of_test

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


@dataclass(frozen=True, slots=True)
class Impairment:
    """One test that was done at baseline and can be compared at the retest."""

    verdict: Verdict
    was_abnormal: bool | None
    is_abnormal: bool | None


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
        changed = change_of_test(reader, where, one.measure, one.side, one.segment)
        if changed is None or changed.change.verdict is Verdict.UNKNOWN:
            why += [changed.change.words] if changed else []
            # Abnormal at first and not repeated alike: the neck cannot be said to have recovered.
            untested += [one.term.name] if first.was_abnormal else []
            continue
        found.append(Impairment(changed.change.verdict, first.was_abnormal, _is_abnormal(reader, where, one, changed)))
        if changed.change.verdict is not Verdict.WITHIN_ERROR:
            inputs.note(one.term.name, changed.after.value or 0, changed.change.words)
    if not found:
        words = "; ".join(why) or "no test of the neck was done both before and at this visit"
        return inputs.unknown(words, cervical_change_class)
    word = _class(found, open_tests=bool(untested))
    if word is None:
        left = f"; not repeated: {', '.join(untested)}" if untested else ""
        words = "".join(f"; {one}" for one in why)
        return inputs.unknown(f"whether what was abnormal has changed is not known{left}{words}", cervical_change_class)
    changes = sum(one.verdict is not Verdict.WITHIN_ERROR for one in found)
    return inputs.result(word, f"{len(found)} tests compared, {changes} changed beyond error")


def _class(found: list[Impairment], *, open_tests: bool) -> str | None:
    """The word, or None where a test that could say otherwise was not repeated or has no cut-off."""
    if any(one.verdict is Verdict.WORSE for one in found):
        return "worse"
    abnormal = [one for one in found if one.was_abnormal]
    if any(one.verdict is Verdict.IMPROVED for one in abnormal):
        normal_again = all(one.is_abnormal is False for one in abnormal)
        return "resolved" if normal_again and not open_tests else "improved"
    # A real gain of a test of which nobody knows whether it was abnormal, or an abnormal test that was not
    # repeated, must not be read as "the neck has not changed": that would speak against C2.
    gained = any(one.verdict is Verdict.IMPROVED and one.was_abnormal is None for one in found)
    return None if gained or open_tests else "within_error"


@dataclass(frozen=True, slots=True)
class FirstDone:
    """A test at the first visit at which it was done."""

    test: NeckTest
    day: date
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
        for visit, one in self._reader.visits.items():
            there = where.bound(Scope.VISIT, visit)
            value = self._reader.read(test.term, there).value
            if isinstance(value, int | float):
                return FirstDone(test, one.date, _abnormal(self._reader, there, test, value))
        return None


def _is_abnormal(reader: Reader, where: Binding, test: NeckTest, changed: ChangeOfTest) -> bool | None:
    assert changed.after.value is not None
    return _abnormal(reader, where, test, changed.after.value)


def _abnormal(reader: Reader, where: Binding, test: NeckTest, value: float) -> bool | None:
    """Whether the value was abnormal; None where the diagnosis uses no cut-off (active range)."""
    if isinstance(value, bool):
        return value
    if test.measure is flexion_rotation.rotation:
        word = reader.read(term_of(frt_class, test.side), where).value
        return word == "positive" if isinstance(word, str) else None
    if test.measure is craniocervical_flexion.activation:
        return value <= craniocervical_flexion.IMPAIRED_MMHG
    return None
