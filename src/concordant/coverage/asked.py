"""What the rules ask of one visit beside the facts of the claim. No entry: worked out by the ledger for each visit."""

from __future__ import annotations

from typing import TypeVar

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Day, Flag, Kind, Quantity

K = TypeVar("K", bound=Kind)


def _of_a_visit(name: str, kind: K, label: str, meaning: str, section: str) -> Fact[K]:
    return Fact(
        name,
        kind,
        room=Room.COVERAGE,
        scope=Scope.EPISODE,
        supplied_by=Supplier.COMPUTED,
        label=label,
        ask=f"{meaning}.",
        meaning=meaning,
        section=section,
        derived_from="the ledger of the claim",
    )


visit_date = _of_a_visit("visit_date", Day(), "Visit on", "The day of the visit", "operations 1.3")
visit_held = _of_a_visit(
    "visit_held", Flag(), "Visit takes place", "The visit was neither missed nor cancelled", "icbc_rules R13"
)
visit_proposed = _of_a_visit("visit_proposed", Flag(), "Visit proposed", "The visit has not taken place yet", "design")
earlier_that_day = _of_a_visit(
    "earlier_that_day",
    Flag(),
    "Earlier visit that day",
    "A visit of the discipline on that day stands before it",
    "icbc_rules R09",
)
earlier_in_claim = _of_a_visit(
    "earlier_in_claim",
    Flag(),
    "Earlier visit of the claim",
    "The discipline has seen the person for this claim before, here",
    "icbc_rules R07",
)
elsewhere = _of_a_visit(
    "elsewhere_of_discipline",
    Quantity(low=0, whole=True),
    "Visits elsewhere",
    "Visits of the discipline elsewhere for this claim",
    "operations 1.3",
)
initial_billed = _of_a_visit(
    "initial_billed", Flag(), "Initial billed", "An initial visit of the discipline was billed", "icbc_rules R07"
)
window_visits_left = _of_a_visit(
    "window_visits_left",
    Quantity(low=0, whole=True),
    "Visits left before it",
    "Visits without approval that were left before it",
    "operations 1.3",
)
plan_answer = _of_a_visit(
    "plan_answer",
    Choice({"none": "none", "approved": "approved", "partly_approved": "partly approved"}),
    "Approved plan",
    "The approved treatment plan on record for the discipline that is nearest to the day",
    "icbc_rules R18",
)
plan_start = _of_a_visit("plan_start", Day(), "Plan from", "First day of that plan", "operations 1.3")
plan_end = _of_a_visit("plan_end", Day(), "Plan until", "Last day of that plan", "operations 1.3")
plan_visits_left = _of_a_visit(
    "plan_visits_left",
    Quantity(low=0, whole=True),
    "Visits of the plan left",
    "Visits of that plan that were left before it",
    "operations 1.3",
)
part_7_pays = _of_a_visit(
    "part_7_pays", Flag(), "Old Part 7 pays", "ICBC has said that it pays this visit under the old Part 7", "R01"
)
yearly_left = _of_a_visit(
    "yearly_left", Quantity(low=0), "Left of the year", "What the limit by the year had left before it", "operations 2"
)
