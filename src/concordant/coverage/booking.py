"""The covers of booking: who pays how many visits between which days.

With any cover of a discipline visits are only booked inside one; so a claim that pays nothing, or of which that is not
known, has a cover of no visits, and never none at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from concordant.coverage.ledger import Ledger
from concordant.payers import CLAIMED, window_end
from concordant.payers.table import later


class Cover(NamedTuple):
    """Visits of one discipline from the first to the last day, both included."""

    discipline: str
    """As treatments name it."""
    first: date
    last: date
    visits: int
    """At most so many more; what is booked the caller takes off."""


def covers(ledger: Ledger) -> tuple[Cover, ...]:
    """Of every discipline that claims name."""
    found = []
    for discipline in CLAIMED:
        own = list(_covers(ledger, discipline))
        day = ledger.record.as_of
        found += own or [Cover(discipline, day, day, 0)]
    return tuple(found)


def _covers(ledger: Ledger, discipline: str) -> Iterator[Cover]:
    since: date | None = None
    most, accident = ledger.most(discipline), ledger.accident
    if most is not None and accident is not None and accident <= ledger.record.as_of:
        elsewhere = ledger.elsewhere(discipline)
        spent = ledger.used_in_window(discipline)
        # Elsewhere not known: nothing is promised before somebody has asked.
        left = max(most - spent - elsewhere, 0) if elsewhere is not None else 0
        if left or not ledger.plans(discipline):
            since = later(window_end(accident), 1)
            yield Cover(discipline, accident, window_end(accident), left)
    for plan in sorted(ledger.plans(discipline), key=lambda one: one.start or date.max):
        if plan.start is None or plan.end is None or plan.visits is None:
            continue
        first = max(plan.start, since) if since is not None else plan.start
        if first <= plan.end:
            since = later(plan.end, 1)
            yield Cover(discipline, first, plan.end, max(plan.visits - ledger.used_in(plan, discipline), 0))
