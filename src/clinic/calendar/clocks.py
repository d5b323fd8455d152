"""The clocks of the clinic and the moments of the world, and what happens on the two odd nights of a year.

An hour that the clocks skip in spring is no hour: whoever asks for it is told so. Of an hour that comes twice in autumn
the first is meant. A shift is kept as hours on the clocks, so nine stays nine when they change; a visit lasts its
minutes, whatever the clocks do meanwhile.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from concordant.booking.problem import Span
from concordant.booking.problem.spans import MINUTES_A_DAY

A_MINUTE = timedelta(minutes=1)


class NoSuchHour(ValidationError):
    """The clocks skip it on that day."""


def moment(day: date, at: time | int, zone: ZoneInfo) -> datetime:
    """An hour on the clocks of the clinic, or minutes after midnight, as a moment (UTC). Raises NoSuchHour."""
    wanted = datetime.combine(day, time.min) + timedelta(minutes=at) if isinstance(at, int) else None
    naive = wanted if wanted is not None else datetime.combine(day, at)  # type: ignore[arg-type]
    return settled(naive.replace(tzinfo=zone))


def settled(wanted: datetime) -> datetime:
    """The moment (UTC) that an hour with a zone stands for. Raises NoSuchHour, and ValidationError without a zone."""
    if timezone.is_naive(wanted):
        raise ValidationError(_("An hour needs its zone: %s.") % wanted.isoformat())
    found = wanted.astimezone(UTC)
    if found.astimezone(wanted.tzinfo).replace(tzinfo=None, fold=0) != wanted.replace(tzinfo=None, fold=0):
        raise NoSuchHour(
            _("On %(day)s the clocks skip %(hour)s. Choose an hour before or after.")
            % {"day": wanted.date().isoformat(), "hour": f"{wanted:%H:%M}"}
        )
    return found


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day; where the clocks skip midnight, the moment at which they do."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def span_of(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> tuple[date, Span]:
    """The day and the minutes on the clocks; what goes on past midnight ends after 1440. Where the clocks go back
    meanwhile, it ends after its minutes: on the clocks alone an hour could end as it begins."""
    first, last = starts_at.astimezone(zone), ends_at.astimezone(zone)
    days = (last.date() - first.date()).days
    start, end = minutes_of(first.time()), minutes_of(last.time()) + days * MINUTES_A_DAY
    return first.date(), Span(start, max(end, start + int((ends_at - starts_at) / A_MINUTE)))


def span_on(day: date, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Span:
    """The same, counted from midnight of that day: what began the day before begins below 0."""
    begins, one = span_of(starts_at, ends_at, zone)
    apart = (begins - day).days * MINUTES_A_DAY
    return Span(one.start + apart, one.end + apart)


def minutes_of(at: time) -> int:
    """After midnight, whole."""
    return at.hour * 60 + at.minute


def span(starts: time, ends: time) -> Span:
    """Of a row with two hours; midnight as an end is the end of the day."""
    return Span(minutes_of(starts), minutes_of(ends) or MINUTES_A_DAY)
