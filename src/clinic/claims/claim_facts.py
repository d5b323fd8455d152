"""What was told of a claim beside its number: as it is kept with the claim, and as facts of a case file.

Kept are the facts by their names, the requests for more visits of each discipline (``plans``), and the days on which
what runs by the year was told (``told_on``). Only the newest row of a claim counts: what is left out there is not known
any more.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from clinic.claims.models import Claim
from concordant.coverage.plans import FACTS
from concordant.facts.coverage import claim as facts

PLANS, TOLD_ON = "plans", "told_on"
PLAN_FACTS = tuple(one.name for one in FACTS)
_START = facts.treatment_plan_start_date.name

OF_A_CLAIM = frozenset(
    {
        *PLAN_FACTS,
        facts.claim_disputed.name,
        facts.claim_number_checked_date.name,
        facts.education_duties_done.name,
        facts.initial_visit_billed.name,
        facts.physician_referral_on_file.name,
        facts.visits_elsewhere_count.name,
    }
)
"""True of one claim alone; what else is told of payers (an extended plan, MSP) is true of the person."""

Plan = dict[str, Any]
"""One request for more visits: name of the fact -> what was told. What is not there is not known."""


def plans_of(rows: Sequence[Claim]) -> dict[str, list[Plan]]:
    """By discipline, in the order in which they were written down. ``rows``: of one claim."""
    found: dict[str, list[Plan]] = {}
    for row in rows:
        if PLANS in row.visits:
            found = {discipline: list(plans) for discipline, plans in row.visits[PLANS].items()}
        else:
            found = {one: _with(found.get(one, []), plan) for one, plan in _single(row).items()}
    return found


def _single(row: Claim) -> dict[str, Plan]:
    """Rows from before there was a list hold one plan of each discipline: the newest."""
    found: dict[str, Plan] = {}
    for name in PLAN_FACTS:
        for discipline, value in row.visits.get(name, {}).items():
            found.setdefault(discipline, {})[name] = value
    return found


def _with(plans: list[Plan], plan: Plan) -> list[Plan]:
    """A plan is known by the day on which it begins."""
    return [one for one in plans if one.get(_START) not in (None, plan.get(_START))] + [plan]


def said_in(rows: Sequence[Claim]) -> Iterator[dict[str, Any]]:
    """The facts of a claim as a case file has them, one statement after the other. None: told once, and not known any
    more."""
    told = dict(_told(rows[-1]))
    earlier = {name for row in rows[:-1] for name, _value in _told(row)}
    plans = plans_of(rows)
    if not any(plans.values()) and any(plans_of(rows[:place]) for place in range(1, len(rows))):
        earlier |= set(PLAN_FACTS)
    yield {**dict.fromkeys(sorted(earlier - told.keys())), **told}
    for place in range(max(map(len, plans.values()), default=0)):
        of_place = {one: each[min(place, len(each) - 1)] for one, each in plans.items() if each}
        yield {name: _table(name, of_place) for name in PLAN_FACTS}


def _table(name: str, plans: dict[str, Plan]) -> dict[str, Any]:
    return {discipline: plan[name] for discipline, plan in plans.items() if plan.get(name) is not None}


def _told(row: Claim) -> Iterator[tuple[str, Any]]:
    days = row.visits.get(TOLD_ON, {})
    for name, value in row.visits.items():
        if name not in (PLANS, TOLD_ON, *PLAN_FACTS) and value not in (None, {}, []):
            yield name, [{"date": days[name], "value": value}] if name in days else value
    if row.checked_on:
        yield facts.claim_number_checked_date.name, row.checked_on.isoformat()
