"""A visit turned out otherwise after it was billed: taken back and billed anew in one step (habits H13). A line that
was credited by mistake is billed again the same way."""

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.actions.credit import CREDITABLE, take_back
from clinic.claims.actions.pay import enter, take
from clinic.claims.actions.put_down import put_down
from clinic.claims.actions.send import issue
from clinic.claims.book import Book, open_book, require_reason, require_state
from clinic.claims.models import CreditNote, InvoiceLine, Payment, State
from clinic.claims.models.line import MISSED
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.terms import terms_of
from clinic.claims.wants import wants_of
from clinic.claims.work import Key


@dataclass(frozen=True)
class Corrected:
    credit: CreditNote
    line: Any
    """The line that stands now; None where the visit is gone, or somebody else pays for it now."""
    moved: Decimal
    """What was paid before and counts for the new line."""


def correct_visit(*, by: Actor, line_id: int, reason: str, key: uuid.UUID) -> Corrected:
    """Credit the line, propose the visit as it stands now, send it the same day if nothing stands against it, and let
    what was paid count for it. Whatever is too much is to be given back."""
    why = require_reason(reason)
    with open_book(by, Action.CORRECT_BILL, Subject("line", str(line_id))) as book:
        old = book.line(line_id)
        if old.item in MISSED:
            raise ValidationError(_("A missed visit has no note. Credit it, and write the fee down anew."))
        require_state(old, *CREDITABLE)
        note = take_back(book, old, why)
        # An insurer's line that was taken back because the patient was to pay comes back with the patient's.
        new, moved = _bill(
            book, old, key, frozenset({(old.visit, old.row, old.for_patient), (old.visit, old.row, False)})
        )
        told = f"{why} (credit note {note.number}{f', line {new.pk}' if new else ''})"
        book.record(Action.CORRECT_BILL, subject_of(old.person, "line", old.pk), told)
        return Corrected(note, new, moved)


def bill_again(*, by: Actor, line_id: int, reason: str, key: uuid.UUID) -> Any:
    """The line that stands for one that was credited by mistake: sent the same day if nothing stands against it, and
    what was paid and is not given back counts for it. The other share of the visit stays as it is.

    A second time answers with the same line. Raises ValidationError where nothing is to be billed by this line now.
    """
    why = require_reason(reason)
    with open_book(by, Action.CORRECT_BILL, Subject("line", str(line_id))) as book:
        old = book.line(line_id)
        if old.item in MISSED:
            raise ValidationError(_("A missed visit has no note. Write the fee down anew."))
        require_state(old, State.CREDITED)
        if earlier := InvoiceLine.objects.filter(replaces=old).with_state().first():
            return earlier
        new, _moved = _bill(book, old, key, frozenset({(old.visit, old.row, old.for_patient)}))
        if new is None:
            raise ValidationError(_("By what is known now nobody is to be billed by this line."))
        book.record(Action.CORRECT_BILL, subject_of(old.person, "line", old.pk), f"again, line {new.pk}: {why}")
        return new


def _bill(book: Book, old: Any, key: uuid.UUID, anew: frozenset[Key]) -> tuple[Any, Decimal]:
    """The visit of a credited line as it stands now: the line that takes its place, and what money went over to it."""
    book.write()  # the proposal reads what was just said
    terms = terms_of(book.by.clinic_id)
    wants = wants_of([old.person], terms)
    if wants.is_unread(old.person_id):
        raise ValidationError(_("The entries of the chart do not add up. A clinician has to look at it first."))
    visit = wants.visits.get((old.visit, old.row))
    days = {old.service_date, visit.on} if visit else {old.service_date}
    made, _withdrawn = put_down(book, wants, lambda day: day in days, anew=anew)
    new: Any = next((one for one in made if one.replaces_id == old.pk), None)
    moved = ZERO
    if new is not None and new.state == State.CHECKED:
        issue(book, [new], terms, key)
        book.write()
        moved = _move_money(book, old, new, key)
    return new, moved


def _move_money(book: Book, old: InvoiceLine, new: InvoiceLine, key: uuid.UUID) -> Decimal:
    owed = open_amounts([old, new])
    paid, asked = -owed.get(old.pk, ZERO), owed.get(new.pk, ZERO)
    amount = min(paid, asked)
    if amount <= ZERO:
        return ZERO
    document = f"instead of line {old.pk}"
    out = take(book, old, amount, Payment.Way.MOVED, key, document, is_refund=True)
    into = take(book, new, amount, Payment.Way.MOVED, key, document)
    for payment in (out, into):
        payment.save()
        enter(book, payment)
    book.move(new, State.PAID if amount == asked else State.PART_PAID, reason=document)
    return amount
