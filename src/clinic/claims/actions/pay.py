"""Money comes in for lines that were sent, and what was paid too much is given back."""

import uuid
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.claims.book import LONGEST_DESPITE, Book, open_book, require_state
from clinic.claims.changes import changes
from clinic.claims.models import Account, InvoiceLine, Payment, State
from clinic.claims.money import ZERO, money
from clinic.claims.owed import open_amounts, open_of_clinic
from clinic.claims.problems import AFTER, told

WAITING = (State.SENT, State.PART_PAID, State.ADJUSTED, State.REJECTED)
"""A payer may pay what was refused after all."""
LONGEST_REFERENCE = 80


def pay(
    *,
    by: Actor,
    amounts: Mapping[int, Decimal],
    way: Payment.Way,
    key: uuid.UUID,
    reference: str = "",
    despite: str = "",
) -> list[Payment]:
    """One sum that came in, line by line. The same form sent again answers with the same payments.

    ``despite``: why money is taken for a line that no longer is right. It came in, so it can be written down; but not
    unseen. Raises ValidationError without; for more than is owed on a line: what nobody billed cannot be paid; and for
    an insurer's statement about what a patient owes.
    """
    with open_book(by, Action.TAKE_PAYMENT, Subject("payment", str(key))) as book:
        return _pay(book, {line: money(amount) for line, amount in amounts.items()}, way, key, reference, despite)


def mark_paid(
    *, by: Actor, lines: Iterable[int], key: uuid.UUID, reference: str = "", despite: str = ""
) -> list[Payment]:
    """The insurer's statement pays these lines in full. Raises ValidationError as `pay` does."""
    with open_book(by, Action.TAKE_PAYMENT, Subject("payment", str(key))) as book:
        wanted = set(lines)
        if earlier := _earlier(book, key):
            return _require_same({one.line_id for one in earlier}, wanted, earlier)
        found = book.lines(wanted)
        owed = open_amounts(found)
        amounts = {one.pk: owed.get(one.pk, ZERO) for one in found}
        return _pay(book, amounts, Payment.Way.STATEMENT, key, reference, despite)


def patient_payment(
    *,
    by: Actor,
    person_id: int,
    amount: Decimal,
    way: Payment.Way,
    key: uuid.UUID,
    reference: str = "",
    despite: str = "",
) -> list[Payment]:
    """What a person pays goes to their oldest line first. Raises ValidationError for more than they owe, and as `pay`
    does."""
    exact = money(amount)
    with open_book(by, Action.TAKE_PAYMENT, Subject("payment", str(key))) as book:
        person = reach(by, person_id, people_in_reach(by))
        if earlier := _earlier(book, key):
            return _require_same(sum((one.amount for one in earlier), ZERO), exact, earlier)
        owed = open_of_clinic(by.clinic_id, line__person=person, line__for_patient=True)
        lines = InvoiceLine.objects.filter(pk__in=owed).with_state().order_by("service_date", "id")
        amounts: dict[int, Decimal] = {}
        left = exact
        for line in lines:
            part = min(left, owed[line.pk])
            if part > ZERO and line.state in WAITING:
                amounts[line.pk] = part
                left -= part
        if left > ZERO:
            raise ValidationError({"amount": _("That is more than this person owes: %s too much.") % left})
        return _pay(book, amounts, way, key, reference, despite, Subject("chart", str(person.pk), person.pk))


def give_back(*, by: Actor, line_id: int, way: Payment.Way, key: uuid.UUID, reference: str = "") -> Payment:
    """Everything that was paid for a line that is credited."""
    with open_book(by, Action.GIVE_BACK, Subject("line", str(line_id))) as book:
        if earlier := _earlier(book, key):
            return _require_same([one.line_id for one in earlier], [line_id], earlier)[0]
        line = book.line(line_id)
        owed = open_amounts([line]).get(line.pk, ZERO)
        if owed >= ZERO:
            raise ValidationError(_("There is nothing to give back on this line."))
        payment = take(book, line, -owed, way, key, reference, is_refund=True)
        payment.save()
        enter(book, payment)
        book.record(Action.GIVE_BACK, subject_of(line.person, "line", line.pk), f"{-owed}")
        return payment


def _pay(
    book: Book,
    amounts: Mapping[int, Decimal],
    way: Payment.Way,
    key: uuid.UUID,
    reference: str,
    despite: str,
    subject: Subject | None = None,
) -> list[Payment]:
    if earlier := _earlier(book, key):
        return _require_same({one.line_id: one.amount for one in earlier}, dict(amounts), earlier)
    lines = book.lines(amounts)
    if not lines:
        raise ValidationError(_("Say which lines are paid."))
    seen = _require_right(lines, despite)
    owed = open_amounts(lines)
    payments = []
    for line in lines:
        require_state(line, *WAITING)
        which = {"visit": f"{line.service_date:%-d %b %Y}"}
        amount, rest = amounts[line.pk], owed.get(line.pk, ZERO)
        if amount <= ZERO:
            raise ValidationError(_("An amount is more than nothing."))
        if amount > rest:
            which |= {"rest": f"{rest}"}
            raise ValidationError(_("On the visit of %(visit)s no more than %(rest)s is owed.") % which)
        payments.append(take(book, line, amount, way, key, reference))
        why = ": ".join(one for one in (payments[-1].reference, seen.get(line.pk, "")) if one)
        book.move(line, State.PAID if amount == rest else State.PART_PAID, reason=why)
    payments = Payment.objects.bulk_create(payments)
    for payment in payments:
        enter(book, payment)
    people = {line.person_id: line.person for line in lines}
    one = next(iter(people.values()))
    of_one = subject_of(one, "payment", payments[0].pk) if len(people) == 1 else Subject("payment", str(key))
    despite = "".join(f"; line {pk} has changed: {why}" for pk, why in seen.items())
    book.record(Action.TAKE_PAYMENT, subject or of_one, f"{sum(amounts.values(), ZERO)} for {len(lines)}{despite}")
    return payments


def _require_right(lines: Iterable[Any], despite: str) -> dict[int, str]:
    """Line that no longer is right -> why money is taken for it. Raises ValidationError where nobody says why."""
    lines = list(lines)
    found = changes(lines)
    why = " ".join(despite.replace("\x00", "").split())[:LONGEST_DESPITE]
    wrong = {one.pk: [each for each in found[one.pk] if each["code"] in AFTER] for one in lines}
    if why:
        return {pk: why for pk, problems in wrong.items() if problems}
    said = [
        f"{one.person.name}, {one.service_date:%-d %b %Y}: {each.says} {each.todo}"
        for one in lines
        for each in told(wrong[one.pk])
    ]
    if said:
        ask = _("Nothing was written down. Look at these lines first; if the money came in all the same, say why.")
        raise ValidationError([ask, *said])
    return {}


def take(
    book: Book, line: Any, amount: Decimal, way: Payment.Way, key: uuid.UUID, reference: str, *, is_refund: bool = False
) -> Payment:
    """The row of a payment, which the caller saves and enters."""
    if line.for_patient and way == Payment.Way.STATEMENT:
        which = {"visit": f"{line.service_date:%-d %b %Y}"}
        raise ValidationError(_("The line of %(visit)s is the patient’s: no insurer’s statement pays it.") % which)
    told = " ".join(reference.replace("\x00", "").split())[:LONGEST_REFERENCE]
    return Payment(
        line=line, amount=amount, is_refund=is_refund, way=way, reference=told, batch=key, at=book.now, on=book.today
    )


def enter(book: Book, payment: Payment) -> None:
    """Into the ledger."""
    line = payment.line
    owed = Account.PATIENT if line.for_patient else Account.PAYER
    to, out = (owed, Account.BANK) if payment.is_refund else (Account.BANK, owed)
    book.post(line, to, out, payment.amount, f"payment {payment.pk}")


def _earlier(book: Book, key: uuid.UUID) -> list[Payment]:
    return list(Payment.objects.filter(batch=key, line__clinic_id=book.by.clinic_id).order_by("id"))


def _require_same(before: object, now: object, earlier: list[Payment]) -> list[Payment]:
    """A page that was gone back to has the key of the form before: what it says now must not pass for paid."""
    if before != now:
        raise ValidationError(_("This form was sent before with other content. Open it anew."))
    return earlier
