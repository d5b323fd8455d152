"""Every visit of a claim in its order, each judged with what was left before it (operations 1.3).

A visit that was missed or cancelled uses nothing up; one that nobody covers is listed and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from math import inf

from concordant.coverage import asked
from concordant.coverage.judged import PROPOSED, Judged, Sitting, asked_for, decisive, entitlement_of
from concordant.coverage.one_visit import OneVisit
from concordant.coverage.plans import ApprovedPlan, approved_plans
from concordant.coverage.visit_cover import Entitlement
from concordant.coverage.visit_rules import because, icbc, initial, worksafebc
from concordant.criteria import Truth, evaluate
from concordant.facts import UNKNOWN, Fact, Value
from concordant.facts.coverage.claim import (
    claim_accident_date,
    initial_visit_billed,
    payer_kind,
    visits_elsewhere_count,
)
from concordant.facts.kinds import Kind
from concordant.facts.values import Span
from concordant.payers import CLAIMED, Item, days_used, most_visits
from concordant.record.case import Treatment
from concordant.record.derive.computing import span_of
from concordant.record.moments import local_day
from concordant.record.record import Record


class Ledger:
    """The visits of one person under a claim with ICBC or WorkSafeBC."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.payer = record.value(payer_kind.name)
        accident = record.value(claim_accident_date.name)
        self.accident = accident if isinstance(accident, date) else None
        self._elsewhere = record.value(visits_elsewhere_count.name)
        self._billed = record.value(initial_visit_billed.name)
        self._plans: dict[str, tuple[ApprovedPlan, ...]] = {}

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        """What the record holds of disciplines that claims name, oldest first; other disciplines have no table."""
        known = (one for one in self.record.case.treatments if _is_known(one, self.record.as_of))
        found = [
            Sitting(one.date, one.discipline, one.status or "attended", one.minutes)
            for one in known
            if one.discipline in CLAIMED
        ]
        return tuple(sorted(found, key=lambda one: one.date))

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Every visit with its ground, oldest first."""
        found: list[Judged] = []
        for sitting in self.sittings:
            found.append(self.judge(sitting, found))
        return tuple(found)

    def propose(self, discipline: str, day: date, minutes: int | None = None) -> Judged:
        """A visit to come, after everything that the record holds."""
        return self.judge(Sitting(day, discipline, PROPOSED, minutes), self.judged)

    def elsewhere(self, discipline: str) -> int | None:
        """Visits elsewhere for this claim; None where nobody has said."""
        span = self._elsewhere_span(discipline)
        return int(span.low) if span is not None and span.exact else None

    def _elsewhere_span(self, discipline: str) -> Span | None:
        told = self._elsewhere
        return span_of(told.get(CLAIMED[discipline])) if isinstance(told, Mapping) else None

    def most(self, discipline: str) -> int | None:
        """Visits without approval; None where there are none, or no number is known."""
        if self.payer != "icbc" or self.accident is None:
            return None
        return most_visits(CLAIMED[discipline], self.accident)

    def used_in_window(self, discipline: str) -> int:
        """Days here that count in the window."""
        held = [one.date for one in self.sittings if one.discipline == discipline and one.status == "attended"]
        return days_used(held, self.accident) if self.accident is not None else 0

    def plans(self, discipline: str) -> tuple[ApprovedPlan, ...]:
        """The approved plans of a discipline."""
        if discipline not in self._plans:
            self._plans[discipline] = approved_plans(self.record, CLAIMED[discipline])
        return self._plans[discipline]

    def used_in(self, plan: ApprovedPlan, discipline: str) -> int:
        """Visits that a plan has paid."""
        return sum(one.plan == plan for one in self.judged if one.sitting.discipline == discipline)

    # --- one visit ------------------------------------------------------------------------------------------

    def judge(self, sitting: Sitting, before: Sequence[Judged]) -> Judged:
        """One visit, after those that stand before it."""
        earlier = [one for one in before if one.sitting.discipline == sitting.discipline]
        plan, left = self._plan_for(sitting, earlier)
        knowledge = self._knowledge(sitting, earlier, plan, left)
        trace = evaluate(icbc if self.payer == "icbc" else worksafebc, knowledge)
        found = entitlement_of(trace, sitting)
        return Judged(
            sitting,
            found,
            self._item(knowledge, earlier),
            plan if found is Entitlement.PLAN else None,
            because(decisive(trace)),
            asked_for(trace) if found is Entitlement.NOT_KNOWN else (),
            trace,
        )

    def _item(self, knowledge: OneVisit, earlier: list[Judged]) -> Item | None:
        """Whether the visit is the first of the claim; None where that is not known. That a visit elsewhere can be the
        first is a rule of ICBC (R07): of another payer nobody has read one, so the first here is the first."""
        if self.payer != "icbc":
            return Item.STANDARD if any(one.sitting.held for one in earlier) else Item.INITIAL
        first = evaluate(initial, knowledge)
        return {Truth.MET: Item.INITIAL, Truth.NOT_MET: Item.STANDARD}.get(first.truth)

    def _plan_for(self, sitting: Sitting, earlier: list[Judged]) -> tuple[ApprovedPlan | None, int | None]:
        """The plan nearest to the day, and what is left of it before the visit."""
        found = [
            (plan, None if plan.visits is None else plan.visits - sum(one.plan == plan for one in earlier))
            for plan in self.plans(sitting.discipline)
        ]

        def nearness(entry: tuple[ApprovedPlan, int | None]) -> tuple[bool, bool]:
            plan, left = entry
            return plan.holds(sitting.date) and (left is None or left > 0), bool(plan.missing)

        # Of several that are as near the one that was written down last.
        return max(reversed(found), key=nearness) if found else (None, None)

    def _knowledge(
        self, sitting: Sitting, earlier: list[Judged], plan: ApprovedPlan | None, plan_left: int | None
    ) -> OneVisit:
        billed = (
            self._billed.get(CLAIMED[sitting.discipline], UNKNOWN) if isinstance(self._billed, Mapping) else UNKNOWN
        )
        elsewhere = self._elsewhere_span(sitting.discipline)
        own = [
            one for one in earlier if one.sitting.held and (self.accident is None or one.sitting.date >= self.accident)
        ]
        given: dict[Fact[Kind], Value] = {
            asked.visit_date: sitting.date,
            asked.visit_held: sitting.held,
            asked.visit_proposed: sitting.status == PROPOSED,
            asked.earlier_that_day: any(one.sitting.date == sitting.date and one.counts for one in own),
            asked.earlier_in_claim: bool(own),
            asked.elsewhere: UNKNOWN if elsewhere is None else elsewhere,
            asked.initial_billed: billed if isinstance(billed, bool) else UNKNOWN,
            asked.window_visits_left: self._window_left(sitting.discipline, [one.sitting.date for one in own]),
            asked.plan_answer: "none" if plan is None else plan.status,
            asked.plan_start: _or_unknown(plan.start if plan is not None else None),
            asked.plan_end: _or_unknown(plan.end if plan is not None else None),
            asked.plan_visits_left: UNKNOWN if plan_left is None else max(plan_left, 0),
            asked.part_7_pays: UNKNOWN,
        }
        missing_of_plan = plan.missing if plan is not None else ()
        missing = {
            asked.elsewhere: (visits_elsewhere_count.name,),
            asked.window_visits_left: (visits_elsewhere_count.name,),
            asked.initial_billed: (initial_visit_billed.name,),
            asked.plan_start: missing_of_plan,
            asked.plan_end: missing_of_plan,
            asked.plan_visits_left: missing_of_plan,
            asked.part_7_pays: (asked.part_7_pays.name,),
        }
        return OneVisit(self.record, given, missing)

    def _window_left(self, discipline: str, before: Iterable[date]) -> Value:
        most = self.most(discipline)
        if most is None or self.accident is None:
            return UNKNOWN
        pot = most - days_used(before, self.accident)
        elsewhere = self._elsewhere_span(discipline) or Span(0, inf)
        return Span(max(pot - elsewhere.high, 0), max(pot - elsewhere.low, 0))


def _is_known(one: Treatment, as_of: date) -> bool:
    return one.date <= as_of and (one.recorded is None or local_day(one.recorded) <= as_of)


def _or_unknown(value: date | None) -> Value:
    return UNKNOWN if value is None else value
