"""Rules that a visit keeps or breaks by itself, whatever else stands: H2, H3, H4, H6, H8, and the days of H13."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.booking.problem import Person, Visit
from concordant.booking.rules.broken import Broken, Rule
from concordant.booking.rules.standing import Stand, Standing
from concordant.booking.writing import clock


def alone(board: Standing, stand: Stand) -> Iterator[Broken]:
    """Every such rule that is broken."""
    visit, person = board.instance.visits[stand.id], board.instance.owner[stand.id]
    yield from _day_and_start(board, stand, visit)
    yield from _clinician(board, stand, visit, person)
    if visit.discipline not in board.rooms[stand.room].serves:
        yield Broken(Rule.ROOM, stand.id, f"{stand.room} is no room for {visit.discipline}")
    yield from _person(stand, person)
    covers = [cover for cover in person.covers if cover.discipline is visit.discipline]
    if covers and not any(cover.first <= stand.day <= cover.last for cover in covers):
        yield Broken(Rule.COVER, stand.id, f"nobody pays for {visit.discipline} of {person.id} on {stand.day}")


def _day_and_start(board: Standing, stand: Stand, visit: Visit) -> Iterator[Broken]:
    first = max(visit.earliest, board.instance.first_day)
    last = min(visit.latest, board.instance.last_day)
    if not first <= stand.day <= last:
        yield Broken(Rule.WINDOW, stand.id, f"{stand.day} is outside its days, {first} to {last}")
    if stand.start % board.instance.grid_minutes:
        step = board.instance.grid_minutes
        yield Broken(Rule.WINDOW, stand.id, f"{clock(stand.start)} is no start: visits start every {step} minutes")


def _clinician(board: Standing, stand: Stand, visit: Visit, person: Person) -> Iterator[Broken]:
    clinician = board.clinicians[stand.clinician]
    if clinician.discipline is not visit.discipline:
        yield Broken(
            Rule.CLINICIAN, stand.id, f"{clinician.id} gives {clinician.discipline}, the visit is {visit.discipline}"
        )
    if missing := visit.needs - clinician.skills:
        yield Broken(Rule.CLINICIAN, stand.id, f"{clinician.id} has no skill in {', '.join(sorted(missing))}")
    allowed = person.clinicians.get(visit.discipline)
    if allowed is not None and clinician.id not in allowed:
        yield Broken(Rule.CLINICIAN, stand.id, f"{person.id} does not see {clinician.id}")
    whole = f"{clock(stand.start)} to {clock(stand.free_again)} on {stand.day}"
    if not any(shift.holds(stand.start, stand.free_again) for shift in clinician.shifts.get(stand.day, ())):
        yield Broken(Rule.HOURS, stand.id, f"{clinician.id} does not work {whole} (turn-over included)")
    elif any(off.meets(stand.start, stand.free_again) for off in clinician.off.get(stand.day, ())):
        yield Broken(Rule.HOURS, stand.id, f"{clinician.id} is off in a part of {whole} (turn-over included)")


def _person(stand: Stand, person: Person) -> Iterator[Broken]:
    free = any(span.holds(stand.start, stand.end) for span in person.available.get(stand.day.weekday(), ()))
    away = any(span.meets(stand.start, stand.end) for span in person.unavailable.get(stand.day, ()))
    if not free or away:
        yield Broken(
            Rule.PERSON_CAN_COME,
            stand.id,
            f"{person.id} cannot come {clock(stand.start)} to {clock(stand.end)} on {stand.day}",
        )
