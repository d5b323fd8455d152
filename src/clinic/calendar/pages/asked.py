"""What an address asks of the calendar. What cannot be meant is answered with 400, never guessed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import BadRequest
from django.http import HttpRequest

from clinic.calendar.clocks import NoSuchHour, moment
from clinic.forms.days import day_of, today
from clinic.query import text_of

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
"""No clinic keeps its calendar further; the database and the clocks could not follow for ever."""
A_WEEK = 7
_HOUR = len("09:15")


def day_asked(request: HttpRequest, name: str = "day") -> date:
    """Today, where no day is named."""
    text = text_of(request, name, 40)
    return checked_day(text) if text else today()


def checked_day(text: str) -> date:
    """Raises BadRequest."""
    found = day_of(text)
    if found is None or not EARLIEST <= found <= LATEST:
        raise BadRequest("no such day in a calendar")
    return found


def checked_hour(text: str) -> time:
    """An hour on the clocks as a browser writes it. Raises BadRequest."""
    try:
        found = time.fromisoformat(text) if len(text) == _HOUR else None
    except ValueError:
        found = None
    if found is None:
        raise BadRequest("no such hour")
    return found


def moment_asked(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """On the clocks of the clinic. Raises BadRequest for an hour that the clocks skip."""
    try:
        return moment(day, hour, zone)
    except NoSuchHour as error:
        raise BadRequest(str(error.messages[0])) from error


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
