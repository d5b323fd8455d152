"""Several people at the desk at the same moment."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from clinic.audit.record import verify_log
from clinic.claims.actions import credit, mark_paid, no_show_fee, propose_lines, send
from clinic.claims.actions.pay import pay
from clinic.claims.disciplines import Discipline
from clinic.claims.models import CreditNote, Invoice, InvoiceLine, Item, Payment
from clinic.claims.money import ZERO, money
from clinic.claims.owed import open_amounts
from clinic.claims.recount import faults
from tests.clinic.chart.test_at_once import WRITERS, at_once
from tests.clinic.claims.desk import MONTH, Desk, a_claimant, a_desk, a_visit

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 2, 3)


def in_time(desk: Desk, work: Any) -> Any:
    """The clock is of each thread."""

    def run() -> Any:
        with desk.at():
            return work()

    return run


def check(desk: Desk) -> None:
    assert list(faults(desk.clinic.pk)) == []
    assert verify_log(desk.clinic.pk) is None


def test_two_proposals_make_one_line() -> None:
    desk = a_desk()
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    answers = at_once(in_time(desk, lambda: propose_lines(by=desk.by, month=MONTH)))
    assert not [one for one in answers if isinstance(one, Exception)]
    assert InvoiceLine.objects.count() == 2
    check(desk)


def test_two_who_send_the_same_lines_send_them_once() -> None:
    desk = a_desk()
    a_visit(desk.physio, a_claimant(desk), DAY)
    desk.propose()
    lines = [one.pk for one in desk.lines()]
    answers = at_once(in_time(desk, lambda: send(by=desk.by, lines=lines, key=uuid.uuid4())))
    refused = [one for one in answers if isinstance(one, ValidationError)]
    assert len(refused) == WRITERS - 1
    assert Invoice.objects.count() == 2
    check(desk)


def test_one_form_sent_by_an_impatient_finger_is_sent_once() -> None:
    desk = a_desk()
    a_visit(desk.physio, a_claimant(desk), DAY)
    desk.propose()
    lines, key = [one.pk for one in desk.lines()], uuid.uuid4()
    answers: list[Any] = at_once(in_time(desk, lambda: send(by=desk.by, lines=lines, key=key)))
    assert {tuple(one.pk for one in answer) for answer in answers} == {
        tuple(Invoice.objects.values_list("pk", flat=True))
    }
    check(desk)


def test_paid_and_credited_at_once_only_what_is_owed() -> None:
    desk = a_desk()
    line = desk.sent(a_claimant(desk))[0]
    at_once(
        in_time(
            desk, lambda: pay(by=desk.by, amounts={line.pk: money("100.00")}, way=Payment.Way.CASH, key=uuid.uuid4())
        )
    )
    assert open_amounts([line])[line.pk] == money("51.00")
    at_once(in_time(desk, lambda: credit(by=desk.by, line_id=line.pk, reason="not ours")))
    assert CreditNote.objects.count() == 1
    check(desk)


def test_numbers_have_no_gaps_when_many_send() -> None:
    desk = a_desk()
    lines = []
    for place in range(WRITERS):
        a_visit(desk.physio, a_claimant(desk, f"P {place}"), DAY)
    desk.propose()
    lines = [one.pk for one in desk.lines(for_patient=False)]
    answers = at_once(in_time(desk, lambda: send(by=desk.by, lines=[lines.pop()], key=uuid.uuid4())))
    assert not [one for one in answers if isinstance(one, Exception)]
    assert sorted(Invoice.objects.values_list("number", flat=True)) == [*range(1, WRITERS + 1)]
    with desk.at():
        mark_paid(by=desk.by, lines=[one.pk for one in desk.lines(for_patient=False)], key=uuid.uuid4())
    assert set(open_amounts(desk.lines()).values()) == {ZERO}
    check(desk)


def test_a_missed_visit_is_asked_for_once() -> None:
    desk = a_desk()
    person = a_claimant(desk)
    said: dict[str, Any] = {"on": DAY, "discipline": Discipline.PHYSIOTHERAPY, "item": Item.NO_SHOW}
    work = in_time(desk, lambda: no_show_fee(by=desk.by, person_id=person.pk, amount=money("40.00"), **said))
    answers = at_once(work)
    assert {one.pk for one in answers if isinstance(one, InvoiceLine)} == {InvoiceLine.objects.get().pk}, answers
    assert InvoiceLine.objects.count() == 1
    check(desk)
