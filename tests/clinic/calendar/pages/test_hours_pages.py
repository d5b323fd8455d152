"""Working hours and rooms."""

import pytest
from django.test import Client

from clinic.accounts.roles import PHYSIOTHERAPIST
from clinic.calendar.models import Practice, Room, WeeklyHours
from tests.clinic import build
from tests.clinic.calendar.desk import Desk


def add(client: Client, practice: Practice, **more: object):
    said = {"do": "add", "weekday": ["5"], "starts": "09:00", "ends": "12:00", **more}
    return client.post(f"/calendar/hours/{practice.pk}/", said, follow=True)


def test_a_new_clinician_gets_hours(browser_of_desk: Client, desk: Desk) -> None:
    new = build.a_user(desk.clinic, PHYSIOTHERAPIST, first_name="Nia", last_name="New")
    assert "Nia New" in browser_of_desk.get("/calendar/hours/").text
    browser_of_desk.post("/calendar/hours/", {"clinician": new.pk})
    practice = Practice.objects.get(clinician=new)
    answer = add(browser_of_desk, practice, weekday=["0", "2"])
    assert "Saved." in answer.text
    assert sorted(one.weekday for one in practice.hours.all()) == [0, 2]
    assert "at=09:00" in browser_of_desk.get("/calendar/?day=2026-01-12").text


def test_who_treats_nobody_gets_none(browser_of_desk: Client, desk: Desk) -> None:
    assert desk.by.user is not None
    assert browser_of_desk.post("/calendar/hours/", {"clinician": desk.by.user.pk}).status_code == 404


@pytest.mark.parametrize(
    "said",
    [{"weekday": []}, {"starts": "12:00", "ends": "09:00"}, {"weekday": ["0"], "starts": "08:00"}],
)
def test_hours_that_cannot_be(browser_of_desk: Client, desk: Desk, said: dict[str, object]) -> None:
    add(browser_of_desk, desk.physio.practice, **said)
    assert desk.physio.practice.hours.count() == 5


def test_hours_that_end_stay_in_the_past(browser_of_desk: Client, desk: Desk) -> None:
    practice = desk.physio.practice
    monday = practice.hours.get(weekday=0)
    browser_of_desk.post(f"/calendar/hours/{practice.pk}/", {"do": "end", "row": monday.pk})
    assert WeeklyHours.objects.get(pk=monday.pk).valid_to is not None
    assert f"clinician={desk.physio.pk}" not in browser_of_desk.get("/calendar/?day=2026-01-12").text
    assert f"clinician={desk.physio.pk}" in browser_of_desk.get("/calendar/?day=2026-01-05").text


def test_lengths(browser_of_desk: Client, desk: Desk) -> None:
    address = f"/calendar/hours/{desk.physio.practice.pk}/"
    browser_of_desk.post(address, {"do": "numbers", "minutes": "45", "turnover": "5", "most": "300"})
    found = Practice.objects.get(clinician=desk.physio)
    assert (found.visit_minutes, found.turnover_minutes, found.max_minutes_per_day) == (45, 5, 300)
    browser_of_desk.post(address, {"do": "numbers", "minutes": "1", "turnover": "5", "most": "300"})
    browser_of_desk.post(address, {"do": "numbers", "minutes": "99999999999", "turnover": "5", "most": "300"})
    assert Practice.objects.get(clinician=desk.physio).visit_minutes == 45


def test_rooms(browser_of_desk: Client, desk: Desk) -> None:
    browser_of_desk.post("/calendar/rooms/", {"name": "Garden", "physio": "yes"})
    made = Room.objects.get(name="Garden")
    assert (made.for_physio, made.for_rmt, made.clinic) == (True, False, desk.clinic)
    browser_of_desk.post("/calendar/rooms/", {"name": "Garden", "physio": "yes"})
    browser_of_desk.post("/calendar/rooms/", {"name": "Nobody's"})
    assert Room.objects.count() == 3
    browser_of_desk.post("/calendar/rooms/", {"do": "close", "room": made.pk})
    assert Room.objects.get(pk=made.pk).closed_on is not None
