"""A series is prescribed from the signed plan, and booked whole or not at all."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.calendar.actions import book_series, prescribe_series
from clinic.calendar.errors import RulesBroken, Taken
from clinic.calendar.models import Appointment, AppointmentChange, Series, Waiting
from clinic.calendar.proposals import Choice, ProposedVisit, UnplacedVisit
from clinic.chart.models import Person
from concordant.booking.solution import Code, Reason
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_desk, a_series

FULL = Reason(Code.FULL, {"days": {MONDAY}, "clinician": 3})


def a_plan(desk: Desk, person: Person, **more: Any) -> None:
    plan = {
        "date": "2026-01-08",
        "headache": "A",
        "phase": "relief",
        "visits_per_week": {"physiotherapist": 2.0, "rmt": 1.0},
        "items": [],
        "retest": "2026-01-29",
        **more,
    }
    plan = {name: value for name, value in plan.items() if value is not None}
    by = build.an_actor(desk.clinic)
    content = {"headaches": [{"id": "A", "facts": {}}], "plans": [plan]}
    build.an_entry(by, person, kind="plan", on=NOW.date(), content=content)


def a_choice(desk: Desk, series: Series, *hours: int, unplaced: int = 0) -> Choice:
    """The first visits so many days after Monday, at nine; those at the end without a place."""
    visits = list(series.visits.all())
    placed = tuple(
        ProposedVisit(visit, desk.physio, desk.room, desk.at(9, days=days), desk.at(10, days=days))
        for visit, days in zip(visits, hours, strict=False)
    )
    left = visits[len(visits) - unplaced :] if unplaced else []
    return Choice(series, 1, placed, tuple(UnplacedVisit(one, (FULL,)) for one in left))


def test_the_signed_plan_unfolds_into_visits(desk: Desk, person: Person) -> None:
    a_plan(desk, person)
    series = prescribe_series(desk.by, person, starts=MONDAY)
    assert series.plan is not None
    assert series.plan.kind == "plan"
    found = [(one.discipline, one.kind, (one.earliest - MONDAY).days) for one in series.visits.all()]
    assert found == [
        ("physio", "initial", 0),
        ("physio", "treatment", 2),
        ("rmt", "treatment", 0),
        ("physio", "treatment", 7),
        ("physio", "treatment", 9),
        ("rmt", "treatment", 7),
        ("physio", "retest", 14),
        ("physio", "treatment", 16),
        ("rmt", "treatment", 18),
    ]
    pairs = [(one.rank, one.before.rank) for one in series.visits.all() if one.before]
    assert pairs == [(2, 1), (5, 3), (8, 7)]
    looked = AuditEvent.objects.get(subject_kind="plan")
    assert (looked.action, looked.person_id, looked.who_id) == ("view", person.pk, desk.by.user.pk)  # type: ignore[union-attr]
    assert verify_log(desk.clinic.pk) is None


def test_half_a_visit_a_week_is_every_second_week(desk: Desk, person: Person) -> None:
    a_plan(desk, person, visits_per_week={"physiotherapist": 0.5}, retest=None, phase="strengthen")
    series = prescribe_series(desk.by, person, starts=MONDAY)
    assert [((one.earliest - MONDAY).days, (one.latest - MONDAY).days) for one in series.visits.all()] == [
        (0, 13),
        (14, 27),
        (28, 41),
    ]


def test_more_visits_than_a_week_can_hold_are_refused_and_end_nothing(desk: Desk, person: Person) -> None:
    a_plan(desk, person)
    older = prescribe_series(desk.by, person, starts=MONDAY)
    a_plan(desk, person, visits_per_week={"physiotherapist": 5.0})
    with pytest.raises(ValidationError, match="more than 4 visits"):
        prescribe_series(desk.by, person, starts=MONDAY)
    older.refresh_from_db()
    assert older.ended_at is None
    assert older.visits.exists()


def test_a_newer_series_takes_the_place_of_the_older(desk: Desk, person: Person) -> None:
    a_plan(desk, person)
    older = prescribe_series(desk.by, person, starts=MONDAY)
    first, second = older.visits.all()[:2]
    booked = desk.book(person, desk.at(9), prescribed=first)
    Waiting.objects.create(person=person, prescribed=second, discipline="physio", minutes=60, since=NOW)
    newer = prescribe_series(desk.by, person, starts=MONDAY)
    older.refresh_from_db()
    booked.refresh_from_db()
    assert (older.ended_at, newer.ended_at, booked.status) == (NOW, None, "booked")
    assert not Waiting.objects.filter(ended_at__isnull=True).exists()
    assert newer.visits.first().kind == "treatment"  # type: ignore[union-attr]  # the first visit is booked already


@pytest.mark.parametrize(
    ("more", "starts"),
    [({"visits_per_week": {}, "retest": None}, MONDAY), ({}, MONDAY - timedelta(days=9)), ({}, MONDAY.replace(2028))],
)
def test_what_asks_for_no_visits(desk: Desk, person: Person, more: dict[str, Any], starts: Any) -> None:
    a_plan(desk, person, **more)
    with pytest.raises(ValidationError):
        prescribe_series(desk.by, person, starts=starts)
    assert not Series.objects.exists()


def test_without_a_plan_and_for_others(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    with pytest.raises(ValidationError, match="physiotherapist signs"):
        prescribe_series(desk.by, person, starts=MONDAY)
    with pytest.raises(Http404):
        prescribe_series(desk.by, build.a_person(other_clinic), starts=MONDAY)
    patient, own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        prescribe_series(patient, own, starts=MONDAY)


def test_a_series_is_booked_in_one_go_and_the_rest_waits(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, {}, {})
    choice = a_choice(desk, series, 0, 2, unplaced=1)
    made = book_series(desk.by, choice.token)
    assert [one.starts_at for one in made] == [desk.at(9), desk.at(9, days=2)]
    assert Appointment.objects.count() == AppointmentChange.objects.count() == 2
    waiting = Waiting.objects.get()
    assert (waiting.prescribed, waiting.since, waiting.ended_at) == (series.visits.last(), NOW, None)
    assert waiting.reasons == [{"code": "full", "data": {"days": [MONDAY.isoformat()], "clinician": 3}}]
    assert AuditEvent.objects.filter(action="book").count() == 2
    assert verify_log(desk.clinic.pk) is None


def test_who_waits_already_keeps_the_place_in_the_queue(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {})
    book_series(desk.by, a_choice(desk, series, unplaced=1))
    with clock.set_to(NOW + timedelta(hours=1)):
        book_series(desk.by, a_choice(desk, series, unplaced=1))
    assert Waiting.objects.get().since == NOW


def test_one_taken_hour_and_nothing_is_booked(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, {}, {})
    choice = a_choice(desk, series, 0, 2, unplaced=1)
    desk.book(build.a_person(desk.clinic), desk.at(9, days=2))
    with pytest.raises(Taken):
        book_series(desk.by, choice)
    assert Appointment.objects.count() == 1
    assert not Waiting.objects.exists()
    assert verify_log(desk.clinic.pk) is None


def test_every_hour_that_breaks_a_rule_is_told(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, {}, {})
    with pytest.raises(RulesBroken) as told:
        book_series(desk.by, a_choice(desk, series, 0, 1, 5))
    assert [one.rule for one in told.value.broken] == ["too_soon", "working_hours"]
    assert all(one.says.startswith("2026-01-1") for one in told.value.broken)
    assert not Appointment.objects.exists()


def test_a_choice_comes_back_as_it_went(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    series = a_series(desk, person, {})
    token = a_choice(desk, series, 0).token
    for broken in ("", "x", token[:-1] + ("a" if token[-1] != "a" else "b"), token + "x"):
        with pytest.raises(ValidationError, match="broken"):
            book_series(desk.by, broken)
    with pytest.raises(Http404):
        book_series(a_desk(other_clinic).by, token)
    patient, _own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        book_series(patient, token)
    series.ended_at = NOW
    series.save()
    with pytest.raises(ValidationError, match="newer plan"):
        book_series(desk.by, token)
    assert not Appointment.objects.exists()


def test_pressed_twice_it_is_booked_once(desk: Desk, person: Person) -> None:
    choice = a_choice(desk, a_series(desk, person, {}), 0)
    book_series(desk.by, choice)
    with pytest.raises(Taken):
        book_series(desk.by, choice)
    assert Appointment.objects.count() == 1


def test_a_retest_that_is_due_comes_first(desk: Desk, person: Person) -> None:
    a_plan(desk, person, retest="2026-01-09")
    series = prescribe_series(desk.by, person, starts=MONDAY)
    kinds = [(one.discipline, one.kind) for one in series.visits.all()]
    assert kinds == [("physio", "initial"), ("physio", "treatment"), ("rmt", "treatment")]


def test_two_headaches_are_looked_after_in_the_same_visits(desk: Desk, person: Person) -> None:
    a_plan(desk, person, visits_per_week={"physiotherapist": 1.0}, retest="2026-01-15")
    by = build.an_actor(desk.clinic)
    second: dict[str, Any] = {
        "date": "2026-01-08",
        "headache": "B",
        "phase": "relief",
        "items": [],
        "retest": "2026-01-22",
    }
    second |= {"visits_per_week": {"physiotherapist": 1.0, "rmt": 1.0}}
    content = {"headaches": [{"id": "B", "facts": {}}], "plans": [second]}
    build.an_entry(by, person, kind="plan", on=NOW.date(), content=content)
    series = prescribe_series(desk.by, person, starts=MONDAY)
    found = [((one.earliest - MONDAY).days // 7, one.discipline, one.kind) for one in series.visits.all()]
    assert found == [
        (0, "physio", "initial"),
        (0, "rmt", "treatment"),
        (1, "physio", "retest"),
        (1, "rmt", "treatment"),
    ]
