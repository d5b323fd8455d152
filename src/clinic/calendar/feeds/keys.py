"""Making, renewing and withdrawing the address of one's own feed."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.actor import Actor
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.models import CalendarFeed, Practice
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.reminders.secrets import a_key, hash_of


def renew_feed(by: Actor) -> str:
    """The address of a feed, to be shown now or never: the one before leads nowhere from here on. Of one's own account
    alone, for the clinic and the role that it has."""
    with refusals_recorded(by=by, action=Action.FEED, subject=_subject(by)), transaction.atomic():
        user = _of_somebody_with_visits(by)
        key = a_key()
        said = {"key_sha256": hash_of(key), "made_for": _made_for(user), "made_at": clock.now(), "read_on": None}
        CalendarFeed.objects.update_or_create(user=user, defaults=said)
        record(by=by, action=Action.FEED, subject=_subject(by), reason="made")
        return settings.SITE_URL + reverse("calendar_feed:feed", args=[key])


def feed_of(user: User) -> CalendarFeed | None:
    """That works, in the clinic and the role that they have."""
    return CalendarFeed.objects.filter(user=user, made_for=_made_for(user)).first()


def feed_at(key: str) -> CalendarFeed | None:
    """None for a secret of nobody, of an account that is closed, or one that was made in another clinic or role."""
    rows = CalendarFeed.objects.filter(key_sha256=hash_of(key), user__is_active=True)
    found = rows.select_related("user__clinic", "user__person__clinic").first()
    return found if found is not None and found.made_for == _made_for(found.user) else None


def note_reading(feed: CalendarFeed, by: Actor, person: Person | None) -> None:
    """The first of each day stands in the log, with where it came from. A calendar asks every hour: more would hide
    everything else."""
    user = feed.user
    assert user.clinic is not None
    today = clock.now().astimezone(user.clinic.zone).date()
    if feed.read_on == today:
        return
    subject = subject_of(person, "calendar feed", user.pk) if person else Subject("calendar feed", str(user.pk))
    with transaction.atomic():
        if CalendarFeed.objects.filter(pk=feed.pk).exclude(read_on=today).update(read_on=today):
            record(by=by, action=Action.VIEW, subject=subject, clinic_id=user.clinic.pk, reason="read by its address")


def withdraw_feed(by: Actor) -> None:
    """The address leads nowhere from here on."""
    with transaction.atomic():
        gone, _rows = CalendarFeed.objects.filter(user=by.user).delete()
        if gone:
            record(by=by, action=Action.FEED, subject=_subject(by), reason="withdrawn")


def own_person(user: User) -> Person | None:
    """Of a patient's account."""
    return getattr(user, "person", None) if user.may(Permission.OPEN_OWN_CHART) else None


def has_practice(user: User) -> bool:
    """They treat people here."""
    return user.may(Permission.KEEP_CALENDAR) and Practice.objects.filter(clinician=user).exists()


def _of_somebody_with_visits(by: Actor) -> User:
    user = by.user
    if user is None or not (own_person(user) or has_practice(user)):
        raise PermissionDenied("needs: visits of one's own")
    return user


def _made_for(user: User) -> str:
    return f"{user.clinic_id} {user.role}"


def _subject(by: Actor) -> Subject:
    return Subject("calendar feed", str(by.user.pk) if by.user else "")
