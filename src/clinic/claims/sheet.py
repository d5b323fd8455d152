"""What is typed into the insurer's form, in the order of the form (operations 1.6). It is read, copied and typed: the
form was not made for machines (icbc_rules R37)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from clinic.claims.as_sent import claims_as_sent
from clinic.claims.models import Claim, Invoice, InvoiceLine
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
    number: str
    """The claim number that it went with, where that is not the one of the sheet."""


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
    (found,) = sheets_of([invoice])
    return found


def sheets_of(invoices: Sequence[Invoice]) -> list[Sheet]:
    """With the claim as it went last: a line that was refused for its number is sent again with another. In as many
    statements for many as for one."""
    lines = {invoice.pk: [one.line for one in invoice.lines.all()] for invoice in invoices}
    claims = claims_as_sent(one for each in lines.values() for one in each)
    return [_sheet(invoice, lines[invoice.pk], claims) for invoice in invoices]


def _sheet(invoice: Invoice, lines: list[InvoiceLine], claims: Mapping[int, Claim]) -> Sheet:
    newest = max((claims[one.pk] for one in lines if one.pk in claims), key=lambda one: one.pk, default=invoice.claim)
    return Sheet(invoice, tuple(_fields(invoice, lines[0], newest)), tuple(_rows(lines, newest, claims)))


def _fields(invoice: Invoice, first: InvoiceLine, claim: Claim | None) -> Iterable[Field]:
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


def _rows(lines: Iterable[InvoiceLine], newest: Claim | None, claims: Mapping[int, Claim]) -> Iterable[Row]:
    for line in lines:
        assert line.net is not None  # nothing is sent without an amount
        number = claims[line.pk].number if line.pk in claims else ""
        other = number if newest is not None and number != newest.number else ""
        yield Row(line, line.service_date, str(line.get_item_display()), line.net, line.gst, other)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
