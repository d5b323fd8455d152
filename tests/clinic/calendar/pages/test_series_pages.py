"""A series from the plan to its hours, a whole list of them, somebody who is ill, and an hour that became free."""

import html
import re
from datetime import time, timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from clinic import clock
from clinic.calendar.actions.repair_working import work_out_repair
from clinic.calendar.models import Appointment, Offer, Room, Series, TimeOff, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_practice, a_series
from tests.clinic.calendar.pages.conftest import Begun

TWO_WEEKS = tuple(
    {"earliest": MONDAY + timedelta(days=days), "latest": MONDAY + timedelta(days=days + 4)} for days in (0, 7)
)


def a_plan(desk: Desk, person: Person) -> None:
    plan = {
        "date": "2026-01-08", "headache": "A", "phase": "relief", "retest": "2026-01-29", "items": [],
        "visits_per_week": {"physiotherapist": 2.0, "rmt": 1.0},
    }  # fmt: skip
    content = {"headaches": [{"id": "A", "facts": {}}], "plans": [plan]}
    build.an_entry(build.an_actor(desk.clinic), person, kind="plan", on=NOW.date(), content=content)


def choices(text: str) -> list[str]:
    return re.findall(r'name="choice" value="([^"]+)"', html.unescape(text))


def test_from_the_plan_to_booked_in_two_presses(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    a_plan(desk, person)
    answer = browser_of_desk.post(f"/desk/{person.pk}/series/", {"starts": "2026-01-12"})
    series = Series.objects.get()
    assert answer["Location"] == f"/calendar/series/{series.pk}/"
    text = browser_of_desk.get(answer["Location"]).text
    found = choices(text)
    assert 1 <= len(found) <= 3
    assert "Book all" in text
    answer = browser_of_desk.post(f"/calendar/series/{series.pk}/", {"choice": found[0]})
    assert answer["Location"] == f"/desk/{person.pk}/"
    made = Appointment.objects.filter(person=person)
    assert made.count() + Waiting.objects.filter(person=person).count() == series.visits.count()
    assert made.filter(discipline="rmt").exists()
    text = browser_of_desk.get(f"/desk/{person.pk}/").text
    assert "are booked" in text


def test_what_stands_already_counts_and_is_told(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    a_plan(desk, person)
    first, second = a_series(desk, person, *TWO_WEEKS).visits.all()
    desk.book(person, desk.at(10), prescribed=first)
    desk.book(person, desk.at(10, days=2))
    desk.book(person, desk.at(10, days=4))
    gone = desk.book(person, desk.at(10, days=7), prescribed=second)
    Appointment.objects.filter(pk=gone.pk).update(status="cancelled")
    answer = browser_of_desk.post(f"/desk/{person.pk}/series/", {"starts": "2026-01-12"})
    told = [str(one) for one in get_messages(answer.wsgi_request)]
    assert told == [
        "2 visits of this plan are booked already and count.",
        "From 12 Jan 2026 the week has 1 physiotherapy visit more than the plan asks for. Cancel one.",
    ]
    series = Series.objects.get(ended_at__isnull=True)
    in_first_week = series.visits.filter(earliest__lt=MONDAY + timedelta(days=7))
    assert [one.discipline for one in in_first_week] == ["rmt"]


def test_without_a_plan_it_says_so(browser_of_desk: Client, person: Person) -> None:
    answer = browser_of_desk.post(f"/desk/{person.pk}/series/", {"starts": "2026-01-12"}, follow=True)
    assert "No signed plan asks for visits" in answer.text


def test_all_or_none_where_an_hour_was_taken(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    series = a_series(desk, person, *TWO_WEEKS)
    address = f"/calendar/series/{series.pk}/"
    choice = choices(browser_of_desk.get(address).text)[0]
    for hour in range(9, 17):
        desk.book(build.a_person(desk.clinic, f"Taken-{hour}"), desk.at(hour), override_reason="full")
    answer = browser_of_desk.post(address, {"choice": choice})
    assert answer.status_code == 409
    assert "Nothing was booked. Here are new proposals." in answer.text
    assert not Appointment.objects.filter(person=person).exists()


@pytest.mark.parametrize("choice", ["", "x", "x" * 5000])
def test_a_choice_that_is_not_ours(browser_of_desk: Client, desk: Desk, person: Person, choice: str) -> None:
    series = a_series(desk, person, {})
    answer = browser_of_desk.post(f"/calendar/series/{series.pk}/", {"choice": choice})
    assert answer.status_code == 409
    assert not Appointment.objects.exists()


def test_why_a_visit_has_no_hour_is_said(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.may_come.create(weekday=6, starts=time(9), ends=time(12))
    series = a_series(desk, person, {})
    text = browser_of_desk.get(f"/calendar/series/{series.pk}/").text
    assert "has no hour and will wait" in text
    assert "The person and the clinicians have no hour in common." in text


def test_ill_today_and_everybody_is_called(
    browser_of_desk: Client, desk: Desk, person: Person, begun: list[Begun]
) -> None:
    colleague = build.a_user(desk.clinic)
    a_practice(colleague)
    Room.objects.create(clinic=desk.clinic, name="Three")
    visit = desk.book(person, desk.at(10))
    page = browser_of_desk.get(f"/calendar/absence/?practice={desk.physio.practice.pk}&day=2026-01-12").text
    assert f'value="practice:{desk.physio.practice.pk}" selected' in page
    said = {"whose": f"practice:{desk.physio.practice.pk}", "day": "2026-01-12", "whole": "yes", "why": "ill"}
    answer = browser_of_desk.post("/calendar/absence/", said)
    off = TimeOff.objects.get()
    assert answer["Location"] == f"/calendar/absence/repair/?off={off.pk}"
    text = html.unescape(browser_of_desk.get(answer["Location"]).text)
    assert person.name in text
    work_out_repair(*begun[0], seconds=0.5)
    text = html.unescape(browser_of_desk.get(answer["Location"]).text)
    token = re.search(r'name="proposal" value="([^"]+)"', text)
    assert token is not None
    answer = browser_of_desk.post("/calendar/absence/repair/", {"off": off.pk, "proposal": token[1]})
    assert "Tell these people." in answer.text
    visit.refresh_from_db()
    assert visit.version == 2
    again = browser_of_desk.post("/calendar/absence/repair/", {"off": off.pk, "proposal": token[1]})
    assert again.status_code == 409


def test_back_earlier(browser_of_desk: Client, desk: Desk) -> None:
    said = {"whose": f"room:{desk.room.pk}", "day": "2026-01-12", "starts": "09:00", "ends": "12:00", "why": "closed"}
    answer = browser_of_desk.post("/calendar/absence/", said, follow=True)
    assert "No visit stood in it." in answer.text
    browser_of_desk.post(f"/calendar/absence/{TimeOff.objects.get().pk}/end/")
    assert not TimeOff.objects.exists()


@pytest.mark.parametrize(
    "said", [{"starts": "12:00", "ends": "11:00"}, {"starts": "09:00", "ends": "10:00", "why": "x"}]
)
def test_time_off_that_cannot_be(browser_of_desk: Client, desk: Desk, said: dict[str, str]) -> None:
    whole = {"whose": f"practice:{desk.physio.practice.pk}", "day": "2026-01-12", "why": "ill", **said}
    assert browser_of_desk.post("/calendar/absence/", whole).status_code == 422
    assert not TimeOff.objects.exists()


def test_an_hour_that_became_free_goes_to_the_first_yes(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    visit = desk.book(person, desk.at(10))
    waiting = [
        Waiting.objects.create(person=build.a_person(desk.clinic, name), discipline="physio", minutes=60, since=NOW)
        for name in ("Early", "Late")
    ]
    browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", {"version": 1, "status": "cancelled", "reason": "ill"})
    text = browser_of_desk.get(f"/calendar/visit/{visit.pk}/fill/").text
    assert "Early" in text
    said = {"waiting": [one.pk for one in waiting]}
    assert browser_of_desk.post(f"/calendar/visit/{visit.pk}/fill/", said)["Location"] == "/calendar/waiting/"
    assert "open until" in browser_of_desk.get("/calendar/waiting/").text
    first, second = Offer.objects.order_by("id")
    browser_of_desk.post(f"/calendar/offers/{first.pk}/", {"answer": "yes"})
    answer = browser_of_desk.post(f"/calendar/offers/{second.pk}/", {"answer": "yes"}, follow=True)
    assert "Somebody was faster" in answer.text
    taken = Appointment.objects.exclude(pk=visit.pk).get()
    assert (taken.starts_at, taken.person) == (desk.at(10), first.waiting.person)


def test_an_hour_that_is_not_free_is_not_offered(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    visit = desk.book(person, desk.at(10))
    assert "the visit stands" in browser_of_desk.get(f"/calendar/visit/{visit.pk}/fill/").text
    with clock.set_to(desk.at(12)):
        browser_of_desk.post(f"/calendar/visit/{visit.pk}/status/", {"version": 1, "status": "no_show"})
        Waiting.objects.create(person=person, discipline="physio", minutes=60, since=NOW)
        said = {"waiting": [Waiting.objects.get().pk]}
        assert browser_of_desk.post(f"/calendar/visit/{visit.pk}/fill/", said).status_code == 422


def test_a_filled_hour_asks_instead_of_what(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    later = desk.book(person, desk.at(10, days=4))
    gone = desk.book(build.a_person(desk.clinic), desk.at(10))
    Appointment.objects.filter(pk=gone.pk).update(status="cancelled")
    waiting = Waiting.objects.create(person=person, discipline="physio", minutes=60, since=NOW)
    browser_of_desk.post(f"/calendar/visit/{gone.pk}/fill/", {"waiting": [waiting.pk]})
    one = Offer.objects.get()
    assert "instead of Fri 16 Jan 10:00" in browser_of_desk.get("/calendar/waiting/").text
    answer = browser_of_desk.post(f"/calendar/offers/{one.pk}/", {"answer": "yes"}, follow=True)
    assert "instead of the visit on Fri 16 Jan" in answer.text
    assert browser_of_desk.post(f"/calendar/offers/{one.pk}/", {"answer": "yes", "instead": "x"}).status_code == 400
    browser_of_desk.post(f"/calendar/offers/{one.pk}/", {"answer": "yes", "instead": later.pk})
    later.refresh_from_db()
    assert later.starts_at == desk.at(10)
    assert Appointment.objects.filter(person=person).count() == 1


def test_a_filled_hour_may_be_one_more(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10, days=4))
    gone = desk.book(build.a_person(desk.clinic), desk.at(10))
    Appointment.objects.filter(pk=gone.pk).update(status="cancelled")
    waiting = Waiting.objects.create(person=person, discipline="physio", minutes=60, since=NOW)
    browser_of_desk.post(f"/calendar/visit/{gone.pk}/fill/", {"waiting": [waiting.pk]})
    browser_of_desk.post(f"/calendar/offers/{Offer.objects.get().pk}/", {"answer": "yes", "instead": "more"})
    assert Appointment.objects.filter(person=person).count() == 2


def test_without_any_hour_it_says_why_once_and_offers_no_empty_way(
    browser_of_desk: Client, desk: Desk, person: Person
) -> None:
    person.may_come.create(weekday=6, starts=time(9), ends=time(12))
    series = a_series(desk, person, *TWO_WEEKS)
    address = f"/calendar/series/{series.pk}/"
    text = browser_of_desk.get(address).text
    assert "No hour was found" in text
    assert "Way 1" not in text
    assert text.count("cannot come at any hour") == 1
    assert browser_of_desk.post(address, {"choice": choices(text)[0]}).status_code == 302
    assert Waiting.objects.filter(person=person).count() == 2


def test_the_list_and_the_day_agree_on_what_is_to_book(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    waits, open_one = a_series(desk, person, *TWO_WEEKS), a_series(desk, build.a_person(desk.clinic, "Bo"), {})
    for visit in waits.visits.all():
        Waiting.objects.create(person=person, prescribed=visit, discipline="physio", minutes=60, since=NOW)
    assert "1 series to book" in browser_of_desk.get("/desk/").text
    text = browser_of_desk.get("/calendar/series/").text
    assert f'name="series" value="{open_one.pk}"' in text
    assert f'name="series" value="{waits.pk}"' not in text


def test_what_comes_after_the_retest_is_told(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    after = {"earliest": MONDAY + timedelta(days=14), "latest": MONDAY + timedelta(days=20)}
    retest = {"kind": "retest", "earliest": MONDAY + timedelta(days=7), "latest": MONDAY + timedelta(days=10)}
    series = a_series(desk, person, {}, retest, after)
    text = browser_of_desk.get(f"/calendar/series/{series.pk}/").text
    assert "1 visit comes after the retest of the days from 19 Jan 2026" in text
