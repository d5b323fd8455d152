"""Who closes their account loses the address of their calendar; what they did in the clinic's calendar stays."""

from datetime import date

from clinic.accounts.models import User
from clinic.audit.record import verify_log
from clinic.calendar.actions import answer_offer, offer
from clinic.calendar.feeds.keys import renew_feed
from clinic.calendar.models import Appointment, AppointmentChange, CalendarFeed, VisitMail
from clinic.calendar.reminding.stopping import mails_of
from clinic.closing.close import close_account
from tests.clinic import build
from tests.clinic.calendar.desk import Desk
from tests.clinic.calendar.test_waiting import a_wish, an_hour


def test_an_hour_that_was_taken_by_oneself_outlives_the_account(desk: Desk) -> None:
    patient, own = build.a_patient(desk.clinic)
    assert patient.user is not None
    renew_feed(patient)
    mails_of(own)
    (one,) = offer(desk.by, [a_wish(desk, own).pk], an_hour(desk))
    answer_offer(patient, one.pk, "yes")
    close_account(by=patient, person_id=own.pk, kept_until=date(2040, 1, 1), is_at_least=False)
    assert not CalendarFeed.objects.exists()
    assert not VisitMail.objects.exists()
    assert Appointment.objects.get().person == own
    assert AppointmentChange.objects.get().by_id == patient.user.pk
    assert not User.objects.get(pk=patient.user.pk).is_active
    assert verify_log(desk.clinic.pk) is None
