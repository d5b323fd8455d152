"""More came in than is owed: for a line that was credited, was paid already, or asks for less.

The bank has it, so the books have it too: on the line that it came for, as money to give back (`give_back`).
"""

import uuid
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.claims.actions.credit import CREDITABLE
from clinic.claims.actions.pay import enter, take
from clinic.claims.book import Book, open_book, require_state
from clinic.claims.models import InvoiceLine, Payment, State
from clinic.claims.money import ZERO, money
from clinic.claims.owed import open_amounts

SENT = (*CREDITABLE, State.CREDITED)


def take_too_much(
    *, by: Actor, line_id: int, amount: Decimal, way: Payment.Way, key: uuid.UUID, reference: str = ""
) -> list[Payment]:
    """All that came in for one line. The same form sent again answers with the same payment.

    Raises ValidationError where no more came in than is owed: that is an ordinary payment.
    """
    exact = money(amount)
    with open_book(by, Action.TAKE_PAYMENT, Subject("payment", str(key))) as book:
        if earlier := _earlier(book, key, exact):
            return earlier
        line = book.line(line_id)
        require_state(line, *SENT)
        if exact <= open_amounts([line]).get(line.pk, ZERO):
            raise ValidationError({"amount": _("No more than this is owed. Write it down as money that came in.")})
        found = _take(book, [line], {line.pk: exact}, way, key, reference)
        told = f"{exact}, more than is owed"
        book.record(Action.TAKE_PAYMENT, subject_of(line.person, "payment", found[0].pk), told)
        return found


def patient_paid_too_much(
    *, by: Actor, person_id: int, amount: Decimal, way: Payment.Way, key: uuid.UUID, reference: str = ""
) -> list[Payment]:
    """What a person pays goes to their oldest line first, and what is too much stands on their newest."""
    exact = money(amount)
    with open_book(by, Action.TAKE_PAYMENT, Subject("payment", str(key))) as book:
        person = reach(by, person_id, people_in_reach(by))
        if earlier := _earlier(book, key, exact):
            return earlier
        rows = InvoiceLine.objects.filter(person=person, for_patient=True, invoiced__isnull=False)
        lines = list(rows.select_related("person").with_state().order_by("service_date", "id"))
        if not lines:
            raise ValidationError(_("Nothing was ever sent to this person, so no bill is there to pay."))
        owed = {line: max(open_, ZERO) for line, open_ in open_amounts(lines).items()}
        too_much = exact - sum(owed.values(), ZERO)
        if too_much <= ZERO:
            raise ValidationError({"amount": _("This person owes as much. Write it down as an ordinary payment.")})
        newest = max(lines, key=lambda one: (one.state != State.CREDITED, one.service_date, one.pk))
        owed[newest.pk] += too_much
        found = _take(book, [one for one in lines if owed[one.pk]], owed, way, key, reference)
        book.record(
            Action.TAKE_PAYMENT, Subject("chart", str(person.pk), person.pk), f"{exact}, {too_much} of it too much"
        )
        return found


def _take(
    book: Book, lines: list[Any], amounts: dict[int, Decimal], way: Payment.Way, key: uuid.UUID, reference: str
) -> list[Payment]:
    """Nothing is owed on these lines any more. One that was credited stays so."""
    payments = [take(book, line, amounts[line.pk], way, key, reference) for line in lines]
    for line, payment in zip(lines, payments, strict=True):
        state = State.CREDITED if line.state == State.CREDITED else State.PAID
        book.move(line, state, reason=payment.reference)
    payments = Payment.objects.bulk_create(payments)
    for payment in payments:
        enter(book, payment)
    return payments


def _earlier(book: Book, key: uuid.UUID, amount: Decimal) -> list[Payment]:
    found = list(Payment.objects.filter(batch=key, line__clinic_id=book.by.clinic_id).order_by("id"))
    if found and sum((one.amount for one in found), ZERO) != amount:
        raise ValidationError(_("This form was sent before with other content. Open it anew."))
    return found
