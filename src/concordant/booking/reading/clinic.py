"""Clinicians, rooms and bookings of a file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from concordant.booking.problem import Booking, Clinician, Discipline, Room, Span
from concordant.booking.problem.spans import MINUTES_A_DAY, joined
from concordant.booking.reading.node import Node, span

_ROOM = frozenset({"id", "for"})
_CLINICIAN = frozenset({"id", "discipline", "skills", "turnover_minutes", "max_minutes_per_day", "shifts", "off"})
_BOOKING = frozenset({"id", "person", "clinician", "room", "date", "start", "minutes"})
LONGEST_TURNOVER = 240


def room(node: Node) -> Room:
    """One room."""
    node.table(_ROOM)
    serves = frozenset(each.word(Discipline) for each in node.below("for").rows())
    if node.below("for").value == []:
        node.below("for").refuse("at least one of " + ", ".join(Discipline))
    return Room(node.below("id").text(), serves)


def clinician(node: Node) -> Clinician:
    """One clinician with shifts and time off."""
    node.table(_CLINICIAN)
    shifts: dict[date, list[Span]] = defaultdict(list)
    off: dict[date, list[Span]] = defaultdict(list)
    for row in node.below("shifts").rows():
        if columns := row.columns("date", "from", "to"):
            day, found = columns[0].day(), span(columns[1], columns[2])
            if any(found.meets(*other) for other in shifts[day]):
                row.refuse("no two shifts of a clinician at the same time")
            shifts[day].append(found)
    for row in node.below("off").rows():
        if columns := row.columns("date", "from", "to", "why"):
            off[columns[0].day()].append(span(columns[1], columns[2]))
            columns[3].text(empty=True)
    if node.below("shifts").value == []:
        node.below("shifts").refuse("at least one shift; leave out who does not work in these days")
    return Clinician(
        id=node.below("id").text(),
        discipline=node.below("discipline").word(Discipline),
        skills=frozenset(each.text() for each in node.below("skills").rows()),
        turnover_minutes=node.below("turnover_minutes").whole(0, LONGEST_TURNOVER),
        max_minutes_per_day=node.below("max_minutes_per_day").whole(0, MINUTES_A_DAY),
        shifts={day: tuple(sorted(spans)) for day, spans in shifts.items()},
        off={day: joined(spans) for day, spans in off.items()},
    )


def booking(node: Node) -> Booking:
    """One booking."""
    node.table(_BOOKING)
    person = node.below("person")
    start, minutes = node.below("start").clock(), node.below("minutes").whole(1, MINUTES_A_DAY)
    if start + minutes > MINUTES_A_DAY:
        node.below("minutes").refuse("an end before midnight")
    return Booking(
        id=node.below("id").text(),
        person=None if person.value is None else person.text(),
        clinician=node.below("clinician").text(),
        room=node.below("room").text(),
        day=node.below("date").day(),
        start=start,
        minutes=minutes,
    )
