"""Days as a form says them."""

from datetime import date

from django.utils import timezone

from clinic import clock

_LENGTH = len("2026-01-31")


def today() -> date:
    """The day that the clocks of the clinic show."""
    return timezone.localdate(clock.now())


def day_of(text: str) -> date | None:
    """A day written as YYYY-MM-DD; None for anything else."""
    try:
        return date.fromisoformat(text) if len(text) == _LENGTH else None
    except ValueError:
        return None
