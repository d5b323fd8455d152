"""The database itself lets no two standing visits share an hour, whatever Python does."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.calendar.clocks import moment
from clinic.calendar.models import ENDED, Appointment
from clinic.calendar.one_at_a_time import what_is_taken
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_desk


def row(desk: Desk, person: Person, hour: int, **more: Any) -> Appointment:
    """Straight into the table, past every action."""
    starts_at = desk.at(hour)
    said: dict[str, Any] = {
        "clinic": desk.clinic,
        "person": person,
        "clinician": desk.physio,
        "room": desk.room,
        "discipline": "physio",
        "kind": "treatment",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=60),
        "free_at": starts_at + timedelta(minutes=75),
    }
    return Appointment(**(said | more))


@pytest.mark.parametrize("what", ["clinician", "room", "person"])
@pytest.mark.parametrize("how", ["insert", "update", "status", "bulk"])
def test_behind_the_back_of_the_models(desk: Desk, person: Person, what: str, how: str) -> None:
    row(desk, person, 9).save()
    another = build.a_user(desk.clinic)
    free: dict[str, Any] = {"clinician": another, "room": desk.second, "person": build.a_person(desk.clinic)}
    same = {"clinician": desk.physio, "room": desk.room, "person": person}
    more = free | {what: same[what]}
    with pytest.raises(IntegrityError) as refused:
        _take_the_same_hour(desk, how, more)
    assert what_is_taken(refused.value) == what


def _take_the_same_hour(desk: Desk, how: str, more: dict[str, Any]) -> None:
    with transaction.atomic():
        if how == "insert":
            row(desk, hour=9, **more).save()
        elif how == "bulk":
            Appointment.objects.bulk_create([row(desk, hour=9, **more)])
        elif how == "status":
            row(desk, hour=9, **more, status="cancelled").save()
            Appointment.objects.filter(status="cancelled").update(status="booked")
        else:
            late = row(desk, hour=14, **more)
            late.save()
            begins, ends = desk.at(9), desk.at(10)
            Appointment.objects.filter(pk=late.pk).update(starts_at=begins, ends_at=ends, free_at=ends)


def test_hours_that_touch_do_not_meet(desk: Desk, person: Person) -> None:
    row(desk, person, 9, free_at=desk.at(10)).save()
    row(desk, person, 10).save()
    massage = {"clinician": desk.rmt, "room": desk.second}
    row(desk, person, 11, **massage).save()  # the person is free while the room is made ready
    assert Appointment.objects.count() == 3


def test_a_visit_is_not_in_its_own_way(desk: Desk, person: Person) -> None:
    made = row(desk, person, 9)
    made.save()
    made.starts_at += timedelta(minutes=15)
    made.save()
    Appointment.objects.update(status="confirmed")
    assert Appointment.objects.get().status == "confirmed"


def test_another_refusal_is_not_taken_for_this_one(desk: Desk, person: Person) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row(desk, person, 9, ends_at=desk.at(8)).save()
    assert what_is_taken(refused.value) is None


_HOURS = st.lists(
    st.tuples(
        st.integers(0, 1),  # clinician
        st.integers(0, 1),  # room
        st.integers(0, 2),  # person
        st.integers(0, 24),  # quarter hours after nine
        st.integers(1, 5),  # length
        st.integers(0, 2),  # turn-over
        st.sampled_from(["booked", "done", "cancelled", "no_show"]),
    ),
    max_size=12,
)


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=_HOURS)
def test_random_bookings_never_overlap(wanted: list[tuple[int, int, int, int, int, int, str]]) -> None:
    with transaction.atomic():
        _try_all(wanted)
        transaction.set_rollback(True)


def _try_all(wanted: list[tuple[int, int, int, int, int, int, str]]) -> None:
    desk = a_desk()
    people = [build.a_person(desk.clinic) for _ in range(3)]
    start = moment(MONDAY, 9 * 60, desk.clinic.zone)
    quarter = timedelta(minutes=15)
    refused: list[Appointment] = []
    for clinician, room, person, begins, length, after, status in wanted:
        one = row(
            desk,
            people[person],
            9,
            clinician=(desk.physio, desk.rmt)[clinician],
            room=(desk.room, desk.second)[room],
            starts_at=start + begins * quarter,
            ends_at=start + (begins + length) * quarter,
            free_at=start + (begins + length + after) * quarter,
            status=status,
        )
        if not _saved(one):
            refused.append(one)
    kept = [one for one in Appointment.objects.filter(clinic=desk.clinic) if one.status not in ENDED]
    for number, one in enumerate(kept):
        assert not any(meets(one, other) for other in kept[:number])
    # Nor is anything refused that stood in nobody's way: what was kept after it can only have added reasons.
    for one in refused:
        assert any(meets(one, other) for other in kept)


def _saved(one: Appointment) -> bool:
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError as error:
        if what_is_taken(error) is None:
            raise
        return False
    return True


def meets(one: Appointment, other: Appointment) -> bool:
    held = one.starts_at < other.free_at and other.starts_at < one.free_at
    same = one.clinician_id == other.clinician_id or one.room_id == other.room_id
    own = one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return (held and same) or (own and one.person_id == other.person_id)


def test_the_guarantee_is_of_this_database(db: None) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%one_at_a_time%'")
            assert cursor.fetchone()[0] == 2
        else:
            cursor.execute("SELECT count(*) FROM pg_constraint WHERE contype = 'x'")
            assert cursor.fetchone()[0] == 3
