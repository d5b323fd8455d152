"""The mail before a visit."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.calendar.models import Appointment, SentReminder, VisitMail
from clinic.calendar.reminding.due import Due, due
from clinic.calendar.reminding.stopping import STOP, mails_of
from clinic.reminders.mailing import NOT_SENT, Sent
from clinic.reminders.secrets import signed_key
from concordant.booking.numbers import LATE_HOURS


def remind_of_visits() -> Sent:
    """Send what is due. A mail is noted before it leaves: at most one for each hour, even where two run at once. A
    visit that no longer stands at the hour that was told is left out and counted: what a mail says must hold."""
    found = Sent()
    for one in due():
        user = one.appointment.person.user
        if user is None or not user.may(Permission.OPEN_OWN_CHART):
            continue
        if not one.is_certain:
            found.uncertain += 1
            continue
        visit = _noted(one)
        if visit is None:
            continue
        try:
            mail_for(visit, mails_of(visit.person)).send()
            found.mails += 1
        except NOT_SENT:
            # Not tried again: a mail that comes twice, or in the night before, does more harm than one that is missed.
            found.failed += 1
    return found


def _noted(one: Due) -> Appointment | None:
    """The visit as it stands at this moment, noted as reminded of; None where it was cancelled or moved meanwhile, or
    where another run has it."""
    with transaction.atomic():
        visit = one.as_it_stands()
        if visit is None:
            return None
        _row, is_mine = SentReminder.objects.get_or_create(
            appointment=visit,
            starts_at=visit.starts_at,
            is_extra=one.is_extra,
            defaults={"sent_at": clock.now()},
        )
        return visit if is_mine else None


def mail_for(one: Appointment, mails: VisitMail) -> EmailMessage:
    """Day and hour and whom to call. Neither who it is for, nor which clinic, nor what the visit is about."""
    user, clinic = one.person.user, one.person.clinic
    assert user is not None
    stop = settings.SITE_URL + reverse("calendar_feed:stop", args=[signed_key(STOP, mails.pk)])
    local = one.starts_at.astimezone(clinic.zone)
    with translation.override(user.language or settings.LANGUAGE_CODE):
        call = _("To change it, call %(phone)s.") if clinic.phone else _("To change it, call us.")
        text = _(
            "You have a visit on %(day)s at %(hour)s.\n\n%(call)s "
            "Please tell us at least %(hours)s hours before if you cannot come.\n\n"
            "To stop these mails, open this address:\n%(stop)s\n"
        )
        values = {
            "day": date_format(local, "l j F Y"),
            "hour": date_format(local, "H:i"),
            "call": call % {"phone": clinic.phone},
            "hours": int(LATE_HOURS),
            "stop": stop,
        }
        return EmailMessage(
            subject=_("Your visit"),
            body=text % values,
            to=[user.email],
            # A button of the mail program itself (RFC 8058), and no answers of absence (RFC 3834).
            headers={
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "Auto-Submitted": "auto-generated",
            },
        )
