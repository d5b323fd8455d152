"""Who is to be reminded by e-mail now, and the mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.chart.models import Entry
from clinic.reminders.models import Reminder, Way
from clinic.reminders.secrets import signed_key
from clinic.sync.models import SentRow

STOP = "diary mails"
"""What the key of a stop link is signed for."""
LATEST = timedelta(hours=2)
"""After that a reminder is no longer of use: where no timer ran in the evening, nobody is woken at night."""


NOT_SENT = (OSError, ValueError)
"""Whatever goes wrong on the way to the mail server; and an address or a header that no mail can have (Django's
BadHeaderError is a ValueError). One of them must not keep the mails of others."""


@dataclass
class Sent:
    mails: int = 0
    failed: int = 0
    uncertain: int = 0
    """Left out: what the mail would have said is not certain."""


def remind() -> Sent:
    """Send what is due. A mail is noted before it leaves: at most one a day and person, even where two run at once."""
    found = Sent()
    for reminder, day in due():
        if not _is_mine_to_send(reminder, day):
            continue
        try:
            mail_for(reminder).send()
            found.mails += 1
        except NOT_SENT:
            # Not tried again today: whoever hears nothing has lost a reminder, whoever hears it twice is nagged.
            found.failed += 1
    return found


def due() -> Iterator[tuple[Reminder, date]]:
    """Whose hour has come, on the clocks of their clinic, and who has not written yet and has not stopped writing."""
    now = clock.now()
    asked = Reminder.objects.filter(way=Way.MAIL, person__user__is_active=True).exclude(person__user__email="")
    for reminder in asked.select_related("person__clinic", "person__user").order_by("id"):
        zone = reminder.person.clinic.zone
        day = now.astimezone(zone).date()
        # On a day on which the clocks change an hour may be missing, or come twice: moments are compared, not hours.
        start = datetime.combine(day, time(reminder.hour), zone).astimezone(UTC)
        if reminder.sent_on != day and start <= now < start + LATEST and _is_wanted(reminder, day):
            yield reminder, day


def _is_wanted(reminder: Reminder, day: date) -> bool:
    user = reminder.person.user
    if user is None or not user.may(Permission.RECORD_DIARY):
        return False
    last = _last_day_written(reminder)
    chosen = reminder.chosen_at.astimezone(reminder.person.clinic.zone).date()
    quiet_since = max(chosen, last) if last else chosen
    return last != day and (day - quiet_since).days <= settings.REMINDER_DAYS


def _last_day_written(reminder: Reminder) -> date | None:
    """Of the diary, up to today; a day with two answers is written down as well."""
    person, today = reminder.person, clock.now().astimezone(reminder.person.clinic.zone).date()
    entries = Entry.objects.filter(
        person=person, on__lte=today, corrections__isnull=True, content__has_key="diary"
    ).order_by("-on")
    rows = SentRow.objects.filter(person=person, kind="diary", day__lte=today).exclude(says=[]).order_by("-day")
    days = [entries.values_list("on", flat=True).first(), rows.values_list("day", flat=True).first()]
    return max((one for one in days if one is not None), default=None)


def _is_mine_to_send(reminder: Reminder, day: date) -> bool:
    """One statement decides it between two that run at once."""
    waiting = Reminder.objects.filter(Q(sent_on__isnull=True) | ~Q(sent_on=day), pk=reminder.pk, way=Way.MAIL)
    return waiting.update(sent_on=day) == 1


def mail_for(reminder: Reminder) -> EmailMessage:
    """Neither who it is for, nor which clinic it comes from, nor what the diary is about."""
    user = reminder.person.user
    assert user is not None  # due() asks for it
    stop = settings.SITE_URL + reverse("reminders:stop", args=[signed_key(STOP, reminder.pk)])
    with translation.override(user.language or settings.LANGUAGE_CODE):
        text = _(
            "This is the reminder of your diary that you asked for.\n\n%(diary)s\n\n"
            "To stop these reminders, open this address:\n%(stop)s\n"
        )
        values = {"diary": settings.SITE_URL + reverse("today:today"), "stop": stop}
        return EmailMessage(
            subject=_("Your diary"),
            body=text % values,
            to=[user.email],
            # A button of the mail program itself (RFC 8058), and no answers of absence (RFC 3834).
            headers={
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "Auto-Submitted": "auto-generated",
            },
        )
