"""My bills: what I am asked for, my receipts, what went to an insurer; nobody else's, and nothing that was not sent."""

import html
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.claims.actions import adjust, credit, keep_claim, patient_payment, pay, reject
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
    for words in ("You owe nothing.", "Paid: $24.00. This is your receipt.", "Refused.", "No longer asked for"):
        assert words in text
    assert "internal" not in text
    assert AuditEvent.objects.filter(person_id=mine.pk, subject_kind="bill", action="view").exists()


def test_a_receipt_to_print(desk: Desk, mine: Person, client: Client) -> None:
    desk.sent(mine, DAYS[:1])
    number = Invoice.objects.get(person=mine, payer="private").number
    text = read(client, desk, f"/mine/bills/{number}/")
    for words in (f"<h1>Bill {number}</h1>", "L-1", "A college", "9.00", "/mine/bills/"):
        assert words in text
    assert "/claims/" not in text
    french = read(client, desk, f"/mine/bills/{number}/", "fr-CA")
    assert f"<h1>Facture {number}</h1>" in french
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


@pytest.fixture
def two(desk: Desk, mine: Person) -> tuple[int, list[int]]:
    """One bill of two visits that the person pays alone: 160.00 and 110.00."""
    with desk.at(ACCIDENT):
        keep_claim(by=desk.by, person_id=mine.pk, claim=a_claim(payer="private"))
    lines = desk.sent(mine, DAYS)
    return Invoice.objects.get(person=mine).number, [one.pk for one in lines]


def test_a_line_to_give_back_pays_no_other(
    desk: Desk, mine: Person, client: Client, two: tuple[int, list[int]]
) -> None:
    number, (first, _second) = two
    with desk.at():
        pay(by=desk.by, amounts={first: Decimal("160.00")}, way=Payment.Way.CARD, key=uuid.uuid4())
        credit(by=desk.by, line_id=first, reason="internal")
    text = read(client, desk)
    for words in ("You owe $110.00.", "Your clinic gives you back $160.00.", "To be paid: $110.00."):
        assert words in text, words
    assert "This is your receipt" not in text
    french = read(client, desk, language="fr-CA")
    for words in ("Vous devez 110,00 $.", "Votre clinique vous rend 160,00 $.", "Payé jusqu’ici : 160,00 $."):
        assert words in french, words
    assert f"<h1>Bill {number}</h1>" in read(client, desk, f"/mine/bills/{number}/")
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    page = read(client, desk, f"/claims/people/{mine.pk}/")
    assert "Patient owes 110.00." in page
    assert "Patient has to be given back 160.00." in page


def test_a_bill_that_was_let_go_of_is_no_receipt(desk: Desk, client: Client, two: tuple[int, list[int]]) -> None:
    number, lines = two
    with desk.at():
        for line, amount in zip(lines, ("160.00", "110.00"), strict=True):
            adjust(by=desk.by, line_id=line, amount=Decimal(amount), reason="internal", key=uuid.uuid4())
    text = read(client, desk)
    assert "You owe nothing." in text
    assert "Nothing is asked for any more. This is no receipt." in text
    receipt = read(client, desk, f"/mine/bills/{number}/")
    for words in (f"<h1>Bill {number}</h1>", "−270.00", "nothing stays paid. This is no receipt."):
        assert words in receipt, words
    french = read(client, desk, f"/mine/bills/{number}/", "fr-CA")
    assert "Ceci n’est pas un reçu." in french


def test_a_receipt_with_a_credited_line_adds_up(
    desk: Desk, mine: Person, client: Client, two: tuple[int, list[int]]
) -> None:
    number, (first, _second) = two
    with desk.at():
        credit(by=desk.by, line_id=first, reason="internal")
        amount = Decimal("110.00")
        patient_payment(by=desk.by, person_id=mine.pk, amount=amount, way=Payment.Way.CARD, key=uuid.uuid4())
    receipt = read(client, desk, f"/mine/bills/{number}/")
    for words in (
        f"<h1>Receipt {number}</h1>", "credited</span>", '<dd class="number">270.00</dd>', "−160.00", "−110.00",
        "27 Feb 2026, for the visit of 10 Feb 2026:", "paid by the patient (Card)",
    ):  # fmt: skip
        assert words in receipt, words
    assert "110.00 of 270.00" not in receipt
    french = read(client, desk, f"/mine/bills/{number}/", "fr-CA")
    for words in (f"<h1>Reçu {number}</h1>", "payé par le patient", "Annulé par note de crédit", "Reste à payer"):
        assert words in french, words
    assert "ICBC" not in receipt, "a patient who pays alone sends it nowhere"


def test_a_receipt_that_the_insurer_pays_back_says_by_when(client: Client, db: None) -> None:
    desk = a_desk("Not in the network", is_member=False)
    actor, person = build.a_patient(desk.clinic)
    with desk.at(ACCIDENT):
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim())
    assert actor.user is not None
    client.force_login(actor.user)
    desk.sent(person, DAYS)
    number = Invoice.objects.get(person=person).number
    assert "within 60 days of the visit: by 4 Apr 2026." in read(client, desk, f"/mine/bills/{number}/")
    french = read(client, desk, f"/mine/bills/{number}/", "fr-CA")
    with desk.at():
        amount = Decimal("270.00")
        patient_payment(by=desk.by, person_id=person.pk, amount=amount, way=Payment.Way.CARD, key=uuid.uuid4())
    assert "This is your receipt. ICBC wants it by 4 Apr 2026." in read(client, desk)
    assert "L’ICBC veut le recevoir au plus tard le 4 Avr 2026." in read(client, desk, language="fr-CA")
    assert "au plus tard le 4 Avr 2026" in french, french[french.index("L’ICBC") :][:300]
