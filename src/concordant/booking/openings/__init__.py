"""Where a visit could go: hours and availability as bit masks of a day, and what collides with what stands."""

from concordant.booking.openings.hours import Hours
from concordant.booking.openings.openings import Block, DayOpenings, Openings

__all__ = ["Block", "DayOpenings", "Hours", "Openings"]
