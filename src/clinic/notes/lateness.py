"""When a note is a late entry (operations 3.3), and by what one sees later that it was."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from clinic.chart.models import Entry

KIND = "treatment"


def is_late(on: date, written: datetime, zone: ZoneInfo) -> bool:
    """Whether more than the hours that the clinic allows lie between the end of the day of care and the writing.

    A chart knows the day of care and not its hour: what is certainly late counts.
    """
    end_of_day = datetime.combine(on + timedelta(days=1), time.min, zone)
    return written - end_of_day > timedelta(hours=settings.LATE_ENTRY_HOURS)


def late_reason(entry: Entry) -> str:
    """Why it was written late; empty where it was not. A first note has a reason for no other cause, and the reason is
    sealed with it: so the mark does not move when the clinic sets another number of hours."""
    return entry.reason if entry.kind == KIND and entry.corrects_id is None else ""
