"""What one visit costs whom, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from concordant.criteria import Trace
from concordant.payers import Deadline, Item


class Entitlement(StrEnum):
    """On what ground a visit is paid, or not."""

    PREAUTHORISED = "preauthorised"
    """In the window after the accident, within its count."""
    PLAN = "plan"
    """In a treatment plan that the payer has approved."""
    YEARLY = "yearly"
    """Within a limit by the calendar year."""
    NOT_COVERED = "not covered"
    """The person pays, or waits."""
    REFUSED = "refused"
    """Never to be billed: before the accident, or a second one that day."""
    NOT_KNOWN = "not known"


PAID = (Entitlement.PREAUTHORISED, Entitlement.PLAN, Entitlement.YEARLY)


class Route(StrEnum):
    """How the bill reaches the payer (operations 1.5)."""

    PORTAL = "portal"
    WEB_FORM = "web_form"
    MANUAL = "manual"
    PATIENT = "patient"
    """The person pays and gets a receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCover:
    """One visit, held or proposed. An amount that is None is not known."""

    date: date
    discipline: str
    """As treatments name it: ``physiotherapist``."""
    status: str
    """``attended``, ``missed``, ``cancelled`` or ``proposed``."""
    entitlement: Entitlement
    item: Item | None
    """None: not known whether it is the first of the claim."""
    fee: Decimal | None
    """The most that the payer pays, before tax."""
    fee_why: str
    """Why the fee is not known; empty where it is."""
    payer_share: Decimal | None
    patient_share: Decimal | None
    """What is left to the person, before tax."""
    to_collect: Decimal | None
    """What the person pays on the day: more than their share where they pay first and are paid back."""
    gst: bool | None
    """Whether tax is added; None: nobody has said for this discipline (R42)."""
    route: Route | None
    because: tuple[str, ...]
    """Rules by their ids."""
    missing: tuple[str, ...]
    """Facts that would settle it."""
    warnings: tuple[str, ...]
    invoice: Deadline | None
    """By when the invoice, or the receipt of the person, has to be with the payer."""
    trace: Trace

    @property
    def payable(self) -> bool | None:
        """Whether the payer pays; None where that is not known."""
        return None if self.entitlement is Entitlement.NOT_KNOWN else self.entitlement in PAID
