"""The calendar of a day and of a week, and the list of the day."""

import gzip
import html
import re
from datetime import time

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.calendar.models import Room, TimeOff, Waiting
from clinic.chart.models import Person
from clinic.drafts import keeping
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_practice, a_series
from tests.clinic.conftest import Statements

DAY = "/calendar/?day=2026-01-12"
MOST_STATEMENTS = 10
MOST_BYTES = 30_000


@pytest.fixture
def staff(desk: Desk) -> list[User]:
    """Seven who treat, each with a room."""
    more = [build.a_user(desk.clinic) for _ in range(5)]
    for number, user in enumerate(more):
        a_practice(user)
        Room.objects.create(clinic=desk.clinic, name=f"Room {number}")
    return [desk.physio, *more]


def fill(desk: Desk, staff: list[User], numbers: range) -> None:
    """Each number is one place of the day."""
    rooms = list(Room.objects.filter(clinic=desk.clinic))
    for number in numbers:
        who, hour = number % len(staff), 9 + number // len(staff)
        person = build.a_person(desk.clinic, f"Family-{number:02}", given_name="Alexandra")
        desk.book(person, desk.at(hour), clinician=staff[who], room=rooms[who])


@pytest.mark.parametrize("address", [DAY, "/desk/?day=2026-01-12"])
def test_a_full_day_is_as_cheap_as_an_empty_one(
    browser_of_desk: Client, desk: Desk, staff: list[User], statements: Statements, address: str
) -> None:
    counted = []
    for numbers in (range(3), range(3, 40)):
        fill(desk, staff, numbers)
        browser_of_desk.get(address)
        before = len(statements.texts)
        answer = browser_of_desk.get(address)
        counted.append(len(statements.texts) - before)
    assert counted[0] == counted[1] <= MOST_STATEMENTS
    assert len(set(re.findall(r"Family-\d+", answer.text))) == 40
    assert len(gzip.compress(answer.content)) <= MOST_BYTES


def test_visits_gaps_and_time_off(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    TimeOff.objects.create(
        practice=desk.physio.practice, on=MONDAY, starts=time(12), ends=time(12, 30), why="break",
        said_by=desk.physio, said_at=NOW,
    )  # fmt: skip
    text = html.unescape(browser_of_desk.get(DAY).text)
    assert person.name in text
    assert "10:00–11:00" in text
    assert 'Break <span class="number">12:00–12:30</span>' in text
    assert f"/calendar/book/?day=2026-01-12&at=09:00&clinician={desk.physio.pk}" in text
    assert f"at=10:00&clinician={desk.physio.pk}" not in text
    assert f"at=12:30&clinician={desk.physio.pk}" in text


def test_massage_and_physiotherapy_of_one_person_are_one_trip(
    browser_of_desk: Client, desk: Desk, person: Person
) -> None:
    desk.book_massage(person, desk.at(9))
    desk.book(person, desk.at(10, 15))
    alone = build.a_person(desk.clinic, "Alone")
    desk.book_massage(alone, desk.at(11))
    text = browser_of_desk.get(DAY).text
    assert "then physio 10:15" in text
    assert "after massage 09:00" in text
    assert len(re.findall(r'class="join ', text)) == 1
    assert "then physio" in browser_of_desk.get(f"/desk/?day={MONDAY.isoformat()}").text


def test_the_present_hour_is_marked_only_today(browser_of_desk: Client) -> None:
    assert 'class="now' not in browser_of_desk.get(DAY).text
    assert 'class="now' in browser_of_desk.get("/calendar/").text


def test_rooms_are_columns_of_their_own(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10), room=desk.second)
    text = browser_of_desk.get(f"{DAY}&by=rooms").text
    first, _between, second = text.partition("Two</h2>")
    assert person.name not in first
    assert person.name in second


def test_what_was_cancelled_holds_no_hour_and_is_told(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    visit = desk.book(person, desk.at(10))
    said = {"version": 1, "status": "cancelled", "reason": "They are ill"}
    browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", said)
    text = html.unescape(browser_of_desk.get(DAY).text)
    assert f"at=10:00&clinician={desk.physio.pk}" in text
    assert "Not coming" in text
    assert "Fill this hour" in browser_of_desk.get(f"/calendar/visit/{visit.pk}/").text


def test_a_week_of_one_and_of_everybody(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10, days=2))
    small = browser_of_desk.get("/calendar/week/?day=2026-01-14").text
    assert f"10:00 {person.family_name}" in small
    assert "8 hours free" in small
    one = browser_of_desk.get(f"/calendar/week/?day=2026-01-12&practice={desk.physio.practice.pk}").text
    assert person.name in one
    assert "Wed 14 Jan" in one


@pytest.mark.parametrize("day", ["2026-03-08", "2026-03-09", "2026-11-01", "2026-11-02"])
def test_days_on_which_the_clocks_change(browser_of_desk: Client, day: str) -> None:
    text = browser_of_desk.get(f"/calendar/?day={day}").text
    works = day in ("2026-03-09", "2026-11-02")
    assert ("at=09:00" in text) is works


def test_the_list_of_the_day_says_what_to_mind(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    text = browser_of_desk.get("/desk/?day=2026-01-12").text
    for words in (person.name, "10:00–11:00", "not known", "new here", "intake", "consent"):
        assert words in text
    with clock.set_to(desk.at(9, 55)):
        text = browser_of_desk.get("/desk/").text
        assert "Arrived" in text
        visit = person.appointments.get()
        said = {"version": visit.version, "status": "arrived", "back": "/desk/?day=2026-01-12"}
        answer = browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", said)
        assert answer["Location"] == "/desk/?day=2026-01-12"
        assert "1 here now" in browser_of_desk.get("/desk/").text


def test_the_front_desk_arrives_at_the_list(browser_of_desk: Client) -> None:
    assert browser_of_desk.get("/")["Location"] == "/desk/"


def test_what_else_there_is_to_do_is_counted_for_this_clinic_alone(
    browser_of_desk: Client, desk: Desk, person: Person, other_clinic: Clinic
) -> None:
    for whose in (person, person, build.a_person(other_clinic)):
        Waiting.objects.create(person=whose, discipline="physio", minutes=60, since=NOW)
    a_series(desk, person, {}, {})
    a_series(desk, build.a_person(desk.clinic, "Second"), {})
    keeping.keep(build.an_actor(desk.clinic), person.pk, "treatment", {"plan": ["x"]}, ["plan"])
    side = browser_of_desk.get("/desk/").context["side"]
    assert (side.waiting, side.offers, side.first_visits, side.series, side.notes) == (2, 0, 0, 2, 1)
