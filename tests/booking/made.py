"""Small problems of booking made by chance, as files: crowded, with bookings, covers, wishes and pairs."""

import random
from datetime import date, timedelta

FIRST = date(2026, 3, 2)
SKILLS = ("initial", "needling")


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def made(seed, *, people=4, days=10):
    """The problem of a seed; the same seed makes the same one."""
    return _Maker(random.Random(seed), people, days).instance(seed)


class _Maker:
    def __init__(self, chance, people, days):
        self.chance, self.people, self.days = chance, people, days
        self.grid = chance.choice((5, 10, 15, 20, 30))

    def day(self, number):
        return (FIRST + timedelta(days=number)).isoformat()

    def time(self, low, high, step=None):
        step = step or self.grid
        return self.chance.randrange(low // step, high // step + 1) * step

    def instance(self, seed):
        rooms = [
            {"id": f"room{n}", "for": self.chance.choice((["physio"], ["rmt"], ["physio", "rmt"]))} for n in range(3)
        ]
        rooms.append({"id": "room3", "for": ["physio", "rmt"]})
        clinicians = [
            *(self.clinician(f"P{n}", "physio", self.chance.choice((0, 5))) for n in range(self.chance.choice((1, 2)))),
            *(self.clinician(f"M{n}", "rmt", 15) for n in range(self.chance.choice((1, 1, 2)))),
        ]
        people = [self.person(f"N{n}", clinicians) for n in range(self.people)]
        return {
            "format": "booking-instance/1",
            "name": f"made-{seed}",
            "first_day": self.day(0),
            "last_day": self.day(self.days - 1),
            "grid_minutes": self.grid,
            "rooms": rooms,
            "clinicians": clinicians,
            "people": people,
            "bookings": self.bookings(clinicians, rooms),
        }

    def clinician(self, id, discipline, turnover):
        shifts, off = [], []
        for number in range(self.days):
            if number == 0 or self.chance.random() < 0.7:
                start = self.time(420, 780, 30)
                middle = start + 150
                if self.chance.random() < 0.3:
                    shifts.append([self.day(number), clock(start), clock(middle)])
                    start = middle + self.chance.choice((0, 60))
                shifts.append([self.day(number), clock(start), clock(start + 240)])
                if self.chance.random() < 0.5:
                    pause = self.time(start, start + 180, 15)
                    off.append([self.day(number), clock(pause), clock(pause + 30), "break"])
        return {
            "id": id,
            "discipline": discipline,
            "skills": [skill for skill in SKILLS if self.chance.random() < 0.8],
            "turnover_minutes": turnover,
            "max_minutes_per_day": self.chance.choice((120, 180, 420)),
            "shifts": shifts,
            "off": off,
        }

    def person(self, id, clinicians):
        visits, pairs = [], []
        begins = self.chance.randrange(4)
        number = self.chance.randrange(1, 4)
        for n in range(number):
            opens = begins + 2 * n
            kind = "initial" if n == 0 and self.chance.random() < 0.6 else "treatment"
            visits.append(self.visit(f"{id}-p{n}", "physio", kind, opens))
            if self.chance.random() < 0.6:
                visits.append(self.visit(f"{id}-m{n}", "rmt", "treatment", opens))
                rule = self.chance.choice(("prefer", "must"))
                pair = {"rmt": f"{id}-m{n}", "physio": f"{id}-p{n}", "tight_max": 30, "loose_max": 120, "rule": rule}
                pairs += [pair] * (self.chance.random() < 0.8)
        window = [[weekday, *self.hours()] for weekday in range(7) if self.chance.random() < 0.8]
        physios = [one["id"] for one in clinicians if one["discipline"] == "physio"]
        return {
            "id": id,
            "requested": f"2026-02-{self.chance.randrange(10, 28)}T12:00",
            "available": window,
            "unavailable": [[self.day(self.chance.randrange(self.days)), "00:00", "24:00"]],
            "prefers": [[weekday, start, end] for weekday, start, end in window if self.chance.random() < 0.3],
            "clinicians": {"physio": self.chance.sample(physios, 1)} if self.chance.random() < 0.2 else {},
            "usual": {"physio": self.chance.choice(physios)} if self.chance.random() < 0.3 else {},
            "cover": self.covers(),
            "min_days": {"physio": self.chance.choice((1, 2)), "rmt": self.chance.choice((0, 3))},
            "visits": visits,
            "pairs": pairs,
        }

    def hours(self):
        start = self.time(420, 840, 30)
        return clock(start), clock(start + self.chance.choice((60, 180, 360)))

    def visit(self, id, discipline, kind, opens):
        return {
            "id": id,
            "discipline": discipline,
            "kind": kind,
            "minutes": 60 if discipline == "physio" else self.chance.choice((45, 60)),
            "earliest": self.day(opens),
            "latest": self.day(opens + self.chance.randrange(6)),
            "urgent_by": self.day(opens) if kind == "initial" and self.chance.random() < 0.4 else None,
            "needs": ["initial"] if kind == "initial" else self.chance.choice(([], [], ["needling"])),
        }

    def covers(self):
        found = []
        for discipline in ("physio", "rmt"):
            if self.chance.random() < 0.5:
                last = self.chance.randrange(2, self.days)
                found.append(self.cover(discipline, -5, last))
                if self.chance.random() < 0.3:
                    found.append(self.cover(discipline, last + 1, self.days))
        return found

    def cover(self, discipline, first, last):
        count = self.chance.randrange(4)
        return {"discipline": discipline, "first": self.day(first), "last": self.day(last), "count": count}

    def bookings(self, clinicians, rooms):
        found, taken = [], set()
        for n in range(self.chance.randrange(8)):
            one, room = self.chance.choice(clinicians), self.chance.choice(rooms)
            day, start = self.day(self.chance.randrange(self.days)), self.chance.randrange(8, 18)
            person = f"N{self.chance.randrange(self.people)}" if self.chance.random() < 0.2 else None
            keys = {(who, day, start) for who in (one["id"], room["id"], person) if who}
            if not keys & taken:
                taken |= keys
                found.append(
                    {
                        "id": f"B{n}",
                        "person": person,
                        "clinician": one["id"],
                        "room": room["id"],
                        "date": day,
                        "start": clock(start * 60),
                        "minutes": 45,
                    }
                )
        return found
