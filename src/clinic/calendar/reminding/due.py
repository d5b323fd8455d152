"""Of which visits somebody is to be reminded now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from clinic import clock
from clinic.calendar.actions.changes import BOOKED, MOVED
from clinic.calendar.models import Appointment, PrescribedVisit, SentReminder, Status
from clinic.calendar.told.differing import is_as_told
from concordant.booking.numbers import REMIND_FIRST_HOURS, REMIND_HOURS

NO_USE_AFTER = timedelta(hours=2)
"""So short before a visit nobody is reminded any more: where no timer ran, the mail would only startle."""
_STANDS = (Status.BOOKED, Status.CONFIRMED)


@dataclass(frozen=True)
class Due:
    appointment: Appointment
    is_extra: bool
    """The earlier one of a first visit."""

    @property
    def is_certain(self) -> bool:
        """Its hour is still the one that people were told. A mail that names another does harm."""
        return is_as_told(self.appointment)

    def as_it_stands(self) -> Appointment | None:
        """Read again and held, in the transaction that is open; None where nobody is to be reminded of this hour any
        more: a run of many mails takes its time."""
        hour = self.appointment.starts_at
        held = _wanted().select_for_update(of=("self",)).filter(pk=self.appointment.pk, starts_at=hour)
        return held.first()


def due() -> Iterator[Due]:
    """In the order of the visits. A visit whose hour was told later than its reminder would have come needs none."""
    now = clock.now()
    extra, usual = timedelta(hours=int(REMIND_FIRST_HOURS)), timedelta(hours=int(REMIND_HOURS))
    for one in _near(now, max(extra, usual)):
        is_extra = one.starts_at - usual > now
        before = extra if is_extra else usual
        was_reminded = one.was_reminded_early if is_extra else one.was_reminded
        is_wanted = not is_extra or one.kind == PrescribedVisit.Kind.INITIAL
        if is_wanted and not was_reminded and (one.told_at or now) <= one.starts_at - before <= now:
            yield Due(one, is_extra=is_extra)


def _wanted() -> QuerySet[Appointment]:
    """Visits that stand, of people who have an address and want to be reminded."""
    return (
        Appointment.objects.filter(
            status__in=_STANDS, person__user__is_active=True, person__visit_mail__stopped_at__isnull=True
        )
        .exclude(person__user__email="")
        .select_related("clinic", "person__clinic", "person__user")
    )


def _near(now: datetime, ahead: timedelta) -> Any:
    sent = SentReminder.objects.filter(appointment=OuterRef("pk"), starts_at=OuterRef("starts_at"))
    return (
        _wanted()
        .filter(starts_at__gt=now + NO_USE_AFTER, starts_at__lte=now + ahead)
        .annotate(
            told_at=Max("changes__at", filter=Q(changes__what__in=(BOOKED, MOVED))),
            was_reminded=Exists(sent.filter(is_extra=False)),
            was_reminded_early=Exists(sent.filter(is_extra=True)),
        )
        .order_by("starts_at", "id")
    )
