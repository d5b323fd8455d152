"""What a claim asks of the clinic, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.coverage.budget import Budget
from concordant.coverage.ledger import Ledger
from concordant.coverage.plans import newest_status
from concordant.facts.coverage.claim import education_duties_done, physician_referral_on_file
from concordant.facts.plan.episode import discharge_date
from concordant.payers import CLAIMED, RuleSet, few_left_since, plan_due, rule_set
from concordant.record.derive.coverage import signed_rate

WAITS_FOR_ANSWER = ("sent", "approved", "partly_approved")
PLAN, EDUCATION, INITIAL_REPORT, PHYSICIAN = (
    "treatment_plan",
    "education_duties",
    "initial_report_CL489E",
    "physician_note",
)
INITIAL_REPORT_UNTIL = date(2021, 4, 30)
"""Accidents up to this day (R25)."""


@dataclass(frozen=True, slots=True)
class Due:
    """One duty."""

    what: str
    by: date | None
    """None: no deadline was found."""
    because: tuple[str, ...]
    discipline: str | None = None
    lacks: tuple[str, ...] = ()
    """Parts that are not done yet, where it has parts."""


def due_of(ledger: Ledger, budgets: dict[str, Budget]) -> tuple[Due, ...]:
    """Every open duty of a claim with ICBC, the first to come first; those without a day last."""
    if ledger.payer != "icbc" or ledger.accident is None or ledger.accident > ledger.record.as_of:
        return ()
    rules = rule_set(ledger.accident)
    if rules is RuleSet.PART_7:
        return ()
    found = [*_plans(ledger, budgets, rules), *_first_visit(ledger, ledger.accident)]
    return tuple(sorted(found, key=lambda one: (one.by is None, one.by or date.max, one.what, one.discipline or "")))


def _plans(ledger: Ledger, budgets: dict[str, Budget], rules: RuleSet) -> Iterator[Due]:
    if isinstance(ledger.record.value(discharge_date.name), date):
        return
    for discipline, budget in budgets.items():
        days = _held(ledger, discipline)
        of_plan = budget.plan is not None and budget.plan.end == budget.until
        if not days or budget.until is None or budget.limit is None:
            continue
        if ledger.record.as_of > budget.until >= days[-1]:
            # The time is over and nobody came since: nothing more was wanted.
            continue
        status = newest_status(ledger.record, CLAIMED[discipline])
        if status in WAITS_FOR_ANSWER and not (of_plan and status != "sent"):
            continue
        by = plan_due(
            budget.until,
            left=budget.left,
            few_since=_few_since(ledger, budget, discipline),
            as_of=ledger.record.as_of,
            per_week=signed_rate(ledger.record, discipline),
        )
        yield Due(PLAN, by, ("R14", "R16") if of_plan else ("R14",), discipline)
        if rules is RuleSet.PART_7_MINOR_INJURY and ledger.record.value(physician_referral_on_file.name) is not True:
            yield Due(PHYSICIAN, budget.until, ("R39",), discipline)


def _few_since(ledger: Ledger, budget: Budget, discipline: str) -> date | None:
    """The visit after which few visits of the window, or of the plan, were left."""
    own = [one for one in ledger.judged if one.sitting.discipline == discipline]
    if budget.plan is not None and budget.plan.end == budget.until:
        return few_left_since([one.sitting.date for one in own if one.plan == budget.plan], budget.limit or 0)
    if budget.used_elsewhere is None:
        return None
    counted = sorted({one.sitting.date for one in own if one.counts and one.plan is None})
    return few_left_since(counted, (budget.limit or 0) - budget.used_elsewhere)


def _first_visit(ledger: Ledger, accident: date) -> Iterator[Due]:
    held = [one for one in ledger.sittings if one.status == "attended" and one.date >= accident]
    if not held:
        return
    told = ledger.record.value(education_duties_done.name)
    done = told if isinstance(told, frozenset) else frozenset()
    lacks = tuple(one for one in education_duties_done.kind.words if one not in done)
    if lacks:
        yield Due(EDUCATION, held[0].date, ("R40",), lacks=lacks)
    physio = any(one.discipline == "physiotherapist" for one in held)
    if physio and accident <= INITIAL_REPORT_UNTIL:
        yield Due(INITIAL_REPORT, None, ("R25",), "physiotherapist")


def _held(ledger: Ledger, discipline: str) -> list[date]:
    return [one.date for one in ledger.sittings if one.discipline == discipline and one.status == "attended"]
