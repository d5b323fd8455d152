"""What was measured at earlier visits, and what it says for today's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from concordant.facts import DICTIONARY
from concordant.facts.examination.session import headache_phase, tests_not_done
from concordant.measures import MEASURES, Measure, Measurement, Procedure, Verdict, deficit, procedure_of, real_change
from concordant.measures.repeats import RealChange
from concordant.record.case import Case, Finding

Place = tuple[str, str | None, str | None, str | None]
"""Fact, side, segment, headache."""
PASSING = ("pain", "no_time", "equipment", "unsafe")
"""Reasons for leaving a test out that may be gone the next time: it is then still to be done."""


@dataclass(frozen=True)
class Before:
    """Earlier values of each place, oldest first, and the tests left out the last time."""

    taken: dict[Place, list[tuple[date, Finding, str]]]
    """With the headache phase in which it was taken."""
    left_out: dict[str, str]
    age: float | None
    sex: str | None

    def last(self, fact: str, side: str | None, segment: str | None) -> Finding | None:
        """The newest value, of whichever headache."""
        found = [each[-1] for place, each in self.taken.items() if place[:3] == (fact, side, segment)]
        return max(found, key=lambda one: one[0])[1] if found else None

    def how(self, procedure: Procedure) -> Finding | None:
        """The newest finding of a test that says what it was measured with, or in which position."""
        names = {measure.fact.name for measure in procedure.measures}
        found = [each[-1] for (name, *_where), each in self.taken.items() if name in names]
        said = [one for one in found if one[1].instrument or one[1].position]
        return max(said, key=lambda one: one[0])[1] if said else None

    def wanted(self, procedure: Procedure) -> bool:
        """At a retest: abnormal the last time, really changed, or still to be done."""
        if self.left_out.get(procedure.key) in PASSING:
            return True
        return any(
            self._asks(measure, taken)
            for measure in procedure.measures
            for (name, *_where), taken in self.taken.items()
            if name == measure.fact.name
        )

    def _asks(self, measure: Measure, taken: list[tuple[date, Finding, str]]) -> bool:
        first, last = (_measurement(measure, one[1], one[2]) for one in (taken[0], taken[-1]))
        if last.value is None:
            return True
        if isinstance(last.value, bool):
            return last.value or first.value is True
        beyond = deficit(measure, last.value, side=last.side, age=self.age, sex=self.sex).beyond
        return bool(beyond) or real_change(first, last).verdict in (Verdict.IMPROVED, Verdict.WORSE)


def before(case: Case, on: date, *, age: float | None, sex: str | None) -> Before:
    """From visits before a day."""
    taken: dict[Place, list[tuple[date, Finding, str]]] = {}
    left_out: dict[str, str] = {}
    for visit in sorted(case.visits, key=lambda one: one.date):
        if visit.date >= on:
            continue
        phase = str(_said(visit.findings, headache_phase.name) or "")
        for one in visit.findings:
            procedure = procedure_of(DICTIONARY[one.fact]) if one.fact in DICTIONARY else None
            if procedure is not None:
                left_out.pop(procedure.key, None)
            if one.fact in MEASURES:
                place = (one.fact, one.side, one.segment, one.headache)
                taken.setdefault(place, []).append((visit.date, one, one.headache_phase or phase))
        table = _said(visit.findings, tests_not_done.name)
        left_out |= {str(key): str(why) for key, why in table.items()} if isinstance(table, dict) else {}
    return Before(taken, left_out, age, sex)


def _said(findings: Iterable[Finding], name: str) -> object:
    return next((one.value for one in reversed(tuple(findings)) if one.fact == name), None)


def _measurement(measure: Measure, one: Finding, phase: str) -> Measurement:
    value = one.value if isinstance(one.value, int | float) else None
    return Measurement(measure, value, one.side, one.segment, one.instrument, one.position, one.rater, phase)


def band(measure: Measure, last: Finding | None, rater: str) -> str:
    """How far a value has to move before it has really changed: with its unit, or in percent."""
    rule = measure.change
    if not isinstance(rule, RealChange):
        return ""
    size, _source = rule.between_raters(last is None or not last.rater or not rater or last.rater == rater)
    return f"±{size:g} %" if rule.percent else f"±{measure.say(size)}"
