"""Criterion C1 of 11.2.1: the proposal for the temporal relation to the neck disorder.

Source: ICHD-3 gives no number of days for 11.2.1. The limits here are product rules: 7 days mirror
chapter 5, 90 days mirror "3 months" (diagnosis 3.3). The examiner accepts or changes the proposal.
"""

from __future__ import annotations

from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import worsening_factor
from concordant.facts.history.injury import injury_date
from concordant.facts.history.pattern import headache_onset_date, neck_symptom_free_gap, temporal_relation_neck
from concordant.facts.history.person import neck_disorder_onset_date
from concordant.record.derive.computing import Inputs, Mode, Reader, computes
from concordant.record.derive.times import is_older, onset_day
from concordant.record.derive.worsening import TWO_FOLD, worsened_on
from concordant.settings import whole

CLOSE_DAYS = whole(
    "c1_close_days",
    7,
    unit="d",
    high=90,
    says="A headache that began, or doubled, within so many days of the neck disorder is established (C1).",
    source="diagnosis 3.3; mirrors chapter 5",
)
LATE_DAYS = whole(
    "c1_late_days",
    90,
    unit="d",
    high=730,
    says="One that began, or doubled, later than close but within so many days is plausible, then absent (C1).",
    source='diagnosis 3.3; mirrors "3 months"',
)


@computes(temporal_relation_neck, Mode.PROPOSAL)
def relation(reader: Reader, where: Binding, term: Term) -> Reading:
    """established, plausible or absent; unknown where either onset cannot be dated."""
    inputs = Inputs(reader, where)
    neck = _neck_onset(reader, where, inputs)
    if neck is not None and is_older(reader, where, neck):
        return _older_headache(reader, where, inputs, neck)
    onset = onset_day(reader, where, inputs)
    if neck is None or onset is None:
        return inputs.unknown("", *(() if neck is not None else (neck_disorder_onset_date,)))
    began, slack = onset
    gap = (began - neck).days
    if slack and len({_word(gap - slack), _word(gap + slack)}) > 1:
        return inputs.unknown("the onset is not known to the day", headache_onset_date)
    word = _word(gap)
    if word == "plausible" and reader.read(term_of(neck_symptom_free_gap), where).value is True:
        inputs.note(neck_symptom_free_gap.name, True, "yes")
        return inputs.proposal(
            "absent", f"the headache began {gap} days after the neck disorder, the neck free between"
        )
    return inputs.proposal(word, f"the headache began {gap} days after the neck disorder")


def _word(gap: int) -> str:
    return "established" if 0 <= gap <= CLOSE_DAYS else "plausible" if 0 <= gap <= LATE_DAYS else "absent"


def _neck_onset(reader: Reader, where: Binding, inputs: Inputs) -> date | None:
    stated = reader.read(term_of(neck_disorder_onset_date), where).value
    if isinstance(stated, date):
        inputs.note(neck_disorder_onset_date.name, stated, str(stated))
        return stated
    days = [reader.read(term_of(injury_date), Binding(where.headache, injury)).value for injury in reader.injuries]
    injured = [day for day in days if isinstance(day, date)]
    onset = reader.read(term_of(headache_onset_date), where).value
    earlier = [day for day in injured if isinstance(onset, date) and day <= onset]
    chosen = max(earlier or injured, default=None)
    if chosen is not None:
        inputs.note(injury_date.name, chosen, str(chosen))
    return chosen


def _older_headache(reader: Reader, where: Binding, inputs: Inputs, neck: date) -> Reading:
    """A headache older than the neck disorder: what counts is whether, and when, it became twice as bad."""
    ratio = inputs.number(worsening_factor)
    if ratio is None or ratio.low < TWO_FOLD <= ratio.high:
        return inputs.unknown()
    if ratio.high < TWO_FOLD:
        return inputs.proposal("absent", "the headache is older than the neck disorder and not twice as bad since")
    worse = worsened_on(reader, where, neck)
    if worse is None:
        return inputs.unknown("the headache is twice as bad since; from which day is not known")
    gap = (worse - neck).days
    return inputs.proposal(_word(gap), f"an older headache, twice as bad {gap} days after the neck disorder")
