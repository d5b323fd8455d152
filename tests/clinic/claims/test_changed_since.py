"""What becomes otherwise after a bill is out is seen by whoever looks, and no money is taken for it unseen."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.test import Client

from clinic.audit.models import AuditEvent
from clinic.chart.actions import correct_entry
from clinic.claims.actions import (
    credit,
    keep_claim,
    mark_paid,
    patient_payment,
    pay,
    reject,
    say_terms,
    send_again,
)
from clinic.claims.models import LineEvent, Payment, Price
from tests.clinic.claims.desk import INITIAL_FEE, INITIAL_PRICE, MONTH, Desk, a_claim, a_claimant

DAY = date(2026, 2, 3)
GONE = "no signed note stands behind it"


def key() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def lines(desk: Desk) -> list[Any]:
    return desk.sent(a_claimant(desk))


def amend(desk: Desk, line: Any, **row: Any) -> None:
    """The note says something else now; without a row nobody came."""
    content = {"treatments": [{"date": str(DAY), "discipline": "physiotherapist", "minutes": 60, **row}]} if row else {}
    with desk.at():
        correct_entry(by=desk.physio, entry_id=line.entry_id, content=content, reason="not so", idempotency_key=key())


def test_every_page_says_that_a_bill_no_longer_is_right(desk: Desk, lines: list[Any], at_desk: Client) -> None:
    insurer, rest = lines
    batch = insurer.invoiced.invoice.batch
    pages = [
        f"/claims/?month={MONTH}&shelf=sent",
        "/claims/owed/",
        f"/claims/sent/{batch}/",
        f"/claims/invoices/{insurer.invoiced.invoice.number}/",
        f"/claims/lines/{insurer.pk}/",
        f"/claims/lines/{rest.pk}/",
        f"/claims/people/{insurer.person_id}/",
    ]
    with desk.at():
        assert [GONE in at_desk.get(page).text for page in pages] == [False] * 7
    events = LineEvent.objects.count()
    amend(desk, insurer)
    with desk.at():
        assert [GONE in at_desk.get(page).text for page in pages] == [True] * 7
    # Looking writes nothing.
    assert LineEvent.objects.count() == events


def test_a_paid_bill_whose_note_is_taken_back_stands_on_the_owed_page(
    desk: Desk, lines: list[Any], at_desk: Client
) -> None:
    with desk.at():
        mark_paid(by=desk.by, lines=[lines[0].pk], key=key())
    amend(desk, lines[0])
    with desk.at():
        page = at_desk.get("/claims/owed/").text
    assert page.count(GONE) == 2
    assert lines[0].person.chart_number in AuditEvent.objects.filter(action="list").latest("pk").reason


def test_words_alone_unsettle_nothing(desk: Desk, lines: list[Any], at_desk: Client) -> None:
    amend(desk, lines[0], minutes=60)
    with desk.at():
        assert "no longer are right" in (page := at_desk.get("/claims/owed/").text)
        assert "None: every bill that is out" in page
        mark_paid(by=desk.by, lines=[lines[0].pk], key=key())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda desk, line: amend(desk, line), GONE),
        (lambda desk, line: amend(desk, line, minutes=30), "day, discipline or length"),
        (lambda desk, line: say(desk, line, payer="private"), "who pays"),
        (lambda desk, line: say(desk, line, accident_on=date(2026, 1, 9)), "day of the accident"),
        (lambda desk, line: say(desk, line, number="ZZ000002"), "another claim number"),
        (lambda desk, line: dearer(desk), "terms were changed"),
    ],
)
def test_money_for_it_needs_a_reason(desk: Desk, lines: list[Any], change: Any, says: str) -> None:
    """It is in the bank, so it can be written down; but not unseen."""
    insurer = lines[0]
    change(desk, insurer)
    form = key()
    with desk.at():
        with pytest.raises(ValidationError) as refused:
            mark_paid(by=desk.by, lines=[insurer.pk], key=form)
        assert "say why" in refused.value.messages[0]
        assert says in refused.value.messages[1]
        assert not Payment.objects.exists()
        for _again in range(2):
            mark_paid(by=desk.by, lines=[insurer.pk], key=form, reference="7", despite="it is on the statement")
    event = insurer.events.latest("number")
    assert (event.state, event.reason) == ("paid", "7: it is on the statement")
    assert "it is on the statement" in AuditEvent.objects.filter(action="take payment").latest("pk").reason
    assert Payment.objects.get().amount == INITIAL_FEE


def say(desk: Desk, line: Any, **more: Any) -> None:
    with desk.at():
        keep_claim(by=desk.by, person_id=line.person_id, claim=a_claim(**more))


def dearer(desk: Desk) -> None:
    """The price falls under the fee."""
    with desk.at():
        price = Price(discipline="physiotherapy", item="initial", amount=Decimal("150.00"), from_day=DAY)
        say_terms(by=desk.by, row=price)


def test_a_patient_is_not_charged_unseen_either(desk: Desk, lines: list[Any]) -> None:
    amend(desk, lines[0])
    rest = INITIAL_PRICE - INITIAL_FEE
    said: dict[str, Any] = {"by": desk.by, "person_id": lines[0].person_id, "amount": rest, "way": Payment.Way.CARD}
    with desk.at():
        with pytest.raises(ValidationError, match="say why"):
            patient_payment(**said, key=key())
        patient_payment(**said, key=key(), despite="paid before they called")


def test_the_month_asks_for_the_reason(desk: Desk, lines: list[Any], at_desk: Client) -> None:
    amend(desk, lines[0])
    with desk.at():
        page = at_desk.get(f"/claims/?month={MONTH}&shelf=sent").text
        assert 'name="despite"' in page
        sent = {"month": str(MONTH), "shelf": "sent", "do": "paid", "line": lines[0].pk, "key": str(key())}
        assert "say why" in at_desk.post("/claims/do/", sent, follow=True).text
        assert "1 lines are paid" in at_desk.post("/claims/do/", {**sent, "despite": "it came"}, follow=True).text


def test_what_a_patient_owes_no_statement_pays(desk: Desk, lines: list[Any], at_desk: Client) -> None:
    insurer, rest = lines
    with desk.at():
        for doing in (
            lambda: mark_paid(by=desk.by, lines=[insurer.pk, rest.pk], key=key()),
            lambda: pay(by=desk.by, amounts={rest.pk: Decimal("9.00")}, way=Payment.Way.STATEMENT, key=key()),
        ):
            with pytest.raises(ValidationError, match="the patient’s"):
                doing()
        assert not Payment.objects.exists()
        page = at_desk.get(f"/claims/?month={MONTH}&shelf=sent").text
        assert f'name="line" value="{insurer.pk}"' in page
        assert f'name="line" value="{rest.pk}"' not in page
        assert 'value="statement"' not in at_desk.get(f"/claims/lines/{rest.pk}/").text
        assert 'value="statement"' in at_desk.get(f"/claims/lines/{insurer.pk}/").text


def test_what_changed_is_not_sent_again(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        reject(by=desk.by, line_id=lines[0].pk, reason="no such visit")
    amend(desk, lines[0])
    with desk.at(), pytest.raises(ValidationError, match=GONE):
        send_again(by=desk.by, line_id=lines[0].pk, reason="again")


def test_a_credited_line_says_nothing_of_changes(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        credit(by=desk.by, line_id=lines[0].pk, reason="not ours")
    amend(desk, lines[0])
    with desk.at():
        desk.propose()
    assert [one.problems for one in desk.lines(pk=lines[0].pk)] == [[]]


def test_statements_do_not_grow_with_the_lines(desk: Desk, at_desk: Client, statements: Any) -> None:
    def read(number: int) -> list[int]:
        for place in range(number):
            desk.sent(a_claimant(desk, f"Person {number} {place}"))
        counts = []
        for page in (f"/claims/?month={MONTH}&shelf=sent", "/claims/owed/"):
            caches["verdicts"].clear()
            before = len(statements.texts)
            with desk.at():
                assert at_desk.get(page).status_code == 200
            counts.append(len(statements.texts) - before)
        return counts

    few = read(1)
    assert all(many <= one for many, one in zip(read(3), few, strict=True))
