"""After any history every page says the same of money as the ledger, and none sets one line off against another."""

import html
import re
from collections import defaultdict
from decimal import Decimal

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from clinic.accounts.roles import PATIENT
from clinic.chart.models import Person
from clinic.claims.models import Account, Invoice, InvoiceLine, Payer, Posting
from clinic.claims.money import ZERO
from tests.clinic import build
from tests.clinic.claims.test_any_history import DEEDS, History

Two = tuple[Decimal, Decimal]
"""Owed, and to be given back."""
OWED = (Account.PAYER, Account.PATIENT)


def by_hand(history: History) -> dict[int, Two]:
    """Line -> both numbers, from the rows of the ledger."""
    held: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for one in Posting.objects.filter(clinic=history.desk.clinic):
        held[one.line_id] += one.amount * ((one.debit in OWED) - (one.credit in OWED))
    return {line: (max(amount, ZERO), max(-amount, ZERO)) for line, amount in held.items()}


def both(found: dict[int, Two], lines: list[InvoiceLine]) -> Two:
    mine = [found[one.pk] for one in lines if one.pk in found]
    return sum((one for one, _back in mine), ZERO), sum((back for _one, back in mine), ZERO)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", html.unescape(answer.text))


def amount_in(pattern: str, text: str) -> Decimal:
    found = re.search(pattern, text)
    return Decimal(found[1]) if found else ZERO


def check_desk(history: History, client: Client, found: dict[int, Two]) -> None:
    assert history.desk.by.user is not None
    client.force_login(history.desk.by.user)
    page = text_of(client, "/claims/owed/")
    whole = both(found, history.desk.lines())
    assert amount_in(r"The clinic is owed (\d+\.\d\d)", page) == whole[0]
    assert amount_in(r"has to give back (\d+\.\d\d)", page) == whole[1]
    for person in history.people:
        page = text_of(client, f"/claims/people/{person.pk}/")
        for payer in Payer:
            owed, back = both(found, history.desk.lines(person=person, payer=payer))
            assert amount_in(rf"{payer.label} owes (\d+\.\d\d)\.", page) == owed
            assert amount_in(rf"{payer.label} has to be given back (\d+\.\d\d)\.", page) == back


def check_patient(history: History, client: Client, person: Person, found: dict[int, Two]) -> None:
    assert person.user is not None
    client.force_login(person.user)
    page = text_of(client, "/mine/bills/")
    owed, back = both(found, history.desk.lines(person=person, for_patient=True))
    assert amount_in(r"You owe \$(\d+\.\d\d)", page) == owed
    assert amount_in(r"gives you back \$(\d+\.\d\d)", page) == back
    for one in Invoice.objects.filter(person=person, payer=Payer.PATIENT):
        lines = [row.line for row in one.lines.select_related("line")]
        receipt = text_of(client, f"/mine/bills/{one.number}/")
        said = {
            name: amount_in(rf"<dt>{name}</dt><dd class=\"number\">−?(-?\d+\.\d\d)", receipt)
            for name in (
                "Billed", "Taken back by credit note", "Let go of", "Paid", "Still to be paid",
                "To be given back to the patient",
            )
        }  # fmt: skip
        billed, taken, let_go, paid, owed, back = said.values()
        assert (owed, back) == both(found, lines)
        assert billed == sum((line.total for line in lines), ZERO)
        assert billed - taken - let_go - paid == owed - back, "the sums add up"
        payments = [pay for line in lines for pay in line.payments.all()]
        assert paid == sum((-pay.amount if pay.is_refund else pay.amount for pay in payments), ZERO)
        is_receipt = f"Receipt {one.number}" in receipt
        assert is_receipt == (owed == ZERO and paid - back > ZERO)
        assert receipt.count("credited</span>") == sum(hasattr(line, "credit") for line in lines)


class TestAnyHistory(TestCase):
    @settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
    @given(seed=st.integers(0, 2**32), deeds=st.lists(st.sampled_from(DEEDS), min_size=12, max_size=40))
    def test_every_page_says_what_the_ledger_says(self, seed: int, deeds: list[str]) -> None:
        history = History(seed)
        for person in history.people:
            person.user = build.a_user(history.desk.clinic, PATIENT)
            person.save()
        for deed in ("visit", "visit", "visit", "propose", "send", "patient pays", *deeds):
            history.run(deed)
        client, found = Client(), by_hand(history)
        with history.desk.at():
            check_desk(history, client, found)
            for person in history.people:
                check_patient(history, client, person, found)
