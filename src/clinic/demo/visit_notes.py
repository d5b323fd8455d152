"""Most visits of the demo calendar that are done have a signed note, and so a line on a bill. All is made up."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Appointment, Status
from clinic.chart.actions import sign_entry
from clinic.chart.models import Entry
from clinic.demo.notes import DONE, NOTES
from clinic.notes.lateness import KIND
from concordant.record.care import Done
from concordant.record.care_writer import treatment
from concordant.record.case import Treatment

LEFT_OUT = 6
"""One visit of so many has no note: somebody has not come to it, as happens."""
AFTER = timedelta(minutes=5)
_WORDS: Mapping[str, str] = MappingProxyType({Discipline.PHYSIO: "physiotherapist", Discipline.RMT: "rmt"})
_USUAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"physiotherapist": ("dcf_stage1", "education_core"), "rmt": ("suboccipital_release",)}
)
_KEYS = uuid.UUID("0f5f3a7e-52a1-4b37-9d43-0f6f1f1f0d11")


def write_notes(visits: Iterable[Appointment]) -> None:
    """By who gave the visit, after it; none where the chart has a treatment of that discipline and day."""
    done = sorted((one for one in visits if one.status == Status.DONE), key=lambda one: (one.ends_at, one.room_id))
    for number, one in enumerate(done, start=1):
        if number % LEFT_OUT:
            _write(one)


def _write(one: Appointment) -> None:
    discipline, day = _WORDS[one.discipline], one.starts_at.astimezone(one.clinic.zone).date()
    if day in set(_treated(one.person_id, discipline)):
        return
    row = Treatment(
        day,
        discipline,
        status="attended",
        minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
        done=_given(one.person_id, discipline),
        note=NOTES[discipline],
    )
    with clock.set_to(min(max(one.ends_at + AFTER, _newest(one)), clock.now())):
        sign_entry(
            by=Actor(one.clinician),
            person_id=one.person_id,
            on=day,
            kind=KIND,
            content={"treatments": [treatment(row)]},
            idempotency_key=uuid.uuid5(_KEYS, str(one.pk)),
        )


def _treated(person: int, discipline: str) -> Iterator[date]:
    for entry in Entry.objects.filter(person=person, kind=KIND):
        for row in entry.content.get("treatments", ()):
            if row["discipline"] == discipline:
                yield date.fromisoformat(row["date"]) if "date" in row else entry.on


def _given(person: int, discipline: str) -> tuple[Done, ...]:
    """What the newest plan has for this discipline, as far as the demo has words for it."""
    plan = Entry.objects.filter(person=person, content__has_key="plans").order_by("id").last()
    items = [] if plan is None else [one["intervention"] for one in plan.content["plans"][-1].get("items", ())]
    massage = _USUAL["rmt"]
    fits = [one for one in items if one in DONE and (one in massage or one.startswith("rmt_")) == (discipline == "rmt")]
    return tuple(DONE[one] for one in fits or _USUAL[discipline])


def _newest(one: Appointment) -> datetime:
    """The chain of seals runs forward in time."""
    entry = Entry.objects.filter(person=one.person_id).order_by("id").last()
    return one.ends_at if entry is None else entry.recorded_at
