"""Devices as the protocol knows them: a queue that survives a crash, and what was last heard of each day."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.sync.sent import batch_of
from clinic.sync.state import state_of
from clinic.sync.taking import take

NOW = datetime(2026, 1, 13, 2, tzinfo=UTC)  # the evening of the 12th in Vancouver
ZONE_MIN = -8 * 60
DAYS = ("2026-01-12", "2026-01-11", "2026-01-10")


def an_answer(worst: int = 0) -> list[dict[str, Any]]:
    """Of a day: without a headache, or with a worst pain."""
    return [{"headache_today": True, "intensity_nrs": worst}] if worst else [{"headache_today": False}]


def a_row(**more: Any) -> dict[str, Any]:
    moment = NOW.isoformat()
    said = {"key": str(uuid.uuid4()), "kind": "diary", "day": DAYS[0], "says": an_answer(4), "based_on": []}
    return {**said, "written": moment, "seen": moment, "zone_min": ZONE_MIN, **more}


def a_batch(person: Person, *rows: Any, **more: Any) -> dict[str, Any]:
    return {
        "person": person.pk,
        "device": str(uuid.uuid4()),
        "sent": NOW.isoformat(),
        "rows": list(rows),
        **more,
    }


@dataclass
class Device:
    """What it holds is what its database holds: a crash loses nothing that was written to it."""

    person: Person
    name: str
    chance: random.Random
    queue: list[dict[str, Any]] = field(default_factory=list)
    known: dict[str, list[str]] = field(default_factory=dict)
    heard: str = NOW.isoformat()
    written: list[dict[str, Any]] = field(default_factory=list)
    """Every row that this device ever wrote; for the test alone."""

    def write(self, day: str, worst: int) -> None:
        key = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
        waiting = [row["key"] for row in self.queue if row["day"] == day]
        before = [one for row in self.queue if row["day"] == day for one in row["based_on"]]
        based_on = sorted({*self.known.get(day, []), *waiting, *before})
        row = a_row(key=key, day=day, says=an_answer(worst), based_on=based_on, seen=self.heard)
        self.queue.append(row)
        self.written.append(row)

    def send(self, by: Actor, fault: str) -> None:
        """One contact with the server, which may go wrong in every way that leaves a trace."""
        if fault == "no network":
            return
        rows = list(self.queue)
        self.chance.shuffle(rows)
        if fault == "cut short":
            rows = rows[: len(rows) // 2]
        sent = a_batch(self.person, *rows, *(rows if fault == "twice in one" else []))
        with clock.set_to(NOW):
            answers = take(by, self.person, batch_of(sent))
            if fault == "sent twice":
                take(by, self.person, batch_of(sent))
            state = state_of(by, self.person)
        if fault == "answer lost":
            return
        kept = {str(one.key) for one in answers if one.plain()["kept"]}
        self.queue = [row for row in self.queue if row["key"] not in kept]
        self.known = {one["day"]: one["known"] for one in state["days"]}


FAULTS = ("", "", "no network", "cut short", "twice in one", "sent twice", "answer lost")


def interleave(by: Actor, person: Person, seed: int, steps: int = 12) -> list[dict[str, Any]]:
    """Two devices, writing and sending in a random order, and at last both drained. All rows that were written."""
    chance = random.Random(seed)
    phone, tablet = devices = [Device(person, name, chance) for name in ("phone", "tablet")]
    for _step in range(steps):
        device = chance.choice(devices)
        if chance.random() < 0.5:
            device.write(chance.choice(DAYS), chance.choice((0, 0, 3, 7)))
        else:
            device.send(by, chance.choice(FAULTS))
    for device in (phone, tablet):
        device.send(by, "")
        assert device.queue == []
    return [row for device in devices for row in device.written]
