"""Reading what a device sent. Nothing in it is believed before it is checked."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from clinic.diary.layout import day as diary_sections
from clinic.forms.days import day_of
from clinic.ledger.hashing import seal
from clinic.sync.answers import Refused, Status
from clinic.sync.versions import NOTE, WHOSE, Rows

DIARY, HOME = "diary", "home"
MOST_ROWS = 100
MOST_KNOWN = 200
_TEXT_OF_A_MOMENT = 40
_WIDEST_ZONE_MIN = 15 * 60
_HOME_SAYS = frozenset({"done", "sets", "reps", "hold_s", "load", "effort", "pain_before_nrs", "pain_after_nrs"})


@dataclass(frozen=True)
class Row:
    """Everything that was said of one day, or of one exercise on one day."""

    key: uuid.UUID
    kind: str
    day: date
    item: str
    """The treatment that was ticked; empty for the diary."""
    says: Rows
    based_on: frozenset[uuid.UUID]
    written: datetime
    seen: datetime
    zone: timezone
    confirmed: bool
    seal: str
    """Of the row as it was sent: the same key with another seal is another row."""


@dataclass(frozen=True)
class Batch:
    person: int
    """Whose rows the device holds."""
    device: uuid.UUID
    sent: datetime
    rows: list[Any]


def batch_of(sent: Any) -> Batch:
    """Raises Refused where the frame of the batch cannot be read."""
    table = _table(sent)
    rows = table.get("rows")
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise Refused(Status.BROKEN, f"rows: a list of at most {MOST_ROWS}")
    person = table.get("person")
    if not isinstance(person, int) or isinstance(person, bool):
        raise Refused(Status.BROKEN, "person: whose rows these are")
    return Batch(person, _uuid(table, "device"), _moment(table, "sent"), rows)


def key_of(row: Any) -> uuid.UUID | None:
    """What a row can be answered by, however broken the rest of it."""
    try:
        return _uuid(_table(row), "key")
    except Refused:
        return None


def row_of(sent: Any) -> Row:
    """Raises Refused with what is wrong."""
    table = _table(sent)
    known = {"key", "kind", "day", "item", "says", "based_on", "written", "seen", "zone_min", "confirmed"}
    if stray := sorted(set(table) - known):
        raise Refused(Status.BROKEN, f"not known here: {', '.join(map(str, stray))[:200]}")
    kind, day = table.get("kind"), day_of(_text(table, "day"))
    if kind not in (DIARY, HOME) or day is None:
        raise Refused(Status.BROKEN, "kind and day are needed")
    item = _text(table, "item") if kind == HOME else ""
    says = _says(table.get("says"), kind)
    try:
        sealed = seal(dict(table))
    except (TypeError, ValueError, RecursionError) as error:
        raise Refused(Status.BROKEN, str(error)[:200]) from None
    return Row(
        key=_uuid(table, "key"),
        kind=kind,
        day=day,
        item=item,
        says=says,
        based_on=_based_on(table),
        written=_moment(table, "written"),
        seen=_moment(table, "seen"),
        zone=_zone(table),
        confirmed=table.get("confirmed") is True,
        seal=sealed,
    )


def fragment_of(kind: str, day: date, item: str, says: Rows, written: datetime | None = None) -> dict[str, Any]:
    """The rows as an entry of the chart writes them; empty where nothing is said."""
    when = {"recorded": written.isoformat(timespec="seconds")} if written else {}
    head = {"date": day.isoformat()} | ({"intervention": item} if kind == HOME else {})
    rows = [{**head, **row, **when} for row in says if kind == DIARY or "done" in row]
    return {kind: rows} if rows else {}


def _says(said: Any, kind: str) -> Rows:
    if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
        raise Refused(Status.BROKEN, "says: a list of rows")
    allowed = _HOME_SAYS if kind == HOME else _day_facts() | {WHOSE, NOTE}
    for row in said:
        if stray := sorted(set(map(str, row)) - allowed):
            raise Refused(Status.BROKEN, f"says: not asked of a day: {', '.join(stray)[:200]}")
    if kind == HOME and len(said) > 1:
        raise Refused(Status.BROKEN, "says: one row for one exercise")
    if kind == DIARY:
        _check_whether(said)
    return said


def _check_whether(said: Rows) -> None:
    """Yes or no has to be said, and a day is either with or without."""
    if not all(isinstance(row.get("headache_today"), bool) for row in said):
        raise Refused(Status.BROKEN, "headache_today: yes or no")
    if any(row["headache_today"] is False and (WHOSE in row or len(said) > 1) for row in said):
        raise Refused(Status.BROKEN, "a day without a headache has none by name")


def _day_facts() -> frozenset[str]:
    return frozenset(fact.name for section in diary_sections() for fact in section.facts)


def _based_on(table: Mapping[str, Any]) -> frozenset[uuid.UUID]:
    known = table.get("based_on", [])
    if not isinstance(known, list) or len(known) > MOST_KNOWN:
        raise Refused(Status.BROKEN, f"based_on: a list of at most {MOST_KNOWN} keys")
    return frozenset(_uuid({"based_on": one}, "based_on") for one in known)


def _table(sent: Any) -> Mapping[str, Any]:
    if not isinstance(sent, dict):
        raise Refused(Status.BROKEN, "not a table")
    return sent


def _text(table: Mapping[str, Any], name: str) -> str:
    text = table.get(name)
    return text if isinstance(text, str) else ""


def _uuid(table: Mapping[str, Any], name: str) -> uuid.UUID:
    text = _text(table, name)
    try:
        found = uuid.UUID(text)
    except ValueError:
        raise Refused(Status.BROKEN, f"{name}: a UUID") from None
    if str(found) != text:
        raise Refused(Status.BROKEN, f"{name}: a UUID, written in one way")
    return found


def _moment(table: Mapping[str, Any], name: str) -> datetime:
    text = _text(table, name)
    try:
        found = datetime.fromisoformat(text) if len(text) <= _TEXT_OF_A_MOMENT else None
    except ValueError:
        found = None
    # At the ends of the calendar a moment cannot be moved to another zone any more.
    if found is None or found.tzinfo is None or not 1900 < found.year < 3000:
        raise Refused(Status.BROKEN, f"{name}: a moment with its zone")
    return found


def _zone(table: Mapping[str, Any]) -> timezone:
    minutes = table.get("zone_min")
    if not isinstance(minutes, int) or isinstance(minutes, bool) or abs(minutes) > _WIDEST_ZONE_MIN:
        raise Refused(Status.BROKEN, "zone_min: minutes east of Greenwich")
    return timezone(timedelta(minutes=minutes))
