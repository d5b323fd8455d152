"""The treatment plans that a payer has approved: each one that the record tells of, also those that were replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from concordant.criteria.reading import UNBOUND
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
    for day in _days_of_change(record):
        status, visits, start, end = (_on(record, fact, claimed, day) for fact in FACTS)
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
    days = _days_of_change(record)
    return _on(record, treatment_plan_status, claimed, days[-1]) if days else None


def _days_of_change(record: Record) -> list[date]:
    days = {one.on or _first(record) for fact in FACTS for one in record.history(fact, UNBOUND)}
    return sorted(days)


def _on(record: Record, fact: object, claimed: str, day: date) -> object:
    """What stood on a day under one key; None where nothing did."""
    said = [one for one in record.history(fact, UNBOUND) if (one.on or _first(record)) <= day]  # type: ignore[arg-type]
    table = said[-1].value if said else None
    return table.get(claimed) if isinstance(table, Mapping) else None


def _first(record: Record) -> date:
    return record.case.episode.started or date.min
