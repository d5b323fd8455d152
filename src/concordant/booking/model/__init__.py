"""A part of the calendar as constraints: some visits are free to move, everything else stands (OR-Tools CP-SAT)."""

from concordant.booking.model.solving import Better, solve

__all__ = ["Better", "solve"]
