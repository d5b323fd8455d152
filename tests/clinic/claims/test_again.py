"""A way back: a visit that was credited by mistake is billed again, and a line that was refused goes with what is known
by now."""

import csv
import io
import json
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clinic.audit.models import AuditEvent
from clinic.chart.actions import correct_entry
from clinic.claims.actions import (
    adjust,
    bill_again,
    correct_visit,
    credit,
    give_back,
    keep_claim,
    mark_paid,
    no_show_fee,
    reject,
    send,
    send_again,
)
from clinic.claims.disciplines import Discipline
from clinic.claims.models import Item, Payment
from clinic.claims.money import ZERO
from clinic.claims.owed import open_amounts
from clinic.claims.recount import faults
from tests.clinic.claims.desk import INITIAL_FEE, MONTH, TODAY, Desk, a_claim, a_claimant
from tests.clinic.claims.test_pages import form_of
from tests.clinic.claims.test_propose import codes

DAY = date(2026, 2, 3)


def key() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def lines(desk: Desk) -> list[Any]:
    return desk.sent(a_claimant(desk))


@pytest.fixture(autouse=True)
def _books_hold(desk: Desk) -> Any:
    yield
    assert list(faults(desk.clinic.pk)) == []


# --- credited by mistake ---
def test_a_line_that_was_credited_by_mistake_is_billed_again_with_what_was_paid(desk: Desk, lines: list[Any]) -> None:
    insurer = lines[0]
    with desk.at():
        mark_paid(by=desk.by, lines=[insurer.pk], key=key())
        credit(by=desk.by, line_id=insurer.pk, reason="the wrong line")
        first, again = (bill_again(by=desk.by, line_id=insurer.pk, reason="it was right", key=key()) for _ in range(2))
    assert first.pk == again.pk
    assert (first.replaces_id, again.state) == (insurer.pk, "paid")
    assert open_amounts([insurer, first]) == {insurer.pk: ZERO, first.pk: ZERO}
    event = AuditEvent.objects.filter(action="correct bill").latest("pk")
    assert "it was right" in event.reason
    # The patient's share was out all the time.
    assert [one.state for one in desk.lines(for_patient=True)] == ["sent"]


def test_what_was_given_back_is_asked_for_again(desk: Desk, lines: list[Any]) -> None:
    insurer = lines[0]
    with desk.at():
        mark_paid(by=desk.by, lines=[insurer.pk], key=key())
        credit(by=desk.by, line_id=insurer.pk, reason="the wrong line")
        give_back(by=desk.by, line_id=insurer.pk, way=Payment.Way.TRANSFER, key=key())
        found = bill_again(by=desk.by, line_id=insurer.pk, reason="it was right", key=key())
    assert (found.state, open_amounts([found])[found.pk]) == ("sent", INITIAL_FEE)


def test_the_month_and_the_line_lead_there(desk: Desk, lines: list[Any], at_desk: Client) -> None:
    insurer = lines[0]
    with desk.at():
        credit(by=desk.by, line_id=insurer.pk, reason="the wrong line")
        page = at_desk.post("/claims/propose/", {"month": str(MONTH)}, follow=True).text
        assert "1 line was credited though its visit is signed" in page
        assert "every signed visit of the month has its line" not in page
        assert "nobody is asked for this part" in at_desk.get(f"/claims/?month={MONTH}&shelf=over").text
        address = f"/claims/lines/{insurer.pk}/"
        page = at_desk.get(address).text
        sent = form_of(page, "bill_again") | {"reason": "it was right"}
        assert at_desk.post(address, sent).status_code == 302
        assert 'value="bill_again"' not in at_desk.get(address).text
        page = at_desk.post("/claims/propose/", {"month": str(MONTH)}, follow=True).text
    assert "every signed visit of the month has its line" in page


def test_nothing_is_billed_again_of_what_is_not_to_be_billed(desk: Desk, lines: list[Any]) -> None:
    insurer, rest = lines
    with desk.at():
        with pytest.raises(ValidationError, match="stands as"):
            bill_again(by=desk.by, line_id=insurer.pk, reason="x", key=key())
        with pytest.raises(ValidationError, match="Say why"):
            bill_again(by=desk.by, line_id=insurer.pk, reason=" ", key=key())
        credit(by=desk.by, line_id=insurer.pk, reason="not ours")
        correct_entry(
            by=desk.physio, entry_id=insurer.entry_id, content={}, reason="nobody came", idempotency_key=key()
        )
        with pytest.raises(ValidationError, match="nobody is to be billed"):
            bill_again(by=desk.by, line_id=insurer.pk, reason="x", key=key())
        fee = no_show_fee(
            by=desk.by, person_id=rest.person_id, on=DAY, discipline=Discipline.PHYSIOTHERAPY, item=Item.NO_SHOW,
            amount=Decimal("40.00"),
        )  # fmt: skip
        send(by=desk.by, lines=[fee.pk], key=key())
        credit(by=desk.by, line_id=fee.pk, reason="ill")
        with pytest.raises(ValidationError, match="no note"):
            bill_again(by=desk.by, line_id=fee.pk, reason="x", key=key())
    assert [one.state for one in desk.lines(for_patient=False)] == ["credited"]


def test_a_share_that_was_let_off_stays_so_when_the_other_is_corrected(desk: Desk, lines: list[Any]) -> None:
    insurer, rest = lines
    with desk.at():
        credit(by=desk.by, line_id=rest.pk, reason="we made them wait")
        correct_visit(by=desk.by, line_id=insurer.pk, reason="sent too early", key=key())
    assert [one.state for one in desk.lines(for_patient=True)] == ["credited"]


# --- refused, and sent again ---
def test_a_line_that_is_sent_again_goes_with_the_number_as_it_stands(
    desk: Desk, lines: list[Any], at_desk: Client
) -> None:
    insurer = lines[0]
    invoice = insurer.invoiced.invoice
    with desk.at():
        reject(by=desk.by, line_id=insurer.pk, reason="no such claim")
        keep_claim(by=desk.by, person_id=insurer.person_id, claim=a_claim(number="ZZ000002"))
        page = at_desk.get(f"/claims/lines/{insurer.pk}/").text
        assert "went with ZZ000001" in page
        assert "It goes with claim number ZZ000002" in page
        assert "ZZ000001" in at_desk.get(f"/claims/invoices/{invoice.number}/").text
    with desk.at(TODAY, 19):
        send_again(by=desk.by, line_id=insurer.pk, reason="the number was mistyped")
        sheet = at_desk.get(f"/claims/invoices/{invoice.number}/").text
        table = at_desk.get(f"/claims/sent/{invoice.batch}/lines.csv").text
        plain = at_desk.get(f"/claims/sent/{invoice.batch}/lines.json").text
        assert "went with ZZ000002" in at_desk.get(f"/claims/lines/{insurer.pk}/").text
    assert ("ZZ000001" in sheet, "ZZ000002" in sheet) == (False, True)
    numbers = {row["chart_number"] and row["claim_number"] for row in csv.DictReader(io.StringIO(table))}
    assert numbers == {"ZZ000002", ""}  # the patient's line has none
    assert {row["claim_number"] for row in json.loads(plain)["lines"]} == numbers
    assert "ZZ000002" in AuditEvent.objects.filter(action="send bills").latest("pk").reason
    with desk.at(TODAY, 20):
        desk.propose()
        assert [codes(one) for one in desk.lines()] == [[], []]
        mark_paid(by=desk.by, lines=[insurer.pk], key=key())


def test_of_an_invoice_the_lines_that_were_not_refused_keep_their_number(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    desk.sent(person, (DAY, date(2026, 2, 10)))
    first, second = desk.lines(for_patient=False)
    invoice = first.invoiced.invoice
    assert second.invoiced.invoice == invoice
    with desk.at():
        reject(by=desk.by, line_id=second.pk, reason="no such claim")
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(number="ZZ000002"))
    with desk.at(TODAY, 19):
        send_again(by=desk.by, line_id=second.pk, reason="mended")
        sheet = at_desk.get(f"/claims/invoices/{invoice.number}/").text
        table = at_desk.get(f"/claims/sent/{invoice.batch}/lines.csv").text
    assert sheet.count("went with ZZ000001") == 1
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["payer"] == "icbc"]
    assert [row["claim_number"] for row in rows] == ["ZZ000001", "ZZ000002"]


def test_a_number_that_is_missing_is_not_sent_again(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        reject(by=desk.by, line_id=lines[0].pk, reason="no such claim")
        keep_claim(by=desk.by, person_id=lines[0].person_id, claim=a_claim(number=""))
        with pytest.raises(ValidationError, match="number is missing"):
            send_again(by=desk.by, line_id=lines[0].pk, reason="again")


def test_another_accident_is_billed_anew_and_not_sent_again(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        reject(by=desk.by, line_id=lines[0].pk, reason="no such claim")
        keep_claim(by=desk.by, person_id=lines[0].person_id, claim=a_claim(accident_on=date(2026, 1, 8)))
        with pytest.raises(ValidationError, match="day of the accident"):
            send_again(by=desk.by, line_id=lines[0].pk, reason="again")


def test_no_insurer_refuses_what_a_patient_owes(desk: Desk, lines: list[Any]) -> None:
    with desk.at():
        for doing in (reject, send_again):
            with pytest.raises(ValidationError, match="no insurer was asked"):
                doing(by=desk.by, line_id=lines[1].pk, reason="no")


def test_what_was_let_go_of_is_not_refused_and_not_sent_again(desk: Desk, lines: list[Any]) -> None:
    insurer = lines[0]
    with desk.at():
        adjust(by=desk.by, line_id=insurer.pk, amount=insurer.total, reason="we let it go", key=key())
        with pytest.raises(ValidationError, match="Nothing is owed"):
            reject(by=desk.by, line_id=insurer.pk, reason="no")
        with pytest.raises(ValidationError, match="stands as"):
            send_again(by=desk.by, line_id=insurer.pk, reason="again")
    assert [one.state for one in desk.lines(pk=insurer.pk)] == ["adjusted"]
