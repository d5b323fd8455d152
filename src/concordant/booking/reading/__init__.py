"""Files of booking: JSON text -> problem, change of plan, calendar. All problems of a file are told at once."""

from concordant.booking.reading.event import read_event
from concordant.booking.reading.instance import read_instance
from concordant.booking.reading.problems import MOST_BYTES, BookingFileError
from concordant.booking.reading.solution import read_solution

__all__ = ["MOST_BYTES", "BookingFileError", "read_event", "read_instance", "read_solution"]
