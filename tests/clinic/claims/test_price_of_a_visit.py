"""No visit costs more than its price: whoever is asked first, and whoever pays by what is learned afterwards."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clinic.chart.models import Person
from clinic.claims.actions import (
    accept,
    check_lines,
    correct_visit,
    keep_claim,
    mark_paid,
    patient_payment,
    say_terms,
    send,
)
from clinic.claims.models import InvoiceLine, Membership, Payment
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.recount import faults
from tests.clinic.claims.desk import (
    FEE,
    INITIAL_FEE,
    INITIAL_PRICE,
    PRICE,
    Desk,
    a_claim,
    a_claimant,
    a_desk,
    a_visit,
)
from tests.clinic.claims.test_propose import codes

DAY = date(2026, 2, 3)
USED = {"visits_elsewhere_count": {"physiotherapy": 25}, "initial_visit_billed": {"physiotherapy": True}}
PLAN = {
    **USED,
    "treatment_plan_status": {"physiotherapy": "approved"},
    "treatment_plan_visits": {"physiotherapy": 10},
    "treatment_plan_start_date": {"physiotherapy": "2026-02-01"},
    "treatment_plan_end_date": {"physiotherapy": "2026-03-31"},
}


def key() -> uuid.UUID:
    return uuid.uuid4()


def stand(desk: Desk) -> list[tuple[str, Decimal, str]]:
    """Payer, amount and state of what is not over."""
    return [(one.payer, one.net, one.state) for one in desk.lines() if one.state not in ("credited", "withdrawn")]


def claim(desk: Desk, person: Person, **more: Any) -> None:
    with desk.at():
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(**more))


@pytest.fixture
def paid_in_full(desk: Desk) -> Person:
    """Somebody who paid the whole price, because no visits were left; the approval came afterwards."""
    person = a_claimant(desk, visits=USED)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    with desk.at():
        (line,) = desk.lines()
        accept(by=desk.by, line_id=line.pk, reason="agreed at the desk")
        send(by=desk.by, lines=[line.pk], key=key())
        patient_payment(by=desk.by, person_id=person.pk, amount=PRICE, way=Payment.Way.CARD, key=key())
    claim(desk, person, visits=PLAN)
    return person


def test_an_approval_that_comes_late_is_not_billed_on_top(desk: Desk, paid_in_full: Person) -> None:
    desk.propose()
    patient, insurer = desk.lines()
    assert (codes(patient), codes(insurer), insurer.state) == (["insurer_after"], ["patient_asked"], "draft")
    assert int(insurer.problems[0]["line"]) == patient.pk
    with desk.at():
        assert [one["code"] for one in check_lines(by=desk.by, lines=[insurer.pk])[insurer.pk]] == ["patient_asked"]
        with pytest.raises(ValidationError, match="stands as"):
            send(by=desk.by, lines=[insurer.pk], key=key())


def test_one_press_gives_back_and_bills_the_insurer(desk: Desk, paid_in_full: Person) -> None:
    desk.propose()
    patient = desk.lines()[0]
    with desk.at():
        found = correct_visit(by=desk.by, line_id=patient.pk, reason="The plan pays", key=key())
        assert stand(desk) == [("icbc", FEE, "checked"), ("private", PRICE - FEE, "paid")]
        assert (found.moved, open_amounts([patient])[patient.pk]) == (PRICE - FEE, -FEE)
        insurer = next(one for one in desk.lines() if one.state == "checked")
        send(by=desk.by, lines=[insurer.pk], key=key())
    assert list(faults(desk.clinic.pk)) == []


def test_the_page_of_the_waiting_line_leads_to_the_other(desk: Desk, paid_in_full: Person, client: Client) -> None:
    desk.propose()
    patient, insurer = desk.lines()
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    with desk.at():
        page = client.get(f"/claims/lines/{insurer.pk}/").text
        assert f'href="/claims/lines/{patient.pk}/"' in page
        assert "Patient, 110.00 (1)" in page
        other = client.get(f"/claims/lines/{patient.pk}/").text
        assert 'value="correct"' in other
        assert "what the insurer would pay by now" in other


def test_insurer_private_insurer(desk: Desk) -> None:
    person = a_claimant(desk)
    insurer, rest = desk.sent(person)
    claim(desk, person, payer="private")
    desk.propose()
    assert [codes(one) for one in desk.lines()] == [["payer_after"], ["payer_after"]]
    with desk.at():
        # The patient's line first: the whole price waits for the insurer's to be taken back.
        found = correct_visit(by=desk.by, line_id=rest.pk, reason="no claim", key=key())
        assert (found.line.state, [one["code"] for one in found.line.problems]) == ("draft", ["insurer_asked"])
        correct_visit(by=desk.by, line_id=insurer.pk, reason="no claim", key=key())
        assert stand(desk) == [("private", INITIAL_PRICE, "checked")]
        send(by=desk.by, lines=[found.line.pk], key=key())
        patient_payment(by=desk.by, person_id=person.pk, amount=INITIAL_PRICE, way=Payment.Way.CARD, key=key())
    claim(desk, person)
    with desk.at():
        correct_visit(by=desk.by, line_id=found.line.pk, reason="it is a claim after all", key=key())
    assert stand(desk) == [("icbc", INITIAL_FEE, "checked"), ("private", INITIAL_PRICE - INITIAL_FEE, "paid")]
    assert sum(open_amounts(desk.lines()).values(), ZERO) == -INITIAL_FEE
    assert list(faults(desk.clinic.pk)) == []


def test_private_then_insurer(desk: Desk) -> None:
    person = a_claimant(desk, payer="private")
    desk.sent(person)
    claim(desk, person)
    desk.propose()
    ready = [one.pk for one in desk.lines() if one.state == "checked"]
    assert ready == []
    assert [codes(one) for one in desk.lines()] == [["insurer_after"], ["patient_asked"]]


def test_membership_that_is_written_down_later(db: None) -> None:
    desk = a_desk(is_member=False)
    person = a_claimant(desk)
    (patient,) = desk.sent(person)
    with desk.at():
        say_terms(by=desk.by, row=Membership(from_day=date(2026, 1, 1), is_member=True))
    desk.propose()
    assert [(one.state, codes(one)) for one in desk.lines()] == [
        ("sent", ["insurer_after"]),
        ("draft", ["patient_asked"]),
    ]
    with desk.at():
        correct_visit(by=desk.by, line_id=patient.pk, reason="a member since January", key=key())
    assert stand(desk) == [("icbc", INITIAL_FEE, "checked"), ("private", INITIAL_PRICE - INITIAL_FEE, "sent")]


def test_the_recount_finds_what_is_asked_for_beyond_the_price(desk: Desk) -> None:
    """By rows that no action of ours writes."""
    insurer, rest = desk.sent(a_claimant(desk))
    assert list(faults(desk.clinic.pk)) == []
    copies = list(InvoiceLine.objects.filter(pk__in=[insurer.pk, rest.pk]).order_by("pk"))
    for one in copies:
        one.pk, one.row, one.turn = None, 5, 9
    copies[1].net = INITIAL_PRICE
    for one in InvoiceLine.objects.bulk_create(copies):
        one.events.create(number=1, state="sent", at=insurer.proposed_at)
    found = list(faults(desk.clinic.pk))
    assert f"visit {rest.visit}, row 5: 311.00 is asked for, and its price is 160.00" in found
    assert any("2 first visits of physiotherapy" in one for one in found)


def test_a_paid_share_is_no_bar_to_the_insurers_line(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    insurer, rest = desk.lines()
    with desk.at():
        send(by=desk.by, lines=[rest.pk], key=key())
        send(by=desk.by, lines=[insurer.pk], key=key())
        mark_paid(by=desk.by, lines=[insurer.pk], key=key())
    assert list(faults(desk.clinic.pk)) == []
