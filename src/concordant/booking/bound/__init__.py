"""How many visits nobody could place: a proven bound, and how much of each place the relaxation would use."""

from concordant.booking.bound.relaxation import Bound, bound_of

__all__ = ["Bound", "bound_of"]
