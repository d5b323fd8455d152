"""A visit turned out otherwise after it was billed: taken back and billed anew in one step (habits H13)."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.actions.credit import CREDITABLE, take_back
from clinic.claims.actions.pay import enter, take
from clinic.claims.actions.propose import is_unread, put_down
from clinic.claims.actions.send import issue
from clinic.claims.book import Book, open_book, require_reason, require_state
from clinic.claims.models import CreditNote, InvoiceLine, Payment, State
from clinic.claims.models.line import MISSED
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.payable import wanted_of
from clinic.claims.terms import terms_of
from clinic.claims.work import work_of


@dataclass(frozen=True)
class Corrected:
    credit: CreditNote
    line: Any
    """The line that stands now; None where the visit is gone, or somebody else pays for it now."""
    moved: Any
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
        book.write()  # the proposal reads what was just said
        terms = terms_of(by.clinic_id)
        works = work_of([old.person])
        wanted = {pk: wanted_of(work, terms) for pk, work in works.items()}
        if is_unread(wanted[old.person_id]):
            raise ValidationError(_("The entries of the chart do not add up. A clinician has to look at it first."))
        keys = {(old.visit, old.row, share) for share in (False, True)}
        days = {one.visit.on for one in wanted[old.person_id] if one.key in keys} | {old.service_date}
        made, _withdrawn = put_down(book, works, wanted, lambda day: day in days, anew=frozenset(keys))
        new: Any = next((one for one in made if one.replaces_id == old.pk), None)
        moved = ZERO
        if new is not None and new.state == State.CHECKED:
            issue(book, [new], terms, key)
            book.write()
            moved = _move_money(book, old, new, key)
        book.record(
            Action.CORRECT_BILL,
            subject_of(old.person, "line", old.pk),
            f"{why} (credit note {note.number}{f', line {new.pk}' if new else ''})",
        )
        return Corrected(note, new, moved)


def _move_money(book: Book, old: InvoiceLine, new: InvoiceLine, key: uuid.UUID) -> Any:
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
