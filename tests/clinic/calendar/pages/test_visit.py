"""One appointment: steps, cancelling, correcting, moving, undoing; and two people at once."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.calendar.models import Appointment, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk


@pytest.fixture
def visit(desk: Desk, person: Person) -> Appointment:
    return desk.book(person, desk.at(10))


def moved(client: Client, visit: Appointment, at: str, version: int = 1, **more: object):
    said = {"version": version, "day": "2026-01-12", "at": at, **more}
    return client.post(f"/calendar/visit/{visit.pk}/move/", said)


def test_each_step_is_one_press(browser_of_desk: Client, desk: Desk, visit: Appointment) -> None:
    with clock.set_to(desk.at(9, 50)):
        for status in ("arrived", "in_room", "done"):
            text = browser_of_desk.get(f"/calendar/visit/{visit.pk}/").text
            button = re.search(r'class="button primary" type="submit" name="status" value="(\w+)"', text)
            assert button is not None
            assert button[1] == status
            visit.refresh_from_db()
            said = {"version": visit.version, "status": status}
            assert browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", said).status_code == 302
    visit.refresh_from_db()
    assert visit.status == "done"


def test_a_correction_is_one_press_too(browser_of_desk: Client, desk: Desk, visit: Appointment) -> None:
    with clock.set_to(desk.at(9, 50)):
        address = f"/calendar/visit/{visit.pk}/status/"
        browser_of_desk.post(address, {"version": 1, "status": "arrived"})
        without = browser_of_desk.post(address, {"version": 2, "status": "booked"})
        assert without.status_code == 422
        browser_of_desk.post(address, {"version": 2, "status": "booked", "reason": "somebody else came"})
        assert "somebody else came" in browser_of_desk.get(f"/calendar/visit/{visit.pk}/").text
    visit.refresh_from_db()
    assert visit.status == "booked"


def test_somebody_else_was_here_meanwhile(browser_of_desk: Client, visit: Appointment) -> None:
    moved(browser_of_desk, visit, "11:00")
    answer = browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", {"version": 1, "status": "confirmed"})
    assert answer.status_code == 409
    assert "Somebody has just changed this appointment" in answer.text
    assert "11:00" in answer.text  # as it stands now
    answer = moved(browser_of_desk, visit, "13:00")
    assert answer.status_code == 409
    visit.refresh_from_db()
    assert visit.status == "booked"


def test_whoever_moves_half_a_pair_is_told_what_stands_alone(
    browser_of_desk: Client, desk: Desk, visit: Appointment
) -> None:
    """A massage an hour before it: on the same day it stays a pair for two hours, and on another day it is none."""
    starts = visit.starts_at.astimezone(desk.clinic.zone)
    desk.book_massage(visit.person, desk.at(starts.hour - 1))
    kept = moved(browser_of_desk, visit, f"{starts.hour + 1:02}:00")
    assert "stands alone now" not in browser_of_desk.get(kept["Location"]).text
    apart = moved(browser_of_desk, visit, f"{starts.hour + 5:02}:00", version=2)
    text = html.unescape(browser_of_desk.get(apart["Location"]).text)
    assert "Massage therapy stands alone now:" in text
    assert "Mon 12 Jan at" in text


def test_moving_can_be_undone(browser_of_desk: Client, desk: Desk, visit: Appointment) -> None:
    answer = moved(browser_of_desk, visit, "11:00")
    assert answer["Location"] == f"/calendar/?day=2026-01-12&moved={visit.pk}"
    text = browser_of_desk.get(answer["Location"]).text
    assert "Moved: " in text
    form = text.partition('<div class="notice success undo"')[2].partition("</form>")[0]
    said = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    said.pop("csrfmiddlewaretoken", None)
    browser_of_desk.post(f"/calendar/visit/{visit.pk}/move/", {**said, "undo": "yes"})
    visit.refresh_from_db()
    assert visit.starts_at == desk.at(10)
    assert visit.version == 3


def test_undo_is_for_who_moved_it(client: Client, browser_of_desk: Client, desk: Desk, visit: Appointment) -> None:
    address = moved(browser_of_desk, visit, "11:00")["Location"]
    client.force_login(desk.physio)
    assert "Moved: " not in client.get(address).text


def test_who_came_second_is_told_and_keeps_their_choice(
    browser_of_desk: Client, desk: Desk, visit: Appointment
) -> None:
    other = build.a_person(desk.clinic, "Second")
    second = desk.book(other, desk.at(13))
    answer = moved(browser_of_desk, second, "10:00")
    assert answer.status_code == 409
    text = html.unescape(answer.text)
    assert "Somebody was faster." in text
    assert 'name="at" value="10:00"' in text  # nothing is lost
    assert text.count('name="room"') >= 2  # the next best hours, each one press
    second.refresh_from_db()
    assert second.starts_at == desk.at(13)


def test_a_soft_rule_asks_for_a_reason(browser_of_desk: Client, desk: Desk, visit: Appointment) -> None:
    answer = moved(browser_of_desk, visit, "17:30")
    assert answer.status_code == 422
    assert 'name="override_reason"' in answer.text
    assert moved(browser_of_desk, visit, "17:30", override_reason="agreed with the lead").status_code == 302
    text = browser_of_desk.get(f"/calendar/visit/{visit.pk}/").text
    assert "agreed with the lead" in text


def test_a_clinician_may_not_set_it_aside(client: Client, desk: Desk, visit: Appointment) -> None:
    client.force_login(desk.physio)
    answer = moved(client, visit, "17:30", override_reason="I say so")
    assert answer.status_code == 422
    assert "The front desk or the lead may set these aside" in answer.text
    visit.refresh_from_db()
    assert visit.starts_at == desk.at(10)


@pytest.mark.parametrize(("at", "state"), [("11:00", "free"), ("17:30", "soft"), ("13:00", "hard")])
def test_rules_are_told_while_it_is_carried(
    browser_of_desk: Client, desk: Desk, visit: Appointment, at: str, state: str
) -> None:
    desk.book(build.a_person(desk.clinic, "Other"), desk.at(13))
    answer = browser_of_desk.get(f"/calendar/check/?visit={visit.pk}&day=2026-01-12&at={at}")
    assert answer.json()["state"] == state
    assert answer.json()["says"]
    visit.refresh_from_db()
    assert visit.version == 1


def test_a_room_is_found_where_its_own_is_taken(browser_of_desk: Client, desk: Desk, visit: Appointment) -> None:
    desk.book_massage(build.a_person(desk.clinic, "Other"), desk.at(11), room=desk.room)
    assert moved(browser_of_desk, visit, "11:00").status_code == 302
    visit.refresh_from_db()
    assert visit.room == desk.second


def test_a_wish_that_is_pressed_twice_stands_once(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    said: dict[str, Any] = {"person": person.pk, "discipline": "physio", "minutes": "60"}
    for _ in range(2):
        assert browser_of_desk.post("/calendar/waiting/add/", said).status_code == 302
    assert Waiting.objects.count() == 1
    Waiting.objects.update(ended_at=NOW - timedelta(days=1))
    browser_of_desk.post("/calendar/waiting/add/", said)
    browser_of_desk.post("/calendar/waiting/add/", {**said, "person": build.a_person(desk.clinic).pk})
    assert Waiting.objects.filter(ended_at__isnull=True).count() == 2
