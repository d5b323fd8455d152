"""What the other discipline did last: read before one starts (treatment 3.4)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from clinic.notes.discipline import NAMES
from clinic.notes.lateness import late_reason
from clinic.notes.written import Given, given_of
from clinic.person.look import Look
from concordant.facts.plan.episode import flare_24h
from concordant.record.care import Done
from concordant.record.case import Treatment
from concordant.record.derive.flares import last_known


@dataclass(frozen=True)
class HandOver:
    """The newest note of the other discipline."""

    discipline: str | Promise
    on: date
    days_ago: int
    by: str
    late: str
    given: tuple[Given, ...]
    flare: str
    """As far as the diary tells; empty where it does not."""
    flare_after: date | None
    """The session or home set that it tells of: not always the one that is handed over."""
    plan: str
    """Part P of the note, in its writer's words."""


def handed_over(look: Look, other: str, on: date) -> HandOver | None:
    """None where that discipline has written no note."""
    notes = [one for one in look.record.treatments if one.discipline == other and one.date <= on and _says(one)]
    if not notes:
        return None
    newest = notes[-1]
    entry = look.entry_at(newest.place)
    known = last_known(look.record)
    return HandOver(
        discipline=NAMES[other],
        on=newest.date,
        days_ago=(on - newest.date).days,
        by=entry.author.display_name if entry else "",
        late=late_reason(entry) if entry else "",
        given=tuple(given_of(_plain(one)) for one in newest.done),
        flare=flare_24h.kind.say(known[1]) if known else "",
        flare_after=known[0] if known else None,
        plan=newest.note.plan if newest.note else "",
    )


def _says(one: Treatment) -> bool:
    return bool(one.done) or one.note is not None


def _plain(one: Done) -> dict[str, Any]:
    """As the case file keeps it: what was not said is not there."""
    return {name: said for name, said in asdict(one).items() if said not in ("", None)}
