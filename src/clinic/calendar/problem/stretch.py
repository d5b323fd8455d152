"""The days that are looked at."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.accounts.models import Clinic
from clinic.calendar.clocks import start_of


@dataclass(frozen=True)
class Stretch:
    clinic: Clinic
    first: date
    last: date
    """Included."""

    @property
    def zone(self) -> ZoneInfo:
        return self.clinic.zone

    @property
    def starts_at(self) -> datetime:
        return start_of(self.first, self.zone)

    @property
    def ends_at(self) -> datetime:
        return start_of(self.last + timedelta(days=1), self.zone)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=one) for one in range((self.last - self.first).days + 1))
