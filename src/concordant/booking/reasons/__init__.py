"""Why a visit has no place, and what would give it one. Every word of it is recomputed, none is guessed."""

from concordant.booking.reasons.explain import FreePlaceError, explained, reasons_of
from concordant.booking.reasons.helps import helps_of, with_helps

__all__ = ["FreePlaceError", "explained", "helps_of", "reasons_of", "with_helps"]
