"""An answer of the booking library as hours of the clinic."""

from dataclasses import dataclass
from datetime import datetime

from clinic.calendar.clocks import moment
from clinic.calendar.models import Practice, Room
from clinic.calendar.problem.clinic import ClinicSide
from concordant.booking.solution import Placed


@dataclass(frozen=True)
class Hour:
    """A place as rows."""

    practice: Practice
    room: Room
    starts_at: datetime


def hour_of(side: ClinicSide, placed: Placed) -> Hour:
    """Raises NoSuchHour where the clocks skip it, and KeyError for ids that are not of the problem."""
    starts_at = moment(placed.day, placed.start, side.stretch.zone)
    return Hour(side.practices[placed.clinician], side.rooms_by_id[placed.room], starts_at)
