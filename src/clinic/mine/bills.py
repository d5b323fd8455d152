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
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.sheet import with_lines

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
    days: tuple[date, ...]
    discipline: str
    total: Decimal
    """Without what was taken back."""
    owed: Decimal
    """Less than nothing where the clinic has to give back."""

    @property
    def to_give_back(self) -> Decimal:
        return max(-self.owed, ZERO)


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
    def owed(self) -> Decimal:
        return sum((max(one.owed, ZERO) for one in self.own), ZERO)

    @property
    def to_give_back(self) -> Decimal:
        return sum((one.to_give_back for one in self.own), ZERO)


def my_bills(person: Person) -> MyBills:
    """Newest first, in as many statements for many bills as for one."""
    return MyBills(tuple(_own(person)), tuple(_elsewhere(person)))


def own_bills(person: Person) -> list[Invoice]:
    """What was sent to the person: each is a bill and, once it is paid, a receipt."""
    return list(with_lines(Invoice.objects.filter(person=person, payer=Payer.PATIENT)).order_by("-number"))


def _own(person: Person) -> Iterator[MyBill]:
    invoices = own_bills(person)
    lines = {one.pk: [row.line for row in one.lines.all()] for one in invoices}
    amounts = open_amounts(line for each in lines.values() for line in each)
    for one in invoices:
        mine = lines[one.pk]
        stand = [line for line in mine if not hasattr(line, "credit")]
        yield MyBill(
            number=one.number,
            on=one.sent_on,
            days=tuple(line.service_date for line in mine),
            discipline=mine[0].get_discipline_display(),
            total=sum((line.total for line in stand), ZERO),
            owed=sum((amounts.get(line.pk, ZERO) for line in mine), ZERO),
        )


def _elsewhere(person: Person) -> Iterator[Elsewhere]:
    lines = InvoiceLine.objects.filter(person=person, for_patient=False).with_state()
    for line in lines.exclude(state__in=(*OPEN, State.WITHDRAWN)).order_by("-service_date", "-id"):
        told = TOLD[line.state]
        yield Elsewhere(line.service_date, line.get_discipline_display(), line.get_payer_display(), line.total, told)
