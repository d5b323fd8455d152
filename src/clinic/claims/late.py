"""Lines that run out of time: not sent, refused, or a receipt that its patient cannot send on yet (R30, R31)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Q

from clinic.audit.actor import Actor
from clinic.claims.models import InvoiceLine, State
from clinic.claims.models.line import OPEN
from clinic.claims.owed import sums_of
from clinic.claims.receipt import PAID_BACK
from concordant.payers import Deadline, Late, RuleSet, deadline, rule_set

WEEK = timedelta(days=7)
_UNPAID = (State.SENT, State.PART_PAID, State.ADJUSTED)


class Why(StrEnum):
    """What its time runs out for."""

    UNSENT = "unsent"
    REFUSED = "refused"
    RECEIPT = "receipt"
    """The insurer pays the patient back, and wants a receipt: there is none before this is sent and paid."""


@dataclass(frozen=True)
class LateBill:
    line: Any
    why: Why
    last: date
    late: Late
    left: int
    """Days; less than nothing where the last has passed."""


def late_bills(by: Actor, today: date) -> list[LateBill]:
    """Everything that is warned of or ends within a week, the first to lapse first."""
    lines = list(
        InvoiceLine.objects.of_clinic(by.clinic_id)
        .filter(replaced_by=None)
        .with_state()
        .filter(
            Q(for_patient=False, state__in=(*OPEN, State.REJECTED)) | Q(for_patient=True, state__in=(*OPEN, *_UNPAID))
        )
        .select_related("person", "claim")
    )
    sums = sums_of(lines)
    found = []
    for line in lines:
        if (why := _why(line)) is None or (line.pk in sums and not sums[line.pk].owed):
            continue  # nobody waits for money of a line that was paid or let go of
        days = deadline_of(line.service_date, line.claim)
        if (late := days.on(today)) is not Late.IN_TIME or days.last <= today + WEEK:
            found.append(LateBill(line, why, days.last, late, (days.last - today).days))
    return sorted(found, key=lambda one: (one.last, one.line.pk))


def deadline_of(visit: date, claim: Any = None) -> Deadline:
    """By the rules of its accident. Without one, as of today's rules: both have the same days."""
    accident = claim.accident_on if claim else None
    return deadline(visit, rule_set(accident) if accident else RuleSet.ENHANCED_CARE)


def _why(line: Any) -> Why | None:
    if line.for_patient:
        return Why.RECEIPT if PAID_BACK in line.because else None
    return Why.REFUSED if line.state == State.REJECTED else Why.UNSENT
