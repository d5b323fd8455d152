"""What a clinic does on public holidays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from clinic.accounts.models import Clinic
from clinic.calendar.holidays.rules import BRITISH_COLUMBIA, holidays_in
from clinic.calendar.models import PublicHolidays


@dataclass(frozen=True)
class Kept:
    """Without a choice a clinic is closed on the statutory holidays of British Columbia."""

    province: str = BRITISH_COLUMBIA
    """Empty: none."""
    open_on: frozenset[date] = frozenset()

    def name_of(self, day: date) -> str | Promise:
        """Empty on any other day."""
        return holidays_in(self.province, day.year).get(day, "")

    def closed(self, days: Iterable[date]) -> tuple[date, ...]:
        """Those on which nobody works."""
        return tuple(one for one in days if self.is_closed(one))

    def is_closed(self, day: date) -> bool:
        return day not in self.open_on and bool(self.name_of(day))


def kept_by(clinic: Clinic) -> Kept:
    """One statement."""
    row = PublicHolidays.objects.filter(clinic=clinic).first()
    return Kept() if row is None else Kept(row.province, frozenset(map(date.fromisoformat, row.open_on)))
