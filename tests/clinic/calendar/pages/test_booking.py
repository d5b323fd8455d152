"""Booking one visit from an empty hour."""

import html
from typing import Any

from django.test import Client

from clinic.calendar.models import Appointment
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import Desk, a_series

HOUR: dict[str, Any] = {"day": "2026-01-12", "at": "10:00"}


def test_from_an_empty_hour_to_a_visit(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    query = {**HOUR, "clinician": desk.physio.pk}
    found = browser_of_desk.get("/calendar/book/", {**query, "q": person.family_name[:4]})
    assert person.family_name in found.text
    page = browser_of_desk.get("/calendar/book/", {**query, "person": person.pk})
    text = html.unescape(page.text)
    assert "No rule is against it." in text
    assert "Nobody has said yet who pays." in text
    answer = browser_of_desk.post("/calendar/book/", {**query, "person": person.pk, "minutes": 60, "kind": "initial"})
    assert answer["Location"] == "/calendar/?day=2026-01-12"
    made = Appointment.objects.get()
    assert (made.starts_at, made.kind, made.clinician) == (desk.at(10), "initial", desk.physio)


def test_looking_again_books_nothing(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    said = {**HOUR, "at": "17:30", "clinician": desk.physio.pk, "person": person.pk, "do": "look"}
    answer = browser_of_desk.post("/calendar/book/", said)
    assert answer.status_code == 200
    assert 'value="17:30"' in answer.text
    assert "This is against a rule" in answer.text
    assert not Appointment.objects.exists()


def test_against_a_rule_only_with_a_reason(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    said = {**HOUR, "at": "17:30", "clinician": desk.physio.pk, "person": person.pk}
    assert browser_of_desk.post("/calendar/book/", said).status_code == 422
    assert not Appointment.objects.exists()
    browser_of_desk.post("/calendar/book/", {**said, "override_reason": "no other hour"})
    assert Appointment.objects.get().override_reason == "no other hour"


def test_a_taken_hour_is_told_with_the_next_best(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(build.a_person(desk.clinic, "First"), desk.at(10))
    said = {**HOUR, "clinician": desk.physio.pk, "person": person.pk, "kind": "treatment", "minutes": 60}
    answer = browser_of_desk.post("/calendar/book/", said)
    assert answer.status_code == 409
    text = html.unescape(answer.text)
    assert "Somebody was faster." in text
    assert f"person={person.pk}&day=2026-01-12&at=" in text
    assert Appointment.objects.count() == 1


def test_a_visit_of_the_plan_is_offered_and_linked(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {"minutes": 45})
    visit = series.visits.get()
    query = {**HOUR, "clinician": desk.physio.pk, "person": person.pk}
    assert 'name="prescribed"' in browser_of_desk.get("/calendar/book/", query).text
    browser_of_desk.post("/calendar/book/", {**query, "prescribed": visit.pk})
    made = Appointment.objects.get()
    assert made.prescribed == visit
    assert made.ends_at == desk.at(10, 45)
    assert 'name="prescribed"' not in browser_of_desk.get("/calendar/book/", query).text
