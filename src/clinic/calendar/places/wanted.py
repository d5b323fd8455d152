"""A place that somebody wants."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.accounts.models import Clinic, User
from clinic.calendar.clocks import span_of
from clinic.calendar.models import Appointment, Practice, PrescribedVisit, Room
from clinic.chart.models import Person
from concordant.booking.problem import Span
from concordant.booking.problem.spans import MINUTES_A_DAY


@dataclass(frozen=True, kw_only=True)
class Wanted:
    clinic: Clinic
    person: Person
    practice: Practice
    room: Room
    starts_at: datetime
    """In UTC."""
    discipline: str
    kind: str
    minutes: int
    prescribed: PrescribedVisit | None = None
    moving: Appointment | None = None
    """The appointment that would come here."""

    @property
    def clinician(self) -> User:
        return self.practice.clinician

    @property
    def zone(self) -> ZoneInfo:
        return self.clinic.zone

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def free_at(self) -> datetime:
        """The clinician and the room; a visit of another discipline than the clinician's has their turn-over too."""
        return self.ends_at + timedelta(minutes=self.practice.turnover_minutes)

    @property
    def day(self) -> date:
        return self.starts_at.astimezone(self.zone).date()

    @property
    def days(self) -> tuple[date, ...]:
        """Those on which clinician and room are held: two where it goes on past midnight."""
        return (self.day,) if self.held.end <= MINUTES_A_DAY else (self.day, self.day + timedelta(days=1))

    @property
    def visit(self) -> Span:
        """The person's time, on the clocks of the clinic."""
        return span_of(self.starts_at, self.ends_at, self.zone)[1]

    @property
    def held(self) -> Span:
        """The clinician's and the room's, with the turn-over."""
        return span_of(self.starts_at, self.free_at, self.zone)[1]
