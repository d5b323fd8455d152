"""Every rule that a place would break, the hard ones first."""

from clinic.calendar.errors import Broken
from clinic.calendar.places import care, hard, holiday, hours
from clinic.calendar.places.around import Around


def broken_by(around: Around) -> tuple[Broken, ...]:
    return tuple(
        dict.fromkeys((*hard.broken(around), *holiday.broken(around), *hours.broken(around), *care.broken(around)))
    )


def broken_for_person(around: Around) -> tuple[Broken, ...]:
    """Where clinician and room are known to be free: what stands against it on the person's side."""
    return tuple(dict.fromkeys((*hard.broken(around), *hours.of_person(around), *care.broken(around))))
