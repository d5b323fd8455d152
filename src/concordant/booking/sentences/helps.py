"""What would help a visit without a place, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from concordant.booking.problem import Instance
from concordant.booking.sentences.words import WEEKDAYS, Names, day_said, written_day
from concordant.language import said, said_of


def help_said(help: Mapping[str, Any], instance: Instance, names: Names = str) -> str:
    """What would help: when the visit could be, and what that takes."""
    place = help["place"]
    when = {"day": day_said(date.fromisoformat(place["date"])), "time": place["start"]}
    return _HELPS[help["relax"]](help, instance, names, when)


def _move(help: Mapping[str, Any], instance: Instance, names: Names, when: Mapping[str, str]) -> str:
    before, after = help["from"], help["to"]
    return said(
        "It fits on {day} at {time} if {who} comes on {new_day} at {new_time} instead of {old_day} at {old_time}.",
        **when,
        who=names(help["person"]),
        new_day=written_day(after["date"]),
        new_time=after["start"],
        old_day=written_day(before["date"]),
        old_time=before["start"],
    )


def _window(help: Mapping[str, Any], instance: Instance, names: Names, when: Mapping[str, str]) -> str:
    if help["side"] == "before":
        return said_of(
            "It fits on {day} at {time}, {number} day before its window.",
            "It fits on {day} at {time}, {number} days before its window.",
            help["days"],
            **when,
        )
    return said_of(
        "It fits on {day} at {time}, {number} day after its window.",
        "It fits on {day} at {time}, {number} days after its window.",
        help["days"],
        **when,
    )


def _availability(help: Mapping[str, Any], instance: Instance, names: Names, when: Mapping[str, str]) -> str:
    weekday, start, end = help["add"]
    return said(
        "It fits on {day} at {time} if the person can come from {start} to {end} {days}, too.",
        **when,
        start=start,
        end=end,
        days=said(WEEKDAYS[weekday]),
    )


def _overtime(help: Mapping[str, Any], instance: Instance, names: Names, when: Mapping[str, str]) -> str:
    start, end = help["add"]
    return said(
        "It fits on {day} at {time} if {who} works from {start} to {end} that day, too.",
        **when,
        who=names(help["clinician"]),
        start=start,
        end=end,
    )


def _cover(help: Mapping[str, Any], instance: Instance, names: Names, when: Mapping[str, str]) -> str:
    filled = {**when, "first": written_day(help["first"]), "last": written_day(help["last"])}
    if help.get("ask") == "treatment_plan":
        return said("It fits on {day} at {time} if a treatment plan pays from {first} to {last}.", **filled)
    return said("It fits on {day} at {time} if one visit more is paid for from {first} to {last}.", **filled)


_HELPS: Mapping[str, Callable[[Mapping[str, Any], Instance, Names, Mapping[str, str]], str]] = {
    "pair": lambda help, instance, names, when: said(
        "It fits on {day} at {time} if the massage may stand without physiotherapy.", **when
    ),
    "move": _move,
    "window": _window,
    "room": lambda help, instance, names, when: said(
        "It fits on {day} at {time} if one room more can be found.", **when
    ),
    "clinician": lambda help, instance, names, when: said(
        "It fits on {day} at {time} if the person sees {who}, too.", **when, who=names(help["add"])
    ),
    "availability": _availability,
    "overtime": _overtime,
    "daily_limit": lambda help, instance, names, when: said(
        "It fits on {day} at {time} if {who} treats {minutes} minutes more than the limit that day.",
        **when,
        who=names(help["clinician"]),
        minutes=help["minutes"],
    ),
    "cover": _cover,
}
