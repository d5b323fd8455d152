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
    accept,
    adjust,
    bill_again,
    correct_visit,
    credit,
    give_back,
    keep_claim,
    mark_paid,
    no_show_fee,
    patient_paid_too_much,
    patient_payment,
    pay,
    propose_lines,
    reject,
    say_terms,
    send,
    send_again,
    take_too_much,
)
from clinic.claims.ageing import ageing
from clinic.claims.disciplines import Discipline
from clinic.claims.models import CreditNote, InvoicedLine, InvoiceLine, Item, Payment, Posting, Price
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts, open_of_clinic
from clinic.claims.recount import faults, from_ledger
from tests.clinic.claims.desk import MONTH, TODAY, a_claim, a_claimant, a_desk, a_visit, an_appointment

DAYS = tuple(date(2026, 2, day) for day in (3, 5, 10, 12))
DEEDS = (
    "visit", "visit", "amend", "take back", "propose", "propose", "send", "send", "pay", "pay part", "reject",
    "send again", "adjust", "credit", "correct", "bill again", "give back", "patient pays", "missed", "claim", "claim",
    "accept", "price", "too much", "patient pays too much",
)  # fmt: skip
PAYERS_CHANGE = ("claim", "claim", "propose", "send all", "accept", "patient pays", "correct", "credit", "bill again")
"""Who pays turns out otherwise, again and again."""
ELSEWHERE = (0, 0, 24, 25, None)
APPROVED = {
    "treatment_plan_status": {"physiotherapy": "approved"},
    "treatment_plan_visits": {"physiotherapy": 2},
    "treatment_plan_start_date": {"physiotherapy": "2026-02-01"},
    "treatment_plan_end_date": {"physiotherapy": "2026-02-11"},
}
PRICES = (Decimal("151.00"), Decimal("160.00"), Decimal("110.00"), Decimal("90.00"))


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

    def send_all(self) -> None:
        for line in self.desk.lines():
            if line.state == "checked":
                with suppress(ValidationError):
                    send(by=self.desk.by, lines=[line.pk], key=self.key())

    def pay(self) -> None:
        despite = self.chance.choice(("", "it came in"))
        mark_paid(by=self.desk.by, lines=[self.any_line().pk], key=self.key(), despite=despite)

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

    def bill_again(self) -> None:
        credited = [one.pk for one in self.desk.lines() if one.state == "credited"]
        bill_again(by=self.desk.by, line_id=self.chance.choice(credited), reason="it was right", key=self.key())

    def accept(self) -> None:
        for line in self.desk.lines(for_patient=True):
            with suppress(ValidationError):
                accept(by=self.desk.by, line_id=line.pk, reason="agreed")

    # --- what is learned late ---
    def claim(self) -> None:
        elsewhere = self.chance.choice(ELSEWHERE)
        told = {} if elsewhere is None else {"visits_elsewhere_count": {"physiotherapy": elsewhere}}
        told |= {"initial_visit_billed": {"physiotherapy": False}} if elsewhere == 0 else {}
        claim = a_claim(
            payer=self.chance.choice(("icbc", "icbc", "private", "extended")),
            number=self.chance.choice(("ZZ000001", "ZZ000002", "")),
            visits=self.chance.choice(({**told, **APPROVED}, told, a_claim().visits)),
        )
        keep_claim(by=self.desk.by, person_id=self.chance.choice(self.people).pk, claim=claim)

    def price(self) -> None:
        row = Price(
            discipline="physiotherapy", item=self.chance.choice(("initial", "standard")),
            amount=self.chance.choice(PRICES), from_day=self.chance.choice(DAYS),
        )  # fmt: skip
        say_terms(by=self.desk.by, row=row)

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


def check(history: History) -> None:
    desk = history.desk
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
    # By a count of its own: nobody is asked for more than the dearest visit that ever was, and each share once.
    asked: dict[tuple[int, int], list[Any]] = {}
    for one in lines:
        if one.visit and one.state not in ("draft", "checked", "withdrawn", "credited"):
            asked.setdefault((one.visit, one.row), []).append(one)
    for shares in asked.values():
        assert sum(one.net for one in shares) <= max(PRICES)
        assert len({one.for_patient for one in shares}) == len(shares)
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
        check(history)

    @settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
    @given(seed=st.integers(0, 2**32), deeds=st.lists(st.sampled_from(PAYERS_CHANGE), min_size=12, max_size=30))
    def test_no_visit_costs_more_than_its_price(self, seed: int, deeds: list[str]) -> None:
        history = History(seed)
        for deed in ("visit", "visit", "visit", "propose", "send all", *deeds):
            history.run(deed)
        check(history)

    @settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
    @given(
        days=st.permutations([date(2026, 2, day) for day in range(1, 15)]),
        sends=st.lists(st.booleans(), min_size=14, max_size=14),
    )
    def test_in_whatever_order_notes_are_signed_the_count_holds(self, days: list[date], sends: list[bool]) -> None:
        """Twelve massages need no approval, one of them is the first visit; the others wait for the patient's word."""
        history = History(0)
        desk, person = history.desk, history.people[0]
        for day, is_sent in zip(days, sends, strict=True):
            a_visit(desk.rmt, person, day, "rmt")
            if is_sent:
                desk.propose()
                history.run("send all")
        desk.propose()
        history.run("send all")
        check(history)
        insurers = desk.lines(for_patient=False)
        assert [one.state for one in insurers if one.state != "withdrawn"] == ["sent"] * 12
        assert [one.item for one in insurers if one.state == "sent"].count("initial") == 1
        assert [one.net for one in desk.lines(for_patient=True) if one.state == "draft"] == [Decimal("110.00")] * 2


@pytest.mark.parametrize("seed", range(2))
def test_long_histories(db: None, seed: int) -> None:
    history = History(seed)
    for _ in range(120):
        history.run(history.chance.choice(DEEDS))
    check(history)
    assert InvoiceLine.objects.exists()
