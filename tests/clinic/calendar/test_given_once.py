"""One wish has one hour, an hour that is taken is offered to nobody, and what has been stays on its day."""

import pytest
from django.core.exceptions import ValidationError

from clinic import clock
from clinic.calendar.actions import answer_offer, change_status, move, offer
from clinic.calendar.errors import FreePlace, Taken
from clinic.calendar.models import Appointment, Offer, Waiting
from clinic.chart.models import Person
from tests.clinic.calendar.desk import NOW, Desk, a_series
from tests.clinic.calendar.test_waiting import a_wish, an_hour


def test_one_wish_is_filled_once(desk: Desk) -> None:
    wish = a_wish(desk)
    offers = [offer(desk.by, [wish.pk], FreePlace(desk.physio, desk.room, desk.at(10, days=day)))[0] for day in (0, 2)]
    assert answer_offer(desk.by, offers[0].pk, "yes") is not None
    with pytest.raises(ValidationError, match="no longer"):
        answer_offer(desk.by, offers[1].pk, "yes")
    assert Appointment.objects.count() == 1


def test_who_waits_no_more_is_not_booked(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {})
    wish = a_wish(desk, person, prescribed=series.visits.get())
    (one,) = offer(desk.by, [wish.pk], an_hour(desk))
    Waiting.objects.update(ended_at=NOW)
    with pytest.raises(ValidationError, match="no longer"):
        answer_offer(desk.by, one.pk, "yes")
    assert answer_offer(desk.by, one.pk, "no") is None
    assert not Appointment.objects.exists()


def test_an_hour_that_has_begun_is_not_taken_any_more(desk: Desk) -> None:
    with clock.set_to(desk.at(9, 50)):
        (one,) = offer(desk.by, [a_wish(desk).pk], an_hour(desk))
    with clock.set_to(desk.at(10, 5)), pytest.raises(ValidationError, match="over"):
        answer_offer(desk.by, one.pk, "yes")
    assert not Appointment.objects.exists()


def test_an_hour_that_is_taken_is_not_offered(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    with pytest.raises(Taken):
        offer(desk.by, [a_wish(desk).pk], an_hour(desk))
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    ("status", "told"), [("arrived", "another day"), ("in_room", "another day"), ("done", "is done")]
)
def test_a_visit_that_has_been_stays_on_its_day(desk: Desk, person: Person, status: str, told: str) -> None:
    made = desk.book(person, desk.at(10))
    with clock.set_to(desk.at(10, 5)):
        made = change_status(desk.by, made.pk, version=1, status=status, reason="they are here")
        for days in (1, -1):
            with pytest.raises(ValidationError, match=told):
                move(desk.by, made.pk, version=2, starts_at=desk.at(10, days=days), override_reason="dragged")
        if status == "arrived":  # they wait for somebody who is late
            assert move(desk.by, made.pk, version=2, starts_at=desk.at(11)).status == status
            return
        with pytest.raises(ValidationError, match="not moved"):
            move(desk.by, made.pk, version=2, starts_at=desk.at(11))


def test_who_has_the_hour_back_does_not_wait_for_another(desk: Desk, person: Person) -> None:
    visit = a_series(desk, person, {}).visits.get()
    made = desk.book(person, desk.at(10), prescribed=visit)
    change_status(desk.by, made.pk, version=1, status="cancelled")
    a_wish(desk, person, prescribed=visit)
    change_status(desk.by, made.pk, version=2, status="booked", reason="they can come after all")
    assert Waiting.objects.get().ended_at == NOW
