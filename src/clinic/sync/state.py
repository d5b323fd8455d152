"""What a device is told of the days that can still be written down, and of those that wait for a decision."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.forms.days import today
from clinic.forms.known import headaches_of
from clinic.sync.day import Day, entries_since, version_of
from clinic.sync.models import SentRow
from clinic.sync.sent import DIARY, HOME
from clinic.sync.versions import Version, standing
from concordant.record.diary import LATEST_DAYS

ASKED_DAYS = 366
"""So far back a dispute is still shown."""


NOTHING: Mapping[date, Iterable[str]] = MappingProxyType({})
Register = tuple[str, date, str]
"""Kind, day and exercise: what one answer is about."""


def state_of(by: Actor, person: Person, items: Mapping[date, Iterable[str]] = NOTHING) -> dict[str, Any]:
    """Read for the person themselves; nothing is written. ``items``: what there is to tick on a day."""
    now = today()
    sent = _sent(person, now - timedelta(days=ASKED_DAYS))
    recent = [now - timedelta(days=back) for back in range(LATEST_DAYS + 1)]
    days: list[Register] = [(DIARY, day, "") for day in recent]
    ticks: list[Register] = [(HOME, day, item) for day in recent for item in items.get(day, ())]
    entries = entries_since(person, recent[-1])
    return {
        "headaches": headaches_of(by, person.pk),
        "days": [_plain(_loaded(by, person, one, sent.get(one, []), entries)) for one in days],
        "ticks": [_plain(_loaded(by, person, one, sent.get(one, []), entries)) for one in ticks],
        "asks": [_plain(one) for one in _disputed(by, person, sent, entries, recent[-1])],
    }


def disputes(by: Actor, person: Person, first: date) -> list[Day]:
    """The days, and the ticks of exercises, of which two answers wait to be told apart; oldest first."""
    return _disputed(by, person, _sent(person, first))


def asked_at(day: Day) -> datetime:
    """When the last of the answers came that wait to be told apart."""
    heads = [one.key for one in day.standing.heads]
    moments = SentRow.objects.filter(person=day.person, key__in=heads).values_list("received_at", flat=True)
    return max([*moments, *(one.written for one in day.standing.heads if one.adopted)])


def _sent(person: Person, first: date) -> dict[Register, list[Version]]:
    found: dict[Register, list[Version]] = defaultdict(list)
    for row in SentRow.objects.filter(person=person, day__gte=first).order_by("day", "kind", "item", "id"):
        found[row.kind, row.day, row.item].append(version_of(row))
    return found


def _disputed(
    by: Actor,
    person: Person,
    sent: dict[Register, list[Version]],
    entries: Sequence[Entry] = (),
    since: date = date.max,
) -> list[Day]:
    """``entries``: those in force from ``since`` on, where they are at hand."""
    # A form that was signed since settles a dispute and can make none, so only these have to be read whole.
    found = [
        _loaded(by, person, one, rows, entries if one[1] >= since else None)
        for one, rows in sent.items()
        if standing(rows).is_disputed
    ]
    return [one for one in found if one.standing.is_disputed]


def _loaded(
    by: Actor, person: Person, register: Register, sent: list[Version], entries: Sequence[Entry] | None = None
) -> Day:
    found = Day(by, person, *register)
    found.load(sent, entries)
    return found


def _plain(day: Day) -> dict[str, Any]:
    """``known``: what a row that is written from here on is based on. The newest words name all before them."""
    found = day.standing if day.versions else None
    heads = found.heads if found else ()
    return {
        "kind": day.kind,
        "day": day.day.isoformat(),
        "item": day.item,
        "known": [str(one.key) for one in heads],
        "is_disputed": bool(found and found.is_disputed),
        "says": found.agreed if found else [],
        "answers": [{"key": str(one.key), "says": one.says, "written": one.written.isoformat()} for one in heads],
    }
