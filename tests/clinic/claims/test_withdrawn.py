"""A row of the terms with a wrong day or person is withdrawn: it stays to be read, and decides nothing any more."""

import html
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.test import Client

from clinic.audit.models import AuditEvent
from clinic.claims.actions import say_terms, withdraw_terms
from clinic.claims.models import FeeLimit, Licence, Membership, Price, TaxRule, VendorNumber, Withdrawal
from clinic.claims.models.withdrawal import KINDS
from clinic.claims.terms import newest_terms, terms_of
from concordant.payers import Item
from tests.clinic.claims.desk import INITIAL_PRICE, Desk, a_claimant, a_desk, a_visit

DAY = date(2026, 2, 3)
WRONG = Decimal("500.00")


def say(desk: Desk, row: Any) -> Any:
    with desk.at():
        return say_terms(by=desk.by, row=row)


def withdraw(desk: Desk, kind: str, row: Any, reason: str = "a wrong day") -> Withdrawal:
    with desk.at():
        return withdraw_terms(by=desk.by, kind=kind, row_id=row.pk, reason=reason)


def a_price(desk: Desk, day: date = DAY) -> Price:
    found: Price = say(desk, Price(discipline="physiotherapy", item="initial", amount=WRONG, from_day=day))
    return found


def test_what_it_replaced_stands_again(desk: Desk) -> None:
    row = a_price(desk)
    a_visit(desk.physio, a_claimant(desk, payer="private"), DAY)
    desk.propose()
    assert [one.net for one in desk.lines()] == [WRONG]
    before = newest_terms(desk.clinic.pk)
    first = withdraw(desk, "price", row)
    assert newest_terms(desk.clinic.pk) != before, "what was worked out with it is worked out anew"
    desk.propose()
    assert [(one.net, one.state) for one in desk.lines()] == [(WRONG, "withdrawn"), (INITIAL_PRICE, "checked")]
    assert withdraw(desk, "price", row, "again") == first
    assert Price.objects.filter(pk=row.pk).exists(), "it stays to be read"
    event = AuditEvent.objects.filter(subject_kind="terms").latest("id")
    assert (event.subject_id, event.reason) == (str(row.pk), f"withdrawn: price from {DAY}: a wrong day")


def test_a_row_of_the_same_day_does_not_come_back_with_it(desk: Desk) -> None:
    first, second = a_price(desk), a_price(desk)
    withdraw(desk, "price", second)
    terms = terms_of(desk.clinic.pk)
    assert terms.price("physiotherapy", "initial", None, DAY) == first
    withdraw(desk, "price", first)
    terms = terms_of(desk.clinic.pk)
    assert terms.for_library().price("physiotherapist", Item.INITIAL, None, DAY) == INITIAL_PRICE


GAP = date(2026, 4, 2)
"""No fee is published for it."""


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_decides_nothing_any_more(desk: Desk, kind: str) -> None:
    rows: dict[str, Any] = {
        "price": Price(discipline="kinesiology", item="standard", amount=WRONG, from_day=DAY),
        "fee": FeeLimit(discipline="kinesiology", item="standard", amount=WRONG, source="x", from_day=GAP),
        "gst": TaxRule(discipline="kinesiology", is_taxed=True, from_day=DAY),
        "licence": Licence(
            practitioner=desk.physio.user, discipline="kinesiology", college="A", number="1", from_day=DAY
        ),
        "vendor": VendorNumber(payee=desk.physio.user, number="V2", from_day=DAY),
        "member": Membership(is_member=False, from_day=DAY),
    }
    before = terms_of(desk.clinic.pk)
    row = say(desk, rows[kind])
    assert terms_of(desk.clinic.pk) != before
    withdraw(desk, kind, row)
    assert terms_of(desk.clinic.pk) == before
    assert terms_of(desk.clinic.pk).for_library() == before.for_library()


def test_who_may_and_what_is_there(desk: Desk) -> None:
    row, other = a_price(desk), a_desk("Elsewhere")
    with desk.at():
        with pytest.raises(ValidationError, match="Say why"):
            withdraw_terms(by=desk.by, kind="price", row_id=row.pk, reason=" ")
        with pytest.raises(PermissionDenied):
            withdraw_terms(by=desk.physio, kind="price", row_id=row.pk, reason="so")
        for by, kind in ((other.by, "price"), (desk.by, "claim"), (desk.by, "vendor")):
            with pytest.raises(Http404):
                withdraw_terms(by=by, kind=kind, row_id=row.pk if kind == "price" else 10**9, reason="so")
    assert not Withdrawal.objects.exists()


def test_at_the_page(desk: Desk, client: Client) -> None:
    row = a_price(desk)
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    said = {"do": "withdraw", "kind": "price", "row": row.pk, "reason": "<script>alert(1)</script>"}
    with desk.at():
        for hostile in ({"row": "x"}, {"row": "9" * 30}, {"kind": "nothing"}, {"row": "٣"}):
            assert client.post("/claims/terms/", {**said, **hostile}).status_code == 404
        assert client.post("/claims/terms/", {**said, "reason": ""}).status_code == 302
        assert "Say why." in client.get("/claims/terms/").text
        assert client.post("/claims/terms/", said).status_code == 302
        page = client.get("/claims/terms/").text
    assert "<script>alert" not in page
    assert "withdrawn</span>" in page
    assert "500.00" in page
    assert "27 Feb 2026" in html.unescape(page)
    assert f'name="row" value="{row.pk}"' not in page.split('id="gst"')[0]


def test_a_fee_limit_ends_with_its_day(desk: Desk, client: Client) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    said = {
        "do": "fee", "discipline": "massage_therapy", "item": "initial", "amount": "130.00", "source": "A letter",
        "from_day": "2026-04-01",
    }  # fmt: skip
    with desk.at():
        assert client.post("/claims/terms/", {**said, "to_day": "2026-03-31"}).status_code == 422
        assert client.post("/claims/terms/", {**said, "to_day": "2027-03-31"}).status_code == 302
        assert "31 Mar 2027" in client.get("/claims/terms/").text
    table = terms_of(desk.clinic.pk).for_library().fee_table
    assert table.fee("massage_therapy", "initial", date(2027, 3, 31)).amount == Decimal("130.00")
    after = table.fee("massage_therapy", "initial", date(2028, 2, 3))
    assert (after.amount, "is known until 2027-03-31 only" in after.why) == (None, True)
