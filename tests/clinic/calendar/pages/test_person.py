"""The front desk's page of one person: visits, budgets, what is missing, when they can come."""

import html
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.audit.models import AuditEvent
from clinic.calendar.models import Away, MayCome, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk
from tests.clinic.conftest import Statements

ACCIDENT = date(2025, 12, 15)


def a_claim(desk: Desk, person: Person, elsewhere: int = 2) -> None:
    payer = {"kind": "icbc", "claim": "AB123456", "accident_date": ACCIDENT.isoformat()}
    used = {"physiotherapy": elsewhere, "massage_therapy": 0}
    content: dict[str, Any] = {
        "episode": {"started": "2025-12-20", "payer": payer},
        "facts": {"visits_elsewhere_count": used},
        "headaches": [{"id": "A"}],
    }
    content["treatments"] = [
        {"date": (ACCIDENT + timedelta(days=number)).isoformat(), "discipline": "physiotherapist", "minutes": 60}
        for number in (7, 9, 14)
    ]
    build.an_entry(build.an_actor(desk.clinic), person, kind="history", on=NOW.date(), content=content)


@pytest.fixture
def shown(browser_of_desk: Client, desk: Desk, person: Person) -> str:
    a_claim(desk, person)
    desk.book(person, desk.at(10))
    desk.book_massage(person, desk.at(9))
    return html.unescape(browser_of_desk.get(f"/desk/{person.pk}/").text)


def test_budgets_are_told_in_words(shown: str) -> None:
    assert "ICBC" in shown
    assert "5 of 25 used, 1 more booked, until 9 Mar 2026" in shown
    assert "2 of them elsewhere" in shown
    assert "covered" in shown


def test_what_is_missing_is_told(shown: str) -> None:
    for words in ("Intake: the person has not sent it", "Consent: none is written down"):
        assert words in shown


def test_a_pair_is_one_line(shown: str) -> None:
    trips = shown.partition('<ul class="trips">')[2].partition("</ul>")[0]
    assert trips.count("<li>") == 1
    assert trips.index("Massage") < trips.index("Physio")


def test_nothing_clinical_is_there(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    with clock.set_to(desk.at(18)):
        build.an_entry(build.an_actor(desk.clinic), person)
    text = browser_of_desk.get(f"/desk/{person.pk}/").text
    for words in ("frt", "blood pressure", "124", "22.5", "deficit"):
        assert words not in text.casefold()
    assert browser_of_desk.get(f"/people/{person.pk}/").status_code == 403


def test_that_a_chart_was_drawn_upon_stands_in_the_log(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    a_claim(desk, person)
    browser_of_desk.get(f"/desk/{person.pk}/")
    events = AuditEvent.objects.filter(person_id=person.pk, subject_kind="coverage")
    assert events.exists()


def test_the_day_list_shows_the_light_and_the_counter(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    a_claim(desk, person, elsewhere=20)
    desk.book(person, desk.at(10))
    text = browser_of_desk.get("/desk/?day=2026-01-12").text
    assert "23 of 25, ends 9 Mar" in text
    assert 'class="light amber"' in text


def test_before_booking_the_budget_and_the_share_are_told(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    a_claim(desk, person)
    query: dict[str, Any] = {"day": "2026-01-12", "at": "10:00", "clinician": desk.physio.pk, "person": person.pk}
    text = browser_of_desk.get("/calendar/book/", query).text
    assert "visit 6 of 25" in text
    assert "The person pays:" in text


def test_when_they_can_come(browser_of_desk: Client, person: Person) -> None:
    address = f"/desk/{person.pk}/availability/"
    browser_of_desk.post(address, {"do": "hours", "weekday": ["0", "3"], "starts": "09:00", "ends": "12:00"})
    browser_of_desk.post(address, {"do": "hours", "weekday": "3", "starts": "10:00", "ends": "11:00", "wish": "yes"})
    browser_of_desk.post(address, {"do": "away", "first": "2026-02-01", "last": "2026-02-07"})
    found = [(one.weekday, one.is_wish) for one in MayCome.objects.filter(person=person)]
    assert sorted(found) == [(0, False), (3, False), (3, True)]
    text = browser_of_desk.get(f"/desk/{person.pk}/").text
    for words in ("Mondays", "Thursdays", "wish", "Away 1 Feb 2026 to 7 Feb 2026"):
        assert words in text
    row = MayCome.objects.filter(person=person).first()
    assert row is not None
    browser_of_desk.post(address, {"do": "no_hours", "row": row.pk})
    browser_of_desk.post(address, {"do": "no_away", "row": Away.objects.get().pk})
    assert (MayCome.objects.count(), Away.objects.count()) == (2, 0)


@pytest.mark.parametrize(
    "said",
    [
        {"do": "hours", "starts": "09:00", "ends": "12:00"},
        {"do": "hours", "weekday": "1", "starts": "12:00", "ends": "12:00"},
        {"do": "away", "first": "2026-02-07", "last": "2026-02-01"},
    ],
)
def test_hours_that_cannot_be(browser_of_desk: Client, person: Person, said: dict[str, str]) -> None:
    browser_of_desk.post(f"/desk/{person.pk}/availability/", said)
    assert not MayCome.objects.exists()
    assert not Away.objects.exists()


def test_the_waiting_list(browser_of_desk: Client, person: Person) -> None:
    said = {"person": person.pk, "discipline": "rmt", "minutes": "45", "until": "2026-02-01"}
    browser_of_desk.post("/calendar/waiting/add/", said)
    text = browser_of_desk.get("/calendar/waiting/").text
    assert person.name in text
    assert "until 1 Feb" in text
    waiting = Waiting.objects.get()
    browser_of_desk.post(f"/calendar/waiting/{waiting.pk}/end/")
    assert "Nobody waits." in browser_of_desk.get("/calendar/waiting/").text


@pytest.mark.parametrize("visits", [1, 12])
def test_statements_do_not_grow(
    browser_of_desk: Client, desk: Desk, person: Person, statements: Statements, visits: int
) -> None:
    a_claim(desk, person)
    for number in range(visits):
        desk.book(person, desk.at(10, days=7 * (number % 4) + 2 * (number // 4)))
    before = len(statements.texts)
    browser_of_desk.get(f"/desk/{person.pk}/")
    assert len(statements.texts) - before <= 23
