"""Making, renewing and withdrawing the address of one's own feed."""

import secrets

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
from clinic.chart.models import Person

KEY_BYTES = 32
"""Nobody guesses 256 bits; who holds such an address needs no sign-in."""


def renew_feed(by: Actor) -> CalendarFeed:
    """A feed, or another address for it: the one before leads nowhere from here on. Of one's own account alone."""
    with refusals_recorded(by=by, action=Action.FEED, subject=_subject(by)), transaction.atomic():
        user = _of_somebody_with_visits(by)
        found, _is_new = CalendarFeed.objects.update_or_create(
            user=user, defaults={"key": secrets.token_urlsafe(KEY_BYTES), "made_at": clock.now()}
        )
        record(by=by, action=Action.FEED, subject=_subject(by), reason="made")
        return found


def withdraw_feed(by: Actor) -> None:
    """The address leads nowhere from here on."""
    with transaction.atomic():
        gone, _rows = CalendarFeed.objects.filter(user=by.user).delete()
        if gone:
            record(by=by, action=Action.FEED, subject=_subject(by), reason="withdrawn")


def address_of(feed: CalendarFeed) -> str:
    """As a calendar is told it."""
    return settings.SITE_URL + reverse("calendar_feed:feed", args=[feed.key])


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


def _subject(by: Actor) -> Subject:
    return Subject("calendar feed", str(by.user.pk) if by.user else "")
