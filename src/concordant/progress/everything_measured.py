"""Every number that was taken of one person, from its first value to its latest, whatever the retest was.

A retest compares what was measured at one visit (:mod:`concordant.progress.rows`). Here each number stands by itself:
its latest value against the one that it is compared with, or the only value that there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from concordant.criteria.reading import Binding
from concordant.facts import DICTIONARY, Fact, Kind, Room
from concordant.facts.kinds import Quantity
from concordant.measures import MEASURES, Measure
from concordant.measures.questionnaires import OF_FACT, Questionnaire
from concordant.progress.every_visit import EveryVisit, Taken, every_visit
from concordant.progress.rows import NOT_JUDGED, ONCE, UNKNOWN, Row, of_rating, of_score, of_test
from concordant.record.derive.measured import change_of_test, measurement
from concordant.record.derive.scores import ScoreChange, filled_in, score_change_on
from concordant.record.record import Record

ROOMS = (Room.EXAMINATION, Room.OUTCOMES)
"""Elsewhere (blood pressure, a block) a number answers a question of its own and is no course to follow."""

NO_ERROR = "no error is known from which a change would be real"


def fact_of(row: Row) -> Fact[Kind]:
    """What a row is of; of a questionnaire its score."""
    return _FORMS[row.measure].fact if row.measure in _FORMS else DICTIONARY[row.measure]


_FORMS = {one.id: one for one in OF_FACT.values()}


def everything_measured(record: Record) -> tuple[EveryVisit, ...]:
    """Measured again first, then in the order of the dictionary."""
    found: list[EveryVisit] = []
    for name in record.findings():
        fact = DICTIONARY[name]
        if not isinstance(fact.kind, Quantity) or fact.room not in ROOMS:
            continue
        if name in MEASURES:
            found += (every_visit(record, row) for row in _of_tests(record, MEASURES[name]))
        elif name in OF_FACT:
            found += (every_visit(record, row) for row in _of_form(record, OF_FACT[name]))
        else:
            found += _of_number(record, fact)
    order = {name: number for number, name in enumerate(DICTIONARY)}
    return tuple(sorted(found, key=lambda one: (len(one.taken) < 2, order[fact_of(one.row).name], _where(one.row))))


def _where(row: Row) -> tuple[str, str, str]:
    return row.segment or "", row.side or "", row.headache or ""


def _of_tests(record: Record, measure: Measure) -> Iterator[Row]:
    places = {(finding.side, finding.segment) for _, finding, _ in record.findings()[measure.fact.name]}
    for side, segment in places:
        newest = _newest(record, measure, side, segment)
        if newest is None:
            continue
        visit, value = newest
        change = change_of_test(record, Binding(visit=visit), measure, side, segment)
        if change is not None:
            yield of_test(measure, change)
        else:
            yield _once(measure.fact, measure.fact.label, value, record.day_of(visit), side=side, segment=segment)


def _newest(record: Record, measure: Measure, side: str | None, segment: str | None) -> tuple[str, float] | None:
    for visit in reversed(record.visits):
        one = measurement(record, Binding(visit=visit), measure, side, segment)
        if one is not None and one.value is not None:
            return visit, one.value
    return None


def _of_form(record: Record, form: Questionnaire) -> Iterator[Row]:
    taken = [one for one in filled_in(record, form).values() if one.total is not None]
    if not taken:
        return
    newest = taken[-1]
    assert newest.total is not None
    change = score_change_on(record, newest.date, form)
    if form.rates_a_change:
        yield from of_rating(newest)
    elif isinstance(change, ScoreChange):
        yield of_score(change)
    else:
        yield _once(form.fact, form.name, newest.total, newest.date, measure=form.id)


def _once(
    fact: Fact[Kind],
    name: str,
    value: float,
    on: date,
    *,
    measure: str = "",
    side: str | None = None,
    segment: str | None = None,
    headache: str | None = None,
) -> Row:
    return Row(
        measure or fact.name, name, side, segment, fact.unit, value, on, None, None, UNKNOWN, UNKNOWN, None, "", ONCE,
        why=ONCE, headache=headache,
    )  # fmt: skip


def _of_number(record: Record, fact: Fact[Kind]) -> Iterator[EveryVisit]:
    """A number without a test of its own, of each side, segment and headache. Several of one day are no number."""
    places: dict[tuple[str | None, str | None, str | None], dict[date, set[float]]] = {}
    for _visit, finding, said in record.findings()[fact.name]:
        value, where = finding.value, (finding.side, finding.segment, finding.headache)
        if said.on is not None and isinstance(value, int | float) and not isinstance(value, bool):
            places.setdefault(where, {}).setdefault(said.on, set()).add(float(value))
    for (side, segment, headache), days in places.items():
        taken = [Taken(day, *(values.pop(),) * 3) for day, values in sorted(days.items()) if len(values) == 1]
        if not taken:
            continue
        first, latest = taken[0], taken[-1]
        if len(taken) == 1:
            row = _once(fact, fact.label, first.value, first.on, side=side, segment=segment, headache=headache)
        else:
            row = Row(
                fact.name, fact.label, side, segment, fact.unit, first.value, first.on, latest.value, latest.on,
                NOT_JUDGED, NOT_JUDGED, None, "", NO_ERROR, why=NO_ERROR, headache=headache,
            )  # fmt: skip
        yield EveryVisit(row, tuple(taken), None, None)
