"""One person's series while they wait at the desk: everything else stands, and there is a choice."""

from concordant.booking.series.propose import propose

__all__ = ["propose"]
