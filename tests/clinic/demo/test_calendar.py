"""The demo clinic has a day to look at, and the same one each time."""

from datetime import UTC, date, datetime

import pytest

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PHYSIOTHERAPIST, RMT
from clinic.audit.record import verify_log
from clinic.calendar.models import Appointment, AppointmentChange, Practice, Room, Series, Waiting
from clinic.chart.models import Entry
from clinic.demo import loading
from clinic.demo.calendar import keep_calendar
from tests.clinic import build

TODAY = date(2026, 1, 14)
NOON = datetime(2026, 1, 14, 20, tzinfo=UTC)


def made() -> list[tuple[str, str, str, str, str]]:
    clinic = build.a_clinic()
    roles = {"physio": PHYSIOTHERAPIST, "rmt": RMT, "desk": FRONT_DESK, "lead": CLINIC_LEAD}
    staff = {name: build.a_user(clinic, role) for name, role in roles.items()}
    people = [build.a_person(clinic, f"Number {number}", chart_number=f"{number:05}") for number in range(30)]
    with clock.set_to(NOON):
        keep_calendar(clinic, staff, people, people[5], TODAY)
    rows = Appointment.objects.filter(clinic=clinic).select_related("person", "room").order_by("starts_at", "room")
    return [(str(one.starts_at), one.person.chart_number, one.room.name, one.discipline, one.status) for one in rows]


@pytest.mark.django_db
def test_two_weeks_of_visits_with_everything_that_happens() -> None:
    rows = made()
    assert rows == made()  # in another clinic with people of the same numbers
    clinic = Clinic.objects.earliest("id")
    mine = Appointment.objects.filter(clinic=clinic)
    statuses = list(mine.values_list("status", flat=True))
    assert {"done", "booked", "confirmed", "cancelled", "no_show"} == set(statuses)
    assert statuses.count("cancelled") == statuses.count("no_show") == 1
    assert AppointmentChange.objects.filter(appointment__in=mine).values("appointment").distinct().count() == len(mine)
    days = {one.starts_at.astimezone(clinic.zone).date() for one in mine}
    assert (min(days), max(days)) == (date(2026, 1, 7), date(2026, 1, 21))
    pairs = [one for one in mine.filter(discipline="rmt") if one.person.appointments.filter(
        starts_at__gte=one.ends_at, starts_at__lte=one.free_at, discipline="physio")]  # fmt: skip
    assert len(pairs) == mine.filter(discipline="rmt").count() > 5
    assert Room.objects.filter(clinic=clinic).count() == Practice.objects.filter(clinician__clinic=clinic).count() == 3
    assert Waiting.objects.filter(person__clinic=clinic).count() == 3
    own = Series.objects.get(person__clinic=clinic, ended_at__isnull=True)
    assert own.person.chart_number == "00005"
    assert not Appointment.objects.filter(prescribed__series=own).exists()


@pytest.mark.django_db
def test_most_visits_that_are_done_have_a_note_of_their_hour_and_a_few_do_not() -> None:
    made()
    clinic = Clinic.objects.get()
    done = Appointment.objects.filter(clinic=clinic, status="done")
    noted = 0
    for one in done:
        day = one.starts_at.astimezone(clinic.zone).date()
        notes = Entry.objects.filter(person=one.person, kind="treatment", on=day, author=one.clinician)
        noted += notes.exists()
        assert all(note.content["treatments"][0]["minutes"] == 60 for note in notes)
        assert all(note.recorded_at >= one.ends_at for note in notes)
    assert 0.7 * len(done) < noted < len(done)
    assert verify_log(clinic.pk) is None


@pytest.mark.django_db
def test_the_demo_is_made_for_the_day_on_the_clocks_of_the_clinic(monkeypatch: pytest.MonkeyPatch) -> None:
    """At six in the evening in Vancouver it is the next day in UTC."""
    days: list[date] = []

    def nobody(_seed: int, today: date) -> list[object]:
        days.append(today)
        return []

    monkeypatch.setattr(loading, "demo_clinic", nobody)
    for name in ("open_books", "keep_calendar", "bill"):
        monkeypatch.setattr(loading, name, lambda *_told: None)
    monkeypatch.setattr(loading, "EXAMPLES", loading.EXAMPLES / "none")
    with clock.set_to(datetime(2026, 11, 24, 2, tzinfo=UTC)), pytest.raises(KeyError):
        loading.load(lambda _line: None)
    assert days == [date(2026, 11, 23)]
