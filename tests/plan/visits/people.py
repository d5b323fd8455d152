"""The worked examples of treatment 6.2 with a payer and a day, and their visits."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.plan.planner import plan_for
from concordant.plan.visits import Retest, Visits, visits_of
from tests.plan.examples import EXAMPLES, Example
from tests.plan.told import HEADACHE, Told

TODAY = date(2024, 1, 8)
RETEST = Retest(TODAY + timedelta(days=28), "in four weeks")
NOT_ELSEWHERE = {"visits_elsewhere_count": {"physiotherapy": 0, "massage_therapy": 0}}
PAYERS: dict[str, dict[str, Any]] = {
    "private": {"payer_kind": "private"},
    "icbc, crash three weeks ago": {
        "payer_kind": "icbc",
        "claim_accident_date": TODAY - timedelta(weeks=3),
        **NOT_ELSEWHERE,
    },
}


class Now(Told):
    """Somebody as of a day."""

    as_of = TODAY


def example(identity: str) -> Example:
    return next(one for one in EXAMPLES if one.id == identity)


def visits(
    identity: str, weeks_done: int = 0, *, payer: str = "private", retest: Retest = RETEST, **changes: Any
) -> Visits:
    """The visits of one of the examples. ``changes``: facts told besides."""
    one = example(identity)
    paid: dict[str, Any] = PAYERS.get(payer, {"payer_kind": payer})
    facts = {**one.facts, **paid, **changes}
    told = Now(facts, injured=one.knowledge.injured)
    plan = plan_for(told, one.safety, HEADACHE, {})
    return visits_of(plan, told, retest, weeks_done=weeks_done)


def by_week(found: Visits, discipline: Any) -> list[int]:
    return [week.visits.get(discipline, 0) for week in found.weeks]
