from clinic.calendar.models.appointment import BEFORE_ARRIVAL, ENDED, THERE, Appointment, AppointmentChange, Status
from clinic.calendar.models.availability import Away, MayCome
from clinic.calendar.models.feed import CalendarFeed
from clinic.calendar.models.hours import Practice, TimeOff, WeeklyHours
from clinic.calendar.models.list_proposal import Continuity, ListProposal, ListWay
from clinic.calendar.models.mail import SentReminder, VisitMail
from clinic.calendar.models.public_holidays import PublicHolidays
from clinic.calendar.models.room import Room
from clinic.calendar.models.series import PrescribedVisit, Series
from clinic.calendar.models.waiting import Offer, Waiting

__all__ = [
    "BEFORE_ARRIVAL",
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
    "PublicHolidays",
    "Room",
    "SentReminder",
    "Series",
    "Status",
    "TimeOff",
    "VisitMail",
    "Waiting",
    "WeeklyHours",
]
