"""``booking-event/1``: what changed, and the calendar that stood before."""

from __future__ import annotations

import re
from datetime import datetime

from concordant.booking.problem import Absence, Event, EventKind, Instance
from concordant.booking.problem.spans import MINUTES_A_DAY
from concordant.booking.reading.clinic_sense import known, once
from concordant.booking.reading.document import plain
from concordant.booking.reading.node import FIRST_YEAR, LAST_YEAR, Node, span
from concordant.booking.reading.problems import BookingFileError
from concordant.booking.reading.solution import of_instance, placed_rows

FORMAT = "booking-event/1"
_KEYS = frozenset(
    [
        "format",
        "instance",
        "kind",
        "known_at",
        "notice_minutes",
        "off",
        "cancelled",
        "may_move",
        "grace_days",
        "previous",
    ]
)
_OFF = frozenset({"clinician", "date", "start", "end", "why"})
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
LONGEST_NOTICE = 14 * MINUTES_A_DAY
LONGEST_GRACE = 365


def read_event(data: bytes | str, instance: Instance, *, name: str = "") -> Event:
    """The change of plan in a file. Raises BookingFileError with all problems."""
    root = Node(plain(data, name), [])
    root.table(_KEYS)
    of_instance(root, FORMAT, instance)
    cancelled = list(root.below("cancelled").rows())
    once(cancelled)
    for each in cancelled:
        known(each, instance.visits, "a visit")
    event = Event(
        instance=instance.name,
        kind=root.below("kind").word(EventKind),
        known_at=_moment(root.below("known_at")),
        notice_minutes=root.below("notice_minutes").whole(0, LONGEST_NOTICE),
        off=tuple(_absence(row, instance) for row in root.below("off").rows()),
        cancelled=frozenset(each.text() for each in cancelled),
        may_move=root.below("may_move").flag(),
        grace_days=root.below("grace_days").whole(0, LONGEST_GRACE),
        previous=tuple(placed_rows(root.below("previous"), instance)),
    )
    if root.problems:
        raise BookingFileError(root.problems, name)
    return event


def _absence(row: Node, instance: Instance) -> Absence:
    row.table(_OFF)
    known(row.below("clinician"), [one.id for one in instance.clinicians], "a clinician")
    found = span(row.below("start"), row.below("end"))
    return Absence(
        row.below("clinician").text(),
        row.below("date").day(),
        found.start,
        found.end,
        row.below("why").text(empty=True),
    )


def _moment(node: Node) -> datetime:
    nothing = datetime(FIRST_YEAR, 1, 1)  # noqa: DTZ001 - on the clocks of the clinic
    if isinstance(node.value, str) and _MOMENT.fullmatch(node.value):
        try:
            found = datetime.fromisoformat(node.value)
        except ValueError:
            found = nothing
        if FIRST_YEAR < found.year <= LAST_YEAR:
            return found
    node.refuse("a moment as 2026-03-09T06:00, on the clocks of the clinic")
    return nothing
