"""What is owed, by payer and by how long ago it was asked for."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from clinic.claims.models import InvoicedLine, Payer
from clinic.claims.money import ZERO
from clinic.claims.owed import Sums, sums_of_clinic

BUCKETS = ((30, "0–30"), (60, "31–60"), (90, "61–90"), (None, "90+"))
"""Days since the invoice was sent, up to and with the first."""


@dataclass(frozen=True)
class Aged:
    """What one payer owes by its age, and what one is to be given back, which makes nothing that is owed younger."""

    payer: str
    amounts: tuple[Decimal, ...]
    owed: Decimal
    to_give_back: Decimal

    @property
    def name(self) -> str:
        return str(Payer(self.payer).label)


def ageing(clinic_id: int, today: date) -> list[Aged]:
    """By payer in their order; without those with whom the clinic is even."""
    sums = {line: one for line, one in sums_of_clinic(clinic_id).items() if one.owed or one.to_give_back}
    sent = InvoicedLine.objects.filter(invoice__clinic_id=clinic_id, line__in=sums.keys())
    amounts: dict[str, list[Decimal]] = defaultdict(lambda: [ZERO] * len(BUCKETS))
    of_payer: dict[str, Sums] = defaultdict(Sums)
    for line, payer, sent_on in sent.values_list("line_id", "line__payer", "invoice__sent_on"):
        of_payer[payer] += sums[line]
        amounts[payer][bucket_of((today - sent_on).days)] += sums[line].owed
    return [
        Aged(payer, tuple(amounts[payer]), of_payer[payer].owed, of_payer[payer].to_give_back)
        for payer in Payer.values
        if payer in of_payer
    ]


def bucket_of(days: int) -> int:
    return next(place for place, (last, _name) in enumerate(BUCKETS) if last is None or days <= last)


def bucket_names() -> list[str]:
    return [_("%s days") % name for _last, name in BUCKETS]
