"""Sending lines: they go on invoices with numbers that have no gaps, and from here on they are owed."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.claims.actions.check import look
from clinic.claims.book import Book, open_book, require_state
from clinic.claims.models import Account, Invoice, InvoicedLine, Payer, State
from clinic.claims.problems import is_held, told
from clinic.claims.terms import Terms, terms_of

_AT_ONCE = 500


def send(*, by: Actor, lines: Iterable[int], key: uuid.UUID) -> list[Invoice]:
    """All of these lines or none. Each is looked at once more, and one with a problem holds all back.

    Each goes by the way that its rules name. The same form sent again answers with the same invoices.
    """
    wanted = set(lines)
    with open_book(by, Action.SEND_BILLS, Subject("batch", str(key))) as book:
        earlier = Invoice.objects.filter(clinic_id=by.clinic_id, batch=key).order_by("number")
        if found := list(earlier.prefetch_related("lines")):
            if {one.line_id for invoice in found for one in invoice.lines.all()} != wanted:
                raise ValidationError(_("This form was sent before with other lines. Open it anew."))
            return found
        chosen = book.lines(wanted)
        if not chosen:
            raise ValidationError(_("Say which lines are to be sent."))
        terms = terms_of(by.clinic_id)
        _require_sound(chosen, terms)
        invoices = issue(book, chosen, terms, key)
        book.record(
            Action.SEND_BILLS,
            Subject("batch", str(key)),
            f"{len(chosen)} lines on invoices {invoices[0].number} to {invoices[-1].number}",
        )
        return invoices


def _require_sound(lines: list[Any], terms: Terms) -> None:
    problems = look(lines, terms)
    wrong = []
    for line in lines:
        require_state(line, State.CHECKED)
        stops = [one for one in problems[line.pk] if is_held([one])]
        wrong += [f"{line.person.name}, {line.service_date:%-d %b %Y}: {one.says}" for one in told(stops)]
    if wrong:
        raise ValidationError([_("Nothing was sent. Check the lines again."), *wrong])


def issue(book: Book, lines: list[Any], terms: Terms, key: uuid.UUID) -> list[Invoice]:
    """One invoice for each sheet, and the postings. Needs lines that may go."""
    sheets: dict[tuple[Any, ...], list[Any]] = {}
    for line in lines:
        sheet = (line.person_id, line.payer, line.discipline, line.practitioner_id, line.claim_id, line.route)
        sheets.setdefault(sheet, []).append(line)
    number = book.next_number(Invoice)
    invoices = [_invoice(book, number + place, rows, terms, key) for place, rows in enumerate(sheets.values())]
    Invoice.objects.bulk_create(invoices, batch_size=_AT_ONCE)
    placed = [
        InvoicedLine(invoice=invoice, line=line)
        for invoice, rows in zip(invoices, sheets.values(), strict=True)
        for line in rows
    ]
    InvoicedLine.objects.bulk_create(placed, batch_size=_AT_ONCE)
    for one in placed:
        line, document = one.line, f"invoice {one.invoice.number}"
        owed = Account.PATIENT if line.for_patient else Account.PAYER
        assert line.net is not None  # else it was not sound
        book.post(line, owed, Account.INCOME, line.net, document)
        book.post(line, owed, Account.GST, line.gst, document)
        book.move(line, State.SENT)
    return invoices


def _invoice(book: Book, number: int, lines: list[Any], terms: Terms, key: uuid.UUID) -> Invoice:
    first = lines[0]
    last_day = max(one.service_date for one in lines)
    licence = terms.licence(first.practitioner_id, first.discipline, last_day)
    return Invoice(
        clinic_id=book.by.clinic_id,
        number=number,
        person_id=first.person_id,
        claim_id=first.claim_id,
        payer=first.payer,
        route=first.route,
        # By that number ICBC knows who is paid (R33); nobody else does.
        vendor_number=terms.vendor_number(first.practitioner_id, last_day) if first.payer == Payer.ICBC else "",
        college=licence.college if licence else "",
        licence_number=licence.number if licence else "",
        batch=key,
        sent_at=book.now,
        sent_on=book.today,
    )
