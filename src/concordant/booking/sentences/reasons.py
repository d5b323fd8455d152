"""Why a visit has no place, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from concordant.booking.problem import Instance, Visit
from concordant.booking.sentences.words import IN_THE_WAY, WEEKDAYS, Names, day_said, what_is, written_day
from concordant.booking.solution import Code, Reason
from concordant.booking.writing import clock
from concordant.language import said, said_of


def reason_said(reason: Reason, instance: Instance, visit: Visit, names: Names = str) -> str:
    """Why the visit has no place."""
    return _REASONS[reason.code](reason.data, instance, visit, names)


def _no_qualified(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    if data["not_seen"]:
        others = ", ".join(names(id) for id in data["not_seen"])
        return said("Nobody whom the person sees may give this visit; {others} could.", others=others)
    if data["skills"]:
        skills = ", ".join(data["skills"])
        return said("Nobody who gives {what} has the skills asked for: {skills}.", what=what_is(visit), skills=skills)
    return said("Nobody here gives {what}.", what=what_is(visit))


def _never_free(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    if not data["days"]:
        return said("None of its days lies in this calendar.")
    first, last = (written_day(day) for day in data["days"])
    return said_of(
        "From {first} to {last} the person cannot come for {number} minute at a time.",
        "From {first} to {last} the person cannot come for {number} minutes at a time.",
        visit.minutes,
        first=first,
        last=last,
    )


def _never_works(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    first, last = (written_day(day) for day in data["days"])
    who = ", ".join(names(id) for id in data["clinicians"])
    return said(
        "From {first} to {last} nobody who may give it works long enough: {who}.", first=first, last=last, who=who
    )


def _no_common_time(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    nearest = data["nearest"]
    if nearest is None:
        return said(
            "Until {last} the person and those who give {what} are never there on the same day.",
            last=day_said(_last_day(instance, visit)),
            what=what_is(visit),
        )
    filled = {
        "day": written_day(nearest["date"]),
        "who": names(nearest["clinician"]),
        "theirs": nearest["clinician_start"],
        "mine": nearest["person_start"],
    }
    if nearest["clinician_start"] > nearest["person_start"]:
        return said("On {day}, the closest day, {who} can start from {theirs} and the person until {mine}.", **filled)
    return said("On {day}, the closest day, {who} can start until {theirs} and the person from {mine}.", **filled)


def _cover_ended(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    if data["ended"]:
        last = written_day(data["last"])
        return said("Nobody pays for {what} after {last}: ask for a treatment plan.", what=what_is(visit), last=last)
    first = written_day(data["first"])
    return said(
        "Nobody pays for {what} on its days; the next cover starts on {first}.", what=what_is(visit), first=first
    )


def _cover_used_up(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    return said_of(
        "The {number} visit of {what} that is paid for until {last} is used.",
        "All {number} visits of {what} that are paid for until {last} are used.",
        data["count"],
        what=what_is(visit),
        last=written_day(data["last"]),
    )


def _first_visit(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    return said("The first visit has no place yet, and nothing comes before it.")


def _pair(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    if not data["physio_placed"]:
        return said("This massage comes only before its physiotherapy visit, which has no place.")
    if data["gap"] is None:
        return said("No free massage hour on {day} ends before physiotherapy.", day=written_day(data["date"]))
    return said(
        "The last free massage hour on {day} ends {gap} minutes before physiotherapy; at most {allowed} are allowed.",
        day=written_day(data["date"]),
        gap=data["gap"],
        allowed=data["allowed"],
    )


def _window_over(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    return said("Its days ended on {latest}, before anything new can be put in.", latest=written_day(data["latest"]))


def _full(data: Mapping[str, Any], instance: Instance, visit: Visit, names: Names) -> str:
    """With the weekday and hours of the person where they come on one weekday only."""
    blocked = data["blocked"]
    filled = {
        "what": what_is(visit),
        "last": day_said(_last_day(instance, visit)),
        "why": said(IN_THE_WAY[max(blocked, key=lambda block: blocked[block])]),
    }
    available = instance.owner[visit.id].available
    if len(available) == 1:
        (weekday, spans) = next(iter(available.items()))
        return said(
            "No {what} hour before {until} {days} until {last}: {why}.",
            until=clock(spans[-1].end),
            days=said(WEEKDAYS[weekday]),
            **filled,
        )
    return said("No {what} hour until {last} when the person can come: {why}.", **filled)


def _last_day(instance: Instance, visit: Visit) -> date:
    """Nothing is said of days that nobody looked at."""
    return min(visit.latest, instance.last_day)


_REASONS: Mapping[Code, Callable[[Mapping[str, Any], Instance, Visit, Names], str]] = {
    Code.NO_QUALIFIED_CLINICIAN: _no_qualified,
    Code.PERSON_NEVER_FREE: _never_free,
    Code.CLINICIAN_NEVER_WORKS: _never_works,
    Code.NO_COMMON_TIME: _no_common_time,
    Code.COVER_ENDED: _cover_ended,
    Code.COVER_USED_UP: _cover_used_up,
    Code.FIRST_VISIT_UNPLACED: _first_visit,
    Code.PAIR_REQUIRED: _pair,
    Code.WINDOW_OVER: _window_over,
    Code.FULL: _full,
}
