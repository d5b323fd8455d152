"""Whether an older headache became worse after an injury or the onset of the neck disorder (ICHD-3 G8)."""

from __future__ import annotations

from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import headache_days_per_30d, worsening_factor
from concordant.facts.history.injury import injury_date
from concordant.facts.history.person import neck_disorder_onset_date
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes, span_of

TWO_FOLD = 2
"""ICHD-3: "significantly worse" usually means a two-fold or greater increase in frequency or severity."""


def days_before(reader: Reader, where: Binding, event: date) -> Span | None:
    """Headache days per 30 days as last stated before the event."""
    said = [one for one in reader.history(headache_days_per_30d, where) if one.on and one.on <= event]
    return span_of(said[-1].value) if said else None


def worsened_on(reader: Reader, where: Binding, event: date) -> date | None:
    """The first day after the event from which at least twice as many headache days were stated."""
    before = days_before(reader, where, event)
    if before is None:
        return None
    for stated in reader.history(headache_days_per_30d, where):
        after = span_of(stated.value)
        if stated.on and stated.on > event and after and after.low >= TWO_FOLD * before.high:
            return stated.on
    return None


def index_event(reader: Reader, where: Binding) -> date | None:
    """The bound injury, else the onset of the neck disorder, else the newest injury."""
    if where.injury is not None:
        day = reader.read(term_of(injury_date), where).value
        return day if isinstance(day, date) else None
    day = reader.read(term_of(neck_disorder_onset_date), where).value
    if isinstance(day, date):
        return day
    injured = (reader.read(term_of(injury_date), Binding(where.headache, injury)).value for injury in reader.injuries)
    return max((day for day in injured if isinstance(day, date)), default=None)


@computes(worsening_factor)
def factor(reader: Reader, where: Binding, term: Term) -> Reading:
    """Headache days per 30 days after the index event / before it."""
    inputs = Inputs(reader, where)
    event = index_event(reader, where)
    if event is None:
        return inputs.unknown("", worsening_factor)
    before = days_before(reader, where, event)
    now = reader.read(term_of(headache_days_per_30d), where)
    after = span_of(now.value)
    if before is None or after is None or (now.said is not None and (now.said.on or event) <= event):
        return inputs.unknown("", worsening_factor)
    if before.low <= 0:
        return inputs.unknown("no headache days before the event, so there is no ratio", worsening_factor)
    inputs.note("before", before, f"{before} days in 30 before {event}")
    inputs.note("after", after, f"{after} days in 30 after it")
    return inputs.result(Span(after.low / before.high, after.high / before.low))
