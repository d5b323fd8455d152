"""Who leads the care of a person, where the part may choose it (T4)."""

from __future__ import annotations

from collections import Counter, defaultdict

from ortools.sat.python import cp_model

from concordant.booking.model.part import Part


def open_leads(part: Part) -> list[list[int]]:
    """Visits of one discipline of a person, where all of them are free and nobody leads by habit."""
    groups: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for visit in part.free:
        groups[part.board.asked[visit].person, part.board.asked[visit].is_rmt].append(visit)
    return [
        mine
        for (person, is_rmt), mine in groups.items()
        if len(mine) == sum(part.board.asked[one].is_rmt == is_rmt for one in part.board.of_person[person])
        and part.costs.leave_open(person, is_rmt=is_rmt)
    ]


def choose_lead(part: Part, mine: list[int]) -> None:
    """T4: one clinician leads, and every placed visit with somebody else costs."""
    by: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for visit in mine:
        for one in part.options[visit]:
            by[visit, one.slot.clinician].append(one.var)
    stood = Counter(slot.clinician for visit in mine if (slot := part.was[visit]) is not None)
    led = min(stood, key=lambda who: (-stood[who], part.board.clinicians[who].id)) if stood else None
    leads: dict[int, cp_model.IntVar] = {}
    for who in sorted({who for _, who in by}):
        leads[who] = part.model.new_bool_var("")
        part.model.add_hint(leads[who], who == led)
    part.model.add_at_most_one(leads.values())
    for (visit, who), vars_ in by.items():
        was = part.was[visit]
        with_lead = part.model.new_bool_var("")
        part.model.add_hint(with_lead, was is not None and was.clinician == who == led)
        part.model.add_implication(with_lead, leads[who])
        part.model.add(cp_model.LinearExpr.sum(vars_) >= with_lead)
        part.cost(with_lead, -part.costs.off_lead)
    for visit in mine:
        # Not placed is not away from the lead.
        part.constant += part.costs.off_lead
        part.cost(part.none[visit], -part.costs.off_lead)
