"""A visit that waits: why, what would give it an hour, and what the person could change."""

import html
from datetime import date, time, timedelta

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.audit.models import AuditEvent
from clinic.calendar.models import Appointment, MayCome, PrescribedVisit, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_desk, a_series

SUNDAYS = {"weekday": 6, "starts": time(9), "ends": time(12)}
TWO_WEEKS = tuple(
    {"earliest": MONDAY + timedelta(days=days), "latest": MONDAY + timedelta(days=days + 4)} for days in (0, 7)
)


def page_of(browser: Client, visit: PrescribedVisit, **asked: str) -> str:
    return html.unescape(browser.get(f"/calendar/waiting/visit/{visit.pk}/", asked).text)


def test_why_and_what_would_help(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.may_come.create(**SUNDAYS)
    (visit,) = a_series(desk, person, {}).visits.all()
    text = page_of(browser_of_desk, visit)
    assert "Why it has no hour" in text
    assert "the person and those who give physiotherapy are never there on the same day" in text
    assert "if the person can come from" in text
    assert "They can: write it down" in text


def test_what_helps_can_be_written_down_and_then_there_is_an_hour(
    browser_of_desk: Client, desk: Desk, person: Person
) -> None:
    person.may_come.create(**SUNDAYS)
    (visit,) = a_series(desk, person, {}).visits.all()
    here = f"/calendar/waiting/visit/{visit.pk}/"
    said = {"do": "hours", "weekday": "0", "starts": "09:00", "ends": "10:00", "back": here}
    answer = browser_of_desk.post(f"/desk/{person.pk}/availability/", said)
    assert answer["Location"] == here
    text = page_of(browser_of_desk, visit)
    assert "It has an hour" in text
    assert "Monday 12 January 2026 at 09:00" in text
    assert f"prescribed={visit.pk}&day=2026-01-12&at=09:00" in text


def test_other_hours_bring_as_many_as_the_series_then_gets(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.may_come.create(**SUNDAYS)
    first, _second = a_series(desk, person, *TWO_WEEKS).visits.all()
    text = page_of(browser_of_desk, first, weekday="2", starts="10:00", ends="11:00")
    assert "2 visits more would have an hour." in text
    assert "Wed 14 Jan" in text
    assert "Wed 21 Jan" in text
    assert "write it down and propose the series" in text
    assert MayCome.objects.filter(person=person).count() == 1  # nothing was written down
    assert not Appointment.objects.exists()
    MayCome.objects.create(person=person, weekday=2, starts=time(10), ends=time(11))
    series = html.unescape(browser_of_desk.get(f"/calendar/series/{first.series_id}/").text)
    assert "Book all 2 visits" in series


def test_hours_that_bring_nothing(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.may_come.create(**SUNDAYS)
    (visit,) = a_series(desk, person, {}).visits.all()
    text = page_of(browser_of_desk, visit, weekday="5", starts="10:00", ends="12:00")
    assert "It brings nothing more." in text
    assert "propose the series" not in text


def test_a_day_on_which_they_would_be_here_after_all(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.away.create(first=MONDAY, last=MONDAY + timedelta(days=4))
    (visit,) = a_series(desk, person, TWO_WEEKS[0]).visits.all()
    assert "They are here after all on" in page_of(browser_of_desk, visit)
    text = page_of(browser_of_desk, visit, here="2026-01-14")
    assert "1 visit more would have an hour." in text
    assert "Wed 14 Jan" in text


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ({"weekday": "2", "starts": "11:00", "ends": "10:00"}, 422, "The hours end before they begin."),
        ({"weekday": "7", "starts": "10:00", "ends": "11:00"}, 400, ""),
        ({"weekday": "x", "starts": "10:00", "ends": "11:00"}, 400, ""),
        ({"weekday": "2", "starts": "", "ends": "11:00"}, 400, ""),
        ({"here": "yesterday"}, 400, ""),
    ],
)
def test_what_cannot_be_meant(
    browser_of_desk: Client, desk: Desk, person: Person, asked: dict[str, str], status: int, says: str
) -> None:
    person.may_come.create(**SUNDAYS)
    (visit,) = a_series(desk, person, {}).visits.all()
    answer = browser_of_desk.get(f"/calendar/waiting/visit/{visit.pk}/", asked)
    assert answer.status_code == status
    assert says in answer.text


def test_a_visit_that_has_its_hour_or_is_of_an_old_plan(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    booked, old = a_series(desk, person, *TWO_WEEKS).visits.all()
    desk.book(person, desk.at(10), prescribed=booked)
    answer = browser_of_desk.get(f"/calendar/waiting/visit/{booked.pk}/", follow=True)
    assert "This visit has its hour." in answer.text
    old.series.ended_at = desk.at(9)
    old.series.save()
    answer = browser_of_desk.get(f"/calendar/waiting/visit/{old.pk}/", follow=True)
    assert "A newer plan took the place of this series." in answer.text


def test_nothing_of_another_clinic(browser_of_desk: Client, other_clinic: Clinic, client: Client) -> None:
    other = a_desk(other_clinic)
    (visit,) = a_series(other, build.a_person(other_clinic, "Faraway"), {}).visits.all()
    assert browser_of_desk.get(f"/calendar/waiting/visit/{visit.pk}/").status_code == 404


def test_who_looked_is_in_the_log(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.may_come.create(**SUNDAYS)
    (visit,) = a_series(desk, person, {}).visits.all()
    page_of(browser_of_desk, visit)
    (event,) = AuditEvent.objects.filter(action="view", subject_kind="waiting", subject_id=str(visit.pk))
    assert event.chart_number == person.chart_number


def test_the_waiting_list_leads_there(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    (visit,) = a_series(desk, person, {}).visits.all()
    Waiting.objects.create(
        person=person, prescribed=visit, discipline="physio", minutes=60, since=desk.at(9), reasons=[]
    )
    for address in ("/calendar/waiting/", f"/desk/{person.pk}/"):
        assert f"/calendar/waiting/visit/{visit.pk}/" in browser_of_desk.get(address).text


def test_away_is_offered_for_days_of_the_window_alone(browser_of_desk: Client, desk: Desk, person: Person) -> None:
    person.away.create(first=date(2025, 1, 1), last=MONDAY)
    (visit,) = a_series(desk, person, TWO_WEEKS[0]).visits.all()
    text = page_of(browser_of_desk, visit)
    assert text.count('<option value="2026-01-12"') == 1
    assert '<option value="2026-01-11"' not in text
