"""Whatever is done at the desk, in whatever order: the books balance, and nothing is billed twice."""

import random
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from clinic.audit.record import verify_log
from clinic.chart.actions import correct_entry
from clinic.chart.models import Entry
from clinic.claims.actions import (
    adjust,
    correct_visit,
    credit,
    give_back,
    mark_paid,
    no_show_fee,
    patient_paid_too_much,
    patient_payment,
    pay,
    propose_lines,
    reject,
    send,
    send_again,
    take_too_much,
)
from clinic.claims.ageing import ageing
from clinic.claims.disciplines import Discipline
from clinic.claims.models import CreditNote, InvoicedLine, InvoiceLine, Item, Payment, Posting
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts, open_of_clinic
from clinic.claims.recount import faults, from_ledger
from tests.clinic.claims.desk import MONTH, TODAY, Desk, a_claimant, a_desk, a_visit, an_appointment

DAYS = tuple(date(2026, 2, day) for day in (3, 5, 10, 12))
DEEDS = (
    "visit", "visit", "amend", "take back", "propose", "propose", "send", "send", "pay", "pay part", "reject",
    "send again", "adjust", "credit", "correct", "give back", "patient pays", "missed",
    "too much", "patient pays too much",
)  # fmt: skip


class History:
    """One random afternoon. Every deed may be refused; none may break the books."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.desk = a_desk()
        self.people = [a_claimant(self.desk, f"P {number}") for number in range(2)]
        self.appointments = [an_appointment(self.desk, self.people[one % 2], DAYS[0], 9 + one) for one in range(3)]
        self.number = 0

    def run(self, deed: str) -> None:
        done: Callable[[], object] = getattr(self, deed.replace(" ", "_"))
        with self.desk.at(TODAY, 9 + self.number % 10), suppress(ValidationError, IndexError):
            done()
        self.number += 1

    def key(self) -> uuid.UUID:
        return uuid.UUID(int=self.chance.getrandbits(128), version=4)

    def any_line(self) -> Any:
        return self.chance.choice(self.desk.lines())

    def cents(self) -> Decimal:
        return Decimal(self.chance.randint(1, 16_000)).scaleb(-2)

    def any_note(self) -> Entry:
        return self.chance.choice(list(Entry.objects.filter(kind="treatment", corrections=None).exclude(content={})))

    # --- the chart ---
    def visit(self) -> None:
        who, discipline = self.chance.choice(((self.desk.physio, "physiotherapist"), (self.desk.rmt, "rmt")))
        a_visit(who, self.chance.choice(self.people), self.chance.choice(DAYS), discipline)

    def amend(self) -> None:
        note, day = self.any_note(), self.chance.choice(DAYS)
        row = {**note.content["treatments"][0], "date": day.isoformat()}
        by = self.desk.physio if note.author == self.desk.physio.user else self.desk.rmt
        correct_entry(
            by=by, entry_id=note.pk, content={"treatments": [row]}, reason="the day", idempotency_key=self.key(), on=day
        )

    def take_back(self) -> None:
        note = self.any_note()
        by = self.desk.physio if note.author == self.desk.physio.user else self.desk.rmt
        correct_entry(by=by, entry_id=note.pk, content={}, reason="nobody came", idempotency_key=self.key())

    # --- the bills ---
    def propose(self) -> None:
        propose_lines(by=self.desk.by, month=MONTH)

    def send(self) -> None:
        ready = [one.pk for one in self.desk.lines() if one.state == "checked"]
        some = self.chance.sample(ready, self.chance.randint(0, len(ready)))
        send(by=self.desk.by, lines=some, key=self.key())

    def pay(self) -> None:
        mark_paid(by=self.desk.by, lines=[self.any_line().pk], key=self.key())

    def pay_part(self) -> None:
        pay(by=self.desk.by, amounts={self.any_line().pk: self.cents()}, way=Payment.Way.STATEMENT, key=self.key())

    def reject(self) -> None:
        reject(by=self.desk.by, line_id=self.any_line().pk, reason="no such claim")

    def send_again(self) -> None:
        send_again(by=self.desk.by, line_id=self.any_line().pk, reason="mended")

    def adjust(self) -> None:
        adjust(by=self.desk.by, line_id=self.any_line().pk, amount=self.cents(), reason="old rate", key=self.key())

    def credit(self) -> None:
        credit(by=self.desk.by, line_id=self.any_line().pk, reason="not ours")

    def correct(self) -> None:
        correct_visit(by=self.desk.by, line_id=self.any_line().pk, reason="not so", key=self.key())

    def give_back(self) -> None:
        give_back(by=self.desk.by, line_id=self.any_line().pk, way=Payment.Way.TRANSFER, key=self.key())

    def patient_pays(self) -> None:
        person = self.chance.choice(self.people)
        patient_payment(by=self.desk.by, person_id=person.pk, amount=self.cents(), way=Payment.Way.CARD, key=self.key())

    def too_much(self) -> None:
        line = self.any_line()
        take_too_much(by=self.desk.by, line_id=line.pk, amount=self.cents(), way=Payment.Way.TRANSFER, key=self.key())

    def patient_pays_too_much(self) -> None:
        person = self.chance.choice(self.people)
        patient_paid_too_much(
            by=self.desk.by, person_id=person.pk, amount=self.cents(), way=Payment.Way.CASH, key=self.key()
        )

    def missed(self) -> None:
        no_show_fee(
            by=self.desk.by, person_id=self.chance.choice(self.people).pk, on=self.chance.choice(DAYS),
            discipline=Discipline.PHYSIOTHERAPY, item=Item.NO_SHOW, amount=self.cents(),
            appointment=self.chance.choice(self.appointments).pk,
        )  # fmt: skip


def check(desk: Desk) -> None:
    clinic = desk.clinic.pk
    assert list(faults(clinic)) == []
    assert verify_log(clinic) is None
    lines = desk.lines()
    owed = open_amounts(lines)
    # Ageing is the balances in another order, and sets nothing off.
    for day in (TODAY, TODAY + timedelta(days=61)):
        by_payer: dict[str, list[Decimal]] = {}
        for one in lines:
            amount = owed.get(one.pk, ZERO)
            if amount:
                sums = by_payer.setdefault(one.payer, [ZERO, ZERO])
                sums[amount < ZERO] += abs(amount)
        assert by_payer == {one.payer: [sum(one.amounts, ZERO), one.to_give_back] for one in ageing(clinic, day)}
    # A credit note and its line are nothing together, but for money that is still to be given back.
    left = from_ledger(clinic)
    for note in CreditNote.objects.select_related("line"):
        assert (note.net, note.gst) == (note.line.net, note.line.gst)
        assert {account for line, account in left if line == note.line_id} <= {
            "bank",
            "owed by payers",
            "owed by patients",
        }
        assert owed[note.line_id] <= ZERO
    # Where a line stands agrees with what is owed on it.
    for one in lines:
        amount = owed.get(one.pk, ZERO)
        if one.state in ("draft", "checked", "withdrawn"):
            assert not Posting.objects.filter(line=one).exists()
        elif one.state == "paid":
            assert amount <= ZERO
        elif one.state in ("sent", "rejected"):
            assert ZERO <= amount <= one.total
        elif one.state == "part_paid":
            assert ZERO < amount < one.total
    sent = InvoicedLine.objects.filter(invoice__clinic_id=clinic).count()
    assert sent == len([one for one in lines if one.state not in ("draft", "checked", "withdrawn")])
    assert sum(open_of_clinic(clinic).values(), ZERO) == sum(owed.values(), ZERO)


class TestAnyHistory(TestCase):
    @settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
    @given(seed=st.integers(0, 2**32), deeds=st.lists(st.sampled_from(DEEDS), min_size=8, max_size=30))
    def test_the_books_balance(self, seed: int, deeds: list[str]) -> None:
        history = History(seed)
        for deed in ("visit", "visit", "propose", "send", *deeds, "propose"):
            history.run(deed)
        check(history.desk)


@pytest.mark.parametrize("seed", range(2))
def test_long_histories(db: None, seed: int) -> None:
    history = History(seed)
    for _ in range(120):
        history.run(history.chance.choice(DEEDS))
    check(history.desk)
    assert InvoiceLine.objects.exists()
