"""The smallest clinic: one physiotherapist, one massage therapist, a room each, one person."""

import json

from concordant.booking import Placed, read_instance
from concordant.booking.reading.node import Node

MONDAY = "2026-03-02"


def clinician(id, discipline, **changed):
    return {
        "id": id,
        "discipline": discipline,
        "skills": ["initial"],
        "turnover_minutes": 0 if discipline == "physio" else 15,
        "max_minutes_per_day": 420,
        "shifts": [[f"2026-03-{day:02d}", "09:00", "13:00"] for day in range(2, 9)],
        "off": [],
    } | changed


def visit(id, discipline="physio", **changed):
    return {
        "id": id,
        "discipline": discipline,
        "kind": "treatment",
        "minutes": 60,
        "earliest": MONDAY,
        "latest": "2026-03-08",
        "urgent_by": None,
        "needs": [],
    } | changed


def pair(rmt="m1", physio="p1", **changed):
    return {"rmt": rmt, "physio": physio, "tight_max": 30, "loose_max": 120, "rule": "prefer"} | changed


def person(id="Ann", visits=(), **changed):
    return {
        "id": id,
        "requested": "2026-02-20T09:00",
        "available": [[weekday, "08:00", "18:00"] for weekday in range(7)],
        "unavailable": [],
        "prefers": [],
        "clinicians": {},
        "usual": {},
        "cover": [],
        "min_days": {"physio": 2, "rmt": 3},
        "visits": list(visits),
        "pairs": [],
    } | changed


def cover(discipline="physio", first="2026-01-01", last="2026-12-31", count=9):
    return {"discipline": discipline, "first": first, "last": last, "count": count}


def booking(id="B1", **changed):
    return {
        "id": id,
        "person": None,
        "clinician": "P",
        "room": "red",
        "date": MONDAY,
        "start": "09:00",
        "minutes": 60,
    } | changed


def clinic(people, **changed):
    return {
        "format": "booking-instance/1",
        "name": "tiny",
        "first_day": MONDAY,
        "last_day": "2026-03-08",
        "grid_minutes": 15,
        "rooms": [{"id": "red", "for": ["physio"]}, {"id": "blue", "for": ["rmt"]}],
        "clinicians": [clinician("P", "physio"), clinician("M", "rmt")],
        "people": people,
        "bookings": [],
    } | changed


def solve(people, **changed):
    """The problem itself."""
    return read_instance(json.dumps(clinic(people, **changed)))


def at(visit, time, day=2, clinician="P", room="red"):
    """A visit at a time of a day of March."""
    start = Node(time, []).clock()
    return Placed(visit, clinician, room, Node(f"2026-03-{day:02d}", []).day(), start)


def rmt_at(visit, time, day=2):
    return at(visit, time, day, "M", "blue")
