"""Reasons that lie in hours alone: nobody is qualified, somebody never has time, or never at the same time."""

from __future__ import annotations

from typing import Any

from concordant.booking.bits import each
from concordant.booking.openings import Hours
from concordant.booking.problem import Visit
from concordant.booking.solution import Code, Reason
from concordant.booking.writing import clock


def hours_reasons(hours: Hours, visit: Visit) -> list[Reason]:
    """Those that hold, whatever else stands in the calendar."""
    person = hours.instance.owner[visit.id]
    able, days = hours.able(visit), hours.days(visit)
    found = []
    if not able:
        found.append(Reason(Code.NO_QUALIFIED_CLINICIAN, _unable(hours, visit)))
    can_come = any(hours.comes(person, day, visit.minutes) for day in days)
    if not can_come:
        told = [days[0].isoformat(), days[-1].isoformat()] if days else []
        found.append(Reason(Code.PERSON_NEVER_FREE, {"days": told, "weekdays": sorted(person.available)}))
    works = any(hours.works(one, day, visit.minutes) for one in able for day in days)
    if able and not works and days:
        off = {one.id: [day.isoformat() for day in days if one.off.get(day)] for one in able}
        data = {"clinicians": [one.id for one in able], "days": [days[0].isoformat(), days[-1].isoformat()], "off": off}
        found.append(Reason(Code.CLINICIAN_NEVER_WORKS, data))
    if can_come and works and not any(hours.common(visit, one, day) for one in able for day in days):
        found.append(Reason(Code.NO_COMMON_TIME, {"nearest": _nearest(hours, visit)}))
    return found


def _unable(hours: Hours, visit: Visit) -> dict[str, Any]:
    of_discipline = [one for one in hours.instance.clinicians if one.discipline is visit.discipline]
    skilled = [one for one in of_discipline if visit.needs <= one.skills]
    return {
        "skills": sorted(visit.needs),
        "lack_skills": [one.id for one in of_discipline if one not in skilled],
        "not_seen": [one.id for one in skilled],
    }


def _nearest(hours: Hours, visit: Visit) -> dict[str, Any] | None:
    """The day on which person and clinician come closest: two starts, and the minutes between them.

    None where they are never there on the same day.
    """
    person = hours.instance.owner[visit.id]
    best: tuple[int, dict[str, Any]] | None = None
    for day in hours.days(visit):
        mine = list(each(hours.comes(person, day, visit.minutes) & hours.later(day)))
        for one in hours.able(visit) if mine else ():
            for theirs in each(hours.works(one, day, visit.minutes) & hours.later(day)):
                start = min(mine, key=lambda start: abs(start - theirs))
                if best is None or abs(start - theirs) < best[0]:
                    data = {
                        "clinician": one.id,
                        "date": day.isoformat(),
                        "person_start": clock(start),
                        "clinician_start": clock(theirs),
                        "minutes": abs(start - theirs),
                    }
                    best = abs(start - theirs), data
    return None if best is None else best[1]
