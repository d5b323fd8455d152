"""What is booked with somebody who has left is found and moved like any other visit."""

import html

import pytest
from django.test import Client

from clinic.accounts.models import User
from clinic.calendar.models import Appointment
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import Desk, a_practice

WEEK = "/calendar/week/?day=2026-01-12"


@pytest.fixture
def visit(desk: Desk, person: Person) -> Appointment:
    made = desk.book(person, desk.at(10))
    desk.physio.is_active = False
    desk.physio.save()
    return made


@pytest.fixture
def colleague(desk: Desk) -> User:
    user = build.a_user(desk.clinic)
    a_practice(user)
    return user


def test_it_is_moved_to_a_colleague(browser_of_desk: Client, desk: Desk, visit: Appointment, colleague: User) -> None:
    page = f"/calendar/visit/{visit.pk}/move/"
    text = html.unescape(browser_of_desk.get(page).text)
    assert f"{desk.physio.display_name} no longer works here." in text
    assert f'name="clinician" value="{colleague.pk}"' in text  # free hours of the colleague
    said = {"version": 1, "day": "2026-01-13", "at": "11:00"}
    refused = browser_of_desk.post(page, said)
    assert refused.status_code == 422
    assert "no longer works here" in refused.text
    assert browser_of_desk.post(page, {**said, "clinician": colleague.pk}).status_code == 302
    visit.refresh_from_db()
    assert (visit.clinician, visit.starts_at) == (colleague, desk.at(11, days=1))


def test_on_the_day_it_stands_and_nothing_else_of_theirs_is_free(
    browser_of_desk: Client, desk: Desk, visit: Appointment
) -> None:
    text = browser_of_desk.get("/calendar/?day=2026-01-12").text
    assert f"/calendar/visit/{visit.pk}/" in text
    assert f"clinician={desk.physio.pk}" not in text  # no free hour to press
    assert f"practice={desk.physio.practice.pk}" not in text
    assert f"clinician={desk.rmt.pk}" in text


def test_nobody_else_gives_it(browser_of_desk: Client, visit: Appointment) -> None:
    answer = browser_of_desk.get(f"/calendar/visit/{visit.pk}/move/")
    assert answer.status_code == 200
    assert "No free hour" in answer.text


def test_carried_over_the_board_it_is_told(browser_of_desk: Client, visit: Appointment, colleague: User) -> None:
    check = f"/calendar/check/?visit={visit.pk}&day=2026-01-13&at=11:00"
    told = browser_of_desk.get(check).json()
    assert told["state"] == "hard"
    assert "no longer works here" in told["says"]
    assert browser_of_desk.get(f"{check}&clinician={colleague.pk}").json()["state"] == "free"


def test_their_week_is_shown_while_something_stands_in_it(
    browser_of_desk: Client, desk: Desk, visit: Appointment
) -> None:
    text = browser_of_desk.get(WEEK).text
    assert f"/calendar/visit/{visit.pk}/" in text
    assert "no longer works here" in text
    mine = desk.physio.practice.pk
    assert f"/calendar/visit/{visit.pk}/" in browser_of_desk.get(f"{WEEK}&practice={mine}").text
    later = "/calendar/week/?day=2026-02-16"
    assert desk.physio.display_name not in browser_of_desk.get(later).text
    assert browser_of_desk.get(f"{later}&practice={mine}").status_code == 200
