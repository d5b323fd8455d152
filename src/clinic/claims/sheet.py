"""What is typed into the insurer's form, in the order of the form (operations 1.6). It is read, copied and typed: the
form was not made for machines (icbc_rules R37)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from clinic.claims.models import Invoice, InvoiceLine
from clinic.claims.money import ZERO


@dataclass(frozen=True)
class Field:
    """One field of the form."""

    label: str
    value: str
    """Empty where it is not known: the form is left empty there too."""
    section: str = ""


@dataclass(frozen=True)
class Row:
    """One treatment line of the form."""

    line: InvoiceLine
    on: date
    item: str
    net: Decimal
    gst: Decimal


@dataclass(frozen=True)
class Sheet:
    invoice: Invoice
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    @property
    def net(self) -> Decimal:
        return sum((one.net for one in self.rows), ZERO)

    @property
    def gst(self) -> Decimal:
        return sum((one.gst for one in self.rows), ZERO)

    @property
    def total(self) -> Decimal:
        return self.net + self.gst


def sheet_of(invoice: Invoice) -> Sheet:
    """Needs the invoice with its person, clinic, claim and lines."""
    lines = [one.line for one in invoice.lines.all()]
    return Sheet(invoice, tuple(_fields(invoice, lines)), tuple(_rows(lines)))


def _fields(invoice: Invoice, lines: list[InvoiceLine]) -> Iterable[Field]:
    claim, first = invoice.claim, lines[0]
    practitioner = first.practitioner.display_name if first.practitioner else ""
    yield Field(_("Vendor number"), invoice.vendor_number, _("Payee and provider"))
    yield Field(_("Payee"), invoice.clinic.name)
    yield Field(_("Service provider"), practitioner)
    yield Field(_("Discipline"), str(first.get_discipline_display()))
    yield Field(_("College"), invoice.college)
    yield Field(_("Licence number"), invoice.licence_number)
    yield Field(_("Claim number"), claim.number if claim else "", _("Customer"))
    yield Field(_("Legal first name"), claim.legal_given_name if claim else "")
    yield Field(_("Legal last name"), claim.legal_family_name if claim else "")
    yield Field(_("Date of birth"), _day(claim.born_on if claim else None))
    yield Field(_("PHN"), claim.health_number if claim else "")
    yield Field(_("Date of the accident"), _day(claim.accident_on if claim else None))
    yield Field(_("Adjuster"), claim.adjuster if claim else "")


def _rows(lines: Iterable[InvoiceLine]) -> Iterable[Row]:
    for line in lines:
        assert line.net is not None  # nothing is sent without an amount
        yield Row(line, line.service_date, str(line.get_item_display()), line.net, line.gst)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
