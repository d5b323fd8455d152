"""A patient's bill, and what it is a receipt for: what was paid, when, by whom and for which visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from clinic.claims.models import Invoice, InvoiceLine, Payment
from clinic.claims.owed import Sums, added, sums_of
from clinic.claims.sheet import Sheet, sheet_of
from concordant.payers.late import LAST_DAYS
from concordant.payers.table import later

PAID_BACK = "R30"
"""Among the rules of a line: the patient has paid what the insurer owes, and sends the receipt there in time."""


@dataclass(frozen=True)
class Receipt:
    sheet: Sheet
    sums: Sums
    payments: tuple[Payment, ...]
    """As they came in and went out."""
    send_by: date | None
    """By when the insurer who pays it back wants it."""


def with_lines(invoices: QuerySet[Invoice]) -> QuerySet[Invoice]:
    """With all that a sheet or a receipt is made of."""
    return invoices.select_related("person", "clinic", "claim").prefetch_related(
        "lines__line__practitioner", "lines__line__payments__line", "lines__line__credit"
    )


def lines_of(invoice: Invoice) -> list[InvoiceLine]:
    return [row.line for row in invoice.lines.all()]


def receipt_of(invoice: Invoice) -> Receipt:
    """Needs the invoice as `with_lines` reads it."""
    lines = lines_of(invoice)
    sums = sums_of(lines)
    payments = sorted((one for line in lines for one in line.payments.all()), key=lambda one: one.pk)
    return Receipt(
        sheet=sheet_of(invoice),
        sums=added(sums[line.pk] for line in lines),
        payments=tuple(payments),
        send_by=send_by(lines),
    )


def send_by(lines: Iterable[Any]) -> date | None:
    """The last day of the oldest visit that an insurer pays back to the patient; None where it pays none of them."""
    stand = [one for one in lines if PAID_BACK in one.because and not hasattr(one, "credit")]
    return min((later(one.service_date, LAST_DAYS) for one in stand), default=None)
