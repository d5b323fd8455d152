"""The day on which a chart is read: today, or "as known on" an earlier day."""

import zoneinfo
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clinic import clock

EARLIEST = date(1900, 1, 1)
_LENGTH = len("2026-01-31")


class NotADay(ValueError):
    """What the address says cannot be a day to look back to."""


@dataclass(frozen=True)
class Moment:
    """A day, up to its last instant on the clocks of the clinic."""

    day: date
    known_at: datetime
    is_today: bool


def moment_of(text: str, zone: zoneinfo.ZoneInfo) -> Moment:
    """`text` as an address gives it; empty for today. Raises NotADay."""
    today = clock.now().astimezone(zone).date()
    day = _day(text) if text else today
    if not EARLIEST <= day <= today:
        raise NotADay(text)
    # The end of a day is not 24 hours after its start when the clocks change: so it is the next day's start.
    next_day = datetime.combine(day + timedelta(days=1), time.min, zone)
    return Moment(day, next_day - timedelta(microseconds=1), day == today)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if len(text) == _LENGTH else _refuse(text)
    except ValueError:
        raise NotADay(text) from None


def _refuse(text: str) -> date:
    raise NotADay(text)
