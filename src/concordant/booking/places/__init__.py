"""Where each visit could stand, and where it stands: days in ticks, a bit for each tick."""

from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.numbers import Place, Slot

__all__ = ["Board", "Calendar", "Place", "Slot"]
