"""A change of plan: what stood is kept as far as it can be, and every move is a call that somebody has to make."""

from concordant.booking.absence.repair import repair

__all__ = ["repair"]
