"""What is owed: by line, by payer, and for how long."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from clinic.claims.models import InvoicedLine, Payer, Posting
from clinic.claims.models.posting import OWED
from clinic.claims.money import ZERO

BUCKETS = ((30, "0–30"), (60, "31–60"), (90, "61–90"), (None, "90+"))
"""Days since the invoice was sent, up to and with the first."""


def open_amounts(lines: Iterable[Any]) -> dict[int, Decimal]:
    """Line -> what is still owed on it; less than nothing where the clinic has to give back."""
    return _open(Posting.objects.filter(line__in=[one.pk for one in lines]))


def open_of_clinic(clinic_id: int, **only: Any) -> dict[int, Decimal]:
    """Of every line on which something is owed or to be given back."""
    found = _open(Posting.objects.filter(clinic_id=clinic_id, **only))
    return {line: amount for line, amount in found.items() if amount != ZERO}


def _open(postings: Any) -> dict[int, Decimal]:
    rows = (
        postings.order_by()
        .values("line")
        .annotate(more=Sum("amount", filter=Q(debit__in=OWED)), less=Sum("amount", filter=Q(credit__in=OWED)))
    )
    return {row["line"]: (row["more"] or ZERO) - (row["less"] or ZERO) for row in rows}


@dataclass(frozen=True)
class Aged:
    """What one payer owes, by how long ago it was asked for."""

    payer: str
    amounts: tuple[Decimal, ...]
    to_give_back: Decimal

    @property
    def name(self) -> str:
        return str(Payer(self.payer).label)

    @property
    def total(self) -> Decimal:
        return sum(self.amounts, ZERO) + self.to_give_back


def ageing(clinic_id: int, today: date) -> list[Aged]:
    """By payer in their order. What is to be given back stands apart: it makes nothing that is owed younger."""
    amounts = open_of_clinic(clinic_id)
    sent = InvoicedLine.objects.filter(invoice__clinic_id=clinic_id, line__in=amounts.keys())
    by_payer: dict[str, list[Decimal]] = defaultdict(lambda: [ZERO] * (len(BUCKETS) + 1))
    for line, payer, sent_on in sent.values_list("line_id", "line__payer", "invoice__sent_on"):
        amount = amounts[line]
        place = len(BUCKETS) if amount < ZERO else bucket_of((today - sent_on).days)
        by_payer[payer][place] += amount
    return [
        Aged(payer, tuple(by_payer[payer][:-1]), by_payer[payer][-1]) for payer in Payer.values if payer in by_payer
    ]


def bucket_of(days: int) -> int:
    return next(place for place, (last, _name) in enumerate(BUCKETS) if last is None or days <= last)


def bucket_names() -> list[str]:
    return [_("%s days") % name for _last, name in BUCKETS]
