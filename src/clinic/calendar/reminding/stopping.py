"""Who wants no mails before visits."""

import secrets

from clinic import clock
from clinic.calendar.feeds.keys import KEY_BYTES
from clinic.calendar.models import VisitMail
from clinic.chart.models import Person


def mails_of(person: Person) -> VisitMail:
    """Made with the first mail."""
    found, _is_new = VisitMail.objects.get_or_create(
        person=person, defaults={"stop_key": secrets.token_urlsafe(KEY_BYTES)}
    )
    return found


def stop_mails(key: str) -> None:
    """By the link in a mail."""
    VisitMail.objects.filter(stop_key=key, stopped_at__isnull=True).update(stopped_at=clock.now())


def want_mails(person: Person, *, wants: bool) -> None:
    """As the person says, to the clinic or on their own page."""
    row = mails_of(person)
    row.stopped_at = None if wants else clock.now()
    row.save(update_fields=["stopped_at"])
