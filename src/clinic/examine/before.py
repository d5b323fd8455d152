"""What was measured at earlier visits, and what it says for today's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from concordant.facts import DICTIONARY, Fact, Kind
from concordant.facts.examination.session import headache_phase, tests_not_done
from concordant.facts.kinds import Quantity
from concordant.measures import MEASURES, Measure, Measurement, Procedure, Verdict, deficit, procedure_of, real_change
from concordant.measures.repeats import RealChange
from concordant.record.case import Case, Finding

RETEST_AFTER = timedelta(weeks=4)
"""A test of the days of retests that was done less long ago is not asked for again."""
Place = tuple[str, str | None, str | None, str | None]
"""Fact, side, segment, headache."""
PASSING = ("pain", "no_time", "equipment", "unsafe")
"""Reasons for leaving a test out that may be gone the next time: it is then still to be done."""
QUICK_CHECK = ("flexion_rotation", "palpation", "craniocervical_flexion")
"""Asked again at whatever visit, once they were measured (treatment 3.5, C)."""
RETEST_DAY = (*QUICK_CHECK, "active_range", "pressure_pain")
"""Asked again at a retest, four weeks after they were measured (treatment 3.5, R and the row of the retest day)."""


@dataclass(frozen=True)
class Before:
    """Earlier values of each place, oldest first, and the tests left out the last time."""

    taken: dict[Place, list[tuple[date, Finding, str]]]
    """With the headache phase in which it was taken."""
    left_out: dict[str, str]
    said: dict[str, object]
    """The last word on whatever was found, of whichever side and headache."""
    age: float | None
    sex: str | None

    def last(self, fact: str, side: str | None, segment: str | None) -> Finding | None:
        """The newest value, of whichever headache."""
        found = [each[-1] for place, each in self.taken.items() if place[:3] == (fact, side, segment)]
        return max(found, key=lambda one: one[0])[1] if found else None

    def first(self, fact: str, side: str | None, segment: str | None) -> tuple[date, Finding] | None:
        """The baseline, where a newer value stands beside it."""
        found = [each for place, each in self.taken.items() if place[:3] == (fact, side, segment)]
        measured = sorted((one[:2] for each in found for one in each), key=lambda one: one[0])
        read = [one for one in measured if isinstance(one[1].value, int | float)]
        return read[0] if read and read[0][0] < read[-1][0] else None

    def how(self, procedure: Procedure) -> Finding | None:
        """The newest finding of a test that says what it was measured with, or in which position."""
        names = {measure.fact.name for measure in procedure.measures}
        found = [each[-1] for (name, *_where), each in self.taken.items() if name in names]
        said = [one for one in found if one[1].instrument or one[1].position]
        return max(said, key=lambda one: one[0])[1] if said else None

    def wanted(self, procedure: Procedure, on: date) -> bool:
        """At a retest: abnormal the last time, really changed, due by its interval, or still to be done."""
        if self.left_out.get(procedure.key) in PASSING or self._is_due(procedure, on):
            return True
        return any(
            self._asks(measure, taken)
            for measure in procedure.measures
            for (name, *_where), taken in self.taken.items()
            if name == measure.fact.name
        )

    def positive(self, facts: Iterable[Fact[Kind]]) -> bool:
        """Whether one of these was last said to be there."""
        said = [self.said.get(fact.name) for fact in facts]
        return any(one is True or (isinstance(one, frozenset) and one) for one in said)

    def _is_due(self, procedure: Procedure, on: date) -> bool:
        names = {measure.fact.name for measure in procedure.measures}
        last = max((each[-1][0] for (name, *_where), each in self.taken.items() if name in names), default=None)
        if last is None:
            return False
        return procedure.key in QUICK_CHECK or (procedure.key in RETEST_DAY and on - last >= RETEST_AFTER)

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
    said: dict[str, object] = {}
    for visit in sorted(case.visits, key=lambda one: one.date):
        if visit.date >= on:
            continue
        phase = str(_said(visit.findings, headache_phase.name) or "")
        here: dict[str, object] = {}
        for one in visit.findings:
            if one.value is True or one.fact not in here:
                here[one.fact] = one.value
            procedure = procedure_of(DICTIONARY[one.fact]) if one.fact in DICTIONARY else None
            if procedure is not None:
                left_out.pop(procedure.key, None)
            if one.fact in MEASURES:
                place = (one.fact, one.side, one.segment, one.headache)
                taken.setdefault(place, []).append((visit.date, one, one.headache_phase or phase))
        said |= here
        table = _said(visit.findings, tests_not_done.name)
        left_out |= {str(key): str(why) for key, why in table.items()} if isinstance(table, dict) else {}
    return Before(taken, left_out, said, age, sex)


def _said(findings: Iterable[Finding], name: str) -> object:
    return next((one.value for one in reversed(tuple(findings)) if one.fact == name), None)


def _measurement(measure: Measure, one: Finding, phase: str) -> Measurement:
    value = one.value if isinstance(one.value, int | float) else None
    return Measurement(measure, value, one.side, one.segment, one.instrument, one.position, one.rater, phase)


def band(measure: Measure, before: Finding | None, rater: str) -> str:
    """How far a value has to move before it has really changed, and to what; empty where no error is known."""
    rule = measure.change
    if not isinstance(rule, RealChange):
        return ""
    size, _source = rule.between_raters(before is None or not before.rater or not rater or before.rater == rater)
    told = _("a real change from %s on") % (f"±{size:g} %" if rule.percent else f"±{measure.say(size)}")
    value = before.value if before is not None else None
    if not isinstance(value, int | float) or isinstance(value, bool):
        return told
    step = abs(value) * size / 100 if rule.percent else size
    ends = ((value - step, _("%s or less")), (value + step, _("%s or more")))
    reached = [words % measure.say(round(end, 2)) for end, words in ends if _can_be(measure, end)]
    return f"{told} ({', '.join(reached)})" if reached else told


def _can_be(measure: Measure, value: float) -> bool:
    kind = measure.fact.kind
    low, high = (kind.low, kind.high) if isinstance(kind, Quantity) else (None, None)
    return (low is None or value >= low) and (high is None or value <= high)
