"""Missed visits of the calendar, and the fee that the desk decides on."""

import uuid
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clinic.calendar.models import Appointment
from clinic.claims.actions import check_lines, no_show_fee, send
from clinic.claims.disciplines import Discipline
from clinic.claims.missed import missed_visits
from clinic.claims.models import Item
from tests.clinic.claims.desk import MONTH, Desk, a_claimant, a_visit, an_appointment
from tests.clinic.claims.test_pages import DAY, post


@pytest.fixture
def missed(desk: Desk) -> Appointment:
    """One that was missed, beside one that took place."""
    person = a_claimant(desk)
    an_appointment(desk, person, DAY, hour=12, status="done")
    return an_appointment(desk, person, DAY)


def test_the_month_shows_it_until_the_desk_has_decided(desk: Desk, client: Client, missed: Appointment) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    address = f"/claims/people/{missed.person_id}/?missed={missed.pk}"
    with desk.at():
        assert address.replace("&", "&amp;") in client.get(f"/claims/?month={MONTH}").text
        said = {"on": DAY.isoformat(), "discipline": "physiotherapy", "item": "no_show", "amount": "40.00"}
        assert post(client, address, "missed", **said, appointment=missed.pk).status_code == 302
    assert [(one.appointment, one.for_patient) for one in desk.lines()] == [(missed.pk, True)]
    assert missed_visits(desk.by, MONTH) == []


def test_only_who_missed_it_is_asked(desk: Desk, missed: Appointment) -> None:
    kept = Appointment.objects.get(status="done")
    another = a_claimant(desk, "Another")
    for person, appointment in ((another.pk, missed.pk), (missed.person_id, kept.pk), (missed.person_id, 10**9)):
        with desk.at(), pytest.raises(ValidationError, match="no missed visit of this person"):
            no_show_fee(
                by=desk.by, person_id=person, on=DAY, discipline=Discipline.PHYSIOTHERAPY, item=Item.NO_SHOW,
                amount=Decimal("40.00"), appointment=appointment,
            )  # fmt: skip
    assert desk.lines() == []


def test_whoever_came_after_all_is_asked_for_no_fee(desk: Desk, missed: Appointment) -> None:
    """The calendar was corrected after the fee had been written down."""
    with desk.at():
        fee = no_show_fee(
            by=desk.by, person_id=missed.person_id, on=DAY, discipline=Discipline.PHYSIOTHERAPY, item=Item.NO_SHOW,
            amount=Decimal("40.00"), appointment=missed.pk,
        )  # fmt: skip
        assert check_lines(by=desk.by, lines=[fee.pk]) == {fee.pk: []}
        Appointment.objects.filter(pk=missed.pk).update(status="arrived")
        with pytest.raises(ValidationError, match="no longer says that this visit was missed"):
            send(by=desk.by, lines=[fee.pk], key=uuid.uuid4())
        Appointment.objects.filter(pk=missed.pk).update(status="no_show")
        send(by=desk.by, lines=[fee.pk], key=uuid.uuid4())


def test_one_wrong_line_holds_back_no_other_bill(desk: Desk, at_desk: Client, missed: Appointment) -> None:
    with desk.at():
        fee = no_show_fee(
            by=desk.by, person_id=missed.person_id, on=DAY, discipline=Discipline.PHYSIOTHERAPY, item=Item.NO_SHOW,
            amount=Decimal("40.00"), appointment=missed.pk,
        )  # fmt: skip
    a_visit(desk.physio, a_claimant(desk, "Another"), DAY)
    desk.propose()
    Appointment.objects.filter(pk=missed.pk).update(status="arrived")
    with desk.at():
        said = {"month": str(MONTH), "shelf": "ready", "do": "send", "key": str(uuid.uuid4())}
        ready = [one.pk for one in desk.lines() if one.state == "checked"]
        text = at_desk.post("/claims/do/", {**said, "line": ready}, follow=True).text
        assert "1 line stands under “Problems” now" in text
        left = [one.pk for one in desk.lines() if one.state == "checked"]
        assert left == [one for one in ready if one != fee.pk]
        at_desk.post("/claims/do/", {**said, "line": left, "key": str(uuid.uuid4())})
    assert {one.state for one in desk.lines() if one.pk in left} == {"sent"}
