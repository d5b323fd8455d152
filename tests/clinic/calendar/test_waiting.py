"""A free hour is offered to a few, for a while, and the first yes has it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.record import verify_log
from clinic.calendar.actions import answer_offer, fill_cancelled, offer
from clinic.calendar.errors import FreePlace, Taken
from clinic.calendar.models import Appointment, Offer, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk, a_desk, a_series
from tests.clinic.calendar.test_at_once import at_once


def a_wish(desk: Desk, person: Person | None = None, **more: Any) -> Waiting:
    said: dict[str, Any] = {"discipline": "physio", "minutes": 60, "since": NOW}
    return Waiting.objects.create(person=person or build.a_person(desk.clinic), **(said | more))


def an_hour(desk: Desk) -> FreePlace:
    return FreePlace(desk.physio, desk.room, desk.at(10))


def test_the_first_yes_has_it_and_the_others_are_told(desk: Desk) -> None:
    wishes = [a_wish(desk) for _ in range(3)]
    first, second, third = offer(desk.by, [one.pk for one in wishes], an_hour(desk))
    assert first.ends_at == NOW + timedelta(minutes=30)
    assert answer_offer(desk.by, first.pk, "no") is None
    made = answer_offer(desk.by, second.pk, "yes")
    assert made is not None
    assert (made.person, made.starts_at, made.clinician) == (wishes[1].person, desk.at(10), desk.physio)
    assert list(Offer.objects.order_by("pk").values_list("answer", flat=True)) == ["no", "yes", "late"]
    with pytest.raises(ValidationError, match="faster"):
        answer_offer(desk.by, third.pk, "yes")
    assert [one.ended_at for one in Waiting.objects.order_by("pk")] == [None, NOW, None]
    assert verify_log(desk.clinic.pk) is None


def test_an_offer_ends(desk: Desk) -> None:
    (one,) = offer(desk.by, [a_wish(desk).pk], an_hour(desk))
    with clock.set_to(NOW + timedelta(minutes=30)):
        with pytest.raises(ValidationError, match="over"):
            answer_offer(desk.by, one.pk, "yes")
        # What has run out leaves room for others.
        offer(desk.by, [a_wish(desk).pk for _ in range(3)], an_hour(desk))


def test_to_three_at_a_time_and_nobody_twice(desk: Desk) -> None:
    wishes = [a_wish(desk).pk for _ in range(4)]
    with pytest.raises(ValidationError, match="at most 3"):
        offer(desk.by, wishes, an_hour(desk))
    offer(desk.by, wishes[:2], an_hour(desk))
    with pytest.raises(ValidationError, match="already"):
        offer(desk.by, wishes[:1], an_hour(desk))
    with pytest.raises(ValidationError, match="at most 3"):
        offer(desk.by, wishes[2:], an_hour(desk))
    assert Offer.objects.count() == 2


def test_the_visit_of_a_series_is_booked_as_such(desk: Desk, person: Person) -> None:
    visit = a_series(desk, person, {}).visits.get()
    (one,) = offer(desk.by, [a_wish(desk, person, prescribed=visit).pk], an_hour(desk))
    made = answer_offer(desk.by, one.pk, "yes")
    assert made is not None
    assert made.prescribed == visit


def test_an_hour_that_was_booked_otherwise(desk: Desk, person: Person) -> None:
    (one,) = offer(desk.by, [a_wish(desk).pk], an_hour(desk))
    desk.book(person, desk.at(10, 30))
    with pytest.raises(Taken):
        answer_offer(desk.by, one.pk, "yes")
    one.refresh_from_db()
    assert one.answer == ""
    assert Waiting.objects.get().ended_at is None


def test_a_person_answers_for_themselves_and_for_nobody_else(desk: Desk) -> None:
    patient, own = build.a_patient(desk.clinic)
    mine, other = offer(desk.by, [a_wish(desk, own).pk, a_wish(desk).pk], an_hour(desk))
    with pytest.raises(Http404):
        answer_offer(patient, other.pk, "no")
    made = answer_offer(patient, mine.pk, "yes")
    assert made is not None
    assert made.person == own


def test_what_cannot_be_offered(desk: Desk, other_clinic: Clinic) -> None:
    wish = a_wish(desk)
    there = a_desk(other_clinic)
    for wrong in ([999], [wish.pk, 999], [], [a_wish(there).pk], [a_wish(desk, ended_at=NOW).pk]):
        with pytest.raises(Http404):
            offer(desk.by, wrong, an_hour(desk))
    with pytest.raises(Http404):
        offer(desk.by, [wish.pk], FreePlace(there.physio, desk.room, desk.at(10)))
    with pytest.raises(ValidationError, match="over"):
        offer(desk.by, [wish.pk], FreePlace(desk.physio, desk.room, NOW))
    patient, _own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        offer(patient, [wish.pk], an_hour(desk))
    with pytest.raises(ValidationError):
        answer_offer(desk.by, 1, "perhaps")
    with pytest.raises(Http404):
        answer_offer(desk.by, 999, "yes")
    assert not Offer.objects.exists()


def test_an_hour_that_stands_is_not_filled(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    with pytest.raises(ValidationError, match="stands"):
        fill_cancelled(desk.by, made.pk)


def test_nobody_waits(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    Appointment.objects.update(status="cancelled")
    assert fill_cancelled(desk.by, made.pk) == ()


@pytest.mark.django_db(transaction=True)
def test_three_say_yes_at_once() -> None:
    desk = a_desk()
    wishes = [a_wish(desk).pk for _ in range(3)]
    with clock.set_to(NOW):
        offers = offer(desk.by, wishes, an_hour(desk))
    answers = at_once(lambda number: answer_offer(desk.by, offers[number % 3].pk, "yes"))
    assert len([one for one in answers if isinstance(one, Appointment)]) == 1, answers
    assert Appointment.objects.count() == 1
    assert verify_log(desk.clinic.pk) is None


def test_an_hour_instead_of_a_visit_moves_it(desk: Desk, person: Person) -> None:
    later = desk.book(person, desk.at(10, days=4))
    wish = a_wish(desk, person)
    (one,) = offer(desk.by, [wish.pk], an_hour(desk))
    made = answer_offer(desk.by, one.pk, "yes", instead_of=later.pk)
    assert made is not None
    assert (made.pk, made.starts_at, made.version) == (later.pk, desk.at(10), 2)
    assert Appointment.objects.filter(person=person).count() == 1
    wish.refresh_from_db()
    assert wish.ended_at == NOW
    assert list(later.changes.order_by("pk").values_list("what", flat=True)) == ["booked", "moved"]
    assert verify_log(desk.clinic.pk) is None


@pytest.mark.parametrize("whose", ["somebody", "discipline", "past", "nothing"])
def test_instead_of_what_is_not_theirs_nothing_is_taken(desk: Desk, person: Person, whose: str) -> None:
    desk.book(person, desk.at(10, days=4))
    match whose:
        case "somebody":
            key = desk.book(build.a_person(desk.clinic), desk.at(12)).pk
        case "discipline":
            key = desk.book_massage(person, desk.at(12, days=3)).pk
        case "past":
            key = desk.book(person, desk.at(9, days=-7), override_reason="written down afterwards").pk
        case _:
            key = 10**17
    (one,) = offer(desk.by, [a_wish(desk, person).pk], an_hour(desk))
    before = set(Appointment.objects.values_list("pk", "starts_at"))
    with pytest.raises(ValidationError, match="not to come"):
        answer_offer(desk.by, one.pk, "yes", instead_of=key)
    one.refresh_from_db()
    assert (one.answer, set(Appointment.objects.values_list("pk", "starts_at"))) == ("", before)
