from clinic.calendar.models.appointment import ENDED, THERE, Appointment, AppointmentChange, Status
from clinic.calendar.models.availability import Away, MayCome
from clinic.calendar.models.feed import CalendarFeed
from clinic.calendar.models.hours import Practice, TimeOff, WeeklyHours
from clinic.calendar.models.list_proposal import Continuity, ListProposal, ListWay
from clinic.calendar.models.mail import SentReminder, VisitMail
from clinic.calendar.models.room import Room
from clinic.calendar.models.series import PrescribedVisit, Series
from clinic.calendar.models.waiting import Offer, Waiting

__all__ = [
    "ENDED",
    "THERE",
    "Appointment",
    "AppointmentChange",
    "Away",
    "CalendarFeed",
    "Continuity",
    "ListProposal",
    "ListWay",
    "MayCome",
    "Offer",
    "Practice",
    "PrescribedVisit",
    "Room",
    "SentReminder",
    "Series",
    "Status",
    "TimeOff",
    "VisitMail",
    "Waiting",
    "WeeklyHours",
]
