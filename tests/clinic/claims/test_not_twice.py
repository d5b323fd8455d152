"""Nobody is asked twice for one visit, whoever presses what again, and a bill names who gave the treatment."""

import uuid
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD
from clinic.chart.actions import correct_entry
from clinic.chart.models import Person
from clinic.claims.actions import (
    check_lines,
    correct_visit,
    credit,
    give_back,
    keep_claim,
    mark_paid,
    no_show_fee,
    pay,
    say_terms,
    send,
)
from clinic.claims.disciplines import Discipline
from clinic.claims.models import Item, Payment, Price
from tests.clinic import build
from tests.clinic.claims.desk import INITIAL_FEE, SINCE, Desk, a_claim, a_claimant, a_visit
from tests.clinic.claims.test_propose import codes

DAY, LATER = date(2026, 2, 3), date(2026, 2, 10)
FEE = Decimal("40.00")


def key() -> uuid.UUID:
    return uuid.uuid4()


def a_fee(desk: Desk, person: Person, **more: Any) -> Any:
    said: dict[str, Any] = {"on": DAY, "discipline": Discipline.PHYSIOTHERAPY, "item": Item.NO_SHOW, "amount": FEE}
    with desk.at():
        return no_show_fee(by=desk.by, person_id=person.pk, **{**said, **more})


def an_appointment(desk: Desk, person: Person, status: str, hour: int = 9) -> Any:
    appointment, room = (apps.get_model(f"calendar.{one}") for one in ("Appointment", "Room"))
    place, _is_new = room.objects.get_or_create(clinic=desk.clinic, name="1")
    starts, ends = (datetime.combine(DAY, time(one), desk.clinic.zone) for one in (hour, hour + 1))
    return appointment.objects.create(
        clinic=desk.clinic, person=person, clinician=desk.physio.user, room=place, discipline="physio",
        kind="treatment", starts_at=starts, ends_at=ends, free_at=ends, status=status,
    )  # fmt: skip


def test_a_fee_without_an_appointment_is_asked_for_once(desk: Desk) -> None:
    person = a_claimant(desk)
    line = a_fee(desk, person)
    assert a_fee(desk, person) == line
    for more in ({"amount": FEE + 1}, {"appointment": an_appointment(desk, person, "no_show").pk}):
        with pytest.raises(ValidationError, match="stands already"):
            a_fee(desk, person, **more)
    assert len(desk.lines()) == 1
    # Another day, another discipline and another person are something else.
    others = [
        a_fee(desk, person, on=LATER),
        a_fee(desk, person, discipline=Discipline.MASSAGE_THERAPY),
        a_fee(desk, a_claimant(desk, "Other")),
    ]
    assert len({one.pk for one in (line, *others)}) == 4


def test_a_fee_that_was_credited_can_be_asked_for_anew(desk: Desk) -> None:
    person = a_claimant(desk)
    line = a_fee(desk, person)
    with desk.at():
        send(by=desk.by, lines=[line.pk], key=key())
        credit(by=desk.by, line_id=line.pk, reason="it was our mistake")
    assert a_fee(desk, person, amount=FEE + 1) != line


def test_a_fee_is_for_a_missed_visit_of_this_person(desk: Desk, other_clinic: Clinic) -> None:
    person, other = a_claimant(desk), a_claimant(desk, "Other")
    missed, done = an_appointment(desk, other, "no_show"), an_appointment(desk, person, "done", 11)
    with pytest.raises(ValidationError, match="no missed visit of this person"):
        a_fee(desk, person, appointment=missed.pk)
    with pytest.raises(ValidationError, match="no missed visit of this person"):
        a_fee(desk, person, appointment=done.pk)
    a_fee(desk, other, appointment=missed.pk)
    assert [(one.person, one.appointment) for one in desk.lines()] == [(other, missed.pk)]


def test_a_patient_line_waits_while_the_insurer_was_asked_for_the_visit(desk: Desk) -> None:
    with desk.at():
        # At the fee itself nothing is left to the person, so the insurer's line is the only one.
        price = Price(discipline="physiotherapy", item="initial", amount=INITIAL_FEE, from_day=SINCE)
        say_terms(by=desk.by, row=price)
    person = a_claimant(desk)
    (insurer,) = desk.sent(person)
    with desk.at():
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(payer="extended"))
    desk.propose()
    (line,) = [one for one in desk.lines() if one.for_patient]
    assert codes(line) == ["insurer_asked"]
    with desk.at():
        assert [one["code"] for one in check_lines(by=desk.by, lines=[line.pk])[line.pk]] == ["insurer_asked"]
        with pytest.raises(ValidationError):
            send(by=desk.by, lines=[line.pk], key=key())
        correct_visit(by=desk.by, line_id=insurer.pk, reason="the plan pays", key=key())
    assert [one.state for one in desk.lines()] == ["credited", "checked"]


@pytest.mark.parametrize("payer", ["private", "extended"])
def test_a_patient_does_not_pay_for_whom_the_chart_names_an_insurer(desk: Desk, payer: str) -> None:
    person = a_claimant(desk, payer=payer, number="", accident_on=None, visits={})
    with desk.at(DAY):
        said = {"episode": {"payer": {"kind": "icbc", "accident_date": "2026-01-05"}}}
        build.an_entry(desk.physio, person, on=DAY, kind="history", content=said)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    (line,) = desk.lines()
    assert (line.state, codes(line)) == ("draft", ["claim_differs"])


def test_a_form_of_payments_that_comes_again_with_other_lines_is_refused(desk: Desk) -> None:
    first, second = (
        next(one for one in desk.sent(a_claimant(desk, name)) if not one.for_patient) for name in ("One", "Two")
    )
    form, other = key(), key()
    with desk.at():
        mark_paid(by=desk.by, lines=[first.pk], key=form)
        assert len(mark_paid(by=desk.by, lines=[first.pk], key=form)) == 1
        with pytest.raises(ValidationError, match="sent before"):
            mark_paid(by=desk.by, lines=[second.pk], key=form)
        with pytest.raises(ValidationError, match="sent before"):
            mark_paid(by=desk.by, lines=[first.pk, second.pk], key=form)
        pay(by=desk.by, amounts={second.pk: FEE}, way=Payment.Way.STATEMENT, key=other)
        with pytest.raises(ValidationError, match="sent before"):
            pay(by=desk.by, amounts={first.pk: FEE}, way=Payment.Way.STATEMENT, key=other)
    assert Payment.objects.count() == 2


def test_money_is_given_back_for_the_line_that_is_named(desk: Desk) -> None:
    first, second = (
        next(one for one in desk.sent(a_claimant(desk, name)) if not one.for_patient) for name in ("One", "Two")
    )
    form = key()
    with desk.at():
        mark_paid(by=desk.by, lines=[first.pk, second.pk], key=key())
        for one in (first, second):
            credit(by=desk.by, line_id=one.pk, reason="not ours")
        give_back(by=desk.by, line_id=first.pk, way=Payment.Way.TRANSFER, key=form)
        with pytest.raises(ValidationError, match="sent before"):
            give_back(by=desk.by, line_id=second.pk, way=Payment.Way.TRANSFER, key=form)


def test_a_correction_by_somebody_else_does_not_change_who_treated(desk: Desk) -> None:
    lead = build.an_actor(desk.clinic, CLINIC_LEAD)
    note = a_visit(desk.physio, a_claimant(desk), DAY)
    with desk.at():
        row = {"date": DAY.isoformat(), "discipline": "physiotherapist", "minutes": 45}
        correct_entry(
            by=lead, entry_id=note.pk, content={"treatments": [row]}, reason="the length was wrong",
            idempotency_key=key(),
        )  # fmt: skip
    desk.propose()
    assert {(one.practitioner, one.minutes, one.state) for one in desk.lines()} == {(desk.physio.user, 45, "checked")}


def test_tax_is_as_the_price_says_that_was_asked(desk: Desk) -> None:
    with desk.at():
        row = Price(
            discipline="massage_therapy", item="standard", minutes=30, amount=Decimal("70.00"),
            from_day=date(2026, 1, 1),
        )  # fmt: skip
        say_terms(by=desk.by, row=row)
    a_visit(desk.rmt, a_claimant(desk), DAY, "rmt")
    desk.propose()
    insurer, rest = desk.lines()
    assert (insurer.net, insurer.gst) == (Decimal("128.00"), Decimal("6.40"))
    assert (rest.net, rest.gst) == (Decimal("32.00"), Decimal("1.60"))


def test_a_claim_said_anew_and_words_amended_do_not_unsettle_what_is_out(desk: Desk) -> None:
    person = a_claimant(desk)
    sent = desk.sent(person)
    row = {
        "date": DAY.isoformat(), "discipline": "physiotherapist", "minutes": 60, "note": {"analysis": "Said again"},
    }  # fmt: skip
    with desk.at():
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(adjuster="B. Li"))
        correct_entry(
            by=desk.physio, entry_id=sent[0].entry_id, reason="a word was missing", idempotency_key=key(),
            content={"treatments": [row]},
        )  # fmt: skip
    desk.propose()
    assert [(one.state, codes(one)) for one in desk.lines()] == [("sent", []), ("sent", [])]
    with desk.at():
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(number="ZZ000002"))
    desk.propose()
    assert [codes(one) for one in desk.lines()] == [["number_after"], []]


def test_a_chart_that_cannot_be_read_does_not_unsettle_what_is_out(desk: Desk) -> None:
    insurer, rest = desk.sent(a_claimant(desk))
    row = {"date": DAY.isoformat(), "discipline": "physiotherapist", "minutes": 60}
    with desk.at():
        correct_entry(
            by=desk.physio, entry_id=insurer.entry_id, reason="mistyped", idempotency_key=key(),
            content={"treatments": [row], "note": {"analysis": "Said again"}},
        )  # fmt: skip
    desk.propose()
    assert [(one.pk, one.state, codes(one)) for one in desk.lines()] == [
        (insurer.pk, "sent", []),
        (rest.pk, "sent", []),
    ]
    with desk.at(), pytest.raises(ValidationError, match="do not add up"):
        correct_visit(by=desk.by, line_id=insurer.pk, reason="not so", key=key())
    assert {one.state for one in desk.lines()} == {"sent"}
