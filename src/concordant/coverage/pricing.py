"""Who pays how much of a visit, by which route (operations 1.3, 1.5): all of it before tax."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from concordant.coverage.by_the_year import MSP, YearlyLedger
from concordant.coverage.judged import Judged
from concordant.coverage.ledger import Ledger
from concordant.coverage.terms import ClinicTerms
from concordant.coverage.visit_cover import PAID, Entitlement, Route, VisitCover
from concordant.coverage.warnings import warnings_of
from concordant.facts.coverage.claim import (
    extended_percent_paid,
    initial_visit_billed,
    payer_kind,
    recovery_network_member,
    visits_elsewhere_count,
)
from concordant.payers import CLAIMED, Deadline, Item, deadline, rule_set, rules
from concordant.payers.money import percent_of

NOTHING = Decimal("0.00")
CONTRACT = "the contract rate of WorkSafeBC for this visit is not known: write it down in the clinic's terms (W02)"
NO_ITEM = "whether it is the first visit of the claim is not known (R07)"
NO_PLAN = "what the extended health plan pays of a visit is not known (E01)"


@dataclass(frozen=True, slots=True)
class _Fee:
    """The most that the payer pays."""

    amount: Decimal | None
    why: str = ""
    because: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def covered(judged: Judged, ledger: Ledger, terms: ClinicTerms, clinic_price: Decimal | None = None) -> VisitCover:
    """One judged visit with its money. ``clinic_price``: before tax; None: as the clinic's list says."""
    sitting = judged.sitting
    price = clinic_price if clinic_price is not None else _listed(judged, terms)
    fee = _fee(judged, ledger, terms, price)
    paid = judged.entitlement in PAID
    payer, patient = _shares(judged, ledger, fee.amount, price)
    route, by_route, asked_by_route = _route(judged, ledger, terms, fee.amount, price)
    because = [*judged.because, *(fee.because if paid else ())]
    if paid and ledger.payer == "icbc":
        because += ["R07"] if judged.item is Item.INITIAL else []
        because += ["R11"] if patient else []
    missing = [*judged.missing, *(fee.missing if paid else ()), *asked_by_route]
    return VisitCover(
        date=sitting.date,
        discipline=sitting.discipline,
        status=sitting.status,
        entitlement=judged.entitlement,
        item=judged.item,
        fee=fee.amount,
        fee_why=fee.why,
        payer_share=payer,
        patient_share=patient,
        to_collect=price if route is Route.PATIENT and sitting.held else patient,
        gst=terms.taxed(sitting.discipline, sitting.date),
        route=route,
        because=tuple(dict.fromkeys([*because, *by_route])),
        missing=tuple(dict.fromkeys(missing)),
        warnings=warnings_of(judged, ledger),
        invoice=_deadline(judged, ledger),
        trace=judged.trace,
    )


def _listed(judged: Judged, terms: ClinicTerms) -> Decimal | None:
    sitting = judged.sitting
    # Where no claim asks for it, nobody tells the first visit from the others: the list has one price then.
    items = (judged.item,) if judged.item is not None else tuple(Item)
    found = {terms.price(sitting.discipline, item, sitting.minutes, sitting.date) for item in items}
    return found.pop() if len(found) == 1 else None


def _fee(judged: Judged, ledger: Ledger, terms: ClinicTerms, price: Decimal | None) -> _Fee:
    sitting = judged.sitting
    if ledger.payer == "icbc":
        if judged.item is None:
            return _Fee(None, NO_ITEM, missing=(visits_elsewhere_count.name, initial_visit_billed.name))
        found = terms.fee_table.fee(CLAIMED[sitting.discipline], judged.item, sitting.date)
        return _Fee(found.amount, found.why, ("R04",))
    if ledger.payer == "worksafebc":
        assert judged.item is not None  # of such a claim the first visit here is the first
        rate = terms.contract_rates.fee(CLAIMED[sitting.discipline], judged.item, sitting.date)
        return _Fee(rate.amount, "" if rate.amount is not None else CONTRACT, ("W02",))
    if isinstance(ledger, YearlyLedger) and ledger.payer == "extended":
        percent = ledger.extended_percent(sitting.discipline)
        if percent is None:
            return _Fee(None, NO_PLAN, missing=(extended_percent_paid.name,))
        if price is None:
            return _Fee(None, "the price of the clinic is not known")
        share, left = percent_of(price, percent), ledger.extended_left(judged)
        if left is None:
            return _Fee(None, NO_PLAN)
        return _Fee(min(share, left), because=("E01",))
    if judged.entitlement is Entitlement.YEARLY:
        return _Fee(MSP.a_visit, because=("M01",))
    if ledger.payer == "private":
        return _Fee(None, "nobody but the person pays", ("P01",))
    return _Fee(None, "who pays is not known", missing=(payer_kind.name,))


def _shares(
    judged: Judged, ledger: Ledger, fee: Decimal | None, price: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """The payer's part and the person's. What somebody pays for a visit that they missed the clinic decides (B17)."""
    if ledger.payer == "worksafebc":
        return _of_worker(judged, fee)
    if judged.entitlement is Entitlement.NOT_KNOWN:
        return None, None
    if judged.entitlement not in PAID:
        return NOTHING, price if judged.sitting.held and judged.entitlement is Entitlement.NOT_COVERED else None
    if fee is None:
        return None, None
    return (fee, None) if price is None else (min(fee, price), max(price - fee, NOTHING))


def _of_worker(judged: Judged, rate: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The contract rate whatever the price, and nothing from the worker, covered or not (W02)."""
    worker = NOTHING if judged.sitting.held else None
    if judged.entitlement is Entitlement.NOT_KNOWN:
        return None, worker
    return (rate if judged.entitlement in PAID else NOTHING), worker


def _route(
    judged: Judged, ledger: Ledger, terms: ClinicTerms, fee: Decimal | None, price: Decimal | None
) -> tuple[Route | None, tuple[str, ...], tuple[str, ...]]:
    """The route, the rules for it, and the facts that are missing for it."""
    if judged.entitlement is Entitlement.NOT_KNOWN or (ledger.payer == "worksafebc" and judged.sitting.held):
        return None, (), ()
    if judged.entitlement not in PAID or ledger.payer == "extended":
        return Route.PATIENT, (), ()
    day = judged.sitting.date
    if ledger.payer != "icbc" or not rules()["R33"].holds_on(day):
        return None, (), ()
    if rules()["R22"].holds_on(day):
        member = terms.member_on(day)
        if member is None:
            told = ledger.record.value(recovery_network_member.name)
            member = told if isinstance(told, bool) else None
        if member is None:
            return None, ("R22",), (recovery_network_member.name,)
        if not member:
            return Route.PATIENT, ("R23", "R30"), ()
        if _below(fee, price):
            return Route.MANUAL, ("R12",), ()
        return Route.PORTAL, ("R22",), ()
    return (Route.MANUAL, ("R12",), ()) if _below(fee, price) else (Route.WEB_FORM, ("R33",), ())


def _below(fee: Decimal | None, price: Decimal | None) -> bool:
    return fee is not None and price is not None and price < fee


def _deadline(judged: Judged, ledger: Ledger) -> Deadline | None:
    """Of what ICBC pays, or may pay."""
    if ledger.payer != "icbc" or ledger.accident is None or not judged.counts or not judged.sitting.held:
        return None
    return deadline(judged.sitting.date, rule_set(ledger.accident))
