"""One's own day and visits: of who treats, and of who is treated; and the address of one's own calendar."""

import html
import re

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PATIENT
from clinic.calendar.models import CalendarFeed
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import Desk


@pytest.fixture
def patient(desk: Desk) -> Person:
    _actor, person = build.a_patient(desk.clinic)
    return person


@pytest.fixture
def own(client: Client, patient: Person) -> Client:
    assert patient.user is not None
    client.force_login(patient.user)
    return client


def test_who_comes_today_stands_first_in_order(client: Client, desk: Desk, person: Person) -> None:
    other = build.a_person(desk.clinic, "Later")
    desk.book(other, desk.at(14))
    desk.book_massage(person, desk.at(9))
    desk.book(person, desk.at(10, 15))
    client.force_login(desk.physio)
    with clock.set_to(desk.at(8)):
        answer = client.get("/")
        text = html.unescape(answer.text)
        assert [row.person for row in answer.context["booked"]] == [person, other]
        assert "Massage before it at 09:00" in text
        assert "Not screened" in text
        said = re.search(r'name="status" value="(\w+)"', text)
        assert said is not None
        assert said[1] == "arrived"
    client.force_login(desk.rmt)
    with clock.set_to(desk.at(8)):
        assert "Physiotherapy follows at 10:15" in html.unescape(client.get("/").text)


def test_massage_without_a_plan_is_asked_about(client: Client, desk: Desk, person: Person) -> None:
    desk.book_massage(person, desk.at(9))
    client.force_login(desk.rmt)
    with clock.set_to(desk.at(8)):
        text = client.get("/work-today/").text
    assert "no signed plan holds massage" in text
    assert person.name in text


def test_a_patient_sees_what_is_booked_as_trips(own: Client, desk: Desk, patient: Person) -> None:
    desk.book_massage(patient, desk.at(9))
    desk.book(patient, desk.at(10, 15))
    desk.book(patient, desk.at(11, days=3))
    gone = desk.book(patient, desk.at(11, days=7))
    gone.status = "cancelled"
    gone.save()
    text = own.get("/mine/visits/").text
    trips = text.partition('<ul class="trips">')[2].partition('<p class="small">If you')[0]
    assert trips.count("<ol>") == 2
    assert "one trip to the clinic" in trips
    assert trips.index("09:00") < trips.index("10:15") < trips.index("Thursday 15 January")
    assert "at least 24 hours before" in text
    assert "19 January" not in text
    french = own.get("/mine/visits/", headers={"accept-language": "fr"}).text
    for words in ("un seul déplacement", "jeudi 15 janvier", "au moins 24 heures avant", "Massothérapie"):
        assert words in french


def test_nobody_sees_the_visits_of_another(own: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    assert 'class="trips"' not in own.get("/mine/visits/").text


def test_the_address_of_ones_own_calendar(own: Client, patient: Person) -> None:
    assert "no calendar address yet" in own.get("/my-calendar/").text
    first, second = (_address_in(own.post("/my-calendar/", {"do": "renew"}).text) for _press in range(2))
    assert own.get(first).status_code == 404
    assert own.get(second).status_code == 200
    french = own.get("/my-calendar/", headers={"accept-language": "fr"}).text
    assert "Créer une nouvelle adresse" in french
    assert "Nous ne la gardons pas" in french
    own.post("/my-calendar/", {"do": "withdraw"})
    assert not CalendarFeed.objects.exists()


def _address_in(page: str) -> str:
    found = re.search(r"http://localhost:8000(/calendar-feed/[\w-]+/visits.ics)", page)
    assert found is not None
    return found[1]


def test_the_address_is_shown_once_and_kept_nowhere(own: Client, patient: Person) -> None:
    answer = own.post("/my-calendar/", {"do": "renew"})
    assert answer["Cache-Control"] == "private, no-store"
    key = _address_in(answer.text).split("/")[2]
    page = own.get("/my-calendar/").text
    assert key not in page
    assert "We do not keep it" in page
    assert key not in str(CalendarFeed.objects.values().get())


def test_who_treats_has_one_too_and_the_front_desk_none(client: Client, clinic: Clinic, desk: Desk) -> None:
    client.force_login(desk.physio)
    assert client.get("/my-calendar/").status_code == 200
    client.force_login(build.a_user(clinic, FRONT_DESK))
    assert "no calendar of your own" in client.get("/my-calendar/").text
    assert client.post("/my-calendar/").status_code == 403
    client.force_login(build.a_user(clinic, PATIENT))
    assert client.get("/my-calendar/").status_code == 403
