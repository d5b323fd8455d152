"""Reasons, helps and short hours in one plain sentence each, in the language of the moment."""

from concordant.booking.sentences.capacity import load_said, shortage_said
from concordant.booking.sentences.helps import help_said
from concordant.booking.sentences.reasons import reason_said
from concordant.booking.sentences.words import GIVEN, IN_THE_WAY, WEEKDAYS, Names, day_said

__all__ = [
    "GIVEN",
    "IN_THE_WAY",
    "WEEKDAYS",
    "Names",
    "day_said",
    "help_said",
    "load_said",
    "reason_said",
    "shortage_said",
]
