"""The calls to make: looked for once, beside the page, and shown as the calendar stands."""

import html
import re
from datetime import time, timedelta

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import FRONT_DESK
from clinic.calendar.actions import change_status, take_time_off
from clinic.calendar.actions.repair_working import work_out_repair
from clinic.calendar.models import Appointment, Room, TimeOff
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_practice
from tests.clinic.calendar.pages.conftest import Begun
from tests.clinic.conftest import Statements


@pytest.fixture
def colleague(desk: Desk) -> User:
    user = build.a_user(desk.clinic)
    a_practice(user)
    Room.objects.create(clinic=desk.clinic, name="Three")
    return user


@pytest.fixture
def visit(desk: Desk, person: Person, colleague: User) -> Appointment:
    return desk.book(person, desk.at(10))


@pytest.fixture
def off(desk: Desk, visit: Appointment) -> TimeOff:
    return take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill")[0]


def page_of(off: TimeOff) -> str:
    return f"/calendar/absence/repair/?off={off.pk}"


def test_it_is_looked_for_once_however_often_somebody_asks(
    browser_of_desk: Client, visit: Appointment, off: TimeOff, begun: list[Begun]
) -> None:
    progress = f"/calendar/absence/repair/progress/?off={off.pk}"
    for _ in range(3):
        text = browser_of_desk.get(page_of(off)).text
        assert "Looking for other hours" in text
        assert visit.person.name in html.unescape(text)
        assert browser_of_desk.get(progress).status_code == 204
    again = re.search(r'http-equiv="refresh" content="3; url=([^"]+)"', html.unescape(text))
    assert again is not None
    assert again[1] == page_of(off)  # without a script
    (task,) = begun
    work_out_repair(*task, seconds=0.5)
    assert browser_of_desk.get(progress)["HX-Redirect"] == page_of(off)
    text = html.unescape(browser_of_desk.get(page_of(off)).text)
    assert "Accept this change" in text
    assert len(begun) == 1


def test_what_changed_meanwhile_is_looked_for_anew(
    browser_of_desk: Client, desk: Desk, visit: Appointment, off: TimeOff, begun: list[Begun]
) -> None:
    browser_of_desk.get(page_of(off))
    work_out_repair(*begun[0], seconds=0.5)
    # That they confirm changes no hour; the proposal is of the visit as it stands now.
    change_status(desk.by, visit.pk, version=1, status="confirmed")
    token = re.search(r'name="proposal" value="([^"]+)"', browser_of_desk.get(page_of(off)).text)
    assert token is not None
    desk.book_massage(build.a_person(desk.clinic), desk.at(11))
    assert "Looking for other hours" in browser_of_desk.get(page_of(off)).text
    assert len(begun) == 2
    # An answer to the older question is none to the newer.
    work_out_repair(begun[0][0], begun[0][1], NOW - timedelta(seconds=1), seconds=0.5)
    assert "Looking for other hours" in browser_of_desk.get(page_of(off)).text
    answer = browser_of_desk.post("/calendar/absence/repair/", {"off": off.pk, "proposal": token[1]})
    assert "Tell these people." in answer.text  # nothing was in its way
    visit.refresh_from_db()
    assert visit.status == "booked"


def test_a_proposal_is_not_kept_for_long(browser_of_desk: Client, off: TimeOff, begun: list[Begun]) -> None:
    browser_of_desk.get(page_of(off))
    work_out_repair(*begun[0], seconds=0.5)
    with clock.set_to(NOW + timedelta(minutes=16)):
        assert "Looking for other hours" in browser_of_desk.get(page_of(off)).text
    assert len(begun) == 2


def test_work_that_was_cut_off_leaves_the_visits_to_be_moved_one_by_one(
    browser_of_desk: Client, visit: Appointment, off: TimeOff, begun: list[Begun]
) -> None:
    browser_of_desk.get(page_of(off))
    with clock.set_to(NOW + timedelta(seconds=31)):
        text = browser_of_desk.get(page_of(off)).text
        assert "Move the visits one by one" in text
        assert f"/calendar/visit/{visit.pk}/move/" in text
    assert len(begun) == 1


def test_more_visits_ask_no_more_statements(
    browser_of_desk: Client, desk: Desk, off: TimeOff, begun: list[Begun], statements: Statements
) -> None:
    def asked() -> int:
        browser_of_desk.get(page_of(off))
        work_out_repair(*begun[-1], seconds=0.3)
        before = len(statements.texts)
        assert "Accept" in browser_of_desk.get(page_of(off)).text
        return len(statements.texts) - before

    few = asked()
    for hour in (11, 13, 14, 15):
        desk.book(build.a_person(desk.clinic), desk.at(hour), override_reason="they insist")
    assert asked() <= few + 1


def test_times_off_of_another_clinic_are_not_there(client: Client, off: TimeOff, begun: list[Begun]) -> None:
    client.force_login(build.a_user(build.a_clinic("South"), FRONT_DESK))
    assert client.get(page_of(off)).status_code == 404
    assert client.get(f"/calendar/absence/repair/progress/?off={off.pk}")["HX-Redirect"] == page_of(off)
    assert not begun


def test_what_would_stand_alone_is_said(
    browser_of_desk: Client, desk: Desk, visit: Appointment, begun: list[Begun]
) -> None:
    """Nobody gives massage on another day, so it cannot move with its physiotherapy."""
    person = visit.person
    massage = desk.book_massage(person, desk.at(9))
    person.may_come.create(weekday=0, starts=time(9), ends=time(10))
    person.may_come.create(weekday=2, starts=time(10), ends=time(11))
    off, _affected = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill"
    )
    Room.objects.filter(clinic=desk.clinic, name="Three").delete()
    browser_of_desk.get(page_of(off))
    (task,) = begun
    work_out_repair(*task, seconds=1)
    text = html.unescape(browser_of_desk.get(page_of(off)).text)
    assert "Massage therapy on Mon 12 Jan at 09:00 then stands alone" in text
    assert text.count('<td class="number">Mon 12 Jan') == 1, "the massage keeps its room, too"
    massage.refresh_from_db()
    assert massage.version == 1
