"""The price of a visit, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from concordant.coverage.visit_cover import Entitlement, Route, VisitCover
from concordant.payers import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """What a visit on a day would cost whom, before tax."""

    item: Item | None
    fee: Decimal | None
    """The most that the payer pays; None where nobody but the person does."""
    payer_share: Decimal
    patient_share: Decimal | None
    """None: the clinic's price is not known."""
    to_collect: Decimal | None
    gst: bool | None
    route: Route | None
    entitlement: Entitlement
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKnown:
    """Why there is no price, and which facts are missing for it."""

    why: str
    missing: tuple[str, ...]
    because: tuple[str, ...]


def priced(found: VisitCover) -> Priced | NotKnown:
    """The money of a visit, or why it is not known."""
    if found.payer_share is None:
        why = found.fee_why or "whether it is covered is not known"
        if found.entitlement is Entitlement.NOT_KNOWN:
            why = "whether it is covered is not known"
        return NotKnown(why=why, missing=found.missing, because=found.because)
    return Priced(
        item=found.item,
        fee=found.fee,
        payer_share=found.payer_share,
        patient_share=found.patient_share,
        to_collect=found.to_collect,
        gst=found.gst,
        route=found.route,
        entitlement=found.entitlement,
        because=found.because,
    )
