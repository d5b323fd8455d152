"""Missed visits of the calendar, and the fee that the desk decides on."""

from datetime import datetime, time
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from clinic.claims.missed import missed_visits
from tests.clinic.claims.desk import MONTH, Desk, a_claimant
from tests.clinic.claims.test_pages import DAY, post

pytestmark = pytest.mark.skipif(not apps.is_installed("clinic.calendar"), reason="the calendar is not installed")


@pytest.fixture
def missed(desk: Desk) -> Any:
    """One that was missed, and one that took place."""
    appointment, room = (apps.get_model(f"calendar.{one}") for one in ("Appointment", "Room"))
    person, place = a_claimant(desk), room.objects.create(clinic=desk.clinic, name="1")
    for hour, status in ((9, "no_show"), (12, "done")):
        starts, ends = (datetime.combine(DAY, time(one), desk.clinic.zone) for one in (hour, hour + 1))
        appointment.objects.create(
            clinic=desk.clinic, person=person, clinician=desk.physio.user, room=place, discipline="physio",
            kind="treatment", starts_at=starts, ends_at=ends, free_at=ends, status=status,
        )  # fmt: skip
    return appointment.objects.get(status="no_show")


def test_the_month_shows_it_until_the_desk_has_decided(desk: Desk, client: Client, missed: Any) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    address = f"/claims/people/{missed.person_id}/?missed={missed.pk}"
    with desk.at():
        assert address.replace("&", "&amp;") in client.get(f"/claims/?month={MONTH}").text
        said = {"on": DAY.isoformat(), "discipline": "physiotherapy", "item": "no_show", "amount": "40.00"}
        assert post(client, address, "missed", **said, appointment=missed.pk).status_code == 302
    assert [(one.appointment, one.for_patient) for one in desk.lines()] == [(missed.pk, True)]
    assert missed_visits(desk.by, MONTH) == []
