"""My bills: what I am asked for, my receipts, what went to an insurer; nobody else's, and nothing that was not sent."""

import html
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.claims.actions import credit, keep_claim, patient_payment, reject
from clinic.claims.models import Invoice, Payment
from tests.clinic import build
from tests.clinic.claims.desk import ACCIDENT, Desk, a_claim, a_claimant, a_desk, a_visit
from tests.clinic.conftest import Statements

DAYS = (date(2026, 2, 3), date(2026, 2, 10))


@pytest.fixture
def desk(db: None) -> Desk:
    return a_desk("A clinic that bills")


@pytest.fixture
def mine(desk: Desk, client: Client) -> Person:
    """A patient under a claim with their own account."""
    actor, person = build.a_patient(desk.clinic)
    with desk.at(ACCIDENT):
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim())
    assert actor.user is not None
    client.force_login(actor.user)
    return person


def read(client: Client, desk: Desk, address: str = "/mine/bills/", language: str = "en") -> str:
    with desk.at():
        answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return html.unescape(answer.text)


def test_what_is_owed_paid_and_billed_elsewhere(desk: Desk, mine: Person, client: Client) -> None:
    desk.sent(mine, DAYS)
    text = read(client, desk)
    assert "You owe $24.00." in text  # 9 of the first visit, 15 of the second
    assert text.count("Sent, no answer yet") == 2
    with desk.at():
        amount = Decimal("24.00")
        patient_payment(by=desk.by, person_id=mine.pk, amount=amount, way=Payment.Way.CARD, key=uuid.uuid4())
        insurers = desk.lines(for_patient=False)
        reject(by=desk.by, line_id=insurers[0].pk, reason="Their claim number is wrong (internal)")
        credit(by=desk.by, line_id=insurers[1].pk, reason="internal")
    text = read(client, desk)
    for words in ("You owe nothing.", "Paid: this is your receipt.", "Refused.", "No longer asked for"):
        assert words in text
    assert "internal" not in text
    assert AuditEvent.objects.filter(person_id=mine.pk, subject_kind="bill", action="view").exists()


def test_a_receipt_to_print(desk: Desk, mine: Person, client: Client) -> None:
    desk.sent(mine, DAYS[:1])
    number = Invoice.objects.get(person=mine, payer="private").number
    text = read(client, desk, f"/mine/bills/{number}/")
    for words in (f"Bill and receipt {number}", "L-1", "A college", "9.00", "/mine/bills/"):
        assert words in text
    assert "/claims/" not in text
    french = read(client, desk, f"/mine/bills/{number}/", "fr-CA")
    assert f"Facture et reçu {number}" in french
    assert "Traitements" in french


def test_what_was_not_sent_is_not_told(desk: Desk, mine: Person, client: Client) -> None:
    a_visit(desk.physio, mine, DAYS[0])
    desk.propose()
    assert desk.lines()
    text = read(client, desk)
    assert "No bill was sent to you yet." in text
    assert "Nothing was sent to an insurer for you yet." in text


def test_nobody_elses_and_not_the_insurers(desk: Desk, mine: Person, client: Client) -> None:
    another = a_claimant(desk, "Another")
    desk.sent(another, DAYS[:1])
    desk.sent(mine, DAYS[:1])
    for one in Invoice.objects.exclude(person=mine, payer="private"):
        with desk.at():
            assert client.get(f"/mine/bills/{one.number}/").status_code == 404
    assert "You owe $9.00." in read(client, desk)


def test_many_bills_take_as_many_statements(desk: Desk, mine: Person, client: Client, statements: Statements) -> None:
    counted = []
    for days in (DAYS[:1], (DAYS[1], date(2026, 2, 12), date(2026, 2, 17))):
        desk.sent(mine, days)
        read(client, desk)
        before = len(statements.texts)
        read(client, desk)
        counted.append(len(statements.texts) - before)
    assert counted[0] == counted[1]
