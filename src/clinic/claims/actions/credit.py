"""A line that was sent is taken back by a credit note. Nothing is deleted."""

from typing import Any

from django.db.models import Sum

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import subject_of
from clinic.claims.book import Book, open_book, require_reason, require_state
from clinic.claims.models import Account, Adjustment, CreditNote, State
from clinic.claims.money import ZERO

CREDITABLE = (State.SENT, State.PART_PAID, State.PAID, State.REJECTED, State.ADJUSTED)


def credit(*, by: Actor, line_id: int, reason: str) -> CreditNote:
    """The whole line. What was paid for it is to be given back. A second time answers with the same note."""
    why = require_reason(reason)
    with open_book(by, Action.CREDIT_BILL, Subject("line", str(line_id))) as book:
        line = book.line(line_id)
        if earlier := CreditNote.objects.filter(line=line).first():
            return earlier
        note = take_back(book, line, why)
        book.record(Action.CREDIT_BILL, subject_of(line.person, "credit note", note.pk), why)
        return note


def take_back(book: Book, line: Any, reason: str) -> CreditNote:
    """Every account but the bank goes back to where it stood before the line was sent."""
    require_state(line, *CREDITABLE)
    note = CreditNote(
        clinic_id=book.by.clinic_id,
        number=book.next_number(CreditNote),
        line=line,
        net=line.net,
        gst=line.gst,
        reason=reason,
        at=book.now,
        on=book.today,
    )
    note.save()
    document = f"credit note {note.number}"
    owed = Account.PATIENT if line.for_patient else Account.PAYER
    let_go = Adjustment.objects.filter(line=line).aggregate(all=Sum("amount"))["all"] or ZERO
    book.post(line, Account.INCOME, owed, line.net, document)
    book.post(line, Account.GST, owed, line.gst, document)
    book.post(line, owed, Account.ADJUSTMENT, let_go, document)
    book.move(line, State.CREDITED, reason=reason)
    return note
