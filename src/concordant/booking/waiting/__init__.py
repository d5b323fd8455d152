"""Hours that fall free, and those who wait: who could take one, and what fills many. Nothing that stands moves."""

from concordant.booking.waiting.ranking import rank
from concordant.booking.waiting.refilling import refill

__all__ = ["rank", "refill"]
