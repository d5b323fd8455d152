"""What a visit to come would cost the person, as its bill would have it: told before it is booked (habits H06)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinic.claims.models import Item
from clinic.claims.money import ZERO
from clinic.claims.payable import INSURERS, own_part
from clinic.claims.terms import Terms
from clinic.claims.work import Work
from concordant.coverage import Coverage, Entitlement
from concordant.payers import TREATS, gst


@dataclass(frozen=True)
class Expected:
    """What the person pays of one visit."""

    is_covered: bool | None
    """By whom it is billed to; None: not known."""
    net: Decimal | None
    """Before tax; None: not known."""
    gst: Decimal

    @property
    def total(self) -> Decimal | None:
        return None if self.net is None else self.net + self.gst


def expected(work: Work, cover: Coverage, terms: Terms, discipline: str, day: date, minutes: int | None) -> Expected:
    """``discipline`` as claims name it; ``minutes`` None: of any length."""
    found = cover.proposed(TREATS[discipline], day, minutes=minutes)
    net, item = found.to_collect, str(found.item or Item.STANDARD)
    if cover.payer is not None and cover.payer not in INSURERS:
        # No claim tells the first visit from the others: the price list does, by what was signed here.
        item = Item.STANDARD if any(one.discipline == discipline for one in work.visits) else Item.INITIAL
    price = terms.price(discipline, item, minutes, day)
    if cover.payer is not None and cover.payer not in INSURERS:
        net = own_part(cover.payer, price.amount if price else None, found)
    elif found.entitlement is Entitlement.REFUSED:
        net = None
    if not net:  # nothing is taxed on nothing
        return Expected(found.payable, net, ZERO)
    is_taxed = terms.is_taxed_by_anybody(discipline, item, day)
    if is_taxed is None:
        return Expected(found.payable, None, ZERO)
    # Of a price that the payer pays in part, the tax is that of the whole.
    beside = (found.payer_share or ZERO) if net == found.patient_share else ZERO
    return Expected(found.payable, net, gst(net, beside) if is_taxed else ZERO)
