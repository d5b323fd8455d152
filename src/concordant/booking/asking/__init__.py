"""Questions to a calendar that change nothing: why a visit has no place, and what a change would bring."""

from concordant.booking.asking.what_if import Gain, what_if
from concordant.booking.asking.why import why
from concordant.booking.easings import AlsoWith, Easing, MoreTime, NotAway

__all__ = ["AlsoWith", "Easing", "Gain", "MoreTime", "NotAway", "what_if", "why"]
