"""Who wants no mails before visits."""

from django.db import transaction
from django.db.models import Q

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.models import VisitMail
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.reminders.secrets import hash_of, number_in

STOP = "visit mails"
"""What the key of a stop link is signed for."""


def mails_of(person: Person) -> VisitMail:
    """Made with the first mail."""
    found, _is_new = VisitMail.objects.get_or_create(person=person)
    return found


def gets_mails(person: Person) -> bool:
    """Whether they want them; whether there is an address to send them to is another matter."""
    mails: VisitMail | None = getattr(person, "visit_mail", None)
    return mails is None or mails.stopped_at is None


def stop_mails(key: str) -> None:
    """By the link in a mail."""
    number = number_in(STOP, key)
    whose = Q(stop_sha256=hash_of(key)) if number is None else Q(pk=number)
    VisitMail.objects.filter(whose, stopped_at__isnull=True).update(stopped_at=clock.now())


def want_mails(by: Actor, person: Person, *, wants: bool) -> None:
    """As the person says, to the clinic or on their own page."""
    with transaction.atomic():
        row = mails_of(person)
        row.stopped_at = None if wants else clock.now()
        row.save(update_fields=["stopped_at"])
        reason = "wants them" if wants else "wants none"
        record(by=by, action=Action.CHANGE, subject=subject_of(person, "visit mails"), reason=reason)
