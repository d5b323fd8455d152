"""``booking-instance/1``: a clinic, its people and a stretch of days."""

from __future__ import annotations

from concordant.booking.problem import Instance
from concordant.booking.reading import clinic_sense, person_sense
from concordant.booking.reading.clinic import booking, clinician, room
from concordant.booking.reading.document import plain
from concordant.booking.reading.node import NO_DAY, Node
from concordant.booking.reading.person import person
from concordant.booking.reading.problems import BookingFileError

FORMAT = "booking-instance/1"
LONGEST_DAYS = 732
"""Two years: a plan of care takes twelve weeks."""
WIDEST_GRID = 240
_KEYS = frozenset(
    ["format", "name", "first_day", "last_day", "grid_minutes", "rooms", "clinicians", "people", "bookings"]
)


def read_instance(data: bytes | str, *, name: str = "") -> Instance:
    """The problem in a file; ``name`` is told with what is wrong.

    Raises BookingFileError with all problems. A visit that can never be placed is none: it comes back unplaced.
    """
    root = Node(plain(data, name), [])
    root.table(_KEYS)
    if root.below("format").value != FORMAT:
        root.below("format").refuse(FORMAT)
    first, last = root.below("first_day").day(), root.below("last_day").day()
    if NO_DAY not in (first, last) and not 0 <= (last - first).days < LONGEST_DAYS:
        root.below("last_day").refuse(f"a day from first_day on, at most {LONGEST_DAYS} days in all")
    instance = Instance(
        name=root.below("name").text(),
        first_day=first,
        last_day=last,
        grid_minutes=root.below("grid_minutes").whole(1, WIDEST_GRID),
        rooms=tuple(room(row) for row in root.below("rooms").rows()),
        clinicians=tuple(clinician(row) for row in root.below("clinicians").rows()),
        people=tuple(person(row) for row in root.below("people").rows()),
        bookings=tuple(booking(row) for row in root.below("bookings").rows()),
    )
    clinic_sense.look_at(instance, root)
    person_sense.look_at(instance, root)
    if root.problems:
        raise BookingFileError(root.problems, name)
    return instance
