"""What a device is told of the days that can still be written down, and of those that wait for a decision."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.forms.days import today
from clinic.forms.known import headaches_of
from clinic.sync.day import Day, version_of
from clinic.sync.models import SentRow
from clinic.sync.sent import DIARY
from clinic.sync.versions import Version, standing
from concordant.record.diary import LATEST_DAYS

ASKED_DAYS = 366
"""So far back a dispute is still shown."""


Register = tuple[str, date, str]
"""Kind, day and exercise: what one answer is about."""


def state_of(by: Actor, person: Person) -> dict[str, Any]:
    """Read for the person themselves; nothing is written."""
    now = today()
    sent = _sent(person, now - timedelta(days=ASKED_DAYS))
    recent: list[Register] = [(DIARY, now - timedelta(days=back), "") for back in range(LATEST_DAYS + 1)]
    days = [_plain(_loaded(by, person, one, sent.get(one, []))) for one in recent]
    asks = [_plain(one) for one in _disputed(by, person, sent)]
    return {"headaches": headaches_of(by, person.pk), "days": days, "asks": asks}


def disputes(by: Actor, person: Person, first: date) -> list[Day]:
    """The days, and the ticks of exercises, of which two answers wait to be told apart; oldest first."""
    return _disputed(by, person, _sent(person, first))


def _sent(person: Person, first: date) -> dict[Register, list[Version]]:
    found: dict[Register, list[Version]] = defaultdict(list)
    for row in SentRow.objects.filter(person=person, day__gte=first).order_by("day", "kind", "item", "id"):
        found[row.kind, row.day, row.item].append(version_of(row))
    return found


def _disputed(by: Actor, person: Person, sent: dict[Register, list[Version]]) -> list[Day]:
    # A form that was signed since settles a dispute and can make none, so only these have to be read whole.
    found = [_loaded(by, person, one, rows) for one, rows in sent.items() if standing(rows).is_disputed]
    return [one for one in found if one.standing.is_disputed]


def _loaded(by: Actor, person: Person, register: Register, sent: list[Version]) -> Day:
    found = Day(by, person, *register)
    found.load(sent)
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
