"""My bills: what I am asked for and what of it is paid, and what went to whoever pays for me.

What was not sent yet is nobody's business but the desk's: it may still change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person
from clinic.claims.models import Invoice, InvoiceLine, Payer, State
from clinic.claims.models.line import OPEN
from clinic.claims.owed import Sums, added, sums_of
from clinic.claims.receipt import lines_of, send_by, with_lines

TOLD: Mapping[str, str | Promise] = MappingProxyType(
    {
        State.SENT: _("Sent, no answer yet"),
        State.PART_PAID: _("Paid in part"),
        State.PAID: _("Paid"),
        State.REJECTED: _("Refused. Your clinic looks at why."),
        State.ADJUSTED: _("Paid less than asked. Nobody asks you for the rest."),
        State.CREDITED: _("No longer asked for"),
    }
)


@dataclass(frozen=True)
class MyBill:
    """To the person."""

    number: int
    on: date
    discipline: str
    sums: Sums
    send_by: date | None
    """By when the insurer who pays it back wants the receipt."""

    @property
    def total(self) -> Decimal:
        """Without what was taken back."""
        return self.sums.billed - self.sums.taken_back


@dataclass(frozen=True)
class Elsewhere:
    """A visit on a bill to an insurer."""

    on: date
    discipline: str
    payer: str
    amount: Decimal
    state: str | Promise


@dataclass(frozen=True)
class MyBills:
    own: tuple[MyBill, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def sums(self) -> Sums:
        return added(one.sums for one in self.own)


def my_bills(person: Person) -> MyBills:
    """Newest first, in as many statements for many bills as for one."""
    return MyBills(tuple(_own(person)), tuple(_elsewhere(person)))


def own_bills(person: Person) -> list[Invoice]:
    """What was sent to the person: each is a bill and, once it is paid, a receipt."""
    return list(with_lines(Invoice.objects.filter(person=person, payer=Payer.PATIENT)).order_by("-number"))


def _own(person: Person) -> Iterator[MyBill]:
    invoices = own_bills(person)
    lines = {one.pk: lines_of(one) for one in invoices}
    sums = sums_of(line for each in lines.values() for line in each)
    for one in invoices:
        mine = lines[one.pk]
        yield MyBill(
            number=one.number,
            on=one.sent_on,
            discipline=mine[0].get_discipline_display(),
            sums=added(sums[line.pk] for line in mine),
            send_by=send_by(mine),
        )


def _elsewhere(person: Person) -> Iterator[Elsewhere]:
    lines = InvoiceLine.objects.filter(person=person, for_patient=False).with_state()
    for line in lines.exclude(state__in=(*OPEN, State.WITHDRAWN)).order_by("-service_date", "-id"):
        told = TOLD[line.state]
        yield Elsewhere(line.service_date, line.get_discipline_display(), line.get_payer_display(), line.total, told)
