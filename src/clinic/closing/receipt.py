"""The receipt: what was closed, deleted and kept, on paper."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clinic.closing.close import Closed
from concordant.letters.letter import Letter, Paragraph, Points, Section
from concordant.letters.people import Paper

_SALT = "clinic.closing.receipt"
VALID_S = 3600
"""Seconds. The account is gone, so what is sent back shows by itself who may have the receipt: nothing is kept."""


def token_of(closed: Closed) -> str:
    until = closed.kept_until.isoformat() if closed.kept_until else None
    return signing.dumps({**asdict(closed), "at": closed.at.isoformat(), "kept_until": until}, salt=_SALT)


def closed_of(token: str) -> Closed | None:
    """None for what is too old or was not made here."""
    try:
        told: dict[str, Any] = signing.loads(token, salt=_SALT, max_age=VALID_S)
    except signing.BadSignature:
        return None
    until = told["kept_until"]
    told |= {"at": datetime.fromisoformat(told["at"]), "kept_until": until and date.fromisoformat(until)}
    return Closed(**told)


def day(one: date) -> str:
    return date_format(one, "j M Y")


def sections(closed: Closed) -> Iterator[Section]:
    ended = (
        _("The account is closed. Nobody can sign in with it."),
        _("Every device was signed out."),
        _(
            "Deleted: the name and the password or passkey of the account, its e-mail address, its language, its "
            "reminders, and what was begun and not sent."
        ),
    )
    yield Section(_("What has ended"), (Points(ended),))
    if closed.kept_until is None:
        told = _(
            "Nothing was ever written in the chart. So the whole chart was deleted. The log of the clinic keeps that "
            "it was there."
        )
        yield Section(_("The chart"), (Paragraph(told),))
        return
    yield Section(_("What the clinic keeps, and until when"), tuple(map(Paragraph, _kept(closed, closed.kept_until))))
    afterwards = (
        _("A copy of the chart can still be had: ask the clinic in writing. It has 30 business days to answer."),
        _("Something that is wrong in it can still be corrected: ask the clinic."),
        _("Whoever comes back to the clinic is given a new account."),
    )
    yield Section(_("Afterwards"), (Points(afterwards),))


def _kept(closed: Closed, until: date) -> Iterator[str]:
    if closed.is_at_least:
        yield _("The clinic keeps the chart until %(day)s at least.") % {"day": day(until)}
    else:
        yield _("The clinic keeps the chart until %(day)s.") % {"day": day(until)}
    yield _(
        "Health records have to be kept in British Columbia for %(years)s years after the last entry, or after the "
        "person comes of age, whichever is later. If the clinic adds something, the day moves. After it, the chart has "
        "to be destroyed."
    ) % {"years": settings.KEEP_CHART_YEARS}
    yield _("The log of who did what keeps the name that the account had. It is sealed, so that nobody can change it.")


def letter_of(closed: Closed) -> Letter:
    at = timezone.localtime(closed.at)
    about = ((_("Name"), closed.name), (_("Chart"), closed.chart_number), (_("Closed"), date_format(at, "j M Y, H:i")))
    return Letter(
        title=_("Your account is closed"),
        author=closed.clinic,
        written=at.date(),
        day=day(at.date()),
        letterhead=(closed.clinic, closed.phone) if closed.phone else (closed.clinic,),
        addressee=(closed.name,),
        about=about,
        sections=tuple(sections(closed)),
        signature=(closed.clinic,),
        footer=(closed.chart_number, day(at.date())),
        paper=Paper.LETTER,
        language=(get_language() or "en").partition("-")[0],
    )
