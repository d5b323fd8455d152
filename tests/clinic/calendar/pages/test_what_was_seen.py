"""A press does what the page showed, or says that it is no longer so."""

import html
import re
from datetime import time
from typing import Any

from django.test import Client

from clinic.accounts.models import Clinic
from clinic.calendar.actions import drop_list, propose_series, take_time_off
from clinic.calendar.models import Appointment, ListProposal
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_series
from tests.clinic.calendar.pages.test_booking import HOUR
from tests.clinic.calendar.test_list import worked_out

STEP = "/calendar/series/step/"


def forms(text: str) -> list[dict[str, str]]:
    """The hidden fields of each form, and what its first button sends."""
    found = []
    for form in re.findall(r"<form.*?</form>", text, re.DOTALL):
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        fields |= dict(re.findall(r'<button[^>]* name="(\w+)" value="(\w+)"', form)[:1])
        found.append({name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"})
    return found


def test_a_list_that_took_the_place_of_the_one_on_the_page(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    seen = worked_out(desk, [a_series(desk, person, {})])
    pressed = [one for one in forms(browser_of_desk.get("/calendar/series/").text) if "proposal" in one]
    assert {one["do"] for one in pressed} == {"book", "drop"}
    drop_list(desk.by, seen.pk)
    worked_out(desk, [a_series(desk, build.a_person(desk.clinic), {})])
    for said in (*pressed, {"do": "stop", "proposal": seen.pk}, {"do": "book", "way": "1"}):
        answer = browser_of_desk.post(STEP, said, follow=True)
        assert "This proposal is no longer there." in answer.text
    assert not Appointment.objects.exists()
    assert ListProposal.objects.exists()


def test_a_visit_of_the_plan_that_a_colleague_booked(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    visit = a_series(desk, person, {}).visits.get()
    first = desk.book(person, desk.at(10), prescribed=visit)
    said = {**HOUR, "day": "2026-01-15", "clinician": desk.physio.pk, "person": person.pk, "prescribed": visit.pk}
    answer = browser_of_desk.post("/calendar/book/", said)
    assert answer.status_code == 409
    text = html.unescape(answer.text)
    assert "This visit of the series has an hour already." in text
    assert f"/calendar/visit/{first.pk}/" in text
    assert "What you book here now would be a further visit." in text
    assert "would be a further visit" in browser_of_desk.get("/calendar/book/", said).text
    assert Appointment.objects.count() == 1


def test_a_visit_of_a_plan_that_a_newer_one_ended(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {})
    series.ended_at = NOW
    series.save()
    said = {**HOUR, "clinician": desk.physio.pk, "person": person.pk, "prescribed": series.visits.get().pk}
    answer = browser_of_desk.post("/calendar/book/", said)
    assert answer.status_code == 409
    assert "A newer plan took the place of this series." in answer.text


def test_what_is_somebody_elses_is_not_there(
    browser_of_desk: Client, desk: Desk, person: Person, other_clinic: Clinic
) -> None:
    foreign = a_series(desk, build.a_person(desk.clinic), {}).visits.get()
    room = other_clinic.rooms.create(name="Theirs")
    said = {**HOUR, "clinician": desk.physio.pk, "person": person.pk}
    assert browser_of_desk.post("/calendar/book/", {**said, "prescribed": foreign.pk}).status_code == 404
    assert browser_of_desk.post("/calendar/book/", {**said, "room": room.pk}).status_code == 404
    assert not Appointment.objects.exists()


def test_the_choice_of_another_series(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    mine, other = a_series(desk, person, {}), a_series(desk, build.a_person(desk.clinic), {})
    choice = propose_series(desk.by, other).choices[0].token
    answer = browser_of_desk.post(f"/calendar/series/{mine.pk}/", {"choice": choice})
    assert answer.status_code == 409
    assert "This proposal is of another series." in answer.text
    assert not Appointment.objects.exists()


def test_what_stands_again_against_a_rule_is_asked_about_first(
    browser_of_desk: Client, desk: Desk, person: Person
) -> None:
    made = desk.book(person, desk.at(10))
    page = f"/calendar/visit/{made.pk}/"
    browser_of_desk.post(f"{page}status/", {"version": 1, "status": "cancelled", "reason": "ill"})
    take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill")
    answer = browser_of_desk.post(f"{page}status/", {"version": 2, "status": "booked", "reason": "by mistake"})
    assert answer.status_code == 422
    assert "ill, the whole day." in answer.text
    said = next(one for one in forms(answer.text) if one.get("reason") == "by mistake")
    browser_of_desk.post(f"{page}status/", {**said, "override_reason": "well again"})
    made.refresh_from_db()
    assert (made.status, made.override_reason) == ("booked", "well again")
    assert "by mistake; well again" in browser_of_desk.get(page).text


def test_a_day_that_is_over_is_told(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    said: dict[str, Any] = {"day": "2026-01-08", "at": "10:00", "clinician": desk.physio.pk, "person": person.pk}
    assert "Only a visit that took place is entered late." in browser_of_desk.get("/calendar/book/", said).text
    assert browser_of_desk.post("/calendar/book/", said).status_code == 422
    browser_of_desk.post("/calendar/book/", {**said, "override_reason": "she came without an hour"})
    assert Appointment.objects.get().override_reason == "she came without an hour"


def test_a_whole_day_off_is_said_in_words(browser_of_desk: Client, desk: Desk) -> None:
    midnight = time(0)
    take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=midnight, ends=midnight, why="ill")
    text = browser_of_desk.get("/calendar/?day=2026-01-12").text
    assert "Ill the whole day" in text
    assert "00:00–" not in text


def test_a_visit_that_goes_on_past_midnight_stands_on_both_days(
    browser_of_desk: Client, desk: Desk, person: Person
) -> None:
    late = desk.book(person, desk.at(23, 30), override_reason="a night of the study")
    for day in ("2026-01-12", "2026-01-13"):
        assert f"/calendar/visit/{late.pk}/" in browser_of_desk.get(f"/calendar/?day={day}").text
    assert "00:00–00:30" in browser_of_desk.get("/calendar/?day=2026-01-13").text
    assert f"/calendar/visit/{late.pk}/" not in browser_of_desk.get("/calendar/?day=2026-01-14").text


def test_who_may_not_give_hours_back_has_no_button(client: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    midnight = time(0)
    off, _touched = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=midnight, ends=midnight, why="ill"
    )
    page = f"/calendar/hours/{desk.physio.practice.pk}/"
    end = f"/calendar/absence/{off.pk}/end/"
    client.force_login(desk.rmt)
    assert end not in client.get(page).text
    assert client.post(end).status_code == 403
    client.force_login(desk.physio)
    assert end in client.get(page).text
