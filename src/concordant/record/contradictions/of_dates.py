"""Dates of the past that lie in the future, before birth, or in an order that cannot be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.facts.diary.counts import headache_resolved_date
from concordant.facts.fact import Fact
from concordant.facts.history.injury import (
    consciousness_regained_date,
    injury_date,
    loc_minutes,
    sedation_stopped_date,
)
from concordant.facts.history.other_causes import dissection_stable_date
from concordant.facts.history.pattern import headache_onset_date
from concordant.facts.history.person import birth_date, neck_disorder_onset_date
from concordant.record.contradictions.contradiction import Entry
from concordant.record.contradictions.impossible import About, Found, Impossible, narrowest, together

PAST = (
    headache_onset_date,
    headache_resolved_date,
    injury_date,
    consciousness_regained_date,
    sedation_stopped_date,
    neck_disorder_onset_date,
    dissection_stable_date,
)
"""Dates of what has happened; none of them can be told in advance."""


def _slack(fact: Fact[Any], about: About) -> timedelta:
    return timedelta(days=about.slack() if fact is headache_onset_date else 0)


def is_told_in_advance(entry: Entry, about: About) -> bool:
    """Later than the day on which it was said; without such a day, later than anything that is on record."""
    if not isinstance(entry.value, date):
        return False
    day = entry.value - _slack(entry.term.fact, about)
    if entry.said.on is not None and about.dated(entry.term.fact):
        return day > entry.said.on
    return day > about.as_of and day > about.last_day()


def _in_advance(fact: Fact[Any]) -> Impossible:
    def find(about: About) -> Found:
        entry = about.entry(fact)
        if entry is not None and is_told_in_advance(entry, about):
            yield (entry,)

    return Impossible(
        f"{fact.name}_told_in_advance",
        "A day that has passed cannot lie after the day on which it was told",
        (fact,),
        find,
        unknown=(fact,),
        scope=narrowest((fact,)),
    )


def _before_birth(fact: Fact[Any]) -> Impossible:
    def find(about: About) -> Found:
        entry, born = about.entry(fact), about.entry(birth_date)
        if entry is None or born is None or not isinstance(entry.value, date) or not isinstance(born.value, date):
            return
        if entry.value + _slack(fact, about) < born.value:
            yield entry, born

    return Impossible(
        f"{fact.name}_before_birth",
        "It cannot have happened before birth",
        (fact, birth_date),
        find,
        unknown=(fact, birth_date),
        scope=narrowest((fact, birth_date)),
    )


def _shown_before_onset(about: About) -> Found:
    """The headache was described, found or written down on a day before it began."""
    onset = about.entry(headache_onset_date)
    if onset is None or not isinstance(onset.value, date):
        return
    began = onset.value - _slack(headache_onset_date, about)
    earlier = min(about.described(before=began), key=Entry.order, default=None)
    if earlier is not None:
        yield onset, earlier


def _resolved_before_onset(about: About) -> Found:
    onset, gone = about.entry(headache_onset_date), about.entry(headache_resolved_date)
    if onset is None or gone is None or not isinstance(onset.value, date) or not isinstance(gone.value, date):
        return
    if gone.value < onset.value - _slack(headache_onset_date, about):
        yield onset, gone


OF_DATES = (
    *(_in_advance(fact) for fact in PAST),
    *(_before_birth(fact) for fact in PAST),
    Impossible(
        "headache_there_before_its_onset",
        "The headache was there on a day before it began",
        (headache_onset_date,),
        _shown_before_onset,
        unknown=(headache_onset_date,),
        scope=headache_onset_date.scope,
    ),
    Impossible(
        "resolved_before_onset",
        "A headache cannot end before it began",
        (headache_onset_date, headache_resolved_date),
        _resolved_before_onset,
        unknown=(headache_onset_date, headache_resolved_date),
        scope=headache_onset_date.scope,
    ),
    together(
        "awake_again_before_the_injury",
        "Consciousness cannot come back before the injury",
        injury_date,
        consciousness_regained_date,
        when=lambda injured, awake: awake < injured,
    ),
    together(
        "sedation_ended_before_the_injury",
        "Sedation after an injury cannot end before the injury",
        injury_date,
        sedation_stopped_date,
        when=lambda injured, stopped: stopped < injured,
    ),
    together(
        "awake_later_though_never_unconscious",
        "Somebody who never lost consciousness cannot regain it on a later day",
        injury_date,
        loc_minutes,
        consciousness_regained_date,
        when=lambda injured, minutes, awake: minutes == 0 and awake > injured,
        unknown=(loc_minutes, consciousness_regained_date),
    ),
)
