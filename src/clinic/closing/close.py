"""Closing an account in one transaction: permission, what is deleted, and the event of the log."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.models import AppointmentChange
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Entry
from clinic.closing.goes import delete_what_goes, is_empty


@dataclass(frozen=True)
class Closed:
    """What the receipt says. Plain values: the page itself carries them, signed, and nothing of it is kept."""

    name: str
    chart_number: str
    clinic: str
    phone: str
    at: datetime
    kept_until: date | None
    """None where the whole chart was deleted."""
    is_at_least: bool


def close_account(*, by: Actor, person_id: int, kept_until: date, is_at_least: bool) -> Closed:
    """One's own account, and nobody else's. The seals are not touched: entries and the log name a number."""
    subject = Subject("chart", str(person_id))
    with refusals_recorded(by=by, action=Action.CLOSE, subject=subject), transaction.atomic():
        allow(by, Permission.OPEN_OWN_CHART)
        assert by.user is not None  # nobody has no permissions, and was refused before
        log = AuditHead.locked(by.clinic_id)
        person = reach(by, person_id, people_in_reach(by).filter(user=by.user).select_related("clinic"))
        now = clock.now()
        empty = is_empty(person)
        log.append(by=by, action=Action.CLOSE, subject=subject_of(person, "account", by.user.pk))
        delete_what_goes(by.user, person)
        if empty:
            log.append(by=by, action=Action.DELETE, subject=subject_of(person))
        closed = Closed(
            name=f"{person.given_name} {person.family_name}",
            chart_number=person.chart_number,
            clinic=person.clinic.name,
            phone=person.clinic.phone,
            at=now,
            kept_until=None if empty else kept_until,
            is_at_least=is_at_least and not empty,
        )
        if empty:
            person.delete()
        else:
            person.user, person.account_closed_at = None, now
            person.save(update_fields=["user", "account_closed_at"])
        _end(User.objects.get(pk=by.user.pk))
        return closed


def _end(user: User) -> None:
    """Nobody signs in with it again, and it names nobody. The row stays where signed entries, or changes of
    visits, point at it."""
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
    signed = Entry.objects.filter(author=user).exists()
    if not signed and not AppointmentChange.objects.filter(by=user).exists():
        user.delete()
        return
    user.username = f"closed account {user.pk}"
    user.first_name = user.last_name = user.email = user.language = ""
    user.last_login = None
    user.is_active = False
    user.set_unusable_password()
    user.save()
