"""The large kind: a clinic four times as large as clinic-a and like it in everything else. All people are invented.

Nothing here has a distribution of its own. Hours, breaks, bookings, series, covers, pairs and availability are drawn
from the file, and mixed: each clinician's week in another order, each person with somebody else's hours and wishes.
``python bench/booking/large.py SEED FILE`` writes one.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

LIKE = Path(__file__).parent / "clinic-a.json"
TIMES = 4
PEOPLE = 590
SHIFT_DAYS = 3
"""A series begins at most so many days before or after the one it is like."""
NEAR_DAYS = 7
"""Somebody in care holds a booking at most so many days from where the one they are like holds it."""
APART_DAYS = 3
"""And their bookings are at least so many days apart."""
WORKDAYS = 5
Json = dict[str, Any]


def large(seed: int, *, like: Path = LIKE, times: int = TIMES, people: int = PEOPLE) -> Json:
    """A ``booking-instance/1``; the same seed makes the same one."""
    return _Maker(random.Random(seed), json.loads(like.read_bytes()), times).made(seed, people)


class _Maker:
    def __init__(self, chance: random.Random, like: Json, times: int) -> None:
        self.chance, self.like, self.times = chance, like, times
        self.first, self.last = (date.fromisoformat(like[key]) for key in ("first_day", "last_day"))
        self.days = [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]
        self.open = {shift[0] for one in like["clinicians"] for shift in one["shifts"]}
        self.copies: dict[str, list[str]] = defaultdict(list)
        """Clinician of the file -> those who are like them."""
        self.booked = _grouped(like["bookings"], lambda one: (one["clinician"], one["date"]))

    def made(self, seed: int, number: int) -> Json:
        rooms = self._rooms()
        clinicians, bookings = self._clinicians()
        bookings = list(_with_rooms(bookings, rooms, {one["id"]: one for one in clinicians}))
        like = self.like["people"]
        chosen = [*like * (number // len(like)), *self.chance.sample(like, number % len(like))]
        self.chance.shuffle(chosen)
        people = []
        for at, one in enumerate(chosen, 1):
            shift = timedelta(days=self.chance.choice(self._shifts(one)))
            people.append(self._person(one, f"L{at:03d}", shift))
            self._hold(people[-1], one, shift, bookings)
        return {
            **{key: self.like[key] for key in ("format", "first_day", "last_day", "grid_minutes")},
            "name": f"large-{seed}",
            "rooms": rooms,
            "clinicians": clinicians,
            "people": people,
            "bookings": bookings,
        }

    def _rooms(self) -> list[Json]:
        every = sorted(self.like["rooms"] * self.times, key=lambda room: len(room["for"]))
        return [{"id": f"room{at}", "for": room["for"]} for at, room in enumerate(every, 1)]

    def _clinicians(self) -> tuple[list[Json], list[Json]]:
        """Who works, and what is booked with them, rooms not given yet."""
        clinicians: list[Json] = []
        bookings: list[Json] = []
        numbers: dict[str, int] = defaultdict(int)
        for one in self.like["clinicians"] * self.times:
            letter = one["id"][0]
            numbers[letter] += 1
            id = f"{letter}{numbers[letter]}"
            self.copies[one["id"]].append(id)
            order = self.chance.sample(range(WORKDAYS), WORKDAYS)
            copy: Json = {**one, "id": id, "shifts": [], "off": []}
            for day in self.days:
                source, here = self._like_day(day, order), day.isoformat()
                if source is None:
                    continue
                copy["shifts"] += [[here, *row[1:]] for row in one["shifts"] if row[0] == source]
                copy["off"] += [[here, *row[1:]] for row in one["off"] if row[0] == source]
                for booking in self.booked[one["id"], source]:
                    number = f"B{len(bookings) + 1:04d}"
                    bookings.append({**booking, "id": number, "person": None, "clinician": id, "date": here})
            clinicians.append(copy)
        return clinicians, bookings

    def _like_day(self, day: date, order: list[int]) -> str | None:
        """The day of the file that this one is like: of the same week, or of the next ones where that was closed."""
        if day.isoformat() not in self.open:
            return None
        weekday = day.weekday()
        found = day + timedelta(days=(order[weekday] if weekday < WORKDAYS else weekday) - weekday)
        for _ in self.days:
            if found.isoformat() in self.open:
                return found.isoformat()
            found = found + timedelta(days=7) if found + timedelta(days=7) <= self.last else found - timedelta(days=70)
        return None

    def _shifts(self, person: Json) -> list[int]:
        """Days by which the series may begin earlier or later with every window still inside the horizon."""
        low = min(date.fromisoformat(visit["earliest"]) for visit in person["visits"])
        high = max(date.fromisoformat(visit["latest"]) for visit in person["visits"])
        return [
            days
            for days in range(-SHIFT_DAYS, SHIFT_DAYS + 1)
            if self.first <= low + timedelta(days=days) and high + timedelta(days=days) <= self.last
        ]

    def _person(self, like: Json, id: str, shift: timedelta) -> Json:
        hours = self.chance.choice(self.like["people"])

        def named(visit: str) -> str:
            return visit.replace(like["id"], id)

        def later(rows: list[Json], *keys: str) -> list[Json]:
            return [{**row, **{key: _later(row[key], shift) for key in keys}} for row in rows]

        visits = later(like["visits"], "earliest", "latest", "urgent_by")
        return {
            **like,
            **{key: hours[key] for key in ("availability_type", "available", "prefers")},
            "id": id,
            "starts": _later(like["starts"], shift),
            "clinicians": {
                key: [one for id in ids for one in self.copies[id]] for key, ids in like["clinicians"].items()
            },
            "usual": {key: self.chance.choice(self.copies[one]) for key, one in like["usual"].items()},
            "cover": later(like["cover"], "first", "last"),
            "visits": [{**visit, "id": named(visit["id"])} for visit in visits],
            "pairs": [{**pair, "rmt": named(pair["rmt"]), "physio": named(pair["physio"])} for pair in like["pairs"]],
        }

    def _hold(self, person: Json, like: Json, shift: timedelta, bookings: list[Json]) -> None:
        """Give somebody in care bookings that they can come to, near the days of the person they are like."""
        held: list[date] = []
        for was in (one for one in self.like["bookings"] if one["person"] == like["id"]):
            near = date.fromisoformat(was["date"]) + shift
            for one in bookings:
                day = date.fromisoformat(one["date"])
                if (
                    one["person"] is None
                    and one["clinician"][0] == was["clinician"][0]
                    and abs((day - near).days) <= NEAR_DAYS
                    and all(abs((day - other).days) >= APART_DAYS for other in held)
                    and _can_come(person, day, one)
                ):
                    one["person"] = person["id"]
                    held.append(day)
                    break


def _later(day: str | None, shift: timedelta) -> str | None:
    return None if day is None else (date.fromisoformat(day) + shift).isoformat()


def _can_come(person: Json, day: date, booking: Json) -> bool:
    start = _minutes(booking["start"])
    end = start + booking["minutes"]
    return not any(row[0] == day.isoformat() for row in person["unavailable"]) and any(
        weekday == day.weekday() and _minutes(opens) <= start and end <= _minutes(closes)
        for weekday, opens, closes in person["available"]
    )


def _with_rooms(bookings: list[Json], rooms: list[Json], clinicians: dict[str, Json]) -> Iterator[Json]:
    """In the order of the calendar, each in the first room that is free; what finds none is nobody's booking."""
    free_again: dict[tuple[str, str], int] = defaultdict(int)
    for one in sorted(bookings, key=lambda one: (one["date"], one["start"], one["id"])):
        who, start = clinicians[one["clinician"]], _minutes(one["start"])
        for room in rooms:
            key = room["id"], one["date"]
            if who["discipline"] in room["for"] and free_again[key] <= start:
                free_again[key] = start + one["minutes"] + who["turnover_minutes"]
                yield {**one, "room": room["id"]}
                break


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _grouped(rows: list[Json], key: Any) -> dict[Any, list[Json]]:
    found: dict[Any, list[Json]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(large(int(sys.argv[1]))))
