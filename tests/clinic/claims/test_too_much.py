"""Money that nobody asked for is in the bank: it is written down as money to give back, and giving it back is too."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.test import Client

from clinic.chart.models import Person
from clinic.claims.actions import (
    credit,
    give_back,
    mark_paid,
    patient_paid_too_much,
    patient_payment,
    pay,
    take_too_much,
)
from clinic.claims.models import Account, Payment
from clinic.claims.money import ZERO
from clinic.claims.owed import Sums, added, sums_of
from clinic.claims.recount import faults, from_ledger
from tests.clinic.claims.desk import FEE, INITIAL_FEE, INITIAL_PRICE, PRICE, Desk, a_claimant, a_desk
from tests.clinic.claims.test_pages import post

DAYS = (date(2026, 2, 3), date(2026, 2, 10))
SHARES = INITIAL_PRICE - INITIAL_FEE + PRICE - FEE
WAY = Payment.Way.TRANSFER


def key() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def person(desk: Desk) -> Person:
    return a_claimant(desk)


@pytest.fixture
def lines(desk: Desk, person: Person) -> list[Any]:
    return desk.sent(person, DAYS)


def sums(line: Any) -> Sums:
    return sums_of([line])[line.pk]


def state(desk: Desk, line: Any) -> str:
    return next(str(one.state) for one in desk.lines() if one.pk == line.pk)


def bank(desk: Desk) -> Decimal:
    return sum(
        (held for (_line, account), held in from_ledger(desk.clinic.pk).items() if account == Account.BANK), Decimal(0)
    )


def test_money_for_a_credited_line(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        credit(by=desk.by, line_id=lines[0].pk, reason="not ours")
        with pytest.raises(ValidationError):
            pay(by=desk.by, amounts={lines[0].pk: INITIAL_FEE}, way=WAY, key=key())
        form = key()
        first, again = (
            take_too_much(by=desk.by, line_id=lines[0].pk, amount=INITIAL_FEE, way=WAY, key=form) for _ in range(2)
        )
        assert first == again
        assert (state(desk, lines[0]), sums(lines[0]).to_give_back, bank(desk)) == (
            "credited",
            INITIAL_FEE,
            INITIAL_FEE,
        )
        give_back(by=desk.by, line_id=lines[0].pk, way=WAY, key=key())
    assert sums(lines[0]).to_give_back == bank(desk) == ZERO
    assert list(faults(desk.clinic.pk)) == []


def test_a_line_that_is_paid_twice(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        mark_paid(by=desk.by, lines=[lines[0].pk], key=key())
        take_too_much(by=desk.by, line_id=lines[0].pk, amount=INITIAL_FEE, way=WAY, key=key(), reference="S 2")
    assert state(desk, lines[0]) == "paid"
    found = sums(lines[0])
    assert (found.paid, found.owed, found.to_give_back, found.kept) == (2 * INITIAL_FEE, ZERO, INITIAL_FEE, INITIAL_FEE)
    assert bank(desk) == 2 * INITIAL_FEE
    assert list(faults(desk.clinic.pk)) == []


def test_more_than_is_owed_pays_and_the_rest_is_to_give_back(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        take_too_much(by=desk.by, line_id=lines[0].pk, amount=INITIAL_FEE + 1, way=WAY, key=key())
    assert (state(desk, lines[0]), sums(lines[0]).to_give_back) == ("paid", Decimal("1.00"))


@pytest.mark.parametrize("amount", [INITIAL_FEE, Decimal("0.00")])
def test_what_is_owed_is_an_ordinary_payment(desk: Desk, lines: list[Any], amount: Decimal) -> None:
    with desk.at(), pytest.raises(ValidationError, match="No more than this is owed"):
        take_too_much(by=desk.by, line_id=lines[0].pk, amount=amount, way=WAY, key=key())
    assert not Payment.objects.exists()


def test_one_form_with_other_content_is_refused(desk: Desk, lines: list[Any]) -> None:
    form = key()
    with desk.at():
        take_too_much(by=desk.by, line_id=lines[0].pk, amount=Decimal("200.00"), way=WAY, key=form)
        with pytest.raises(ValidationError, match="other content"):
            take_too_much(by=desk.by, line_id=lines[0].pk, amount=Decimal("300.00"), way=WAY, key=form)
        other = a_desk("Elsewhere")
        with pytest.raises(Http404):
            take_too_much(by=other.by, line_id=lines[0].pk, amount=Decimal("200.00"), way=WAY, key=key())


def test_a_patient_who_pays_too_much(desk: Desk, person: Person, lines: list[Any]) -> None:
    own = [one for one in lines if one.for_patient]
    said: dict[str, Any] = {"by": desk.by, "person_id": person.pk, "way": Payment.Way.CARD}
    with desk.at():
        with pytest.raises(ValidationError, match="more than this person owes"):
            patient_payment(**said, amount=SHARES + 6, key=key())
        with pytest.raises(ValidationError, match="owes as much"):
            patient_paid_too_much(**said, amount=SHARES, key=key())
        form = key()
        made = patient_paid_too_much(**said, amount=SHARES + 6, key=form)
        assert patient_paid_too_much(**said, amount=SHARES + 6, key=form) == made
    assert [sums(one).to_give_back for one in own] == [0, 6]
    assert [state(desk, one) for one in own] == ["paid", "paid"]
    assert bank(desk) == SHARES + 6
    assert added(sums_of(own).values()).kept == SHARES
    assert list(faults(desk.clinic.pk)) == []


def test_who_was_never_billed_cannot_have_paid(desk: Desk, person: Person) -> None:
    with desk.at(), pytest.raises(ValidationError, match="Nothing was ever sent"):
        patient_paid_too_much(by=desk.by, person_id=person.pk, amount=Decimal("5.00"), way=Payment.Way.CARD, key=key())


def test_at_the_pages(desk: Desk, client: Client, person: Person, lines: list[Any]) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    address = f"/claims/lines/{lines[0].pk}/"
    of_person = f"/claims/people/{person.pk}/"
    with desk.at():
        assert post(client, address, "pay", amount="151.01", way="statement").status_code == 422
        assert post(client, address, "too_much", amount="151.01", way="statement").status_code == 302
        assert "ICBC has to be given back 0.01." in client.get(of_person).text
        assert post(client, address, "give_back", way="transfer").status_code == 302
        assert post(client, of_person, "pay", amount="30.00", way="card").status_code == 422
        assert post(client, of_person, "pay", amount="30.00", way="card", is_too_much="on").status_code == 302
        page = client.get(of_person).text
    assert "Patient has to be given back 6.00." in page
    assert "Patient owes" not in page
