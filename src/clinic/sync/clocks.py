"""When a row was written, by a clock that may be wrong, and whether its day can still be written down."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo

from clinic.sync.answers import Refused, Status
from concordant.record.diary import LATEST_DAYS

SLACK = timedelta(minutes=10)
"""Clocks that agree as well as this agree: a message takes its time, and clocks drift between two contacts."""
A_DAY = timedelta(days=1)
"""A clock that is wrong by more names the wrong day."""


@dataclass(frozen=True)
class Clocks:
    """All moments that are known of one row."""

    written: datetime
    """By the device, when the person pressed "save"."""
    seen: datetime
    """By the server: the newest moment that the device had heard of when the row was written."""
    sent: datetime
    """By the device, when this batch left."""
    received: datetime
    """By the server."""
    zone: timezone
    """Of the device, when the row was written."""

    @property
    def wrong_by(self) -> timedelta:
        """What has to be added to the device's clock."""
        found = self.received - self.sent
        return found if abs(found) > SLACK else timedelta(0)

    @property
    def true_written(self) -> datetime:
        return (self.written + self.wrong_by).astimezone(self.zone)

    @property
    def is_steady(self) -> bool:
        """The clock was as wrong when it wrote as when it sent: then the true moment is known."""
        return self.seen - SLACK <= self.true_written <= self.received + SLACK

    def fits(self, day: date) -> bool:
        """Whether the clock can have named the right day."""
        is_ahead = self.true_written.date() < day
        return self.is_steady and abs(self.wrong_by) < A_DAY and not (is_ahead and self.wrong_by)


def written_at(day: date, clocks: Clocks, clinic: tzinfo, *, confirmed: bool, settles: bool) -> datetime:
    """When the row was truly written, on the clocks of the person. Raises Refused.

    ``confirmed``: the person has said which day it was, after being told that the clock was wrong.
    ``settles``: it only picks one of two answers that were written in time.
    """
    if not clocks.fits(day) and not confirmed:
        raise Refused(Status.CLOCK, day=_proposed(day, clocks))
    written = clocks.true_written if clocks.is_steady else clocks.received.astimezone(clocks.zone)
    back = (written.date() - day).days
    here = clocks.received.astimezone(clinic).date()
    if back < 0:
        raise Refused(Status.FUTURE)
    if day > here:
        # It is that day where the person is, and not yet where the chart is kept.
        raise Refused(Status.NOT_YET)
    if back > LATEST_DAYS and not settles:
        raise Refused(Status.RECALLED)
    # Travelling ahead of the clinic's clocks, a row would be written "tomorrow" and not be read before.
    return written if written.date() <= here else written.astimezone(clinic)


def _proposed(day: date, clocks: Clocks) -> date | None:
    """The same number of days back from the true day; None where nobody can tell."""
    back = (clocks.written.astimezone(clocks.zone).date() - day).days
    if not clocks.is_steady or not 0 <= back <= LATEST_DAYS:
        return None
    return clocks.true_written.date() - timedelta(days=back)
