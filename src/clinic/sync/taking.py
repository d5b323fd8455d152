"""Taking in what a device sent: each row once, each in a transaction of its own, whatever the order."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone as zones

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.chart.models import Entry, Person
from clinic.forms.known import headaches_of
from clinic.sync.answers import Answer, Refused, Status
from clinic.sync.clocks import Clocks, written_at
from clinic.sync.day import Day
from clinic.sync.models import SentRow
from clinic.sync.sent import HOME, Batch, Row, fragment_of, key_of, row_of
from clinic.sync.versions import same_text
from concordant.record.diary import timeliness
from concordant.record.merge import check_fragment
from concordant.record.problems import CaseFileError


def take(by: Actor, person: Person, batch: Batch) -> list[Answer]:
    """An answer for each row, in the order in which they were sent."""
    if batch.person != person.pk:
        # The rows of another account, left on a device that two people use. Nothing is looked at.
        return [Answer(key_of(row), place, Status.NOT_YOURS) for place, row in enumerate(batch.rows)]
    return [_take(by, person, batch, sent, place) for place, sent in enumerate(batch.rows)]


def _take(by: Actor, person: Person, batch: Batch, sent: Any, place: int) -> Answer:
    try:
        row = row_of(sent)
        with transaction.atomic():
            # The clinic's turn to write: no other row and no form comes between the look and the deed.
            AuditHead.locked(by.clinic_id)
            return _answer(by, person, batch, row, place)
    except Refused as refused:
        return Answer(key_of(sent), place, refused.status, proposed=refused.day, problems=refused.problems)
    except ValidationError as error:
        return Answer(key_of(sent), place, Status.BROKEN, problems=tuple(error.messages))


def _answer(by: Actor, person: Person, batch: Batch, row: Row, place: int) -> Answer:
    earlier = SentRow.objects.filter(person=person, key=row.key).first()
    day = Day(by, person, row.kind, row.day, row.item)
    if earlier is not None:
        if earlier.seal != row.seal:
            raise Refused(Status.CHANGED)
        day.load()
    elif Entry.objects.filter(person=person, idempotency_key=row.key).exists():
        raise Refused(Status.CHANGED)  # the key of a form that was signed in the chart
    else:
        day.load()
        day.add(_keep(by, person, batch, row, day))
        day.write(row.key)
    version = day.versions[row.key]
    mark = timeliness(version.written.date(), row.day)
    return Answer(row.key, place, day.status_of(row.key), mark=mark)


def _keep(by: Actor, person: Person, batch: Batch, row: Row, day: Day) -> SentRow:
    _check(by, person, row, day)
    named = [day.versions[one] for one in row.based_on if one in day.versions]
    picked = [one for one in named if same_text(one.says) == same_text(row.says)]
    if not row.says and not picked:
        raise Refused(Status.BROKEN, "says: nothing is said, and nothing was taken back")
    received = clock.now()
    clocks = Clocks(row.written, row.seen, batch.sent, received, row.zone)
    here = zones.get_current_timezone()
    written = written_at(row.day, clocks, here, confirmed=row.confirmed, settles=bool(picked))
    # Whoever picks one of two answers says nothing anew: it was said when the picked one was written.
    said = min([written, *(one.written for one in picked)])
    return SentRow(
        person=person,
        key=row.key,
        kind=row.kind,
        day=row.day,
        item=row.item,
        says=row.says,
        based_on=sorted(map(str, row.based_on)),
        written_at=said,
        zone_min=_minutes(said),
        device=batch.device,
        clock_written=row.written.isoformat(timespec="seconds"),
        clock_sent=batch.sent.isoformat(timespec="seconds"),
        received_at=received,
        seal=row.seal,
    )


def _check(by: Actor, person: Person, row: Row, day: Day) -> None:
    """As strictly as a form: only what a case file can hold, and only what a signed plan gives to do."""
    try:
        check_fragment(fragment_of(row.kind, row.day, row.item, row.says), headaches=headaches_of(by, person.pk))
    except CaseFileError as error:
        raise Refused(Status.BROKEN, *(f"{one.path}: {one.message}"[:300] for one in error.problems)) from None
    if row.kind == HOME and row.item not in day.programme():
        raise Refused(Status.NOT_GIVEN)


def _minutes(moment: datetime) -> int:
    offset = moment.utcoffset() or timedelta(0)
    return int(offset.total_seconds() // 60)
