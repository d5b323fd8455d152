"""The treatment plans that a payer has approved: each one that the record tells of, also those that were replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from concordant.criteria.reading import UNBOUND
from concordant.facts import Fact, Value
from concordant.facts.coverage.claim import (
    treatment_plan_end_date,
    treatment_plan_start_date,
    treatment_plan_status,
    treatment_plan_visits,
)
from concordant.record.record import Record

APPROVED = ("approved", "partly_approved")
FACTS = (treatment_plan_status, treatment_plan_visits, treatment_plan_start_date, treatment_plan_end_date)


@dataclass(frozen=True, slots=True)
class ApprovedPlan:
    """One approved request of one discipline; what is None nobody has written down."""

    status: str
    visits: int | None
    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Whether the day surely lies in it."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that are not written down."""
        parts = zip(FACTS[1:], (self.visits, self.start, self.end), strict=True)
        return tuple(fact.name for fact, value in parts if value is None)


def approved_plans(record: Record, claimed: str) -> tuple[ApprovedPlan, ...]:
    """The plans of a discipline, in the order in which they were written down.

    ``claimed``: the discipline as claims name it. A plan that begins on the same day as an earlier one corrects it.
    """
    found: dict[date | None, ApprovedPlan] = {}
    for moment in _moments(record):
        status, visits, start, end = (_at(record, fact, claimed, moment) for fact in FACTS)
        if status not in APPROVED:
            continue
        plan = ApprovedPlan(
            str(status),
            int(visits) if isinstance(visits, int | float) else None,
            start if isinstance(start, date) else None,
            end if isinstance(end, date) else None,
        )
        if plan.start is not None:
            found.pop(None, None)
        found.pop(plan.start, None)
        found[plan.start] = plan
    return tuple(found.values())


def newest_status(record: Record, claimed: str) -> object:
    """How the newest request of a discipline stands; None where none is on record."""
    moments = _moments(record)
    return _at(record, treatment_plan_status, claimed, moments[-1]) if moments else None


_Moment: TypeAlias = tuple[date, int]
"""The day of a statement, and which of that day it was: two plans may be written down on one day."""


def _moments(record: Record) -> list[_Moment]:
    return sorted({moment for fact in FACTS for moment, _ in _said(record, fact)})


def _at(record: Record, fact: Fact[Any], claimed: str, moment: _Moment) -> object:
    """What stood at a moment under one key; None where nothing did."""
    values = [value for said_at, value in _said(record, fact) if said_at <= moment]
    table = values[-1] if values else None
    return table.get(claimed) if isinstance(table, Mapping) else None


def _said(record: Record, fact: Fact[Any]) -> Iterator[tuple[_Moment, Value]]:
    of_day: Counter[date] = Counter()
    for one in record.history(fact, UNBOUND):
        day = one.on or record.case.episode.started or date.min
        of_day[day] += 1
        yield (day, of_day[day]), one.value
