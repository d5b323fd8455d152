"""From ready to paid, refused, adjusted or credited: every step once, every step in the books."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from clinic.audit.record import verify_log
from clinic.chart.actions import correct_entry
from clinic.claims.actions import (
    adjust,
    correct_visit,
    credit,
    give_back,
    mark_paid,
    no_show_fee,
    patient_payment,
    pay,
    reject,
    send,
    send_again,
)
from clinic.claims.ageing import ageing
from clinic.claims.disciplines import Discipline
from clinic.claims.models import CreditNote, Invoice, Item, Payment, Posting
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.recount import faults, from_ledger
from concordant.payers import NoAmount
from tests.clinic.claims.desk import (
    FEE,
    INITIAL_FEE,
    INITIAL_PRICE,
    PRICE,
    TODAY,
    Desk,
    a_claimant,
    a_desk,
    a_visit,
    an_appointment,
)

DAY = date(2026, 2, 3)
REST = INITIAL_PRICE - INITIAL_FEE


def key() -> uuid.UUID:
    return uuid.uuid4()


def fresh(desk: Desk, line: Any) -> Any:
    return next(one for one in desk.lines() if one.pk == line.pk)


def owed(line: Any) -> Decimal:
    return open_amounts([line]).get(line.pk, ZERO)


@pytest.fixture
def lines(desk: Desk) -> list[Any]:
    """The insurer's and the person's share of a first visit, sent."""
    return desk.sent(a_claimant(desk))


@pytest.fixture(autouse=True)
def _books_hold(desk: Desk) -> Any:
    yield
    assert list(faults(desk.clinic.pk)) == []
    assert verify_log(desk.clinic.pk) is None


def test_what_was_sent_is_owed(desk: Desk, lines: list[Any]) -> None:
    insurer, rest = lines
    assert (insurer.state, owed(insurer), owed(rest)) == ("sent", INITIAL_FEE, REST)
    invoices = list(Invoice.objects.order_by("number"))
    assert [(one.number, one.payer, one.vendor_number) for one in invoices] == [
        (1, "icbc", "V-MADE-UP"),
        (2, "private", ""),
    ]
    assert {one.licence_number for one in invoices} == {"L-1"}


def test_one_form_sent_twice_sends_once(desk: Desk) -> None:
    a_visit(desk.physio, a_claimant(desk), DAY)
    desk.propose()
    ready, form = [one.pk for one in desk.lines()], key()
    with desk.at():
        first, again = (send(by=desk.by, lines=ready, key=form) for _ in range(2))
        assert first == again
        with pytest.raises(ValidationError, match="other lines"):
            send(by=desk.by, lines=ready[:1], key=form)
        with pytest.raises(ValidationError, match="stands as"):
            send(by=desk.by, lines=ready, key=key())


def test_a_line_with_a_problem_holds_all_back(desk: Desk) -> None:
    a_visit(desk.physio, a_claimant(desk), DAY)
    a_visit(desk.physio, a_claimant(desk, "Incomplete", number=""), DAY)
    desk.propose()
    with desk.at(), pytest.raises(ValidationError):
        send(by=desk.by, lines=[one.pk for one in desk.lines()], key=key())
    assert not Invoice.objects.exists()


def test_what_changed_since_the_check_is_seen_before_it_goes(desk: Desk) -> None:
    person = a_claimant(desk)
    entry = a_visit(desk.physio, person, DAY)
    desk.propose()
    with desk.at():
        correct_entry(by=desk.physio, entry_id=entry.pk, content={}, reason="nobody came", idempotency_key=key())
        with pytest.raises(ValidationError, match="No signed note"):
            send(by=desk.by, lines=[one.pk for one in desk.lines()], key=key())


def test_lines_of_another_clinic_are_not_there(desk: Desk, lines: list[Any]) -> None:
    other = a_desk("South Shore")
    with other.at():
        for doing in (
            lambda: send(by=other.by, lines=[lines[0].pk], key=key()),
            lambda: mark_paid(by=other.by, lines=[lines[0].pk], key=key()),
            lambda: credit(by=other.by, line_id=lines[0].pk, reason="x"),
            lambda: reject(by=other.by, line_id=lines[0].pk, reason="x"),
            lambda: patient_payment(
                by=other.by, person_id=lines[0].person_id, amount=FEE, way=Payment.Way.CASH, key=key()
            ),
        ):
            with pytest.raises(Http404):
                doing()


def test_the_statement_of_the_insurer_pays_in_full(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        mark_paid(by=desk.by, lines=[lines[0].pk], key=key(), reference="Statement 7")
    assert (fresh(desk, lines[0]).state, owed(lines[0])) == ("paid", ZERO)
    with desk.at(), pytest.raises(ValidationError):
        mark_paid(by=desk.by, lines=[lines[0].pk], key=key())


def test_a_part_and_then_the_rest(desk: Desk, lines: list[Any]) -> None:
    form = key()
    with desk.at():
        for _ in range(2):
            pay(by=desk.by, amounts={lines[0].pk: Decimal("51.00")}, way=Payment.Way.STATEMENT, key=form)
        assert (fresh(desk, lines[0]).state, owed(lines[0])) == ("part_paid", Decimal("100.00"))
        with pytest.raises(ValidationError, match="no more than"):
            pay(by=desk.by, amounts={lines[0].pk: Decimal("100.01")}, way=Payment.Way.STATEMENT, key=key())
        pay(by=desk.by, amounts={lines[0].pk: Decimal("100.00")}, way=Payment.Way.STATEMENT, key=key())
    assert fresh(desk, lines[0]).state == "paid"


@pytest.mark.parametrize(
    "amount", [1.5, float("nan"), float("inf"), True, None, Decimal("NaN"), Decimal("1.001"), "1e9999", "x"]
)
def test_what_is_no_exact_amount_is_refused(desk: Desk, lines: list[Any], amount: Any) -> None:
    with desk.at(), pytest.raises(NoAmount):
        pay(by=desk.by, amounts={lines[0].pk: amount}, way=Payment.Way.CASH, key=key())


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("-5.00")])
def test_nothing_and_less_is_no_payment(desk: Desk, lines: list[Any], amount: Decimal) -> None:
    with desk.at(), pytest.raises((ValidationError, NoAmount)):
        pay(by=desk.by, amounts={lines[0].pk: amount}, way=Payment.Way.CASH, key=key())


def test_refused_and_sent_again(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        reject(by=desk.by, line_id=lines[0].pk, reason="Claim number not found")
        assert (fresh(desk, lines[0]).state, owed(lines[0])) == ("rejected", INITIAL_FEE)
        send_again(by=desk.by, line_id=lines[0].pk, reason="Number corrected with the insurer")
    assert fresh(desk, lines[0]).state == "sent"
    assert Posting.objects.filter(line=lines[0]).count() == 1


def test_a_part_is_let_go_of(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        adjust(by=desk.by, line_id=lines[0].pk, amount=Decimal("1.00"), reason="Paid at the old rate", key=key())
        pay(by=desk.by, amounts={lines[0].pk: INITIAL_FEE - 1}, way=Payment.Way.STATEMENT, key=key())
        with pytest.raises(ValidationError):
            adjust(by=desk.by, line_id=lines[0].pk, amount=Decimal("1.00"), reason="again", key=key())
    assert (fresh(desk, lines[0]).state, owed(lines[0])) == ("paid", ZERO)


def test_a_credit_note_undoes_a_line_and_says_why(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        adjust(by=desk.by, line_id=lines[0].pk, amount=Decimal("1.00"), reason="Paid at the old rate", key=key())
        with pytest.raises(ValidationError):
            credit(by=desk.by, line_id=lines[0].pk, reason="  ")
        first, again = (credit(by=desk.by, line_id=lines[0].pk, reason="Not ours") for _ in range(2))
    assert first == again == CreditNote.objects.get()
    assert (first.net, first.gst) == (lines[0].net, lines[0].gst)
    assert not [one for one in from_ledger(desk.clinic.pk) if one[0] == lines[0].pk]


def test_what_was_paid_for_a_credited_line_is_given_back(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        mark_paid(by=desk.by, lines=[lines[0].pk], key=key())
        credit(by=desk.by, line_id=lines[0].pk, reason="Not ours")
        assert owed(lines[0]) == -INITIAL_FEE
        assert ageing(desk.clinic.pk, TODAY)[0].to_give_back == INITIAL_FEE
        give_back(by=desk.by, line_id=lines[0].pk, way=Payment.Way.TRANSFER, key=key())
        with pytest.raises(ValidationError):
            give_back(by=desk.by, line_id=lines[0].pk, way=Payment.Way.TRANSFER, key=key())
    assert not [one for one in from_ledger(desk.clinic.pk) if one[0] == lines[0].pk]


def test_a_credited_visit_is_not_billed_again_by_itself(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        credit(by=desk.by, line_id=lines[0].pk, reason="Not ours")
    assert desk.propose().new == ()


def test_a_patient_pays_the_oldest_first(desk: Desk) -> None:
    person = a_claimant(desk)
    lines = [one for one in desk.sent(person, (DAY, date(2026, 2, 10))) if one.for_patient]
    assert [one.net for one in lines] == [REST, PRICE - FEE]
    with desk.at():
        patient_payment(by=desk.by, person_id=person.pk, amount=REST + 1, way=Payment.Way.CARD, key=key())
        assert [fresh(desk, one).state for one in lines] == ["paid", "part_paid"]
        with pytest.raises(ValidationError, match="more than this person owes"):
            patient_payment(by=desk.by, person_id=person.pk, amount=Decimal("99.00"), way=Payment.Way.CARD, key=key())


def test_a_missed_visit_is_the_patients(desk: Desk) -> None:
    person = a_claimant(desk)
    said: dict[str, Any] = {
        "by": desk.by, "person_id": person.pk, "on": DAY, "discipline": Discipline.PHYSIOTHERAPY, "item": Item.NO_SHOW,
    }  # fmt: skip
    missed, another = (an_appointment(desk, person, DAY, hour).pk for hour in (9, 11))
    with desk.at():
        line = no_show_fee(**said, amount=Decimal("55.00"), appointment=missed)
        assert no_show_fee(**said, amount=Decimal("60.00"), appointment=missed) == line
        for amount in (Decimal("110.01"), Decimal(0)):
            with pytest.raises(ValidationError):
                no_show_fee(**said, amount=amount, appointment=another)
        with pytest.raises(ValidationError, match="still to come"):
            no_show_fee(**{**said, "on": date(2027, 1, 1)}, amount=Decimal("55.00"))
        send(by=desk.by, lines=[line.pk], key=key())
    assert [(one.payer, one.for_patient, one.state) for one in desk.lines()] == [("private", True, "sent")]


def _move_visit(desk: Desk, entry_id: int, day: date) -> None:
    row = {"date": day.isoformat(), "discipline": "physiotherapist", "minutes": 60}
    with desk.at():
        correct_entry(
            by=desk.physio, entry_id=entry_id, content={"treatments": [row]}, reason="the day was wrong",
            idempotency_key=key(), on=day,
        )  # fmt: skip


def test_one_action_corrects_a_paid_visit(desk: Desk, lines: list[Any]) -> None:
    old = lines[0]
    with desk.at():
        mark_paid(by=desk.by, lines=[old.pk], key=key())
    _move_visit(desk, old.entry_id, date(2026, 2, 4))
    desk.propose()
    assert [one["code"] for one in fresh(desk, old).problems] == ["note_after"]
    with desk.at():
        found = correct_visit(by=desk.by, line_id=old.pk, reason="The day was wrong", key=key())
    assert (fresh(desk, old).state, owed(old)) == ("credited", ZERO)
    assert (found.line.service_date, fresh(desk, found.line).state, owed(found.line)) == (
        date(2026, 2, 4),
        "paid",
        ZERO,
    )
    assert found.moved == INITIAL_FEE
    assert found.line.replaces_id == old.pk


def test_a_visit_that_is_gone_is_credited_and_not_billed_anew(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        correct_entry(
            by=desk.physio, entry_id=lines[0].entry_id, content={}, reason="nobody came", idempotency_key=key()
        )
        found = correct_visit(by=desk.by, line_id=lines[0].pk, reason="Nobody came", key=key())
    assert found.line is None
    assert fresh(desk, lines[0]).state == "credited"


def test_what_stands_against_it_now_is_proposed_and_not_sent(desk: Desk, lines: list[Any]) -> None:
    from clinic.claims.actions import keep_claim
    from tests.clinic.claims.desk import a_claim

    with desk.at():
        keep_claim(by=desk.by, person_id=lines[0].person_id, claim=a_claim(number=""))
        found = correct_visit(by=desk.by, line_id=lines[0].pk, reason="Wrong claim", key=key())
    assert fresh(desk, found.line).state == "draft"


def test_by_age(desk: Desk) -> None:
    person = a_claimant(desk)
    desk.sent(person)
    for day, place in (
        (TODAY, 0),
        (date(2026, 3, 29), 0),
        (date(2026, 3, 30), 1),
        (date(2026, 4, 29), 2),
        (date(2026, 7, 1), 3),
    ):
        insurer, patient = ageing(desk.clinic.pk, day)
        assert insurer.amounts[place] == insurer.owed == INITIAL_FEE
        assert (insurer.payer, patient.payer, patient.owed) == ("icbc", "private", REST)
