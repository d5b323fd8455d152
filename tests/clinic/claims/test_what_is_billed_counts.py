"""What was sent counts first: notes that are signed late, and facts that are told late, concern the next visits."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from clinic.chart.actions import correct_entry
from clinic.chart.models import Person
from clinic.claims.actions import accept, correct_visit, keep_claim, mark_paid, patient_payment, send
from clinic.claims.changes import changes
from clinic.claims.models import Claim, Payment
from clinic.claims.owed import open_amounts
from clinic.claims.recount import faults
from tests.clinic import build
from tests.clinic.claims.desk import Desk, a_claim, a_claimant, a_visit
from tests.clinic.claims.test_propose import codes

FIRST = date(2026, 2, 2)
TWELVE = tuple(FIRST + timedelta(days=place) for place in range(12))
MASSAGE, PRICE = "massage_therapy", Decimal("110.00")


def key() -> uuid.UUID:
    return uuid.uuid4()


def told(elsewhere: int, **more: Any) -> Claim:
    return a_claim(
        visits={
            "visits_elsewhere_count": {"physiotherapy": 0, MASSAGE: elsewhere},
            "initial_visit_billed": {"physiotherapy": False, MASSAGE: False},
            **more,
        }
    )


def keep(desk: Desk, person: Person, claim: Claim) -> None:
    with desk.at():
        keep_claim(by=desk.by, person_id=person.pk, claim=claim)


def send_ready(desk: Desk) -> None:
    with desk.at():
        send(by=desk.by, lines=[one.pk for one in desk.lines() if one.state == "checked"], key=key())


@pytest.fixture
def person(desk: Desk) -> Person:
    """Twelve massages, sent and paid: all that need no approval."""
    found = a_claimant(desk)
    for day in TWELVE:
        a_visit(desk.rmt, found, day, "rmt")
    desk.propose()
    send_ready(desk)
    with desk.at():
        mark_paid(by=desk.by, lines=[one.pk for one in desk.lines(for_patient=False)], key=key())
    return found


def test_a_massage_that_is_signed_late_is_the_thirteenth(desk: Desk, person: Person) -> None:
    a_visit(desk.rmt, person, FIRST - timedelta(days=1), "rmt")
    desk.propose()
    (late,) = [one for one in desk.lines() if one.state not in ("sent", "paid")]
    # Not the first visit of the claim either: that one is billed.
    assert (late.for_patient, late.item, late.net, late.state, codes(late)) == (
        True, "standard", PRICE, "draft", ["budget"],
    )  # fmt: skip
    assert [codes(one) for one in desk.lines() if one.pk != late.pk] == [[]] * 24
    with desk.at():
        with pytest.raises(ValidationError, match="stands as"):
            send(by=desk.by, lines=[late.pk], key=key())
        accept(by=desk.by, line_id=late.pk, reason="agreed")
    send_ready(desk)
    assert len(desk.lines(for_patient=False)) == 12
    assert list(faults(desk.clinic.pk)) == []


def test_an_approval_pays_the_visit_that_was_signed_late(desk: Desk, person: Person) -> None:
    a_visit(desk.rmt, person, FIRST - timedelta(days=1), "rmt")
    keep(
        desk, person,
        told(
            0, treatment_plan_status={MASSAGE: "approved"}, treatment_plan_visits={MASSAGE: 1},
            treatment_plan_start_date={MASSAGE: "2026-02-01"}, treatment_plan_end_date={MASSAGE: "2026-03-31"},
        ),
    )  # fmt: skip
    desk.propose()
    late = next(one for one in desk.lines(for_patient=False) if one.state == "checked")
    assert (late.item, late.net) == ("standard", Decimal("105.00"))
    assert {"R18", "R21"} <= set(late.because)


def test_a_billed_visit_that_is_corrected_makes_room(desk: Desk, person: Person) -> None:
    a_visit(desk.rmt, person, FIRST - timedelta(days=1), "rmt")
    last = desk.lines(for_patient=False)[-1]
    with desk.at():
        correct_entry(by=desk.rmt, entry_id=last.entry_id, content={}, reason="nobody came", idempotency_key=key())
        correct_visit(by=desk.by, line_id=last.pk, reason="nobody came", key=key())
    desk.propose()
    late = [one for one in desk.lines() if one.state == "checked"]
    assert [(one.for_patient, one.item) for one in late] == [(False, "standard"), (True, "standard")]


def test_a_first_visit_that_is_billed_stays_the_only_one(desk: Desk) -> None:
    person = a_claimant(desk)
    desk.sent(person, (date(2026, 2, 10),))
    a_visit(desk.physio, person, date(2026, 2, 3))
    desk.propose()
    assert [one.item for one in desk.lines(for_patient=False)] == ["initial", "standard"]
    assert [codes(one) for one in desk.lines()] == [[]] * 4


def test_a_private_first_visit_that_is_billed_stays_the_only_one(desk: Desk) -> None:
    person = a_claimant(desk, payer="private")
    desk.sent(person, (date(2026, 2, 10),))
    a_visit(desk.physio, person, date(2026, 2, 3))
    desk.propose()
    assert [(one.item, codes(one)) for one in desk.lines()] == [("initial", []), ("standard", [])]


def test_a_month_that_was_never_billed_makes_no_later_visit_the_first(desk: Desk) -> None:
    """A clinic begins to bill in February. Its patients were seen in January."""
    person = a_claimant(desk, payer="private")
    a_visit(desk.physio, person, date(2026, 1, 20))
    (line,) = desk.sent(person, (date(2026, 2, 10),))
    assert (line.item, codes(line)) == ("standard", [])
    with desk.at():
        assert changes([line]) == {line.pk: []}
        patient_payment(by=desk.by, person_id=person.pk, amount=PRICE, way=Payment.Way.CARD, key=key())


def test_visits_elsewhere_that_are_told_late_block_the_next_and_leave_what_is_paid(desk: Desk, person: Person) -> None:
    keep(desk, person, told(3))
    a_visit(desk.rmt, person, date(2026, 2, 20), "rmt")
    desk.propose()
    insurers = desk.lines(for_patient=False)
    # By the count of today the last three would not have been paid. They stand, and say so.
    assert [codes(one) for one in insurers] == [[]] * 9 + [["stands"]] * 3
    assert [codes(one) for one in desk.lines(for_patient=True)] == [[]] * 12 + [["budget"]]
    with desk.at():
        assert open_amounts(insurers) == {one.pk: 0 for one in insurers}
    # A correction of a paid line stays possible: then it counts by what is known.
    with desk.at():
        found = correct_visit(by=desk.by, line_id=insurers[-1].pk, reason="the insurer asked it back", key=key())
    assert found.line is None
    assert list(faults(desk.clinic.pk)) == []


def test_facts_that_are_told_late_unsettle_no_share_of_the_patient(desk: Desk) -> None:
    """The insurer's line is out and the patient's is not: what is left of the price stays what it was."""
    person = a_claimant(desk)
    a_visit(desk.rmt, person, FIRST, "rmt")
    desk.propose()
    insurer, rest = desk.lines()
    with desk.at():
        send(by=desk.by, lines=[insurer.pk], key=key())
    keep(desk, person, told(12))
    desk.propose()
    assert [(one.pk, one.net, one.state, codes(one)) for one in desk.lines()] == [
        (insurer.pk, Decimal("128.00"), "sent", ["stands"]),
        (rest.pk, Decimal("32.00"), "checked", []),
    ]


def test_a_visit_that_came_in_of_that_day_is_warned_of(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, FIRST)
    with desk.at(FIRST + timedelta(days=1)):
        row = {"date": FIRST.isoformat(), "discipline": "physiotherapist", "minutes": 30}
        build.an_entry(desk.physio, person, on=FIRST, kind="case file", content={"treatments": [row]})
    desk.propose()
    assert [(one.state, one.item, codes(one)) for one in desk.lines()] == [
        ("checked", "initial", ["elsewhere_that_day"]),
        ("checked", "initial", ["elsewhere_that_day"]),
    ]
    send_ready(desk)
    assert {one.state for one in desk.lines()} == {"sent"}
