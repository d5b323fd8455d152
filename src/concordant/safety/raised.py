"""Since when a flag has been open: its term counts from that day, however often it is found again."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.criteria import Criterion, Truth, evaluate
from concordant.record.record import Record

A_DAY = timedelta(days=1)
MOST_ENTRIES = 60
"""So many days of entries are looked back, one by one. A flag that was open on all of them is long past its term, and
a diary of years need not be read day by day to say so."""


def raised_on(rule: Criterion, record: Record) -> date:
    """The day of the entry with which an open rule last became open, or an early day on which it was open already.

    One that opened by the mere passing of time counts from the entry that it rests on: the term is then early,
    never late.
    """
    facts = rule.facts()
    raised = record.as_of
    for _ in range(MOST_ENTRIES):
        entered = record.newest_entry(facts)
        if entered is None:
            break
        raised = entered
        record = record.as_it_was(entered - A_DAY)
        if evaluate(rule, record).truth is not Truth.MET:
            break
    return raised
