"""Easing the clinic's side: a room more, overtime, a longer day of hands-on work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from concordant.booking.problem import Clinician, Room, Span
from concordant.booking.problem.spans import MINUTES_A_DAY
from concordant.booking.reasons.trial import Trial
from concordant.booking.writing import clock


def another_room(trial: Trial) -> Iterator[dict[str, Any]]:
    """A room more at one time."""
    taken = {one.id for one in trial.instance.rooms}
    name = "+"
    while name in taken:
        name += "+"
    room = Room(name, frozenset({trial.visit.discipline}))
    eased = replace(trial.instance, rooms=(*trial.instance.rooms, room))
    if place := trial.place(eased):
        for help in trial.proved(eased, place, relax="room"):
            del help["place"]["room"]  # There is none yet.
            yield help


def overtime(trial: Trial) -> Iterator[dict[str, Any]]:
    """One clinician begins earlier or stays longer, once: by a step of the grid, or by no more than the visit."""
    able = [one for one in trial.instance.clinicians if one.discipline is trial.visit.discipline]
    sizes = {trial.instance.grid_minutes, trial.visit.minutes + max((one.turnover_minutes for one in able), default=0)}
    for size in sorted(sizes):
        eased = trial.with_clinicians(*(_longer(one, size) for one in able))
        place = trial.place(eased)
        if place is None:
            continue
        clinician = next(one for one in able if one.id == place.clinician)
        end = place.start + trial.visit.minutes + clinician.turnover_minutes
        shift = _nearest_shift(clinician, place.day, place.start, end)
        # From where the work begins to where it ends beyond the shift, on one side of it or on both.
        added = Span(place.start if place.start < shift.start else shift.end, end if end > shift.end else shift.start)
        only = _with_shift(clinician, place.day, shift, Span(min(shift.start, place.start), max(shift.end, end)))
        yield from trial.proved(
            trial.with_clinicians(only),
            place,
            relax="overtime",
            clinician=clinician.id,
            date=place.day.isoformat(),
            add=[clock(added.start), clock(added.end)],
            minutes=added.end - added.start,
        )
        return


def longer_day(trial: Trial) -> Iterator[dict[str, Any]]:
    """One clinician gives more hands-on minutes on one day than the limit."""
    able = [one for one in trial.instance.clinicians if one.discipline is trial.visit.discipline]
    more = trial.visit.minutes
    eased = trial.with_clinicians(*(replace(one, max_minutes_per_day=one.max_minutes_per_day + more) for one in able))
    if place := trial.place(eased):
        yield from trial.proved(
            eased,
            place,
            relax="daily_limit",
            clinician=place.clinician,
            date=place.day.isoformat(),
            minutes=more,
        )


def _longer(clinician: Clinician, minutes: int) -> Clinician:
    """Every shift that much longer on both sides, as far as the day and the next shift go."""
    shifts = {}
    for day, spans in clinician.shifts.items():
        longer = []
        for place, span in enumerate(spans):
            least = spans[place - 1].end if place else 0
            most = spans[place + 1].start if place + 1 < len(spans) else MINUTES_A_DAY
            longer.append(Span(max(span.start - minutes, least), min(span.end + minutes, most)))
        shifts[day] = tuple(longer)
    return replace(clinician, shifts=shifts)


def _nearest_shift(clinician: Clinician, day: date, start: int, end: int) -> Span:
    """The shift that the stretch begins in, ends in or lies closest to."""
    return min(clinician.shifts[day], key=lambda one: max(one.start - start, 0) + max(end - one.end, 0))


def _with_shift(clinician: Clinician, day: date, old: Span, new: Span) -> Clinician:
    spans = tuple(new if one == old else one for one in clinician.shifts[day])
    return replace(clinician, shifts={**clinician.shifts, day: spans})
