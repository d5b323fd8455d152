"""Has the neck changed beyond the error of the tests since it was first measured (diagnosis 3.4)?

An impairment counts as improved only where it was abnormal at baseline. What is a real change, by the same rater and
device, stands in REAL_CHANGE with its source; of palpation it is familiar headache yes to no.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.criteria.saying import value_in_words
from concordant.facts.examination.active_range import (
    arom_extension_deg,
    arom_flexion_deg,
    arom_lateral_flexion_deg,
    arom_rotation_deg,
)
from concordant.facts.examination.flexion_rotation import frt_class, frt_rotation_deg
from concordant.facts.examination.motor_control import ccft_activation_mmhg
from concordant.facts.examination.palpation import palpation_familiar_headache
from concordant.facts.fact import SEGMENTS, SIDES, Scope, Sides
from concordant.facts.outcomes.change import cervical_change_class
from concordant.facts.values import Value
from concordant.measures.physical import active_range, craniocervical_flexion, flexion_rotation
from concordant.measures.repeats import RealChange
from concordant.record.derive.computing import Inputs, Reader, computes

_MEASURES = (
    active_range.flexion,
    active_range.extension,
    active_range.lateral_flexion,
    active_range.rotation,
    flexion_rotation.rotation,
    craniocervical_flexion.activation,
)
REAL_CHANGE = {one.fact.name: one.change for one in _MEASURES if isinstance(one.change, RealChange)}
"""How far each test has to move before it has changed, in its own unit; less is within error (examination 7)."""

UPPER_SEGMENTS = SEGMENTS[:3]

_VISIT = Scope.VISIT


def _terms() -> Iterator[Term]:
    yield from (term_of(frt_rotation_deg, side) for side in SIDES)
    yield term_of(ccft_activation_mmhg)
    for fact in (arom_flexion_deg, arom_extension_deg, arom_lateral_flexion_deg, arom_rotation_deg):
        yield from (term_of(fact, side) for side in (SIDES if fact.sides is not Sides.NONE else (None,)))
    for segment in UPPER_SEGMENTS:
        yield from (term_of(palpation_familiar_headache, side, segment) for side in SIDES)


TERMS = tuple(_terms())
"""Every test that can show a change of the neck, each side and segment."""


@dataclass(frozen=True, slots=True)
class Impairment:
    """One test at baseline and at the retest."""

    term: Term
    change: float
    """Positive is better, in units of the error threshold; 1 or more is real."""
    was_abnormal: bool | None
    is_abnormal: bool | None


@computes(cervical_change_class)
def neck_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """resolved, improved, within_error or worse at this retest against the first measurement of each test."""
    inputs = Inputs(reader, where)
    if where.visit is None:
        return inputs.unknown("", cervical_change_class)
    found, untested = [], []
    for one in reader.diary.once(_Baseline, reader).before(where):
        now = reader.read(one.term, where)
        if not now.known:
            # Abnormal at first and not repeated: the neck cannot be said to have recovered.
            untested += [one.term] if one.was_abnormal else []
        elif (compared := _compared(reader, where, one, now.value)) is not None:
            found.append(compared)
            if abs(compared.change) >= 1:
                then_and_now = [value_in_words(one.term, value) for value in (one.reading.value, now.value)]
                inputs.note(one.term.name, now.value, " to ".join(then_and_now))
    if not found:
        return inputs.unknown("no test of the neck was done both before and at this visit", cervical_change_class)
    changed = sum(abs(one.change) >= 1 for one in found)
    word = _class(found, untested)
    if word is None:
        left = f"; not repeated: {', '.join(term.name for term in untested)}" if untested else ""
        return inputs.unknown(f"whether what was abnormal has changed is not known{left}", cervical_change_class)
    return inputs.result(word, f"{len(found)} tests compared, {changed} changed beyond error")


def _class(found: list[Impairment], untested: list[Term]) -> str | None:
    """The word, or None where a test that could say otherwise was not repeated or has no cut-off."""
    if any(one.change <= -1 for one in found):
        return "worse"
    abnormal = [one for one in found if one.was_abnormal]
    if any(one.change >= 1 for one in abnormal):
        normal_again = all(one.is_abnormal is False for one in abnormal)
        return "resolved" if normal_again and not untested else "improved"
    # A real gain of a test of which nobody knows whether it was abnormal, or an abnormal test that was not
    # repeated, must not be read as "the neck has not changed": that would speak against C2.
    gained = any(one.change >= 1 and one.was_abnormal is None for one in found)
    return None if gained or untested else "within_error"


def _compared(reader: Reader, where: Binding, first: FirstDone, now: Value) -> Impairment | None:
    then = first.reading.value
    if isinstance(now, bool) and isinstance(then, bool):
        return Impairment(first.term, float(then) - float(now), then, now)
    if isinstance(now, int | float) and isinstance(then, int | float):
        change = (now - then) / REAL_CHANGE[first.term.fact.name].threshold
        return Impairment(first.term, change, first.was_abnormal, _abnormal(reader, where, first.term))
    return None


@dataclass(frozen=True, slots=True)
class FirstDone:
    """A test at the first visit at which it was done."""

    term: Term
    day: date
    reading: Reading
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
            each = (self._of(term, everywhere) for term in TERMS)
            self._found[everywhere] = tuple(one for one in each if one is not None)
        day = self._reader.visits[where.visit].date
        return (one for one in self._found[everywhere] if one.day < day)

    def _of(self, term: Term, where: Binding) -> FirstDone | None:
        for visit, one in self._reader.visits.items():
            there = where.bound(_VISIT, visit)
            reading = self._reader.read(term, there)
            if reading.known:
                found = reading.value
                abnormal = found if isinstance(found, bool) else _abnormal(self._reader, there, term)
                return FirstDone(term, one.date, reading, abnormal)
        return None


def _abnormal(reader: Reader, where: Binding, term: Term) -> bool | None:
    """Whether the value was abnormal; None where no cut-off is used here (active range has none yet)."""
    value = reader.read(term, where).value
    if term.fact is frt_rotation_deg:
        word = reader.read(term_of(frt_class, term.side), where).value
        return word == "positive" if isinstance(word, str) else None
    if term.fact is ccft_activation_mmhg and isinstance(value, int | float):
        return value <= craniocervical_flexion.IMPAIRED_MMHG
    return None
