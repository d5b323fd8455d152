"""One's own clinician is who has seen the person, not who is booked next."""

from datetime import timedelta

from clinic.accounts.models import User
from clinic.accounts.roles import CLINIC_LEAD
from clinic.audit.actor import Actor
from clinic.calendar.models import Appointment
from clinic.calendar.problem.series import problem_of
from clinic.chart.models import Person
from concordant.booking.problem import Discipline
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk, a_practice, a_series


def usual(desk: Desk, person: Person) -> object:
    (one,) = problem_of(desk.by, [a_series(desk, person, {})]).instance.people
    return one.usual.get(Discipline.PHYSIO)


def a_colleague(desk: Desk) -> User:
    colleague = build.a_user(desk.clinic, CLINIC_LEAD)
    a_practice(colleague)
    return colleague


def done(desk: Desk, person: Person, days: int, clinician: User) -> None:
    visit = desk.book(person, desk.at(9, days=days), clinician=clinician, override_reason="written down afterwards")
    Appointment.objects.filter(pk=visit.pk).update(status="done")


def test_visits_that_took_place_outweigh_a_booking_ahead(desk: Desk, person: Person) -> None:
    colleague = a_colleague(desk)
    for days in (-14, -11, -7):
        done(desk, person, days, desk.physio)
    done(desk, person, -4, colleague)
    desk.book(person, desk.at(9, days=2), clinician=colleague)
    assert usual(desk, person) == f"c{desk.physio.pk}"


def test_a_visit_that_stands_in_the_chart_alone_counts(desk: Desk, person: Person) -> None:
    colleague = a_colleague(desk)
    day = NOW.date() - timedelta(days=3)
    content = {"treatments": [{"date": day.isoformat(), "discipline": "physiotherapist", "status": "attended"}]}
    build.an_entry(Actor(desk.physio), person, kind="treatment", on=day, content=content)
    desk.book(person, desk.at(9, days=2), clinician=colleague)
    assert usual(desk, person) == f"c{desk.physio.pk}"


def test_before_the_first_visit_it_is_who_is_booked_most(desk: Desk, person: Person) -> None:
    colleague = a_colleague(desk)
    assert usual(desk, person) is None
    desk.book(person, desk.at(9, days=1), clinician=desk.physio)
    for days in (3, 7):
        desk.book(person, desk.at(9, days=days), clinician=colleague)
    assert usual(desk, person) == f"c{colleague.pk}"


def test_who_works_here_no_more_is_nobody_s_own(desk: Desk, person: Person) -> None:
    colleague = a_colleague(desk)
    for days in (-14, -11):
        done(desk, person, days, colleague)
    done(desk, person, -4, desk.physio)
    User.objects.filter(pk=colleague.pk).update(is_active=False)
    assert usual(desk, person) == f"c{desk.physio.pk}"
