"""What the page of "Owed and due" warns of in time: unsent, refused, receipts, and visits that nobody proposed."""

import html
import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from clinic.audit.models import AuditEvent
from clinic.chart.actions import correct_entry
from clinic.claims.actions import credit, patient_payment, reject, send, send_again
from clinic.claims.late import Why, late_bills
from clinic.claims.models import Payment
from clinic.claims.unproposed import unproposed
from tests.clinic.claims.desk import MONTH, TODAY, Desk, a_claimant, a_desk, a_visit

DAY = date(2026, 2, 3)
LAST = DAY + timedelta(days=60)


def told(desk: Desk, client: Client, day: date) -> str:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    with desk.at(day):
        return " ".join(html.unescape(client.get("/claims/owed/").text).split())


def late(desk: Desk, day: date) -> list[tuple[Any, ...]]:
    return [(one.line.for_patient, one.why, one.left) for one in late_bills(desk.by, day)]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (LAST + timedelta(days=6), "6 days too late"),
        (LAST, "today is the last day"),
        (LAST - timedelta(1), "1 day left"),
    ],
)
def test_a_refused_line_is_running_out_of_time(desk: Desk, client: Client, day: date, words: str) -> None:
    line = desk.sent(a_claimant(desk))[0]
    assert late(desk, day) == [], "it is with the insurer"
    with desk.at():
        reject(by=desk.by, line_id=line.pk, reason="no such claim")
    assert late(desk, day) == [(False, Why.REFUSED, (LAST - day).days)]
    page = told(desk, client, day)
    assert words in page
    assert "ICBC refused it: mend it and send it again by 4 Apr 2026" in page
    assert "After that the insurer may refuse to pay" in page
    with desk.at():
        send_again(by=desk.by, line_id=line.pk, reason="mended")
    assert late(desk, day) == []


def test_a_refused_line_that_was_credited_is_not(desk: Desk) -> None:
    line = desk.sent(a_claimant(desk))[0]
    with desk.at():
        reject(by=desk.by, line_id=line.pk, reason="no such claim")
        credit(by=desk.by, line_id=line.pk, reason="not ours")
    assert late(desk, LAST) == []


def test_a_patient_who_is_paid_back_needs_the_receipt_in_time(client: Client, db: None) -> None:
    desk = a_desk("Not in the network", is_member=False)
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    (line,) = desk.lines()
    assert late(desk, DAY + timedelta(days=29)) == []
    assert late(desk, DAY + timedelta(days=30)) == [(True, Why.RECEIPT, 30)]
    with desk.at():
        send(by=desk.by, lines=[line.pk], key=uuid.uuid4())
    assert late(desk, DAY + timedelta(days=50)) == [(True, Why.RECEIPT, 10)], "a bill is no receipt"
    page = told(desk, client, DAY + timedelta(days=50))
    assert "10 days left" in page
    assert "the patient has no receipt yet, and has to send it to ICBC by 4 Apr 2026" in page
    with desk.at():
        amount = Decimal("160.00")
        patient_payment(by=desk.by, person_id=person.pk, amount=amount, way=Payment.Way.CARD, key=uuid.uuid4())
    assert late(desk, LAST) == []


def test_a_patients_share_is_not_paid_back(desk: Desk) -> None:
    desk.sent(a_claimant(desk))
    assert late(desk, LAST) == [], "from 2019-04-01 the share is the patient's own (R11)"


def test_visits_without_a_line_are_counted_by_month(desk: Desk, client: Client) -> None:
    one, another = a_claimant(desk), a_claimant(desk, "Another")
    for day in (date(2026, 1, 20), DAY, date(2026, 2, 10)):
        a_visit(desk.physio, one, day)
    a_visit(desk.rmt, another, date(2026, 2, 4), "rmt")
    a_visit(desk.physio, another, date(2026, 2, 5), status="no_show")
    found, people = unproposed(desk.by, TODAY)
    assert [(str(each.month), each.number, each.first, each.left) for each in found] == [
        ("2026-01", 1, date(2026, 1, 20), 22),
        ("2026-02", 3, DAY, 36),
    ]
    assert people == [one, another]
    page = told(desk, client, date(2026, 3, 25))
    assert '<a href="/claims/?month=2026-02">3 visits of February 2026</a>' in page
    assert "the oldest is of 20 Jan 2026: to be sent by 21 Mar 2026" in page
    assert "4 days too late" in page
    reason = AuditEvent.objects.filter(subject_kind="what is owed").latest("id").reason
    assert {one.chart_number, another.chart_number} <= set(reason.split(", "))
    desk.propose()
    assert [(str(each.month), each.is_before) for each in unproposed(desk.by, TODAY)[0]] == [("2026-01", True)]
    page = told(desk, client, date(2026, 3, 25))
    assert "Signed visits of months before the first bill" in page
    assert "4 days too late" not in page


def test_what_was_amended_or_taken_back_has_its_line_or_needs_none(desk: Desk) -> None:
    person = a_claimant(desk)
    notes = [a_visit(desk.physio, person, day) for day in (DAY, date(2026, 2, 10))]
    desk.propose()
    row = {**notes[0].content["treatments"][0], "minutes": 45}
    with desk.at():
        for note, content in zip(notes, ({"treatments": [row]}, {}), strict=True):
            correct_entry(by=desk.physio, entry_id=note.pk, content=content, reason="so", idempotency_key=uuid.uuid4())
    assert unproposed(desk.by, TODAY)[0] == []


def test_a_row_that_came_with_an_amendment_has_no_line_yet(desk: Desk) -> None:
    person = a_claimant(desk)
    note = a_visit(desk.physio, person, DAY)
    desk.propose()
    rows = [*note.content["treatments"], {"date": DAY.isoformat(), "discipline": "rmt", "minutes": 60}]
    with desk.at():
        correct_entry(
            by=desk.physio, entry_id=note.pk, content={"treatments": rows}, reason="so", idempotency_key=uuid.uuid4()
        )
    assert [one.number for one in unproposed(desk.by, TODAY)[0]] == [1]
    desk.propose(month=MONTH)
    assert unproposed(desk.by, TODAY)[0] == []


def test_nobody_elses_visits_are_counted(desk: Desk) -> None:
    other = a_desk("Elsewhere")
    a_visit(other.physio, a_claimant(other), DAY)
    assert unproposed(desk.by, TODAY) == ([], [])
