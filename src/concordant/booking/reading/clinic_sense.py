"""What a file says of the clinic fits together: ids, and bookings that stand in each other's way.

Rows that could not be read hold values in place of broken ones; a row is looked at only where its own values were read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from datetime import date
from itertools import pairwise

from concordant.booking.problem import Booking, Instance
from concordant.booking.reading.node import Node
from concordant.record.problems import shown


def look_at(instance: Instance, root: Node) -> None:
    """Note every problem."""
    for kind in ("rooms", "clinicians", "people", "bookings"):
        once(row.below("id") for row in sound_rows(root.below(kind)))
    clinicians = {one.id for one in instance.clinicians}
    rooms = {one.id for one in instance.rooms}
    people = {one.id for one in instance.people}
    rows = [] if not isinstance(root.below("bookings").value, list) else list(root.below("bookings").rows())
    taken: dict[tuple[str, str, date], list[tuple[Booking, Node]]] = defaultdict(list)
    for one, row in zip(instance.bookings, rows, strict=True):
        known(row.below("clinician"), clinicians, "a clinician")
        known(row.below("room"), rooms, "a room")
        if one.person is not None:
            known(row.below("person"), people, "a person")
            taken["person", one.person, one.day].append((one, row))
        taken["clinician", one.clinician, one.day].append((one, row))
        taken["room", one.room, one.day].append((one, row))
    for (kind, id, _), pairs in taken.items():
        _apart(kind, id, pairs)


def sound_rows(node: Node) -> Iterable[Node]:
    """The rows that are tables."""
    return [row for row in node.rows() if isinstance(row.value, dict)] if isinstance(node.value, list) else []


def once(ids: Iterable[Node]) -> None:
    """No id stands twice."""
    seen: dict[str, str] = {}
    for id in ids:
        if not isinstance(id.value, str):
            continue
        if id.value in seen:
            id.say(f"{shown(id.value)} stands twice, first at {seen[id.value]}; allowed: once")
        seen.setdefault(id.value, id.path)


def known(id: Node, ids: Container[str], what: str) -> bool:
    """The id is that of something in the file. Where an id could not be read, nobody can say."""
    if not isinstance(id.value, str) or id.value in ids or "" in ids:
        return True
    id.refuse(f"the id of {what} in this file")
    return False


def _apart(kind: str, id: str, pairs: list[tuple[Booking, Node]]) -> None:
    """Nobody and no room is booked twice at a time. Turn-over is left out: what stands may be tight."""
    if not id:
        return
    pairs = sorted(pairs, key=lambda pair: pair[0].start)
    for (one, _), (two, row) in pairwise(pairs):
        if two.start < one.start + one.minutes:
            row.say(
                f"the booking {shown(two.id)} overlaps {shown(one.id)} on {two.day}; "
                f"allowed: one booking at a time for the {kind} {shown(id)}"
            )
