"""The reminder as a calendar that the person's own calendar reads (RFC 5545)."""

from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from clinic.reminders.models import Reminder
from clinic.reminders.zone import vtimezone

CONTENT_TYPE = "text/calendar; charset=utf-8"
HOW_LONG = timedelta(minutes=5)


def feed_of(reminder: Reminder) -> bytes:
    """One event that comes back every day, at the hour on the clocks of the clinic. It says nothing of health."""
    zone = reminder.person.clinic.zone
    first = reminder.chosen_at.astimezone(zone).date()
    calendar = Calendar()
    calendar.add("PRODID", "-//Concordant//Diary//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", _("Diary"))
    calendar.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add_component(vtimezone(zone, first))
    event = Event()
    event.add("UID", f"diary-{reminder.pk}@concordant")
    event.add("DTSTAMP", reminder.chosen_at)
    event.add("DTSTART", datetime.combine(first, time(reminder.hour), zone))
    event.add("DURATION", HOW_LONG)
    event.add("RRULE", {"FREQ": "DAILY"})
    event.add("SUMMARY", _("Diary"))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")  # it keeps no time of the day from anything else
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _("Diary"))
    alarm.add("TRIGGER", timedelta(0))
    event.add_component(alarm)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
