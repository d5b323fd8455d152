"""A visit that waits, in words: why it has no hour, and what would give it one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from clinic.calendar.actions import Waits
from clinic.calendar.models import Away
from clinic.calendar.pages.alternatives import names_in
from clinic.calendar.pages.reasons import WEEKDAYS
from clinic.calendar.problem.ids import PERSON, id_of
from concordant.booking.sentences import help_said, reason_said

MOST_DAYS = 14
"""Days away that are offered as a question; further ones are asked about on their own page."""


@dataclass(frozen=True)
class Help:
    """What would give the visit an hour."""

    says: str
    hours: tuple[int, str, str] | None
    """Where it is about when the person can come: weekday (0 is Monday), from, to. It can be written down."""


@dataclass(frozen=True)
class WhatHelps:
    waits: Waits
    why: tuple[str, ...]
    helps: tuple[Help, ...]
    may_come_always: bool
    """No hours were named, so more hours bring nothing."""
    away: tuple[date, ...]
    """Days in the window of the visit on which the person is away."""
    weekdays: tuple[tuple[int, Any], ...]


def what_helps_of(waits: Waits) -> WhatHelps:
    visit, instance = waits.visit, waits.problem.instance
    person = visit.series.person
    known = names_in(person.clinic_id) | {id_of(PERSON, person.pk): person.name}

    def names(id: str) -> str:
        return known.get(id, id)

    why: Iterable[str] = ()
    helps: Iterable[Help] = ()
    if (found := waits.unplaced) is not None:
        asked = instance.visits[found.visit]
        why = (reason_said(one, instance, asked, names) for one in found.reasons)
        helps = (Help(help_said(one, instance, names), _hours(one)) for one in found.helps)
    return WhatHelps(
        waits=waits,
        why=tuple(dict.fromkeys(why)),
        helps=tuple(dict.fromkeys(helps)),
        may_come_always=not person.may_come.filter(is_wish=False).exists(),
        away=tuple(_away(visit.earliest, visit.latest, Away.objects.filter(person=person)))[:MOST_DAYS],
        weekdays=tuple(enumerate(WEEKDAYS)),
    )


def _hours(help: Mapping[str, Any]) -> tuple[int, str, str] | None:
    if help["relax"] != "availability":
        return None
    weekday, starts, ends = help["add"]
    return weekday, starts, ends


def _away(first: date, last: date, rows: Iterable[Away]) -> Iterable[date]:
    away = list(rows)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if any(one.first <= day <= one.last for one in away):
            yield day
