"""Days, weeks and hours between dated events."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import headache_resolved, headache_resolved_date, worsening_factor
from concordant.facts.fact import Fact
from concordant.facts.history.injury import (
    consciousness_regained_date,
    days_consciousness_to_headache,
    days_injury_to_headache,
    days_sedation_stop_to_headache,
    injury_date,
    injury_weeks_ago,
    post_injury_headache_age_days,
    sedation_stopped_date,
)
from concordant.facts.history.other_causes import (
    days_dural_puncture_to_headache,
    days_since_dissection_stable,
    dissection_stable_date,
    dural_puncture_date,
)
from concordant.facts.history.pattern import (
    headache_age_days,
    headache_age_weeks,
    headache_onset_date,
    headache_onset_precision,
)
from concordant.facts.plan.episode import (
    discharge_date,
    episode_start_date,
    weeks_in_care,
    weeks_since_discharge,
)
from concordant.facts.safety.trauma import injury_hours_ago
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.worsening import TWO_FOLD, worsened_on

SLACK = {"day": 0, "week": 7}
"""Days by which a date may be off, by how exactly it is known; coarser dates are not counted with."""
COARSE = {"month": 31, "year": 366}


def onset_day(reader: Reader, where: Binding, inputs: Inputs) -> tuple[date, int] | None:
    """The first day of the headache and by how many days it may be off; None where unknown or coarse."""
    onset = inputs.day(headache_onset_date)
    precision = reader.read(term_of(headache_onset_precision), where).value
    slack = SLACK.get(precision) if isinstance(precision, str) else 0
    if onset is None:
        return None
    if slack is None:
        inputs.missing.append(headache_onset_date.name)
        inputs.note(headache_onset_precision.name, precision, f"known to the {precision} only")
        return None
    return onset, slack


def _slack(reader: Reader, where: Binding) -> int:
    """Days by which the onset may be off, coarse dates too."""
    precision = reader.read(term_of(headache_onset_precision), where).value
    return (SLACK | COARSE).get(precision, 0) if isinstance(precision, str) else 0


def is_older(reader: Reader, where: Binding, event: date) -> bool:
    """Whether the headache was certainly there before the event, however coarsely its onset is known."""
    onset = reader.read(term_of(headache_onset_date), where).value
    return isinstance(onset, date) and onset + timedelta(days=_slack(reader, where)) < event


@computes(headache_age_days)
def headache_age(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days from onset to today, or to the last day of a headache that has gone."""
    inputs = Inputs(reader, where)
    onset = inputs.day(headache_onset_date)
    if onset is None:
        return inputs.unknown()
    gone = reader.read(term_of(headache_resolved), where).value is True
    end = inputs.day(headache_resolved_date) if gone else reader.as_of
    if end is None:
        return inputs.unknown()
    if end < onset:
        return inputs.unknown("the headache begins after the day it is counted to", headache_onset_date)
    slack = _slack(reader, where)
    days = (end - onset).days
    return inputs.result(Span(max(0, days - slack), days + slack))


@computes(headache_age_weeks)
def headache_weeks(reader: Reader, where: Binding, term: Term) -> Reading:
    """Weeks since this headache began."""
    inputs = Inputs(reader, where)
    days = inputs.number(headache_age_days)
    return inputs.unknown() if days is None else inputs.result(Span(days.low / 7, days.high / 7))


@computes(days_injury_to_headache)
def injury_to_headache(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days from the injury to the onset of the headache, or to the two-fold worsening of an older one."""
    inputs = Inputs(reader, where)
    injured = inputs.day(injury_date)
    if injured is not None and is_older(reader, where, injured):
        worse = worsened_on(reader, where, injured)
        if worse is not None:
            inputs.note("worsened", worse, f"at least twice as many days from {worse}")
            return inputs.result((worse - injured).days)
        ratio = inputs.number(worsening_factor)
        if ratio is None or ratio.high >= TWO_FOLD:
            # An older headache may have become twice as bad after the injury, and then counts from that day.
            return inputs.unknown("an older headache: from which day was it twice as bad?", worsening_factor)
    onset = onset_day(reader, where, inputs)
    if injured is None or onset is None:
        return inputs.unknown()
    began, slack = onset
    days = (began - injured).days
    return inputs.result(Span(days - slack, days + slack))


@computes(post_injury_headache_age_days)
def post_injury_age(reader: Reader, where: Binding, term: Term) -> Reading:
    """How long the headache has lasted as a headache after this injury."""
    inputs = Inputs(reader, where)
    injured = inputs.day(injury_date)
    if injured is None:
        return inputs.unknown()
    if is_older(reader, where, injured):
        gap = inputs.number(days_injury_to_headache)
        if gap is None:
            return inputs.unknown()
        if gap.low >= 0:
            since = (reader.as_of - injured).days
            return inputs.result(Span(max(0, since - gap.high), max(0, since - gap.low)))
    days = inputs.number(headache_age_days)
    return inputs.unknown() if days is None else inputs.result(days)


def _from_event(of: Fact[Any], event: Fact[Any]) -> None:
    @computes(of)
    def days(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        happened = inputs.day(event)
        onset = onset_day(reader, where, inputs)
        if happened is None or onset is None:
            return inputs.unknown()
        gap = (onset[0] - happened).days
        return inputs.result(Span(gap - onset[1], gap + onset[1]))


_from_event(days_consciousness_to_headache, consciousness_regained_date)
_from_event(days_sedation_stop_to_headache, sedation_stopped_date)
_from_event(days_dural_puncture_to_headache, dural_puncture_date)


def _since(of: Fact[Any], event: Fact[Any], days_each: float, *, whole: bool = False) -> None:
    @computes(of)
    def since(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        happened = inputs.day(event)
        if happened is None or happened > reader.as_of:
            return inputs.unknown()
        days = (reader.as_of - happened).days
        return inputs.result(days if whole else days / days_each)


_since(days_since_dissection_stable, dissection_stable_date, 1, whole=True)
_since(weeks_in_care, episode_start_date, 7)
_since(weeks_since_discharge, discharge_date, 7)


@computes(injury_hours_ago)
def hours_since_injury(reader: Reader, where: Binding, term: Term) -> Reading:
    """Hours since the injury. Its date has no clock time, so the hours are known to within a day."""
    inputs = Inputs(reader, where)
    injured = inputs.day(injury_date)
    if injured is None or injured > reader.as_of:
        return inputs.unknown()
    days = (reader.as_of - injured).days
    return inputs.result(Span(max(0, days - 1) * 24, (days + 1) * 24))


@computes(injury_weeks_ago)
def weeks_since_injury(reader: Reader, where: Binding, term: Term) -> Reading:
    """Weeks since the injury, from calendar days."""
    inputs = Inputs(reader, where)
    injured = inputs.day(injury_date)
    if injured is None or injured > reader.as_of:
        return inputs.unknown()
    return inputs.result((reader.as_of - injured).days / 7)
