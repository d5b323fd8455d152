"""Where each visit could stand, and where it stands: days in ticks, a bit for each tick."""

from concordant.booking.places.board import Board, Place, Slot
from concordant.booking.places.calendar import Calendar

__all__ = ["Board", "Calendar", "Place", "Slot"]
