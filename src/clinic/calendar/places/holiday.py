"""A public holiday of the clinic: nothing is proposed on it, and booking by hand says so."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from clinic.calendar.errors import Broken
from clinic.calendar.holidays.kept import kept_by
from clinic.calendar.places.around import Around


def broken(around: Around) -> Iterator[Broken]:
    kept, day = kept_by(around.wanted.clinic), around.wanted.day
    if kept.is_closed(day):
        yield Broken("public_holiday", _("Public holiday: %s.") % kept.name_of(day))
