"""A whole clinic at once: many small parts of the calendar made better, one after another, beside a proven bound."""

from concordant.booking.whole.book import book

__all__ = ["book"]
