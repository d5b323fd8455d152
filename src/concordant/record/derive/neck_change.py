"""Has the neck changed beyond the error of the tests since it was first measured (diagnosis 3.4)?

An impairment counts as improved only where it was abnormal at baseline. What is a real change, by the same rater and
device, stands in REAL_CHANGE with its source; of palpation it is familiar headache yes to no.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from concordant.criteria.nodes import Term
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
from concordant.measures.physical import active_range, craniocervical_flexion, flexion_rotation
from concordant.measures.repeats import RealChange
from concordant.record.derive.computing import Inputs, Reader, computes, term_of

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
    yield from (Term(frt_rotation_deg, side) for side in SIDES)
    yield Term(ccft_activation_mmhg)
    for fact in (arom_flexion_deg, arom_extension_deg, arom_lateral_flexion_deg, arom_rotation_deg):
        yield from (Term(fact, side) for side in (SIDES if fact.sides is not Sides.NONE else (None,)))
    for segment in UPPER_SEGMENTS:
        yield from (Term(palpation_familiar_headache, side, segment) for side in SIDES)


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
    found = list(_impairments(reader, where, inputs))
    if not found:
        return inputs.unknown("no test of the neck was done both before and at this visit", cervical_change_class)
    changed = sum(abs(one.change) >= 1 for one in found)
    untested = list(_abnormal_and_not_repeated(reader, where))
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


def _abnormal_and_not_repeated(reader: Reader, where: Binding) -> Iterator[Term]:
    """Tests that were abnormal at first and were not done at this visit."""
    for term in TERMS:
        if reader.read(term, where).known:
            continue
        first = _first(reader, where, term)
        if first is None:
            continue
        visit, before = first
        abnormal = before.value if isinstance(before.value, bool) else None
        if abnormal is None:
            abnormal = _abnormal(reader, where.bound(_VISIT, visit), term)
        if abnormal:
            yield term


def _impairments(reader: Reader, where: Binding, inputs: Inputs) -> Iterator[Impairment]:
    for term in TERMS:
        now = reader.read(term, where)
        first = _first(reader, where, term) if now.known else None
        if first is None:
            continue
        visit, before = first
        if isinstance(now.value, bool) and isinstance(before.value, bool):
            change = float(before.value) - float(now.value)
            found = Impairment(term, change, before.value, now.value)
        elif isinstance(now.value, int | float) and isinstance(before.value, int | float):
            change = (now.value - before.value) / REAL_CHANGE[term.fact.name].threshold
            then = where.bound(_VISIT, visit)
            found = Impairment(term, change, _abnormal(reader, then, term), _abnormal(reader, where, term))
        else:
            continue
        if abs(found.change) >= 1:
            then_and_now = f"{value_in_words(term, before.value)} to {value_in_words(term, now.value)}"
            inputs.note(term.name, now.value, then_and_now)
        yield found


class _FirstDone:
    """The visit at which each test was first done, looked for once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[tuple[Term, Binding], tuple[str, Reading] | None] = {}

    def of(self, term: Term, where: Binding) -> tuple[str, Reading] | None:
        """The visit, and what was found."""
        key = (term, where)
        if key not in self._found:
            readings = ((visit, self._reader.read(term, where.bound(_VISIT, visit))) for visit in self._reader.visits)
            self._found[key] = next(((visit, reading) for visit, reading in readings if reading.known), None)
        return self._found[key]


def _first(reader: Reader, where: Binding, term: Term) -> tuple[str, Reading] | None:
    """The first visit before this one at which the test was done."""
    assert where.visit is not None
    first = reader.diary.once(_FirstDone, reader).of(term, where.at_no_visit())
    before = first is not None and reader.visits[first[0]].date < reader.visits[where.visit].date
    return first if before else None


def _abnormal(reader: Reader, where: Binding, term: Term) -> bool | None:
    """Whether the value was abnormal; None where no cut-off is used here (active range has none yet)."""
    value = reader.read(term, where).value
    if term.fact is frt_rotation_deg:
        word = reader.read(term_of(frt_class, term.side), where).value
        return word == "positive" if isinstance(word, str) else None
    if term.fact is ccft_activation_mmhg and isinstance(value, int | float):
        return value <= craniocervical_flexion.IMPAIRED_MMHG
    return None
