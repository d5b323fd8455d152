"""What booking is asked: who works when, who can come when, what was prescribed, and what already stands."""

from concordant.booking.problem.clinic import Booking, Clinician, Room
from concordant.booking.problem.event import Absence, Event, EventKind
from concordant.booking.problem.instance import Instance
from concordant.booking.problem.person import Cover, Pair, PairRule, Person, Visit, VisitKind
from concordant.booking.problem.spans import Discipline, Span

__all__ = [
    "Absence",
    "Booking",
    "Clinician",
    "Cover",
    "Discipline",
    "Event",
    "EventKind",
    "Instance",
    "Pair",
    "PairRule",
    "Person",
    "Room",
    "Span",
    "Visit",
    "VisitKind",
]
