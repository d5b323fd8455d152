"""What ``concordant book`` tells at the end: tiers, report, and the gap to what is proven."""

from __future__ import annotations

from typing import Any

from concordant.booking.capacity import Capacity, Load, Shortage
from concordant.booking.problem import Instance
from concordant.booking.report import report_of
from concordant.booking.rules import Broken, Change, broken_after, broken_answer
from concordant.booking.sentences import help_said, reason_said
from concordant.booking.solution import Solution
from concordant.booking.tiers import changed_tiers_of, tiers_of

TIERS = {
    "urgent_unplaced": "urgent first visits not placed",
    "urgent_late_days": "days that urgent first visits are late",
    "lost": "visits that stood and stand no more",
    "moved_others": "visits moved that were not affected",
    "unplaced": "visits not placed",
    "pair_points_lost": "pair points lost",
    "not_with_lead": "visits not with the lead clinician",
    "not_preferred": "visits outside wished times",
    "idle_minutes": "idle minutes between visits",
}


def broken_in(instance: Instance, change: Change | None, solution: Solution) -> tuple[Broken, ...]:
    """Every rule that the answer breaks."""
    if change is None:
        return broken_answer(instance, solution)
    return broken_after(change, solution)


def _numbers(instance: Instance, change: Change | None, solution: Solution) -> tuple[dict[str, int], dict[str, Any]]:
    if change is None:
        return tiers_of(instance, solution.placed).numbers(), report_of(instance, solution.placed).numbers()
    return changed_tiers_of(change, solution.placed).numbers(), report_of(change.instance, solution.placed).numbers()


def summary(instance: Instance, change: Change | None, solution: Solution, found_short: Capacity) -> dict[str, Any]:
    """As plain values."""
    found, told = _numbers(instance, change, solution)
    bound = solution.bound_unplaced
    return {
        "instance": instance.name,
        "solver": solution.solver,
        "seconds": round(solution.seconds, 3),
        "tiers": found,
        "bound_unplaced": bound,
        "gap": None if bound is None else found["unplaced"] - bound,
        "report": told,
        "short": [_hours(one) for one in found_short.shortages],
        "over": [_hours(one) for one in found_short.over],
    }


def _hours(one: Shortage | Load) -> dict[str, Any]:
    return {
        "discipline": str(one.group.discipline),
        "skill": one.group.skill,
        "clinicians": list(one.group.clinicians),
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "asked_minutes": one.asked,
        "works_minutes": one.works,
    }


def lines(instance: Instance, change: Change | None, solution: Solution) -> list[str]:
    """As lines for a terminal: who waits and was looked at, and the numbers."""
    found, told = _numbers(instance, change, solution)
    shown = _waiting(instance if change is None else change.instance, solution)
    shown += [f"{TIERS[name]:42} {number:8,}" for name, number in found.items()]
    if solution.bound_unplaced is not None:
        gap = found["unplaced"] - solution.bound_unplaced
        shown.append(f"proven: at least {solution.bound_unplaced} cannot be placed; gap {gap}")
    percents = {
        "placed": told["placed_percent"],
        "paired": told["paired_percent"],
        "with the lead": told["continuity_percent"],
        "at a wished time": told["preferred_percent"],
    }
    shares = [f"{value:g} % {name}" for name, value in percents.items() if value is not None]
    if shares:
        shown.append(", ".join(shares))
    whole, people, worst = told["people_complete"], told["people"], told["worst_person_unplaced"]
    shown.append(f"{whole} of {people} people have their whole series; nobody lacks more than {worst}")
    return shown


def _waiting(instance: Instance, solution: Solution) -> list[str]:
    """Why, and what would help; of those without helps only how many there are, since the file has them all."""
    shown = []
    helped = [one for one in solution.unplaced if one.helps]
    for one in helped:
        visit = instance.visits[one.visit]
        shown.append(f"{visit.id} of {instance.owner[visit.id].id}, {visit.earliest} to {visit.latest}, has no place:")
        shown += [f"  {reason_said(reason, instance, visit)}" for reason in one.reasons]
        shown += [f"    {help_said(each, instance)}" for each in one.helps]
    if (others := len(solution.unplaced) - len(helped)) and helped:
        shown.append(f"{others} more have no place; why stands in the file")
    return shown
